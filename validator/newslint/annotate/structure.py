"""Paragraphs: where they begin and end, and which are headline, headings and list items."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from ..text import Span

Kind = Literal["headline", "heading", "body", "item"]

_BULLET = re.compile(r"[ \t]*(?:[•◦▪‣●*–—-]|\(?\d{1,2}[.)])[ \t]+")
_ENDS_SENTENCE = re.compile(r"[.!?…:;,][\"”’')\]]*$")
_LINE = re.compile(r"[^\n]*\n?")

#: lines of hard-wrapped copy (wire feeds, mails) are at most this long
_WRAP_WIDTH = 100
_HEADLINE_WIDTH = 200
_HEADING_WIDTH = 90


class Paragraph(NamedTuple):
    """`span` leaves surrounding white space and the bullet out; `number` counts from 0."""

    span: Span
    kind: Kind
    number: int


def paragraphs(text: str, title: Span | None = None) -> tuple[Paragraph, ...]:
    """The paragraphs of a text, in order, none of them empty. `title` is the headline, where the format names one."""
    lines = [Span(m.start(), m.end()) for m in _LINE.finditer(text) if m.end() > m.start()]
    wrapped = _hard_wrapped(text, lines)
    blocks: list[Span] = []
    open_block = False
    for line in lines:
        content = line.of(text)
        if not content.strip():
            open_block = False
            continue
        if open_block and wrapped and not _BULLET.match(content) and not content.startswith(("    ", "\t")):
            blocks[-1] = Span(blocks[-1].start, line.end)
        else:
            blocks.append(line)
        open_block = True
    found: list[Paragraph] = []
    for block in blocks:
        raw = block.of(text)
        bullet = _BULLET.match(raw)
        start = block.start + (bullet.end() if bullet else len(raw) - len(raw.lstrip()))
        span = Span(start, block.start + len(raw.rstrip()))
        if span.end > span.start:
            found.append(Paragraph(span, _kind(text, span, bullet is not None, len(found), len(blocks), title), len(found)))
    return tuple(found)


def _kind(text: str, span: Span, bullet: bool, number: int, total: int, title: Span | None) -> Kind:
    if title is not None and span.overlaps(title):
        return "headline"
    words = span.of(text)
    ends = _ENDS_SENTENCE.search(words) is not None and not words.endswith("...")
    if title is None and number == 0 and total > 1 and not bullet and len(words) <= _HEADLINE_WIDTH and not _ends_in_stop(words):
        return "headline"
    if bullet:
        return "item"
    if len(words) <= _HEADING_WIDTH and (not ends or (words.endswith("?") and len(words.split()) <= 9)):
        return "heading"
    return "body"


def _ends_in_stop(words: str) -> bool:
    return re.search(r"[.][\"”’')\]]*$", words) is not None and not words.endswith("...")


def _hard_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether lines were broken at a width rather than at paragraphs: most lines that another follows stop in mid-sentence."""
    followed = broken = 0
    for line, after in zip(lines, lines[1:], strict=False):
        content = line.of(text).strip()
        if not content or not after.of(text).strip():
            continue
        if len(content) > _WRAP_WIDTH:
            return False
        followed += 1
        broken += len(content) >= _WRAP_WIDTH * 0.4 and _ENDS_SENTENCE.search(content) is None
    return followed > 0 and broken >= 0.5 * followed
