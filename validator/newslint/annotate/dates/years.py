"""Dates written in figures, and years: "2025-09-03", "03/09/2025", "in 2019", "2014-15", "the late 1990s"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from ...almanac import weekday_number
from ...expression import DateExpression, Part, Partial, Written
from ...pattern import pattern
from ...text import Span

_PART: dict[str, Part] = {"early": "early", "mid": "mid", "middle": "mid", "late": "late", "beginning": "early", "start": "early", "end": "late"}
_WHEN = r"(?:the\s+)?\b(?P<part>early|mid|late|beginning\s+of|start\s+of|middle\s+of|end\s+of)[-\s]+(?:the\s+)?"

#: what shows that a number of four digits is no year
_COUNTED = (
    r"(?:[\d%]|[.,:/]\d|[-–—][A-Za-z]*\d{3}|-(?:mile|foot|acre|strong|seat|meter|metre|pound|page|member|year|point|word|ton|bed|room|calorie)|[\u00a0 ]?(?:percent|per cent|people|"
    r"men|women|children|troops|soldiers|police|officers|jobs|workers|employees|members|students|years|days|hours|miles|kilomet\w+|km|met(?:re|er)s|feet|ft|tons|tonnes|"
    r"acres|pounds|dollars|euros|rubles|roubles|points|votes|delegates|homes|houses|GMT|hrs|local\s+time|calories|words|pages|seats|copies|units|vehicles|refugees|migrants|"
    r"residents|cases|deaths|others|more|shares|square|times)\b)"
)


class _Patterns(NamedTuple):
    iso: regex.Pattern[str]
    numeric: regex.Pattern[str]
    short_numeric: regex.Pattern[str]
    span: regex.Pattern[str]
    decade: regex.Pattern[str]
    before: regex.Pattern[str]
    counted: regex.Pattern[str]
    lone: regex.Pattern[str]
    leads_old: regex.Pattern[str]


@cache
def _patterns() -> _Patterns:
    i, weekday = regex.IGNORECASE, r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
    return _Patterns(
        iso=pattern(r"(\d{4})([-/.])(\d\d)\2(\d\d)(?![\d/-]|[.]\d)"),
        numeric=pattern(rf"(?r)(?:\b(?P<weekday>{weekday}),?[^\S\n]+)?(?<![\w./$£€-])(?P<a>\d{{1,2}})(?P=sep)(?P<b>\d{{1,2}})(?P<sep>[/.-])", i),
        short_numeric=pattern(rf"(?r)(?:\b(?P<weekday>{weekday}),?[^\S\n]+)?(?<![\w./$£€-])(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})/(?P<year>\d\d)", i),
        span=pattern(r"(\d{4})(?:[\u00a0 ]?[-–—/][\u00a0 ]?|\s+(?:to|through|until)\s+)((?:1[5-9]|20)?\d\d)(?![\d,.]*\d|-\d)"),
        decade=pattern(r"(?r)(?:the\s+)?(?:(early|mid|late)[-\s]+(?:the\s+)?)?(?:(?<![\d,.])((?:1[5-9]|20)\d0)|(?<![\w.,])['’‘](\d0))['’]?s\b", i),
        before=pattern(rf"(?r){_WHEN}", i),
        counted=pattern(_COUNTED, i),
        lone=pattern(
            r"(?r)(?:[$£€#№/:]|\d[.,:/–—-]|\b(?:no|number|nos|room|flight|route|highway|channel|p|pp|page|at|than|nearly|almost|about\s+a|some|least|most|over)\.?\s+)",
            i,
        ),
        leads_old=pattern(
            r"(?r)(?:\b(?:in|since|of|by|from|to|until|till|before|after|during|around|circa|about|early|late|mid|the|and|between|year|years|fiscal|season|election|for|or|as)\s+|[(]|[-–—])",
            i,
        ),
    )


def year_date(text: str, at: Span, within: Span) -> DateExpression | None:
    """The date that the four digits of a year at `at.start` belong to; nothing outside `within` is read."""
    p, start = _patterns(), at.start
    digits = text[start : start + 4]
    if len(digits) < 4 or not digits.isdecimal() or not digits.isascii() or start + 4 > within.end:
        return None
    if start and text[start - 1].isdecimal():
        return None
    year = Written(int(digits), Span(start, start + 4))
    if iso := p.iso.match(text, start, within.end):
        if start > within.start and (text[start - 1].isalnum() or text[start - 1] in "/-_."):
            return None
        month, day = (Written(int(iso[g]), Span(*iso.span(g))) for g in (3, 4))
        return DateExpression(span=Span(*iso.span()), form="numeric", start=Partial(year, month, day))
    after = text[start + 4 : start + 5]
    if after.isalnum():
        return _decade(text, start, within) if after == "s" else None
    if after in ("'", "’") and text[start + 5 : start + 6] == "s" and digits.endswith("0") and _decade_possessive(text, start):
        return _decade(text, start, within)
    if numeric := p.numeric.match(text, within.start, start):
        if after in (".", "/", "-") and text[start + 5 : start + 6].isdecimal():
            return None
        return _numeric(numeric, year)
    if p.lone.match(text, within.start, start) or (year.value < 1900 and not p.leads_old.match(text, within.start, start)):
        return None
    before = p.before.match(text, within.start, start)
    begins = before.start() if before else start
    if between := p.span.match(text, start, within.end):
        if (end := _end_year(year.value, between[2])) and not p.counted.match(text, between.end(), within.end):
            return DateExpression(
                span=Span(begins, between.end()), form="range", start=Partial(year), end=Partial(Written(end, Span(*between.span(2))))
            )
    if p.counted.match(text, start + 4, within.end):
        return None
    part = _PART[before["part"].split()[0].lower()] if before else None
    return DateExpression(span=Span(begins, start + 4), form="year", start=Partial(year), part=part)


def _end_year(start: int, written: str) -> int | None:
    """The second year of "2014-15", "1999-00", "2014-2022"; None where two digits are a month (2014-03) or no later year."""
    if len(written) == 4:
        return int(written)
    end = start - start % 100 + int(written)
    if end <= start:
        end = end + 100 if written == "00" else 0
    return end or None


def _numeric(m: regex.Match[str], year: Written) -> DateExpression | None:
    """Both readings where both are possible; in digits divided by points the day stands first."""
    a, b = (Written(int(m[g]), Span(*m.span(g))) for g in "ab")
    month_first, day_first = Partial(year, a, b), Partial(year, b, a)
    weekday = Written(weekday_number(m["weekday"]), Span(*m.span("weekday"))) if m["weekday"] else None
    span = Span(m.start(), year.span.end)
    dotted = m["sep"] == "." if "sep" in m.re.groupindex else False
    if a.value > 31 or b.value > 31 or (a.value > 12 and b.value > 12):
        return None
    if a.value > 12 or dotted:
        return DateExpression(span=span, form="numeric", start=day_first, weekday=weekday)
    return DateExpression(span=span, form="numeric", start=month_first, day_first=None if b.value > 12 else day_first, weekday=weekday)


def short_numeric(text: str, at: Span, within: Span) -> DateExpression | None:
    """A date such as 3/9/25 around the slash at `at`: the second of the two."""
    end = min(at.end + 2, within.end)
    m = _patterns().short_numeric.match(text, within.start, end)
    if m is None or m.end() != end or text[end : end + 1].isalnum() or text[end : end + 1] in ("/", "-"):
        return None
    two = int(m["year"])
    return _numeric(m, Written(2000 + two if two < 50 else 1900 + two, Span(*m.span("year"))))


def _decade_possessive(text: str, start: int) -> bool:
    """Whether "the 1990's" is written as an older style writes decades, and no year's genitive."""
    return regex.match(r"(?r)\bthe\s+(?:(?:early|mid|late)[-\s]+)?", text, endpos=start, flags=regex.IGNORECASE) is not None


def _decade(text: str, start: int, within: Span) -> DateExpression | None:
    end = text.index("s", start) + 1
    return decade(text, Span(end - 2, end), within)


def decade(text: str, at: Span, within: Span) -> DateExpression | None:
    """A decade, "the late 1990s", "the '80s": `at` ends behind the s."""
    m = _patterns().decade.match(text, within.start, at.end)
    if m is None or text[at.end : at.end + 1].isalnum():
        return None
    group = 2 if m[2] else 3
    first = int(m[group]) if m[2] else 1900 + int(m[group])
    part: Part | None = _PART[m[1].lower()] if m[1] else None
    return DateExpression(span=Span(*m.span()), form="decade", start=Partial(Written(first, Span(*m.span(group)))), part=part, unit="decade")
