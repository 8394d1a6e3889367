"""date/weekday: a weekday beside a date that it does not belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from newslint import Article, Bad, DateClaim, DateExpression, DocumentRule, Finding, Good, Partial, Severity, Span, Written, edited, inside, numerals
from newslint import almanac as cal

#: the Gregorian calendar holds in Britain and its colonies from 1752 (Calendar (New Style) Act 1750), in Russia from 1918, in Greece from 1923
_FROM, _EVERYWHERE = 1753, 1924
_JULIAN = re.compile(
    r"\b(?:Russia|Soviet|Bolshevik|Tsar|Czar|Petrograd|St\.? Petersburg|Moscow|Gree[ck]|Athens|Serb|Bulgaria|Romania|Turk|Ottoman|China|Chinese)"
)
#: "said on Tuesday, August 15" speaks of the days just gone
_JUST_GONE = 7
#: "will meet on Tuesday, August 15" of those to come
_SOON = 14
_ANOTHER_YEAR = re.compile(
    r"\b(?:anniversary|(?:years?|decades?|century)\s+(?:ago|later|earlier|before|after|since|on)|that\s+year|last\s+year|next\s+year|born|history)\b",
    re.IGNORECASE,
)
#: "on a Monday, 3 May" tells of some year
_SOME = re.compile(r"\b(?:a|one)\s$")
#: characters on either side of a date that are one passage with it
_PASSAGE = 2000


class Weekday(DocumentRule):
    """A weekday and a date that stand side by side do not belong together.

    One of the two is wrong, and a reader who plans by it comes on the wrong day. A date without a year is reported only if
    the weekday fits it in no year that can be meant: that of publication, those beside it, and any named in the passage.
    """

    id = "date/weekday"
    severity = Severity.ERROR
    examples = (
        Bad("The council votes on «Wednesday, September 2, 2025», the clerk said.", published="2025-09-01"),
        Bad("The bridge opened on «Monday 27th June 2017» and closed a year later."),
        Bad("The mayor resigned on «Friday, March 5», her office said.", published="2024-03-08"),
        Bad("The fair ran «Friday-Sunday, August 15-18, 2025», in the old town."),
        Bad("The council will vote on «Wednesday, September 9», in the old hall.", published="2025-09-03"),
        Good("The council votes on Tuesday, September 2, 2025, the clerk said."),
        Good("A year ago, on Tuesday, September 3, it rained as the council voted.", published="2025-09-05"),
        Good("Rain flooded the depot on Saturday, March 12.", published="2016-09-22"),
        Good("An earlier version of this article said that it was on Wednesday, September 2, 2025."),
        Good("The hearing opened on Wednesday 03/09/2025."),
        Good("The czar signed the paper in St. Petersburg on Sunday, August 9, 1805."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for claim in article.claims(DateClaim):
            wrong = []
            for weekday, partials in _pairs(claim.expression):
                days = _days(article, claim, partials)
                if days and all(day.weekday() != weekday.value for day in days) and not claim.misprint:
                    wrong.append((weekday, partials[0], days[0]))
            if wrong:
                yield self._finding(article, claim, wrong)

    def _finding(self, article: Article, claim: DateClaim, wrong: list[tuple[Written, Partial, date]]) -> Finding:
        weekday, partial, day = wrong[0]
        stated, right, today = cal.WEEKDAYS[weekday.value], cal.WEEKDAYS[day.weekday()], claim.origin.today
        nearest = day + _shift(weekday, day)
        verb = "is" if today is None or day == today else "was" if day < today else "will be"
        text = article.text
        suggestions = [edited(text, claim.span, [(w.span, _like(cal.WEEKDAYS[d.weekday()], w.span.of(text))) for w, _, d in wrong])]
        moved = [(p.day, d + _shift(w, d), d) for w, p, d in wrong if p.day]
        if all(new.month == old.month for _, new, old in moved) and len(moved) == sum(1 for _ in _pairs(claim.expression)):
            suggestions.append(edited(text, claim.span, [(n.span, numerals.day_like(new.day, n.span.of(text))) for n, new, _ in moved]))
        return self.report(
            claim,
            f"The copy says {stated}, but {cal.MONTHS[day.month - 1]} {day.day}, {day.year}, {verb} a {right}; "
            f"correct the weekday, or the date (the nearest {stated} is {cal.MONTHS[nearest.month - 1]} {nearest.day})",
            severity=Severity.ERROR if partial.year else Severity.WARNING,
            suggestions=suggestions,
            dated_by=None if partial.year else claim.origin,
        )


def _shift(weekday: Written, day: date) -> timedelta:
    """From a day to the nearest one of that weekday."""
    return timedelta((weekday.value - day.weekday() + 3) % 7 - 3)


def _like(weekday: str, model: str) -> str:
    return weekday[:3] if len(model) == 3 else weekday


def _pairs(e: DateExpression) -> Iterator[tuple[Written, tuple[Partial, ...]]]:
    """Each weekday of an expression with the date that it stands beside, in all readings of it."""
    year = e.start.year or (e.end.year if e.end else None)
    if e.weekday and e.start.day:
        month = e.start.month or (e.end.month if e.end else None)
        # one weekday before a range is that of its first day, or of its last: "overnight to Monday, June 2-3"
        last = Partial(year, e.end.month or month, e.end.day) if e.end and not e.end_weekday else None
        yield e.weekday, (Partial(year, month, e.start.day), *(p for p in (e.day_first, last) if p))
    if e.end_weekday and e.end and e.end.day:
        yield e.end_weekday, (Partial(year, e.end.month or e.start.month, e.end.day),)


def _days(article: Article, claim: DateClaim, partials: tuple[Partial, ...]) -> list[date]:
    """The days that may be meant, the likeliest first; none where that is not known or no calendar can tell."""
    today = claim.origin.today
    if partials[0].year:
        days = [day for p in partials if p.year and (day := _day(p.year.value, p))]
        oldest = min((day.year for day in days), default=_FROM)
        return [] if oldest < _FROM or (oldest < _EVERYWHERE and _JULIAN.search(claim.sentence)) else days
    if today is None or _SOME.search(article.text[max(claim.span.start - 5, 0) : claim.span.start]):
        return []
    near = [day for year in (today.year, today.year - 1, today.year + 1) if (day := _day(year, partials[0]))]
    near.sort(key=lambda d: abs((d - today).days))
    if near and _of_these_days(article, claim, near[0], today):
        years = {near[0].year}
    else:
        years = {today.year, today.year - 1, today.year + 1, *_years_nearby(article, claim)}
    others = [day for p in partials for year in sorted(years) if (day := _day(year, p)) and day not in near[:1]]
    return [*near[:1], *others]


def _of_these_days(article: Article, claim: DateClaim, day: date, today: date) -> bool:
    """Whether a date without its year is plainly of the days around publication: by the verb beside it, or by one that fits where nothing tells of another year."""
    passed = (today - day).days
    if claim.lean == -2 and 0 <= passed < _JUST_GONE:
        return True
    if not (0 <= passed < _JUST_GONE if claim.lean < 0 else claim.lean > 0 and 0 <= -passed < _SOON):
        return False
    return not _ANOTHER_YEAR.search(article.paragraph(claim.span.start).span.of(article.text)) and _years_nearby(article, claim) <= {today.year}


def _years_nearby(article: Article, claim: DateClaim) -> set[int]:
    """Years named in the paragraph of a date, in the one before it, or in the headline: a passage on those years may leave the year out."""
    here = article.paragraph(claim.span.start)
    headline, before = article.paragraphs[0].span, article.paragraphs[max(here.number - 1, 0)].span
    passage = Span(max(before.start, claim.span.start - _PASSAGE), min(here.span.end, claim.span.end + _PASSAGE))
    spans = (Span(headline.start, min(headline.end, headline.start + _PASSAGE)), passage)
    written = (e.start.year or (e.end.year if e.end else None) for span in spans for e in inside(article.dates, span))
    return {year.value for year in written if year}


def _day(year: int, partial: Partial) -> date | None:
    if not (partial.month and partial.day):
        return None
    try:
        return date(year, partial.month.value, partial.day.value)
    except ValueError:
        return None
