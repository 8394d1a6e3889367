"""HTML: the article's text and what the page says of itself, every character mapped to its place in the source.

The text is that of the `article` element (the longest, where there are several), else of `main`, else of `body`: the page around it is no
copy. Blocks become one line each, inline tags nothing, entities the characters they name. Comments may speak to newslint.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..document import Document
from ..errors import Problem
from ..text import Span
from . import Reader
from .source import TextBuilder, built_document

#: no copy of the article: code, page furniture, forms, what is not shown
_SKIPPED = frozenset(
    "script style template noscript head nav aside footer form button select option textarea iframe object svg math canvas audio video "
    "map dialog menu".split()
)
#: elements whose content the parser takes as it stands, to their end tag
_RAW = ("script", "style", "textarea", "title", "iframe", "noscript")
#: of HTML and of NITF
_BLOCKS = frozenset(
    "abstract address article aside block blockquote body byline br caption center dateline dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header "
    "hgroup hl1 hl2 hr html legend li media-caption main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_TOKEN = re.compile(
    r"<!--(?P<comment>.*?)(?:-->|\Z)"
    r"|<!\[CDATA\[(?P<cdata>.*?)\]\]>"
    r"|<[!?][^<>]*>"
    r"|<(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*)(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*'){0,8000})>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_SPACE = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of the source, or (`name` "") a comment, whose text is `text`."""

    span: Span
    name: str
    close: bool = False
    attributes: str = ""
    text: str = ""

    def local(self) -> Tag:
        """The tag without the prefix of its namespace, as XML may have one."""
        return replace(self, name=self.name.rpartition(":")[2])

    def get(self, key: str) -> str | None:
        """An attribute's value; None where it is not there."""
        for name, *values in _ATTRIBUTE.findall(self.attributes):
            if name.lower() == key:
                return html.unescape(next((v for v in values if v), ""))
        return None


def read(path: str, source: str) -> tuple[Document, tuple[Problem, ...]]:
    tags = list(tags_of(source, Span(source.startswith("\ufeff"), len(source))))
    metadata = _metadata(source, tags)
    built = TextBuilder()
    title = text_of(source, _body(tags, len(source)), tags, built)
    return built_document(path, source, built, metadata, title)


def add_html(source: str, span: Span, built: TextBuilder) -> None:
    """Adds the copy in a stretch of HTML, as it stands within another format."""
    text_of(source, span, list(tags_of(source, span)), built)


def tags_of(source: str, span: Span) -> Iterator[Tag]:
    """The tags, comments and declarations in a stretch of markup, in order."""
    at = span.start
    while found := _TOKEN.search(source, at, span.end):
        at = found.end()
        if found["comment"] is not None:
            yield Tag(Span(*found.span()), "", text=found["comment"])
        elif found["name"]:
            name = found["name"].lower()
            yield Tag(Span(*found.span()), name, bool(found["close"]), found["attributes"])
            if name in _RAW and not found["close"]:
                end = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, at, span.end)
                at = end.start() if end else span.end
        elif found["cdata"] is not None:
            yield Tag(Span(found.start(), found.start("cdata")), "!")
            yield Tag(Span(found.end("cdata"), found.end()), "!")
        else:
            yield Tag(Span(*found.span()), "!")


def _body(tags: list[Tag], end: int) -> Span:
    """Where the article stands in the page."""
    for name in ("article", "main", "body"):
        found = list(elements(tags, name, end))
        if found:
            return max(found, key=lambda span: (span.end - span.start, -span.start))
    return Span(0, end)


def elements(tags: Iterable[Tag], name: str, end: int) -> Iterator[Span]:
    """The content of each element of a name; of one that is not closed, up to `end`."""
    opened: list[int] = []
    for tag in tags:
        if tag.name == name and not tag.close:
            opened.append(tag.span.end)
        elif tag.name == name and opened:
            yield Span(opened.pop(), tag.span.start)
    for start in opened:
        yield Span(start, end)


def text_of(source: str, within: Span, tags: Iterable[Tag], built: TextBuilder) -> Span | None:
    """Adds the copy in a stretch of the source; gives the span of its first heading of the first level."""
    writer = _Writer(source, built)
    skipped: str | None = None
    depth = 0
    begin: int | None = None
    title: Span | None = None
    at = within.start
    for tag in tags:
        if tag.span.start < within.start or tag.span.end > within.end:
            continue
        if skipped is None:
            writer.text(at, tag.span.start)
        at = tag.span.end
        if tag.name == "":
            if skipped is None:
                built.comment(tag.text, *tag.span)
        elif skipped is not None:
            if tag.name == skipped and tag.name not in _VOID:
                depth += -1 if tag.close else 1
                if depth == 0:
                    skipped = None
        elif not tag.close and (tag.name in _SKIPPED or _hidden(tag)) and tag.name not in _VOID:
            writer.block(tag.span.start)
            skipped, depth = tag.name, 1
        elif tag.name in _BLOCKS:
            writer.block(tag.span.start)
            if tag.name == "li" and not tag.close:
                # as the bullet of a list in plain text: it tells the reader of the text that this is an item
                built.add("- ", *tag.span)
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


# -- what the page says of itself


def _metadata(source: str, tags: list[Tag]) -> Mapping[str, Any]:
    """`meta` elements by name or property, JSON-LD's dates and section, and the `time` that is marked as that of publication, else the article's first."""
    found: dict[str, Any] = {}
    article = _body(tags, len(source))
    times: list[tuple[bool, str]] = []
    for k, tag in enumerate(tags):
        if tag.close:
            continue
        if tag.name == "meta":
            key = tag.get("property") or tag.get("name") or tag.get("itemprop")
            content = tag.get("content")
            if key and content:
                found.setdefault(_KEYS.get(key.lower(), key), content)
        elif tag.name == "script" and (tag.get("type") or "").lower() == "application/ld+json":
            end = tags[k + 1].span.start if k + 1 < len(tags) else len(source)
            for key, value in _linked_data(source[tag.span.end : end]).items():
                found.setdefault(key, value)
        elif tag.name == "time" and (moment := tag.get("datetime")):
            marked = tag.get("pubdate") is not None or (tag.get("itemprop") or "").lower() == "datepublished"
            if marked or article.contains(tag.span):
                times.append((marked, moment))
    if times:
        found.setdefault("datetime", max(times, key=lambda item: item[0])[1])
    return found


#: other names of a key that is read
_KEYS = {
    "article:published_time": "article:published_time",
    "og:article:published_time": "article:published_time",
    "datepublished": "datePublished",
    "datemodified": "dateModified",
    "article:section": "section",
    "pubdate": "pubDate",
    "dc.date.issued": "published",
    "parsely-pub-date": "published",
}


def _linked_data(text: str) -> dict[str, Any]:
    """The dates, the section and the genre of the article in a page's JSON-LD."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    found: dict[str, Any] = {}
    for item in _things(value, 0):
        kinds = item.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if not any(isinstance(kind, str) and (kind.endswith("Article") or kind in ("BlogPosting", "Report", "LiveBlogPosting")) for kind in kinds):
            continue
        for key, name in (("datePublished", "datePublished"), ("dateModified", "dateModified"), ("articleSection", "section"), ("genre", "genre")):
            if isinstance(item.get(key), str | list):
                found.setdefault(name, item[key])
    return found


def _things(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 8:
        return
    if isinstance(value, list):
        for item in value:
            yield from _things(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _things(value.get("@graph", []), depth + 1)


READER = Reader("html", (".html", ".htm", ".xhtml"), read)
