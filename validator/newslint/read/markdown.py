"""Markdown: front matter, and the text without its marks, every character mapped to its place in the source.

Blocks become one line each (soft line breaks become spaces), with a blank line between, so that a paragraph of the text is one of the article. Code, images,
comments and link targets are no copy and are left out; indented paragraphs are copy, since newsrooms indent them and write no code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..document import Document
from ..errors import Problem
from ..text import Span
from . import Reader
from .inline import add_inline, label
from .source import TextBuilder, built_document, front_matter

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")
_FENCE = re.compile(r"\s*(`{3,}(?=[^`]*$)|~{3,})")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)")
_CLOSING_HASHES = re.compile(r"(?:^|[ \t]+)#+[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_QUOTE = re.compile(r"\s*>[ \t]?")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|(\d{1,9})[.)])(?:[ \t]+|$)")
_DEFINITION = re.compile(r" {0,3}\[((?:\\.|[^\[\]\\])+)\]:[ \t]*(?:<[^<>]*>|[^\s<]\S*)(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*$")
_FOOTNOTE = re.compile(r" {0,3}\[(\^[^\]\s]+)\]:[ \t]+")
_DELIMITERS = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_COMMENT = re.compile(r" {0,3}<!--")
_HTML_BLOCK = re.compile(
    r" {0,3}</?(?:address|article|aside|base|blockquote|body|center|col|colgroup|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form"
    r"|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|nav|ol|p|script|section|style|summary|table|tbody|td|tfoot|th|thead|title|tr|ul"
    r"|video|audio|picture|source|pre|textarea)(?=[\s/>]|$)",
    re.IGNORECASE,
)
_BLANK = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")
#: within these a blank line does not end the block
_RAW = re.compile(r" {0,3}<(script|style|pre|textarea)(?=[\s>]|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines of source that make one paragraph, heading, item or row; or one stretch of `html`, or of a `comment`."""

    lines: tuple[Span, ...]
    heading: int = 0
    html: bool = False
    comment: bool = False


def read(path: str, source: str) -> tuple[Document, tuple[Problem, ...]]:
    metadata, start, problems = front_matter(path, source)
    labels: set[str] = set()
    blocks = list(_blocks(source, start, labels))
    built = TextBuilder()
    title: Span | None = None
    for block in blocks:
        begin = block.lines[0].start
        built.end_block(begin)
        if block.comment:
            built.comment(source[begin + 4 : block.lines[0].end - 3], *block.lines[0])
            continue
        at = built.length
        if block.html:
            from .html import add_html

            add_html(source, block.lines[0], built)
        else:
            add_inline(source, block.lines, labels, built)
        if block.heading == 1 and title is None:
            title = Span(at, built.length)
    return built_document(path, source, built, metadata, title, problems)


class _Lines:
    """The lines of a source, one after another, with a look at the next."""

    def __init__(self, source: str, start: int) -> None:
        self.source = source
        self._spans = [Span(m.start(1), m.end(1)) for m in _LINE.finditer(source, start) if m.group() or m.start() < len(source)]
        self._next = 0

    def take(self) -> Span | None:
        if self._next == len(self._spans):
            return None
        self._next += 1
        return self._spans[self._next - 1]

    def peek(self) -> str:
        return self._spans[self._next].of(self.source) if self._next < len(self._spans) else ""

    def skip_to(self, offset: int) -> None:
        """Leaves out the lines that begin before an offset; the rest of a line that holds it is the next line."""
        while self._next < len(self._spans) and self._spans[self._next].start < offset:
            self._next += 1
        last = self._spans[self._next - 1]
        if last.start < offset < last.end and self.source[offset : last.end].strip():
            self._next -= 1
            self._spans[self._next] = Span(offset, last.end)


