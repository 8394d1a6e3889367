"""HTML: the article's text and what the page says of itself, every character mapped to its place in the source.

The text is where `page.body` finds the article, below its headline: the page around it is no copy. Blocks become one line each, inline tags
nothing, entities the characters they name. Comments may speak to newslint.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from ..document import Document
from ..errors import Problem
from ..text import Span
from . import Reader
from . import decode as decode_text
from .page import BLOCKS, VOID, body, headlines, left_out
from .page import metadata as metadata_of
from .source import TextBuilder, built_document
from .tags import Tag, tags_of

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_TAG = re.compile(r"<[^<>]*>")
#: words that a heading above the article has, to be its headline
_HEADLINE_WORDS = 3
_CHARSET = re.compile(rb"<meta\s[^<>]*charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def decode(data: bytes, path: str) -> str:
    """The text of a page, in the encoding that it names where it is not UTF-8. Raises UserError."""
    found = _CHARSET.search(data[:8192])
    return decode_text(data, path, found[1].decode("ascii") if found else None)


def read(path: str, source: str) -> tuple[Document, tuple[Problem, ...]]:
    tags = list(tags_of(source, Span(source.startswith("\ufeff"), len(source))))
    metadata = metadata_of(source, tags)
    built = TextBuilder()
    article = body(tags, len(source))
    title: Span | None = None
    for above in headlines(tags, article):
        # a short one is the name of the site
        if title is None and len(_TAG.sub(" ", above.of(source)).split()) >= _HEADLINE_WORDS:
            text_of(source, above, tags, built)
            title = Span(0, built.length) if built.length else None
            built.end_block(above.end)
    title = text_of(source, article, tags, built) or title
    return built_document(path, source, built, metadata, title)


def add_html(source: str, span: Span, built: TextBuilder) -> None:
    """Adds the copy in a stretch of HTML, as it stands within another format."""
    text_of(source, span, list(tags_of(source, span)), built)


def text_of(source: str, within: Span, tags: Iterable[Tag], built: TextBuilder) -> Span | None:
    """Adds the copy in a stretch of the source; gives the span of its first heading of the first level."""
    writer = _Writer(source, built)
    skipped: str | None = None
    depth = 0
    begin: int | None = None
    heading = False
    title: Span | None = None
    at = within.start
    for tag in tags:
        if tag.span.start < within.start or tag.span.end > within.end:
            continue
        if skipped is None or heading:
            writer.text(at, tag.span.start)
        at = tag.span.end
        if tag.name == "":
            if skipped is None:
                built.comment(tag.text, *tag.span)
        elif skipped is not None and not (skipped == "header" and tag.name == "h1"):
            if tag.name == skipped and tag.name not in VOID:
                depth += -1 if tag.close else 1
                if depth == 0:
                    skipped = None
        elif skipped is None and not tag.close and (left_out(tag) or _hidden(tag)) and tag.name not in VOID:
            writer.block(tag.span.start)
            skipped, depth = tag.name, 1
        elif tag.name in BLOCKS:
            writer.block(tag.span.start)
            if tag.name == "li" and not tag.close:
                # as the bullet of a list in plain text: it tells the reader of the text that this is an item
                built.add("- ", *tag.span)
            # the headline of an article may stand in its header
            heading = tag.name == "h1" and skipped is not None and not tag.close
            if tag.name == "h1" and title is None:
                if not tag.close:
                    begin = built.length
                elif begin is not None:
                    title = Span(begin, max(begin, built.length - 2 * built.ends_line))
    if skipped is None:
        writer.text(at, within.end)
    return title if title and title.start < title.end else None


def _hidden(tag: Tag) -> bool:
    if "hidden" not in tag.attributes.lower() and "display" not in tag.attributes.lower():
        return False
    style = (tag.get("style") or "").replace(" ", "").lower()
    return tag.get("hidden") is not None or tag.get("aria-hidden") == "true" or "display:none" in style


class _Writer:
    """Adds text with white space as a browser shows it: runs as one space, none at the ends of a block."""

    def __init__(self, source: str, built: TextBuilder) -> None:
        self._source = source
        self._built = built
        self._gap: Span | None = None

    def block(self, at: int) -> None:
        """A block begins or ends here."""
        self._gap = None
        self._built.end_block(at)

    def text(self, start: int, end: int) -> None:
        at = start
        while at < end:
            space = _SPACE.match(self._source, at, end)
            if space:
                self._gap = self._gap or Span(*space.span())
                at = space.end()
                continue
            upto = _SPACE.search(self._source, at, end)
            stop = upto.start() if upto else end
            self._word(at, stop)
            at = stop

    def _word(self, start: int, end: int) -> None:
        built = self._built
        if self._gap and built.length and not built.ends_line:
            built.add(" ", *self._gap)
        self._gap = None
        at = start
        for entity in _ENTITY.finditer(self._source, start, end):
            shown = html.unescape(entity.group())
            if shown == entity.group():
                continue
            built.add(self._source[at : entity.start()], at)
            # a character that is no character for text, and a space that only keeps words together
            built.add(shown.replace("\0", "\ufffd").replace("\n", " "), *entity.span())
            at = entity.end()
        built.add(self._source[at:end], at)


READER = Reader("html", (".html", ".htm", ".xhtml"), read, decode)
