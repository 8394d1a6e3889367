"""A stated length of an event on record against its accepted starts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import regex

from ..article import Article
from ..claim import DateClaim, DurationClaim
from ..expression import DateExpression
from ..facts.model import Event
from ..finding import Evidence, Finding, Related, Severity
from ..lengths import STANDARD, Fit, Tolerance, fit, in_words, long_date, reworded
from ..pattern import pattern
from ..rule import DocumentRule
from ..shape import NUMBER, Key, record, template
from ..text import edited
from . import Declared, Kind, Spec

#: behind a length that counts on when the event is over
_COUNTS = pattern(r"\s+(?:after|since|(?:have|has)\s+(?:now\s+)?(?:passed|gone\s+by|elapsed))\b", regex.IGNORECASE)
#: a war begins with a first shot, a declaration, or the day on which it was noticed
_NEAR = timedelta(31)


class EventDurationRule(Declared, DocumentRule):
    """The rule that an `event-duration` declares."""

    def __init__(self, spec: Spec) -> None:
        self.declare(spec)
        self.tolerance = Tolerance(**spec["tolerance"]) if spec["tolerance"] else STANDARD
        self.message: str = spec["message"]
        self.stale: str = spec["stale"] or self.message
        self.begun: str = spec["begun"] or self.message

    def check(self, article: Article) -> Iterator[Finding]:
        for claim in article.claims(DurationClaim):
            event = article.facts.events.get(claim.event) if claim.event else None
            if event is None or event.starts == event.ends:  # what happens on a day has no length
                continue
            if claim.expression.form == "since":
                yield from self._stated(article, claim, event)
                continue
            if claim.as_of is None:
                continue
            starts, by = event.accepted(claim.wording), claim.as_of
            if claim.expression.form != "ago" and not _COUNTS.match(claim.wording, claim.span.end - claim.span.start):
                by = min([by, *(e.day.latest for e in event.ends)])
            elif any(fit(claim.expression, e.day.latest, by, self.tolerance) == "fits" for e in event.ends if e.day.latest < by):
                continue  # "ten years after the war" may count from its end
            started = [day for day in starts if day < by]
            if not started:
                continue
            fits = {day: fit(claim.expression, day, by, self.tolerance) for day in started}
            if "fits" in fits.values():
                continue
            day, how = nearest(fits, claim, by)
            if how == "low" and (claim.looks_back or any(e.day.latest < claim.as_of for e in event.ends)):
                continue
            yield self._finding(article, claim, event, day, by, how)

    def _stated(self, article: Article, claim: DurationClaim, event: Event) -> Iterator[Finding]:
        """A start that the copy gives, where no accepted one is near it."""
        (stated,) = claim.starts
        starts = event.accepted(claim.wording)
        if any(stated.days.earliest - _NEAR <= day <= stated.days.latest + _NEAR for day in starts):
            return
        start = min(starts, key=lambda day: (abs(day - stated.days.earliest), day))
        expression = next(c.expression for c in article.claims(DateClaim) if c.span == claim.expression.number)
        record = Evidence(f"events/{event.id}", event.source)
        yield self.report(
            claim,
            self.begun.format(**self._told(claim, event, start, claim.as_of or start, record)),
            severity=Severity.WARNING if event.verified else Severity.INFO,
            suggestions=_redated(article.text, claim, expression, start),
            related=(Related(stated.place, "the start as the copy has it"),),
            evidence=(record,),
        )

    @staticmethod
    def _told(claim: DurationClaim, event: Event, start: date, by: date, record: Evidence) -> dict[str, str]:
        return {
            "claimed": " ".join(claim.place.excerpt.split()),
            "event": event.name,
            "start": long_date(start),
            "actual": in_words(start, by),
            "as_of": long_date(by),
            "source": record.host,
        }

    def _finding(self, article: Article, claim: DurationClaim, event: Event, start: date, by: date, how: Fit) -> Finding:
        soft = how in ("loose", "stale")
        severity = Severity.INFO if soft or not event.verified else self.severity if claim.named else Severity.WARNING
        record = Evidence(f"events/{event.id}", event.source)
        message = (self.stale if soft else self.message).format(**self._told(claim, event, start, by, record))
        return self.report(
            claim,
            message,
            severity=severity,
            suggestions=reworded(article.text, claim.expression, start, by),
            evidence=(record,),
            dated_by=claim.origin if by == claim.origin.today else None,
        )


def _redated(text: str, claim: DurationClaim, e: DateExpression, start: date) -> list[str]:
    """The copy's own date with the year of the record, where that alone makes it right."""
    year, month, day = e.start.year, e.start.month, e.start.day
    if year is None or (month and month.value != start.month) or (day and day.value != start.day):
        return []
    return [edited(text, claim.span, [(year.span, str(start.year))])]


def nearest(fits: dict[date, Fit], claim: DurationClaim, by: date) -> tuple[date, Fit]:
    """The start that a length comes closest to, and how it fits it: a loose fit before none."""
    stated = claim.low if claim.high is None else (claim.low + claim.high) / 2
    return min(fits.items(), key=lambda item: (item[1] != "loose", abs((by - item[0]).days - stated), item[0]))


_STRETCH = {
    "bare": "“N years” fits from this share of N on, up to N + 1.",
    "nearly": "“Nearly N years” fits from N less this.",
    "half": "“N and a half years” fits give or take this.",
    "ordinal": "“In its Nth year” fits from N - 1 to N, give or take this.",
    "before": "“Entering its Nth year” fits so many days before the turn.",
    "after": "And so many days after it.",
    "about": "“About N years” fits give or take this share of N.",
    "day": "“On day N” fits give or take so many days.",
    "stale": "“More than N years” is overtaken from this share of N on, but not before N + 1.",
    "loose": "What fits all but for this many years (months, days) is told apart, as info.",
}
_MESSAGE = template("claimed", "event", "start", "actual", "as_of", "source")

KIND = Kind(
    name="event-duration",
    doc=__doc__ or "",
    keys={
        "tolerance": Key(
            record({name: Key(NUMBER, f"{_STRETCH[name]} By itself `{getattr(STANDARD, name):g}`.") for name in Tolerance.names()}),
            "How far a wording stretches; N is the number stated.",
        ),
        "message": Key(
            _MESSAGE,
            "`{claimed}` is the length in the copy, `{event}` began on `{start}` by the record (`{source}`), `{actual}` before `{as_of}`.",
            True,
        ),
        "begun": Key(_MESSAGE, "The message for a wrong start in the copy (“since February 2021”); by itself the first one."),
        "stale": Key(_MESSAGE, "The message for a length that is true but long overtaken, reported as info; by itself the other one."),
    },
    build=EventDurationRule,
    example="""\
id: house/war-length
kind: event-duration
severity: warning
summary: A stated length of a war does not fit its start.
message: "The copy says “{claimed}”, but the {event} began on {start}, {actual} before {as_of}."
examples:
  bad:
    - {published: 2025-09-03, text: "Prices rose again in the «six-year» war in Ukraine."}
  good:
    - {published: 2025-09-03, text: "The war in Ukraine has entered its fourth year, and the harvest is poor."}
""",
)
