"""What a rule reports: a finding with its place, its evidence and the other places it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from .document import Published
from .text import Location


class Severity(IntEnum):
    """How sure a rule is: `error` is decided by arithmetic or a sourced fact, `warning` is for a desk to look at."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        return self.name.lower()

    @classmethod
    def parse(cls, label: str) -> Severity:
        """Raises KeyError for anything but info, warning, error."""
        return cls[label.upper()]


class InQuote(NamedTuple):
    """That a place lies inside a quotation, and whose; `speaker` is None where that is not known."""

    speaker: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a document: `start` and `end` are half-open positions in the file, `excerpt` the text there, without its markup."""

    path: str
    start: Location
    end: Location
    excerpt: str
    in_quote: InQuote | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding rests on, and what stands there."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A fact that a finding rests on: its id (`officials/andrii-sybiha`) and the address of its source."""

    fact: str
    source: str

    @property
    def host(self) -> str:
        """Who publishes the source: the host of its address."""
        return self.source.partition("://")[2].partition("/")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One report. `message` says what the copy says, what the record or the other place says, what to change.

    `suggestions` are replacements for the excerpt, the likeliest first. `assumed` is the publication date that
    the finding rests on, where it rests on one.
    """

    rule: str
    severity: Severity
    message: str
    place: Place
    suggestions: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    assumed: Published | None = None
    fingerprint: str = ""

    @property
    def family(self) -> str:
        return self.rule.partition("/")[0]
