"""date/ago: a date and how long ago it is said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from newslint import Article, Bad, DateClaim, DocumentRule, DurationClaim, Finding, Good, Interval, Related, Severity, Span, almanac, inside, lengths

#: what may stand between the two: "five years ago, in 2019", "in March 2019, some five years ago"
_BESIDE = re.compile(r",?\s*[(–—-]?\s*(?:(?:back\s+)?(?:in|on)\s+)?")
#: "in January a year ago", "a year ago in January"
_MONTHLY = re.compile(r"\s*(?:in\s+)?")
_REACH = 40
_DATED = ("full", "numeric", "day-month", "month", "year")


class Ago(DocumentRule):
    """A date and the words "so long ago" beside it do not agree.

    One of the two was right when it was written. A date known to its month or year only is taken at its most favourable day.
    """

    id = "date/ago"
    severity = Severity.WARNING
    examples = (
        Bad("The mill closed «five years ago», in 2015.", published="2025-09-03"),
        Bad("The panel began its review on July 13, 2015, «three months ago».", published="2016-04-20"),
        Bad("The bypass opened in March 2019 («two years ago»).", published="2025-09-03"),
        Good("The mill closed six years ago, in 2019.", published="2025-09-03"),
        Good("The panel began its review on July 13, 2015, nine months ago.", published="2016-04-20"),
        Good("The mill sold more than in January a year ago, and than a year ago in February.", published="2025-03-03"),
        Good("In 2015, the mill that had closed five years ago was torn down.", published="2025-09-03"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        claims = article.claims(DateClaim)
        for claim in article.claims(DurationClaim):
            if claim.expression.form != "ago" or claim.as_of is None:
                continue
            for dated in inside(claims, Span(claim.span.start - _REACH, claim.span.end + _REACH)):
                if (
                    dated.form in _DATED
                    and dated.likeliest
                    and _beside(article.text, claim.span, dated)
                    and (day := _nearest(claim, dated.likeliest, claim.as_of))
                ):
                    yield self._finding(article, claim, dated, day, claim.as_of)

    def _finding(self, article: Article, claim: DurationClaim, dated: DateClaim, day: date, as_of: date) -> Finding:
        return self.report(
            claim,
            f"The copy says “{' '.join(claim.place.excerpt.split())}” beside {' '.join(dated.place.excerpt.split())}; "
            f"from then to {lengths.long_date(as_of)} it is {lengths.in_words(day, as_of)}; correct the one or the other",
            suggestions=lengths.reworded(article.text, claim.expression, _whole(dated, day, as_of), as_of),
            related=(Related(dated.place, "the date"),),
            dated_by=claim.origin,
        )


def _whole(dated: DateClaim, day: date, as_of: date) -> date:
    """The day that a length counts from: of a year alone, that of now in that year."""
    return almanac.add_months(as_of, 12 * (day.year - as_of.year)) if dated.form == "year" else day


def _beside(text: str, ago: Span, dated: DateClaim) -> bool:
    """Whether both say one time; "in January a year ago" is a January of the year before."""
    first, second = sorted((ago, dated.span))
    link = _BESIDE.fullmatch(text, first.end, second.start) if first.end <= second.start else None
    return link is not None and (dated.explicit_year or not _MONTHLY.fullmatch(link.group()))


def _nearest(claim: DurationClaim, days: Interval, as_of: date) -> date | None:
    """The day of a date that comes closest to the length; None if a day of it fits, or it is still to come."""
    if days.earliest >= as_of:
        return None
    ends = (days.earliest, min(days.latest, as_of))
    fits = [lengths.fit(claim.expression, day, as_of) for day in ends]
    if any(f in ("fits", "loose") for f in fits) or set(fits) == {"high", "low"}:
        return None
    return ends[0] if fits[0] == "high" else ends[1]
