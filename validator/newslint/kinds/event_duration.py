"""`event-duration`: a stated length of an event on record against its accepted starts.

tolerance:  how far a wording stretches, in its own units: bare, nearly, half, ordinal, before, after, about, day, stale, loose
message:    {claimed}, {event}, {start}, {actual}, {as_of} are filled in
stale:      the message for a length that is true but long overtaken, reported as info
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..article import Article
from ..claim import DurationClaim
from ..facts.model import Event
from ..finding import Evidence, Finding, Severity
from ..lengths import STANDARD, Fit, Tolerance, fit, in_words, long_date, reworded
from ..rule import DocumentRule
from . import Declared, Kind, Spec


class EventDurationRule(Declared, DocumentRule):
    """The rule that an `event-duration` declares."""

    def __init__(self, spec: Spec) -> None:
        self.declare(spec)
        stretch = spec.fields["tolerance"].fields(Tolerance.names()) if "tolerance" in spec.fields else {}
        self.tolerance = Tolerance(**{name: node.number() for name, node in stretch.items()}) if stretch else STANDARD
        self.message = spec.fields["message"].text()
        self.stale = spec.fields["stale"].text() if "stale" in spec.fields else self.message

    def check(self, article: Article) -> Iterator[Finding]:
        for claim in article.claims(DurationClaim):
            event = article.facts.events.get(claim.event) if claim.event else None
            if event is None or claim.as_of is None or event.starts == event.ends:  # what happens on a day has no length
                continue
            starts = event.accepted(claim.wording)
            by = min([claim.as_of, *(e.day.latest for e in event.ends)])
            started = [day for day in starts if day < by]
            if not started:
                continue
            fits = {day: fit(claim.expression, day, by, self.tolerance) for day in started}
            if "fits" in fits.values():
                continue
            day, how = nearest(fits, claim, by)
            if how == "low" and (claim.looks_back or event.ends):
                continue
            yield self._finding(article, claim, event, day, by, how)

    def _finding(self, article: Article, claim: DurationClaim, event: Event, start: date, by: date, how: Fit) -> Finding:
        soft = how in ("loose", "stale")
        severity = Severity.INFO if soft or not event.verified else self.severity if claim.named else Severity.WARNING
        message = (self.stale if soft else self.message).format(
            claimed=" ".join(claim.place.excerpt.split()), event=event.name, start=long_date(start), actual=in_words(start, by), as_of=long_date(by)
        )
        return self.report(
            claim,
            message,
            severity=severity,
            suggestions=reworded(article.text, claim.expression, start, by),
            evidence=(Evidence(f"events/{event.id}", event.source),),
            dated_by=claim.origin if by == claim.origin.today else None,
        )


def nearest(fits: dict[date, Fit], claim: DurationClaim, by: date) -> tuple[date, Fit]:
    """The start that a length comes closest to, and how it fits it: a loose or stale fit before none."""
    order: list[Fit] = ["loose", "stale", "high", "low"]
    stated = claim.low if claim.high is None else (claim.low + claim.high) / 2
    return min(fits.items(), key=lambda item: (min(order.index(item[1]), 2), abs((by - item[0]).days - stated), item[0]))


def build(spec: Spec) -> EventDurationRule:
    return EventDurationRule(spec)


KIND = Kind("event-duration", frozenset({"tolerance", "message", "stale"}), frozenset({"message"}), build)
