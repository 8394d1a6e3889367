"""Date expressions -> date claims: what days they mean, seen from the day of publication."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

import regex

from ..article import Article
from ..claim import DateClaim
from ..expression import DateExpression
from ..pattern import pattern
from ..text import Span
from .resolving import resolve


@cache
def _ahead() -> regex.Pattern[str]:
    return pattern(
        r"\b(?:will|won['’]t|['’]ll|shall|would|due|set\s+(?:to|for)|scheduled|expect(?:s|ed)?|slated|plan(?:s|ned|ning)?|going\s+to|upcoming|deadline|"
        r"effective|expires?|ahead\s+of|(?:opens|starts|begins|ends|kicks\s+off|resumes|takes\s+effect|takes\s+place)|"
        r"to\s+(?!the|a|an|his|her|its|their|reporters|lawmakers|this|that)\p{Ll}{2,})\b",
        regex.IGNORECASE,
    )


@cache
def _back() -> regex.Pattern[str]:
    return pattern(
        r"(?<!\b(?:will|shall|would|to|may|might|must|can|could|should)\s(?:also\s|then\s|not\s)?be\s)\b(?:said|says|told|was|were|had|did|went|came|made|took|gave|held|met|left|won|lost|sent|saw|got|became|began|broke|blew|built|chose|cut|dealt|died|drew|drove|fell|felt|fled|flew|fought|found|froze|grew|heard|hit|"
        r"kept|knew|laid|lay|led|lent|meant|rang|rode|sang|sank|slept|swam|threw|tore|wore|let|paid|put|ran|rose|sat|shot|spoke|spent|stood|struck|swore|thought|wrote|\p{Ll}+ught|(?!succeed|exceed|proceed|indeed|hundred|agreed\s+to)\p{Ll}{3,}ed)\b",
        regex.IGNORECASE,
    )


#: characters on either side of a date in which its verb is looked for
_REACH = 400


def lean(text: str, sentence: Span, at: Span) -> int:
    """Whether the words around a date look ahead (1) or back (-1): the nearest verb before it, else the first one after it; 0 if none tells.

    Twice as much where a verb of the past stands right beside it: "said on Friday", "the year ended Jan. 31".
    """
    behind, ahead_of = Span(max(sentence.start, at.start - _REACH), at.start), Span(at.end, min(sentence.end, at.end + _REACH))
    for before, window in ((True, behind), (False, ahead_of)):
        ahead = [m.start() for m in _ahead().finditer(text, *window)]
        back = [m for m in _back().finditer(text, *window) if not any(a <= m.start() <= a + 3 for a in ahead)]
        if before and back and max(ahead, default=-1) < back[-1].start() and text[back[-1].end() : at.start].strip().lower() in ("", "on", "in"):
            return -2
        if ahead or back:
            starts = [m.start() for m in back]
            first_ahead = (
                max(ahead, default=-1) > max(starts, default=-1) if before else min(ahead, default=len(text)) < min(starts, default=len(text))
            )
            return 1 if first_ahead else -1
    return 0


def extract(article: Article) -> Iterator[DateClaim]:
    """One claim for each date expression, in order; `value` is None where no day can be told."""
    today = article.origin.today
    day_first = order(article.dates)
    years = shared_years(article.text, article.dates)
    for k, expression in enumerate(article.dates):
        span = expression.span
        leans = lean(article.text, article.sentence(span.start), span)
        reading = resolve(expression, today, leans, day_first, years.get(k))
        yield DateClaim(
            **article.base(span),
            expression=expression,
            form=expression.form,
            value=reading.iso if reading else None,
            likeliest=reading.likeliest if reading else None,
            readings=reading.span if reading else None,
            weekday=expression.weekday.value if expression.weekday else None,
            explicit_year=bool(expression.start.year or (expression.end and expression.end.year)),
            lean=leans,
        )


@cache
def _links() -> tuple[regex.Pattern[str], regex.Pattern[str], regex.Pattern[str]]:
    return (
        pattern(r"[^\S\n]*[-–—][^\S\n]*|,?\s+(?:to|through|thru|until|till)\s+", regex.IGNORECASE),
        pattern(r",?\s+(?:and|or)\s+(?:(?:on|in)\s+)?|(?P<row>,\s+)", regex.IGNORECASE),
        pattern(r"(?r)\bbetween\s+", regex.IGNORECASE),
    )


def shared_years(text: str, expressions: tuple[DateExpression, ...]) -> dict[int, int]:
    """The years of dates that share that of a neighbour, by their index: "from March to May 2020", "March 3, 2020, to May 4", "in May and June 2020".

    A range may run over the turn of the year; of dates in a row, those that would have to are left alone.
    """
    given = {k: e.start.year.value for k, e in enumerate(expressions) if e.start.year and e.start.month and e.form in ("full", "month")}
    shared: dict[int, int] = {}
    ahead = ((k, k, k + 1) for k in reversed(range(len(expressions) - 1)))
    back = ((k + 1, k, k + 1) for k in range(len(expressions) - 1))
    for k, first, second in (*ahead, *back):
        other = second if k == first else first
        year = given.get(other) or shared.get(other)
        if year is None or k in given or k in shared or expressions[k].form not in ("day-month", "month") or expressions[k].shift is not None:
            continue
        link = _link(text, expressions[first], expressions[second])
        turns = _month(expressions[first]) > _month(expressions[second])
        if link == "range":
            shared[k] = year - turns if k == first else year + turns
        elif k == first and not turns and (link == "and" or (link == "row" and other in shared)):
            shared[k] = year
    return shared


def _link(text: str, first: DateExpression, second: DateExpression) -> Literal["range", "and", "row"] | None:
    """What stands between two dates, if it ties them together."""
    to, beside, between = _links()
    gap = Span(first.span.end, second.span.start)
    if to.fullmatch(text, *gap):
        return "range"
    joint = beside.fullmatch(text, *gap)
    if joint is None:
        return None
    return "range" if between.match(text, 0, first.span.start) else "row" if joint["row"] else "and"


def _month(e: DateExpression) -> int:
    return e.start.month.value if e.start.month else 0


def order(expressions: tuple[DateExpression, ...]) -> bool | None:
    """Whether a document writes the day of a numeric date first, by those of its dates that leave no choice; None if none tells or they differ."""
    told = {
        bool(e.start.day and e.start.month and e.start.day.span < e.start.month.span)
        for e in expressions
        if e.form == "numeric" and e.day_first is None and e.start.year and e.start.day and e.start.year.span > e.start.day.span
    }
    return told.pop() if len(told) == 1 else None
