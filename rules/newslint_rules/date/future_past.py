"""date/future-past: a verb of the past with a date to come, and the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from newslint import Article, Bad, DateClaim, DocumentRule, Finding, Good, Severity, edited, lengths

#: what lies ahead may have been planned, ordered or imagined in the past: then a date to come is no contradiction
_PLANNED = re.compile(
    r"\b(?:will|would|shall|should|could|can|may|might|must|if|unless|until|till|by|through|before|scheduled|rescheduled|slated|due|set|expect\w*|plan\w*|propos\w+|postponed|"
    r"delayed|pushed|moved|extend\w*|expir\w+|deadline|effective|start(?:s|ing)|begins?|beginning|upcoming|next|going to|to (?!the|an?|his|her|its|their|our|reporters|lawmakers|this|that)[a-z]+|target\w*|project\w*|forecast\w*|estimat\w+|"
    r"booked|reserved|valid|sentenced|maturing|matur\w+|payable|dated|fictional|imagin\w+|novel|film|movie|series|game|episode|ahead|intend\w*|want\w*|hop\w+|vow\w*)\b",
    re.IGNORECASE,
)
#: "on", or nothing, between the verb and the date; with some words between ("was seen in the resort on") no clause may end there
_GOVERNS = re.compile(r"\b(?:was|were|said|told|held|made|took|met|died|won|\w{3,}ed)\b[^,;:()\"“”]{0,60}\son\s$", re.IGNORECASE)
_WILL = re.compile(r"\b(?:will|is (?:due|set|scheduled|expected) to)\s+(?:be\s+)?\w+(?:\s+[^\s,;:]+){0,5}\son\s$", re.IGNORECASE)
#: days: two time zones, and copy that is filed for the next morning
_MARGIN = timedelta(2)


class FuturePast(DocumentRule):
    """The verb says that it happened, the date that it is still to come; or the other way round.

    In January most such slips are last year's number. Plans, orders and deadlines look ahead from the past, and are left alone.
    """

    id = "date/future-past"
    severity = Severity.ERROR
    examples = (
        Bad("The ministry said on «Nov. 28, 2018», that the bridge was safe.", published="2017-11-28"),
        Bad("Two hikers were rescued on «December 8, 2023».", published="2023-03-12"),
        Bad("The singer was seen in a harbour bar on «December 8, 2023», and left early.", published="2023-03-12"),
        Bad("The council will meet on «May 3, 2014», to vote.", published="2016-04-20"),
        Good("The ministry said on Nov. 28, 2017, that the bridge was safe.", published="2017-11-28"),
        Good("A hearing was scheduled for September 10, 2025.", published="2025-09-03"),
        Good("The trial was to start on September 9, 2026, the court said.", published="2025-09-03"),
        Good("The lease, signed in 2010, runs out on May 3, 2030.", published="2016-04-20"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        today = article.origin.today
        if today is None:
            return
        for claim in article.claims(DateClaim):
            days = claim.likeliest
            if days is None or not claim.explicit_year or claim.form not in ("full", "numeric") or days.earliest.year > today.year + 30:
                continue
            sentence = article.sentence(claim.span.start)
            before = article.text[sentence.start : claim.span.start]
            if days.earliest > today + _MARGIN and self._has_happened(claim, before, article.text[claim.span.end : sentence.end]):
                yield self._finding(article, claim, days.earliest, "is still to come", today)
            elif days.latest < today - _MARGIN and _WILL.search(before):
                yield self._finding(article, claim, days.latest, "is past", today)

    def _has_happened(self, claim: DateClaim, before: str, after: str) -> bool:
        if claim.lean == -2:
            return not _PLANNED.search(before[-45:])
        verb = _GOVERNS.search(before)
        return verb is not None and not _PLANNED.search(before, max(verb.start() - 25, 0)) and not _PLANNED.search(after)

    def _finding(self, article: Article, claim: DateClaim, day: date, how: str, today: date) -> Finding:
        verb = "tells of the past" if how.startswith("is still") else "looks ahead"
        year = claim.expression.start.year
        suggestions = []
        if year is not None:
            meant = _same_day(day, today, past=day > today)
            suggestions = [edited(article.text, claim.span, [(year.span, str(meant.year))])] if meant else []
        return self.report(
            claim,
            f"the sentence {verb}, but {lengths.long_date(day)}, {how} on {lengths.long_date(today)}, the day of publication; correct the date or the tense",
            suggestions=suggestions,
            dated_by=claim.origin,
        )


def _same_day(day: date, today: date, *, past: bool) -> date | None:
    """The same day of the year nearest to today that is past, or not past."""
    years = (today.year, today.year - 1) if past else (today.year, today.year + 1)
    for year in years:
        try:
            found = day.replace(year=year)
        except ValueError:
            continue
        if (found <= today) is past:
            return found
    return None
