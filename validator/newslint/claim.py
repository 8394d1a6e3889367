"""What documents assert: the kinds of claim, as plain frozen values that pickle.

Dates and lengths are intervals, numbers are ranges. What was not said is None, never guessed.
A claim carries its place, its sentence and its document's origin, so that no document is opened again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

import regex

from . import wording
from .document import Published
from .expression import DateExpression, DurationExpression, Hedge, LengthUnit
from .finding import Place
from .pattern import pattern
from .text import Span

_MISPRINT = pattern(
    r"\b(?:(?:earlier|previous)\s+version|misstated|misidentified|misspelled|by\s+mistake|in\s+error|misprint\w*|typo|"
    r"(?:incorrectly|erroneously|mistakenly|wrongly)\s+(?:said|stated|reported|listed|dated|gave|given|named|described|referred))\b",
    regex.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Origin:
    """The document that a claim comes from.

    `story` names the group of documents that tell the same story, `copy` those of them that are versions of one text (reprints, updates of
    one wire story); both are None for a document alone.
    """

    path: str
    published: Published
    story: str | None = None
    copy: str | None = None

    @property
    def today(self) -> date | None:
        return self.published.today

    @property
    def source(self) -> str:
        """What counts as one source, however often it is printed."""
        return self.copy or self.path


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """`span` is in the document's text, `place` in its file; `sentence` is the sentence around it."""

    kind: ClassVar[str]
    origin: Origin
    span: Span
    place: Place
    sentence: str

    @property
    def misprint(self) -> bool:
        """Whether the sentence tells of a mistake that was made: "An earlier version of this article misstated the day as Tuesday, May 3"."""
        return _MISPRINT.search(self.sentence) is not None


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `earliest` to `latest`, both included."""

    earliest: date
    latest: date

    def disjoint(self, other: Interval) -> bool:
        return self.latest < other.earliest or other.latest < self.earliest


@dataclass(frozen=True, slots=True, kw_only=True)
class DateClaim(Claim):
    """A date expression. `value` is the likeliest reading (ISO, see INTERFACE), `likeliest` its days; `readings` covers all readings.

    `explicit_year`: the year stands in the text. `weekday` is 0 (Monday) to 6 as written beside the date, else None.
    `expression` holds the parts as written, with their places in the text. `form`: full, day-month, month, year, weekday, relative, range, holiday, ... as the annotator names it.
    `lean`: 1 where the words around it look ahead, -1 where they look back, -2 where a verb of the past stands right beside it, else 0.
    """

    kind: ClassVar[str] = "date"
    expression: DateExpression
    form: str
    value: str | None
    likeliest: Interval | None
    readings: Interval | None
    weekday: int | None = None
    explicit_year: bool = False
    lean: int = 0


@dataclass(frozen=True, slots=True)
class StatedStart:
    """A beginning as the article dates it, and where; `beside`: in the same sentence as the length."""

    days: Interval
    place: Place
    beside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DurationClaim(Claim):
    """How long something has lasted by `as_of`: `count` of `unit` as stated, `low` to `high` in days as meant.

    `subject`: the noun for what has lasted ("war", "strike"), and `event` what it is on record. `wording`: the words from the length to
    that noun, where a cue may bind it to one of several starts. `about`: places, names and the year beside that noun ("war of 2006"). `named`: the event is named there, and not told from the whole article. `looks_back`: the sentence tells of some day past, so that the length
    may be of that day. `starts`: those that the article itself gives. `as_of` None: by a day that is not known.
    """

    kind: ClassVar[str] = "duration"
    expression: DurationExpression
    event: str | None
    subject: str | None
    wording: str
    count: float
    unit: LengthUnit
    hedge: Hedge
    low: float
    high: float | None
    as_of: date | None
    about: frozenset[str] = frozenset()
    named: bool = False
    looks_back: bool = False
    starts: tuple[StatedStart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleClaim(Claim):
    """A person is given a title. `as_of` is the day that the sentence speaks of, None for another time than the document's own.

    `organisation` is the country or body as written, `organisation_id` its fact; both None where the title names none.
    """

    kind: ClassVar[str] = "role"
    person: str
    person_id: str | None
    role: str
    role_id: str | None
    organisation: str | None
    organisation_id: str | None
    former: bool
    as_of: date | None
    name_span: Span
    #: what the text says of the title beside `former`: then, acting, interim, outgoing, designate, elect, late, ...
    modifiers: tuple[str, ...] = ()
    #: the title as it stands, with its country or body
    wording: str = ""
    #: the sentence speaks of the document's own time, whichever that is
    present: bool = True
    #: how the title is led: "the" (or a possessive), "a", or neither
    article: Literal["the", "a"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListClaim(Claim):
    """An enumeration: `stated` is the number that the text gives it, `counted` how many it names (nested counts added).

    `spans` are the places of the items in the text, `members` what they are compared by: countries by their ids, others in lower case, None for
    those that are only counted ("three Gulf states"). `bare`: names in a row, which the text does not call a list.
    """

    kind: ClassVar[str] = "list"
    noun: str | None
    topic: str | None
    stated: int | None
    items: tuple[str, ...]
    counted: int
    open: bool
    spans: tuple[Span, ...] = ()
    members: tuple[str | None, ...] = ()
    bare: bool = False


_PRONOUNS = frozenset(["he", "she", "they", "it", "his", "her", "their", "its", "who"])

QuoteType = Literal["direct", "partial", "scare", "title"]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteClaim(Claim):
    """A quotation in one paragraph; `speaker_place` is the mention that governs the cue there.

    `speaker_kind`: "person" where the speaker is known for one, "other" for bodies and unnamed sources, None for nobody.
    """

    kind: ClassVar[str] = "quote"
    text: str
    speaker: str | None
    speaker_id: str | None
    speaker_place: Place | None
    cue: str | None
    closed: bool
    type: QuoteType
    found_by: str | None = None
    speaker_kind: Literal["person", "other"] | None = None

    @property
    def named(self) -> bool:
        """Whether the cue names a person, rather than a body or a pronoun that had to be resolved."""
        return self.speaker_kind == "person" and self.speaker_place is not None and self.speaker_place.excerpt.lower() not in _PRONOUNS

    def same_speaker(self, other: QuoteClaim) -> bool | None:
        """Whether both are said by one person, or may be; None where either doesn't name one."""
        if not (self.named and other.named and self.speaker and other.speaker):
            return None
        if self.speaker_id and other.speaker_id and not self._by_surname and not other._by_surname:
            return self.speaker_id == other.speaker_id
        # a surname alone may be that of somebody whom a shortened text no longer names in full
        return self.speaker_id == other.speaker_id is not None or wording.same_name(self.speaker, other.speaker)

    @property
    def _by_surname(self) -> bool:
        """Whether the speaker is named without the given name."""
        return self.speaker is not None and self.speaker_place is not None and self.speaker.split()[0] not in self.speaker_place.excerpt


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureClaim(Claim):
    """How many there were, or how much: `low` to `high` (None: no upper end); `exact`: a single number without a hedge.

    `unit` is what is counted in: "people", "votes", a currency, "percent". `event` is a fact's id, `incident` the kind of thing that happened
    ("explosion"), `place_name` where, `site` at what ("market"), `days` the weekdays beside it. `by`: who says so, as written. `of`: the noun of those
    counted, None for people in general. `part`: not all that there are ("another 12"). `risen`: it was lower before. `stands`: in which part of the
    article. `aside`: the words by which the sentence speaks of another time or event beside the one reported. `attacker`: the article tells of the
    death of those who did it, whom one desk counts in and another does not.
    """

    kind: ClassVar[str] = "figure"
    measure: str
    event: str | None
    incident: str | None
    place_name: str | None
    low: float
    high: float | None
    as_of: date | None
    unit: str = "people"
    by: str | None = None
    exact: bool = False
    of: str | None = None
    part: bool = False
    risen: bool = False
    stands: Literal["headline", "lead", "body"] = "body"
    site: str | None = None
    days: frozenset[str] = frozenset()
    aside: str | None = None
    attacker: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NameClaim(Claim):
    """A mention of an entity by name: `name` is the full name it stands for, `spelling` the letters used here."""

    kind: ClassVar[str] = "name"
    entity: Literal["person", "organisation", "place"]
    name: str
    spelling: str
    entity_id: str | None


Matter = Literal["offer", "charge", "act"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseClaim(Claim):
    """`party` has (or has not yet) responded to something.

    `party_id` is the fact's id of the person, body or country, or else the name in lower case; `speaks_for` the country of an official or of
    its capital's name. `to` is what is responded to, as written; `matter` its kind: an offer, a charge, or something done or said; `by` the
    country or person that it comes from. None where the text does not say.
    """

    kind: ClassVar[str] = "response"
    party: str
    to: str | None
    status: Literal["accepted", "rejected", "responded", "none-yet"]
    as_of: date | None
    party_id: str = ""
    speaks_for: str | None = None
    matter: Matter | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingClaim(Claim):
    """Where, or on which occasion, a remark was made or a meeting held.

    `event` names it so that articles can be compared: who spoke and what kind of remark it was ("offer by vladimir-putin"), or who met whom
    on which day. `occasion` is as written, `sort` its kind ("press conference"); `country` is that of `where`. `quotes` are the remark's
    words, as hashes of runs of content words.
    """

    kind: ClassVar[str] = "setting"
    event: str
    occasion: str | None
    where: str | None
    as_of: date | None
    sort: str | None = None
    country: str | None = None
    quotes: frozenset[int] = frozenset()
