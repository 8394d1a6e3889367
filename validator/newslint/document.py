"""A document as it was read: its text, where that text stands in the file, and its metadata."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from .text import LineMap, Location, SourceMap, Span

DateSource = Literal["metadata", "config", "path", "option", "text", "corpus", "unknown"]


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was published, and how that is known.

    `today` is the day that the text calls "today": the later of a first and an updated date.
    `span` is the place in the text that told it, for `source == "text"`; `printed`: it is a full date in the news sentence itself, and so
    the document's own word.
    """

    day: date | None = None
    source: DateSource = "unknown"
    updated: date | None = None
    span: Span | None = None
    printed: bool = False

    @property
    def today(self) -> date | None:
        return self.updated or self.day

    @property
    def inferred(self) -> bool:
        """Worked out from the text or from other documents: findings that rest on it are at most warnings."""
        return self.source in ("text", "corpus")


@dataclass(frozen=True, slots=True)
class Suppression:
    """That some rules are not to report in a stretch of a file, or (`span` None) in all of it, and why.

    `span` is in offsets of the file; `path` and `line` say where that is written.
    """

    rules: tuple[str, ...]
    reason: str
    path: str
    line: int | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One article.

    `path` is as reported (POSIX, relative to the working directory where it lies below it); `source` is the
    decoded file, a byte-order mark included; `text` is what rules read, its lines ended by LF alone.
    `title` is the headline's span in `text`, where the format names one.
    """

    path: str
    source: str
    text: str
    map: SourceMap = SourceMap()
    metadata: Mapping[str, Any] = field(default_factory=dict)
    title: Span | None = None
    suppressions: tuple[Suppression, ...] = ()

    def locations(self, lines: LineMap, span: Span) -> tuple[Location, Location]:
        """Where a span of the text stands in the file."""
        start, end = self.map.source(span)
        return lines.location(start), lines.location(end)
