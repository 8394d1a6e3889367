"""What packs hold: who held which office when, which event began when, what belongs to which country.

Everything is frozen. Dates may be known to the month or the year only: they are
intervals, and a rule accuses only from the interval and its tolerance.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from ..claim import Interval

#: by the name of an index, what it is made of: key -> a value that JSON can hold, or its JSON text
Tables = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person's time in an office. `end` None: still in office when the office was last reviewed (`reviewed`)."""

    role: str
    of: str
    start: Interval
    end: Interval | None
    source: str
    reviewed: date
    verified: bool = False
    tolerance: int = 3
    acting: bool = False
    title: str | None = None

    def possible(self, day: Interval) -> bool:
        """Whether the office may have been held at some time in `day`, with the tolerance given."""
        slack = timedelta(self.tolerance)
        ends = self.end.latest if self.end else date.max - slack
        return self.start.earliest - slack <= day.latest and day.earliest <= ends + slack

    def certain(self, day: Interval) -> bool:
        """Whether the office was surely held all through `day`."""
        slack = timedelta(self.tolerance)
        ends = self.end.earliest if self.end else self.reviewed
        return self.start.latest + slack <= day.earliest and day.latest <= ends - (slack if self.end else timedelta(0))


@dataclass(frozen=True, slots=True)
class Person:
    id: str
    name: str
    aliases: tuple[str, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    born: Interval | None = None
    sex: str | None = None
    pack: str = ""
    #: file and line, for messages about the pack itself
    place: str = ""

    @property
    def fact(self) -> str:
        """The id under which findings cite this record."""
        return f"{self.pack}/{self.id}" if self.pack else self.id


@dataclass(frozen=True, slots=True)
class Office:
    """What a pack says of one office: until when it was reviewed (None: as its pack), and whether it has many holders at a time."""

    reviewed: date | None = None
    many: bool | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """A kind of office. `titles` are valid everywhere, `local` for one country; `local_only`: countries where only those are."""

    id: str
    titles: tuple[str, ...]
    local: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    local_only: frozenset[str] = frozenset()
    one_holder: bool = True
    excludes: frozenset[str] = frozenset()
    deputy_of: str | None = None
    rank: str | None = None


@dataclass(frozen=True, slots=True)
class Start:
    """An accepted start (or end) of an event; words in `cues` bind a mention to this one."""

    day: Interval
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    id: str
    name: str
    kind: str
    starts: tuple[Start, ...]
    ends: tuple[Start, ...] = ()
    lasting: bool = False
    aliases: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    place: str | None = None
    tolerance: int = 0
    source: str = ""
    verified: bool = False
    pack: str = ""

    def accepted(self, wording: str) -> tuple[date, ...]:
        """The days of the starts that a wording may mean: those that a cue in it binds to, else all; of a month, its first and last."""
        words = wording.lower()
        bound = [s for s in self.starts if any(cue.lower() in words for cue in s.cues)]
        return tuple(dict.fromkeys(day for s in bound or self.starts for day in (s.day.earliest, s.day.latest)))


@dataclass(frozen=True, slots=True)
class Country:
    id: str
    name: str
    iso: str | None = None
    kind: str = "country"
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Membership:
    of: str
    start: Interval | None = None
    end: Interval | None = None


@dataclass(frozen=True, slots=True)
class Organisation:
    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str | None = None
    members: tuple[Membership, ...] = ()
    source: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class Packs:
    """All packs in force, later packs layered over earlier ones, by id."""

    people: Mapping[str, Person] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    countries: Mapping[str, Country] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    offices: Mapping[tuple[str, str], Office] = field(default_factory=dict)
    #: the house's preferred spellings: any known spelling of a name -> the one to use
    preferred: Mapping[str, str] = field(default_factory=dict)
    #: changes whenever a pack does: part of every cache key
    digest: str = ""
    #: what the indexes are made of, where it was worked out before (`tables.tables`)
    tables: Tables = field(default_factory=dict)
