"""date/impossible: days that no calendar has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint import Article, Bad, DateClaim, DateExpression, DocumentRule, Finding, Good, Partial, Severity, edited, numerals
from newslint import almanac as cal

#: the copy itself says that there is no such day
_KNOWN = re.compile(r"\b(?:(?:is|was|are|there['’]s) no|no such|not exist|n['’]t exist|non-?existent|imaginary|fictitious)\b")
#: before, February 29 of a year such as 1900 was a day of the Julian calendar, kept in Russia until 1918 and in Greece until 1923
_EVERYWHERE = 1924
_LAST_YEAR = 9999


class Impossible(DocumentRule):
    """A date that no calendar has: September 31, February 29 of a common year, May 20014.

    A finger slipped, and only the writer knows which day was meant. February 29 without a year is left alone.
    """

    id = "date/impossible"
    severity = Severity.ERROR
    examples = (
        Bad("The lease runs until «September 31» and can't be extended."),
        Bad("She was born on «Feb. 29, 1922», in a village by the sea."),
        Bad("The op-ed was printed on «December 38, 2017», under a false name."),
        Bad("The fund closes on «31 June» for new investors."),
        Bad("The plant was sold in «May 20014», the filing says."),
        Good("The lease runs until September 30."),
        Good("She was born on Feb. 29, 1924, in a village by the sea."),
        Good("In May 40 people applied for each of the flats."),
        Good("The tables compare March 87 with March 86."),
        Good("The rate on June 90 day bills rose to 8.5 percent."),
        Good("There is no February 30 in the company's calendar."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for claim in article.claims(DateClaim):
            for partial in _partials(claim.expression):
                if (message := _wrong(partial)) and not _KNOWN.search(claim.sentence) and not claim.misprint:
                    yield self.report(
                        claim,
                        f"The copy says “{claim.place.excerpt}”, but {message}",
                        suggestions=_suggestions(article.text, claim.expression, partial),
                    )
                    break


def _partials(e: DateExpression) -> tuple[Partial, ...]:
    """The dates of an expression, each with what it shares with the other end of a range."""
    if e.end is None:
        return (e.start,)
    year = e.start.year or e.end.year
    return Partial(year, e.start.month or e.end.month, e.start.day), Partial(e.end.year or year, e.end.month or e.start.month, e.end.day)


def _wrong(partial: Partial) -> str | None:
    year, month, day = partial.year, partial.month, partial.day
    if year and year.value > _LAST_YEAR:
        return f"there is no year {year.value}; correct the year"
    if not (month and day and 1 <= month.value <= 12):
        return None
    longest = cal.days_in_month(year.value if year else None, month.value)
    if 1 <= day.value <= longest:
        return None
    name = cal.MONTHS[month.value - 1]
    if year and (month.value, day.value) == (2, 29):
        if year.value % 100 == 0 and year.value < _EVERYWHERE:
            return None
        return f"{year.value} is no leap year: its February has 28 days; correct the day or the year"
    if day.value == 0:
        return "no month has a day 0; correct the day"
    return f"{name} has {longest} days; correct the day or the month"


def _suggestions(text: str, e: DateExpression, partial: Partial) -> list[str]:
    """The dates that one slip of the finger may have been meant to be: a digit too many or another one, or the month's last day."""
    year, month, day = partial.year, partial.month, partial.day
    if year and year.value > _LAST_YEAR:
        digits = str(year.value)
        meant = dict.fromkeys(digits[:k] + digits[k + 1 :] for k in range(2, len(digits)))
        return [edited(text, e.span, [(year.span, d)]) for d in meant]
    if not (month and day):
        return []
    longest = cal.days_in_month(year.value if year else None, month.value)
    if longest < day.value <= max(*cal.LONGEST, longest + 1):
        slips = [longest]
    else:
        slips = [n for n in (day.value - 10, day.value - 20, day.value // 10, day.value % 10) if 1 <= n <= longest]
    return [edited(text, e.span, [(day.span, numerals.day_like(n, "0" if e.form == "numeric" else day.span.of(text)))]) for n in slips]
