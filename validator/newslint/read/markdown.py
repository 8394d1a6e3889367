"""Markdown: front matter, and the text without its marks, every character mapped to its place in the source.

Blocks become one line each (soft line breaks become spaces), so that a paragraph of the text is a paragraph of the article.
Code, images, comments and link targets are no copy and are left out.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from ..document import Document
from ..errors import Problem
from ..text import Span
from . import Reader
from .source import TextBuilder, front_matter

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)")
_CLOSING_HASHES = re.compile(r"[ \t]+#+[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_QUOTE = re.compile(r" {0,3}>[ \t]?")
_ITEM = re.compile(r" {0,9}(?:[-*+]|\d{1,9}[.)])[ \t]+")
_DEFINITION = re.compile(r" {0,3}\[[^\]]+\]:[ \t]*\S+")
_HTML_BLOCK = re.compile(r" {0,3}<(?:!--|/?(?:script|style|iframe|figure|table|div|section|aside|nav|video|audio|picture|source)\b)", re.IGNORECASE)

#: what stands for something else, or for nothing, within a line
_INLINE = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>`+)"
    r"|(?P<comment><!--.*?-->)"
    r"|(?P<image>!\[[^\]\[]*\](?:\([^()\s]*(?:\s+\"[^\"]*\")?\)|\[[^\]]*\]))"
    r"|(?P<open>\[(?=[^\[\]]*\](?:\(|\[)))"
    r"|(?P<close>\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+(?:\"[^\"]*\"|'[^']*'))?\)|\[[^\]\[]*\]))"
    r"|(?P<autolink><(?=https?://|mailto:)[^<>\s]*>)"
    r"|(?P<tag></?[a-zA-Z][^<>\n]{0,300}>)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)"
    r"|(?P<star>\*{1,3})"
    r"|(?P<under>_{1,3})"
    r"|(?P<strike>~~)",
    re.DOTALL,
)


def read(path: str, source: str) -> tuple[Document, tuple[Problem, ...]]:
    metadata, start, problems = front_matter(path, source)
    built = TextBuilder()
    title: Span | None = None
    for block in _blocks(source, start):
        if built.length:
            built.add("\n", block.separator, block.separator)
        begin = built.length
        for k, line in enumerate(block.lines):
            if k:
                built.add(" ", block.lines[k - 1].end, line.start)
            _inline(source, line, built)
        if block.heading == 1 and title is None:
            title = Span(begin, built.length)
    text, mapped = built.take()
    return Document(path, source, text, mapped, metadata, title), problems


class _Block:
    """Lines of source that make one paragraph, heading or item; `separator` is where it begins."""

    def __init__(self, separator: int, lines: list[Span], heading: int = 0) -> None:
        self.separator = separator
        self.lines = lines
        self.heading = heading


def _blocks(source: str, start: int) -> Iterator[_Block]:
    lines: list[Span] = []
    fence: str | None = None
    in_html = False

    def block(heading: int = 0) -> Iterator[_Block]:
        nonlocal lines
        if lines:
            yield _Block(lines[0].start, lines, heading)
        lines = []

    for match in _LINE.finditer(source, start):
        raw = match[1]
        at = match.start(1)
        fenced = _FENCE.match(raw)
        if fence is not None:
            if fenced and fenced[1].startswith(fence):
                fence = None
            continue
        if fenced:
            yield from block()
            fence = fenced[1]
            continue
        if in_html:
            in_html = bool(raw.strip())
            continue
        if not lines and _HTML_BLOCK.match(raw):
            in_html = True
            continue
        while quote := _QUOTE.match(raw):
            raw, at = raw[quote.end() :], at + quote.end()
        if not raw.strip() or (_RULE.match(raw) and not (lines and _UNDERLINE.match(raw))) or _DEFINITION.match(raw):
            yield from block()
            continue
        if lines and _UNDERLINE.match(raw):
            yield from block(1 if "=" in raw else 2)
            continue
        if heading := _HEADING.match(raw):
            yield from block()
            content = _CLOSING_HASHES.sub("", raw[heading.end() :])
            lines = [Span(at + heading.end(), at + heading.end() + len(content.rstrip()))]
            yield from block(heading.group().count("#"))
            continue
        if _ITEM.match(raw):
            # the bullet stays: it tells the reader of the text that this is an item
            yield from block()
        indent = len(raw) - len(raw.lstrip())
        hard = raw.endswith("\\")
        lines.append(Span(at + indent, at + len(raw.rstrip()) - hard))
    yield from block()


def _inline(source: str, line: Span, built: TextBuilder) -> None:
    """Adds a line of source without its marks."""
    at = line.start
    match = _INLINE.search(source, at, line.end)
    while match:
        if match.start() > at:
            built.add(source[at : match.start()], at)
        at = _token(source, line, match, built)
        match = _INLINE.search(source, at, line.end)
    if at < line.end:
        built.add(source[at : line.end], at)


def _token(source: str, line: Span, match: re.Match[str], built: TextBuilder) -> int:
    """Adds what a mark stands for; gives the offset after it."""
    start, end = match.span()
    match match.lastgroup:
        case "escape":
            built.add(source[start + 1], start, end)
        case "entity":
            built.add(html.unescape(source[start:end]), start, end)
        case "code":
            closing = source.find(source[start:end], end, line.end)
            if closing < 0:
                built.add(source[start:end], start)
            else:
                return closing + (end - start)
        case "autolink":
            built.add(source[start + 1 : end - 1], start + 1)
        case "star" | "under" | "strike" if not _is_mark(source, line, start, end):
            built.add(source[start:end], start)
        case _:
            pass
    return end


def _is_mark(source: str, line: Span, start: int, end: int) -> bool:
    """Whether * _ ~ mark emphasis here: they touch a word on one side at least, and an underscore is not inside a word."""
    before = source[start - 1] if start > line.start else " "
    after = source[end] if end < line.end else " "
    if before.isspace() and after.isspace():
        return False
    if source[start] == "_" and before.isalnum() and after.isalnum():
        return False
    # a lone mark is a character: its partner must stand in the same line
    return source[line.start : line.end].count(source[start:end]) > 1


READER = Reader("markdown", (".md", ".markdown"), read)
