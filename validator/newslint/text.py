"""Places in a text: half-open spans, and lines and columns.

Offsets count Unicode code points from 0. Lines and columns are 1-based; lines end at LF, CRLF or CR.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol, TypeVar

_LINE_END = re.compile(r"\r\n|\n|\r")


class Span(NamedTuple):
    """A half-open range [start, end) of a text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        return text[self.start : self.end]


def edited(text: str, span: Span, edits: Iterable[tuple[Span, str]]) -> str:
    """What stands in `span`, with the given stretches of it replaced; they don't overlap."""
    parts, at = [], span.start
    for where, new in sorted(edits):
        parts += [text[at : where.start], new]
        at = where.end
    return "".join(parts) + text[at : span.end]


class Spanned(Protocol):
    """Anything that stands at a place in a text."""

    @property
    def span(self) -> Span: ...


S = TypeVar("S", bound=Spanned)


def inside(items: Sequence[S], around: Span) -> list[S]:
    """Those of `items`, which are in order and don't overlap, that lie within a span; quick however many there are."""
    found = []
    for k in range(bisect_left(items, around.start, key=lambda item: item.span.start), len(items)):
        if items[k].span.end > around.end:
            break
        found.append(items[k])
    return found


class Location(NamedTuple):
    """One position in a file, as people and as programs count."""

    line: int
    column: int
    offset: int


class LineMap(NamedTuple):
    """Offsets of the lines of a text, for turning an offset into line and column."""

    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> LineMap:
        return cls((0, *(m.end() for m in _LINE_END.finditer(text))))

    def location(self, offset: int) -> Location:
        line = bisect_right(self.starts, offset)
        return Location(line, offset - self.starts[line - 1] + 1, offset)


class Segment(NamedTuple):
    """A stretch of read text and the stretch of source that it stands for.

    Where both are of one length they correspond character by character; else (an entity, a CRLF, an
    escape) the whole source stretch stands for each of the text's characters.
    """

    text: Span
    source: Span


class SourceMap(NamedTuple):
    """From offsets in the text that is read to offsets in the file as it lies on disk.

    `segments` are in order and cover the text without a gap; none at all means that both are the same.
    """

    segments: tuple[Segment, ...] = ()

    def source(self, span: Span) -> Span:
        """The source that a span of the text stands for."""
        if not self.segments:
            return span
        first = self._segment(span.start)
        last = self._segment(max(span.end - 1, span.start))
        return Span(_inside(first, span.start, first.source.start), _inside(last, span.end, last.source.end))

    def text(self, source: Span) -> Span:
        """The text that stands for a span of the source; what lies between stretches counts to the one after it."""
        if not self.segments:
            return source
        first = self._at_source(source.start)
        last = self._at_source(max(source.end - 1, source.start))
        return Span(_within(first, source.start, first.text.start), max(_within(last, source.end, last.text.end), first.text.start))

    def _at_source(self, offset: int) -> Segment:
        k = bisect_right(self.segments, offset, key=lambda s: s.source.start) - 1
        return self.segments[max(k, 0)]

    def through(self, inner: SourceMap) -> SourceMap:
        """The map to where `inner` leads from this map's source: for a format within another."""
        if not inner.segments or not self.segments:
            return inner if not self.segments else self
        segments: list[Segment] = []
        for text, source in self.segments:
            if text.end - text.start != source.end - source.start:
                segments.append(Segment(text, inner.source(source)))
                continue
            at = source.start
            while at < source.end:
                step = inner._segment(at)
                end = min(step.text.end, source.end)
                moved = Span(text.start + at - source.start, text.start + end - source.start)
                segments.append(Segment(moved, inner.source(Span(at, end))))
                at = end
        return SourceMap(tuple(segments))

    def _segment(self, offset: int) -> Segment:
        k = bisect_right(self.segments, offset, key=lambda s: s.text.start) - 1
        return self.segments[max(k, 0)]


def _inside(segment: Segment, offset: int, otherwise: int) -> int:
    text, source = segment
    if text.end - text.start == source.end - source.start:
        return source.start + offset - text.start
    return otherwise


def _within(segment: Segment, offset: int, otherwise: int) -> int:
    text, source = segment
    if text.end - text.start == source.end - source.start:
        return min(max(text.start + offset - source.start, text.start), text.end)
    return otherwise