def _blocks(source: str, start: int, labels: set[str]) -> Iterator[_Block]:
    """The blocks of a document; collects the labels of its link references on the way."""
    lines = _Lines(source, start)
    paragraph: list[Span] = []
    table = quoted = False

    def ended(heading: int = 0) -> Iterator[_Block]:
        if paragraph:
            yield _Block(tuple(paragraph), heading)
            paragraph.clear()

    while span := lines.take():
        at = _after_quotes(source, span)
        raw = source[at : span.end]
        if at > span.start and not quoted:
            yield from ended()
        quoted = at > span.start
        if fence := _FENCE.match(raw):
            yield from ended()
            _skip_fence(lines, fence[1])
            continue
        if _COMMENT.match(raw):
            yield from ended()
            begin = at + raw.index("<!--")
            close = source.find("-->", begin)
            end = len(source) if close < 0 else close + 3
            if close >= 0:
                yield _Block((Span(begin, end),), comment=True)
            lines.skip_to(end)
            continue
        if _HTML_BLOCK.match(raw):
            yield from ended()
            end = _html_end(source, at, raw)
            yield _Block((Span(at, end),), html=True)
            lines.skip_to(end)
            continue
        if not raw.strip():
            yield from ended()
            table = False
            continue
        if paragraph and _UNDERLINE.match(raw) and not table:
            yield from ended(1 if "=" in raw else 2)
            continue
        if _RULE.match(raw):
            yield from ended()
            continue
        if not paragraph and (definition := _DEFINITION.match(raw)) and not definition[1].startswith("^"):
            labels.add(label(definition[1]))
            continue
        if footnote := _FOOTNOTE.match(raw):
            yield from ended()
            labels.add(label(footnote[1]))
            at += footnote.end()
            raw = source[at : span.end]
        if heading := _HEADING.match(raw):
            yield from ended()
            content = _CLOSING_HASHES.sub("", raw[heading.end() :])
            if content.strip():
                yield _Block((_trimmed(source, Span(at + heading.end(), at + heading.end() + len(content))),), heading.group().count("#"))
            continue
        if not table and "|" in raw and _DELIMITERS.match(lines.peek()) and "|" in lines.peek():
            yield from ended()
            table = True
            yield _Block((_row(source, Span(at, span.end)),))
            lines.take()
            continue
        if table:
            yield _Block((_row(source, Span(at, span.end)),))
            continue
        item = _ITEM.match(raw)
        # a numbered item interrupts a paragraph only as its first: "in the year\n1986. What a season"
        if item and not (paragraph and item[1] and item[1] != "1" and not _ITEM.match(paragraph[0].of(source))):
            # the bullet stays: it tells the reader of the text that this is an item
            yield from ended()
        line = _trimmed(source, Span(at, span.end))
        if source[line.end - 1] == "\\" and not lines.peek().isspace():
            line = Span(line.start, line.end - 1)
        paragraph.append(line)
    yield from ended()


def _after_quotes(source: str, span: Span) -> int:
    at = span.start
    while quote := _QUOTE.match(source, at, span.end):
        at = quote.end()
    return at


def _skip_fence(lines: _Lines, fence: str) -> None:
    """To the line that closes a block of code, or to the end."""
    while span := lines.take():
        text = _QUOTE.sub("", span.of(lines.source)).strip()
        if len(text) >= len(fence) and not text.strip(fence[0]):
            return


def _html_end(source: str, at: int, raw: str) -> int:
    """The end of a block of HTML: its closing tag for what holds raw text, else the next blank line."""
    if kind := _RAW.match(raw):
        close = re.compile(rf"</{kind[1]}\s*>", re.IGNORECASE).search(source, at)
        return close.end() if close else len(source)
    blank = _BLANK.search(source, at)
    return blank.start() if blank else len(source)


def _trimmed(source: str, span: Span) -> Span:
    text = span.of(source)
    return Span(span.start + len(text) - len(text.lstrip()), span.start + len(text.rstrip()))


def _row(source: str, span: Span) -> Span:
    """A row of a table without the bars around it; those between its cells stay, as what keeps them apart."""
    span = _trimmed(source, span)
    text = span.of(source)
    return _trimmed(source, Span(span.start + text.startswith("|"), span.end - (text.endswith("|") and len(text) > 1)))


READER = Reader("markdown", (".md", ".markdown"), read)
