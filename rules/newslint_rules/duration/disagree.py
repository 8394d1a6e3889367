"""duration/disagree: the length of one event in several articles."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from newslint import Bad, CorpusRule, DurationClaim, Facts, Finding, Good, Related, Severity, lengths

#: articles published within these days of one another are of one story
_DAYS = 10
#: claims that one is compared with at most
_MOST = 200


class Disagree(CorpusRule[DurationClaim]):
    """Articles of the same days give one event lengths that can't both be right.

    They are compared by the starts that they imply, each from its own day of publication. Lengths that count from different
    accepted starts (a war since 2014, its full-scale phase since 2022) do not disagree.
    """

    id = "duration/disagree"
    severity = Severity.WARNING
    claim = DurationClaim
    examples = (
        Bad(
            "The war in Ukraine, now in its fourth year, has emptied the villages.",
            "After nearly four years of war in Ukraine the mill is closed.",
            "The «two-year-old» war in Ukraine has driven up the price of bread.",
            published="2025-10-20",
        ),
        Good(
            "The war in Ukraine, now in its fourth year, has emptied the villages.",
            "The 11-year-old war in Ukraine has driven up the price of bread.",
            published="2025-09-03",
        ),
        Good(
            "The war in Ukraine, now in its fourth year, has emptied the villages.",
            "The two-year-old war in Ukraine has driven up the price of bread.",
            dates=["2025-09-03", "2024-04-03"],
        ),
    )

    def keys(self, claim: DurationClaim) -> Iterable[str]:
        if claim.event and claim.expression.form != "since" and not claim.looks_back and (claim.as_of or claim.origin.published.day is None):
            yield claim.event

    def check(self, claims: Sequence[DurationClaim], facts: Facts) -> Iterator[Finding]:
        read = [_read(claim, facts) for claim in claims]
        dated = sorted((c for c in read if c.claim.as_of), key=lambda c: c.claim.as_of or date.min)
        days = [c.claim.as_of or date.min for c in dated]
        undated = [c for c in read if c.claim.as_of is None][:_MOST]
        against = [
            [c.claim for c in _beside(own.claim, days, dated, undated) if c.claim.origin.path != own.claim.origin.path and not _compatible(own, c)]
            for own in read
        ]
        # of two that differ the one is reported that the record contradicts, else the one that more articles contradict, else the later one
        doubts = {id(c): (_off_the_record(c, facts), len(others), n) for n, (c, others) in enumerate(zip(claims, against, strict=True))}
        for claim, others in zip(claims, against, strict=True):
            better = [c for c in others if doubts[id(c)] < doubts[id(claim)]]
            if better:
                first = better[0]
                yield self.report(
                    claim,
                    f"The copy says “{_words(claim)}”, {first.place.path} (line {first.place.start.line}) says “{_words(first)}” of the same event; settle on one",
                    related=[Related(c.place, f"here it is “{_words(c)}”") for c in better[:5]],
                    dated_by=claim.origin if claim.as_of else None,
                )


def _off_the_record(claim: DurationClaim, facts: Facts) -> bool:
    """Whether a length fits no accepted start of its event."""
    event = facts.events.get(claim.event or "")
    if event is None or claim.as_of is None:
        return False
    starts = [day for day in event.accepted(claim.wording) if day <= claim.as_of]
    return not any(lengths.fit(claim.expression, day, claim.as_of) in ("fits", "loose") for day in starts)


class _Read(NamedTuple):
    """A claim with the days on which it would be right, by each accepted start; whether it is on its own; and the first and last start that it implies."""

    claim: DurationClaim
    windows: tuple[tuple[date, date], ...]
    fits: bool
    begun: tuple[date, date] | None


def _read(claim: DurationClaim, facts: Facts) -> _Read:
    event, day = facts.events.get(claim.event or ""), claim.as_of
    windows = tuple(lengths.possible(claim.expression, start) for start in event.accepted(claim.wording)) if event else ()
    if day is None:
        return _Read(claim, windows, False, None)
    origin = date(2000, 1, 1)
    low, high = lengths.possible(claim.expression, origin)
    return _Read(claim, windows, any(first <= day <= last for first, last in windows), (day - (high - origin), day - (low - origin)))


def _beside(claim: DurationClaim, days: Sequence[date], dated: Sequence[_Read], undated: Sequence[_Read]) -> Sequence[_Read]:
    """The claims of the same days; of a claim without a day, those without one. No more than some of a day that everybody writes about."""
    if claim.as_of is None:
        return undated
    first = bisect_left(days, claim.as_of - timedelta(_DAYS))
    last = bisect_right(days, claim.as_of + timedelta(_DAYS))
    return dated[first : min(last, first + _MOST)]


def _compatible(one: _Read, other: _Read) -> bool:
    """Whether some accepted starts, and for undated articles some day, make both lengths right."""
    if (one.fits and other.fits) or not one.windows:
        return True
    if one.begun and other.begun:
        return one.begun[0] <= other.begun[1] and other.begun[0] <= one.begun[1]
    return any(a[0] <= b[1] and b[0] <= a[1] for a in one.windows for b in other.windows)


def _words(claim: DurationClaim) -> str:
    return " ".join(claim.place.excerpt.split())
