"""date/range: a range that ends before it starts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from newslint import Article, Bad, DateClaim, DateExpression, DocumentRule, Finding, Good, Related, Severity, edited

#: between the ends of a range, and what must stand before the first
_LINKS = re.compile(r",?\s+(?:to|through|until|till|and)\s+|\s*[-–—]\s*")
_FROM = re.compile(r"\b(from|between|lasted|runs?|ran|running|cover(?:s|ed|ing)|spann(?:ed|ing)|spans)\s+$", re.IGNORECASE)
#: what is moved goes from a later day to an earlier one
_MOVED = re.compile(
    r"\b(?:mov(?:e|ed|es|ing)|shift\w*|brought|bring\w*|advanc\w*|chang\w*|reschedul\w*|revis\w*|correct\w*|amend\w*|postpon\w*|push\w*|pulled|back|backdat\w*|compar\w*)"
    r"\b[^.;]*\bfrom\s$",
    re.IGNORECASE,
)
#: what falls from one number of four digits to a lower one
_FELL = re.compile(
    r"\b(?:fell|fall\w*|drop\w*|declin\w*|slid\w*|slip\w*|sank|cut\w*|reduc\w*|lower\w*|shr[aiu]nk\w*|down|trimm\w*|went|dip\w*|decreas\w*|plung\w*|tumbl\w*)\b[^.;]*\bfrom\s$",
    re.IGNORECASE,
)
#: a score or a record, and no range of days
_SCORE = re.compile(r"\s*(?:,\s*\d{1,3}[-–]\d|\s(?:win|loss|victory|defeat|record|vote|decision|draw|lead|rout)\b)")


_DAYS = frozenset({"full", "numeric", "day-month", "month", "year"})
#: characters before a range in which such a verb is looked for
_REACH = 120


class Range(DocumentRule):
    """A range of dates ends before it starts: August 18-15, from 2022 to 2014.

    The ends were swapped, or one of them is wrong.
    """

    id = "date/range"
    severity = Severity.WARNING
    examples = (
        Bad("The fair ran «August 18-15» in the old town."),
        Bad("The office was held by one family («1950-1905»), the plaque says."),
        Bad("Samples were taken from March 3, 2021 to «February 9, 2021».", published="2022-01-01"),
        Bad("Sales fell between July 2019 and «May 2018», the firm said."),
        Good("The fair ran Aug. 30-Sept. 2 in the old town."),
        Good("The ski season runs Dec. 20-March 3."),
        Good("The office was held by one family (1905-1950), the plaque says."),
        Good("Samples were taken from March 3, 2021 to April 9, 2021."),
        Good("Output rose between the first quarters of 2024 and 2023."),
        Good("The vote was brought forward from June 18, 2023, to May 12, 2023."),
        Good("The staff was cut from 2020 to 1995."),
        Good("The side went 2-0 up in 2014-15 and won on August 18, 15-12."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        claims = article.claims(DateClaim)
        for claim in claims:
            e = claim.expression
            if e.form == "range" and _reversed(e) and not _SCORE.match(article.text, claim.span.end) and not _moved(article, claim):
                yield self.report(
                    claim,
                    f"The copy says “{claim.place.excerpt}”, a range that ends before it starts; swap the ends, or correct one",
                    suggestions=_swapped(article.text, e),
                )
        for first, last in pairwise(claims):
            if first.likeliest and last.likeliest and first.explicit_year and last.explicit_year and "range" not in (first.form, last.form):
                alike = first.form == last.form or {first.form, last.form} <= _DAYS
                if (
                    alike
                    and last.likeliest.latest < first.likeliest.earliest
                    and _one_range(article.text, first, last)
                    and not _moved(article, first)
                ):
                    yield self.report(
                        last,
                        f"the range from {first.place.excerpt} to {last.place.excerpt} ends before it starts; swap the ends, or correct one",
                        related=(Related(first.place, "the start"),),
                    )


def _moved(article: Article, claim: DateClaim) -> bool:
    before = article.text[article.sentence(claim.span.start).start : claim.span.start][-_REACH:]
    return _MOVED.search(before) is not None or (claim.expression.start.month is None and _FELL.search(before) is not None)


def _reversed(e: DateExpression) -> bool:
    first, last = e.start, e.end
    if last is None:
        return False
    if first.year and last.year and not (first.month or first.day):
        return last.year.value < first.year.value
    if not (first.day and last.day) or (first.month and last.month and first.month.value != last.month.value):
        return False
    return last.day.value < first.day.value


def _one_range(text: str, first: DateClaim, last: DateClaim) -> bool:
    link = _LINKS.fullmatch(text, first.span.end, last.span.start)
    if link is None:
        return False
    lead = _FROM.search(text[max(0, first.span.start - 12) : first.span.start])
    if link.group().strip() in ("-", "–", "—"):
        return True
    return lead is not None and (link.group().strip(", \n\u00a0") == "and") == (lead[1].lower() == "between")


def _swapped(text: str, e: DateExpression) -> list[str]:
    """The same range with its ends in the other order."""
    assert e.end is not None
    a, b = (e.start.day, e.end.day) if e.start.day else (e.start.year, e.end.year)
    return [edited(text, e.span, [(a.span, b.span.of(text)), (b.span, a.span.of(text))])] if a and b else []
