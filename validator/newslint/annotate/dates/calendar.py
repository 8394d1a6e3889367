"""Dates of the calendar that name a month: "Wednesday, Sept. 3, 2025", "15-18 August", "early March", "May 87", "last June"."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

import regex

from ...almanac import LONGEST, month_number, weekday_number
from ...expression import DateExpression, Part, Partial, Unit, Written
from ...numerals import ordinal
from ...pattern import pattern
from ...text import Span

WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
YEAR = r"(?:1[0-9]|20|21)\d\d"
_DAY_WORD = r"(?:first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|(?:thir|four|fif|six|seven|eigh|nine)teen|twentie|thirtie)th|(?:twenty|thirty)[ -]\w{3,7}(?:st|nd|rd|th))"
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?|{_DAY_WORD})"
#: a number that something else claims: 3.5, 3,000, 3%, 3pm, 3-year
_NOT_A_NUMBER = rf"(?![\d%]|[.:]\d|,(?!{YEAR}\b)\d|[\u00a0 ]?(?:percent|per cent|million|billion|points?|a\.m|p\.m|am|pm|days?|years?|months?|weeks?|hours?|minutes?)\b|-(?:year|month|week|day|hour|minute|mile|point|foot|inch|member|time|strong|yard)\b)"
_SPACE = r"[^\S\n]+"
_DASH = r"[\u00a0 ]?[-–—‒][\u00a0 ]?"
_TO = r"\s+(?:to|through|thru|until|till)\s+"
_AND = r"\s+(?:and|or|&)\s+"
#: from one day named to the last of a row: "Friday to Sunday", "Saturday and Sunday", "Friday, Saturday and Sunday"
_ROW = rf"(?:[^\S\n](?:morning|afternoon|evening|night))?(?:{_DASH}|{_TO}|\s+into\s+|(?:,{_SPACE}{WEEKDAY})*,?{_AND})"
#: what shows that the last number of "May 3, 4 and 5" is a day, and not how many of something
_LAST_DAY = rf"(?=\s*[,.;:)]|\s*\Z|\s+(?:{YEAR}|at|in|to|for|with|by|from|on|of|as|but|when|where|while|after|before)\b)"

#: capital letters are asked for where a word is also something else
_ORDINARY_WORDS = frozenset({"may", "march", "mar", "jan", "jun", "jul", "dec", "sep", "oct", "nov", "apr", "feb", "aug", "sept"})
_PART: dict[str, Part] = {"early": "early", "mid": "mid", "middle": "mid", "late": "late", "beginning": "early", "start": "early", "end": "late"}
_REL = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}

_AFTER = rf"""
    (?P<month>{MONTH})
    (?:
        (?:,?[ \u00a0]the)?(?:\s+|(?<=[.]))(?P<day>{_DAY}){_NOT_A_NUMBER}
        (?:
            (?:{_DASH}(?:(?P<endweekday>{WEEKDAY}),?{_SPACE})?(?:(?P<endmonth>{MONTH})\s*)?|{_TO}|(?P<row>(?:,{_SPACE}{_DAY})*,?{_AND})(?={_DAY}{_LAST_DAY}))
            (?P<endday>{_DAY})(?!\w|\s+(?:of\s+)?{MONTH}){_NOT_A_NUMBER}
        )?
        (?:(?:,[^\S\n]*|\s+)(?P<year>{YEAR}\d?)(?![\d,]*\d)(?!-\d)|[^\S\n]*,?[^\S\n]+(?P<rel>last|this|next)\s+year\b)?
        (?:[^\S\n]\((?P<after>{WEEKDAY})\)|,[^\S\n]an?[^\S\n](?P<after>{WEEKDAY})\b)?
      |
        ,?\s+(?:of\s+)?(?P<year>{YEAR}\d?)(?![\d,]*\d)(?!-\d)
      |
        (?:,?\s+of)?\s+(?P<rel>last|this|next)\s+year\b
      |
        [^\S\n]['’](?P<short>\d\d)\b
    )?
"""
_BEFORE = rf"""(?r)
    (?:
        (?:(?:\b(?P<firstweekday>{WEEKDAY}){_ROW})?\b(?P<weekday>{WEEKDAY})(?:[.,]|[^\S\n](?:morning|afternoon|evening|night),?)?{_SPACE}[(]?)?(?:\bthe{_SPACE})?
        (?:(?<![\w$£€.,:/–-])(?P<first>{_DAY})(?:{_DASH}|{_TO}|(?P<row>(?:,{_SPACE}{_DAY})*,?{_AND}))|(?<![\w$£€.,:/–-])|(?<=\b{MONTH}(?:{_SPACE}{YEAR})?{_DASH}))
        (?P<day>{_DAY})\s+(?:of\s+)?
      |
        (?:(?:\b(?P<firstweekday>{WEEKDAY}){_ROW})?\b(?P<weekday>{WEEKDAY})(?:\.,?|,|[^\S\n](?:morning|afternoon|evening|night),?)?{_SPACE}[(]?)
      |
        (?:\bthe\s+)?\b(?P<part>early|mid|late|beginning\s+of|start\s+of|middle\s+of|end\s+of)(?:\s+to\s+(?:mid|late))?[-\s]+(?:in\s+)?
      |
        \b(?P<rel>last|this(?:\s+(?:past|coming))?|next|past)\s+
    )
"""
_LEADS = r"(?r)(?:\b(?:in|since|by|until|till|from|to|through|between|and|of|during|for|before|after|around|into|each|every|on|ending|ended)\s+|[(])"
#: a month takes these, a day takes "on": "in May 12 people" has no day
_MONTHLY = r"(?r)\b(?:in|since|during|by|of|for|with)\s+"
#: after a number of what follows stands a word of its own, no mark or word that goes on
_COUNTS = (
    r"[ \u00a0](?!(?:when|where|while|that|which|who|and|or|but|as|at|in|on|to|for|by|from|with|of|is|was|after|before|until|because|if)\b)\p{L}"
)
_PLURAL = r"[ \u00a0](?:more[ ]|new[ ])?(?:people|men|women|children|\p{Ll}+s(?<!\b(?:as|was|is|has|his|its|this|plus|across|towards|versus)))\b"


class _Patterns(NamedTuple):
    after: regex.Pattern[str]
    before: regex.Pattern[str]
    leads: regex.Pattern[str]
    monthly: regex.Pattern[str]
    daily: regex.Pattern[str]
    plural: regex.Pattern[str]
    counts: regex.Pattern[str]
    elsewhere: regex.Pattern[str]


@cache
def _patterns() -> _Patterns:
    verbose = regex.VERBOSE | regex.IGNORECASE
    return _Patterns(
        pattern(_AFTER, verbose),
        pattern(_BEFORE, verbose),
        pattern(_LEADS, regex.IGNORECASE),
        pattern(_MONTHLY, regex.IGNORECASE),
        pattern(r"(?r)\bon\s+", regex.IGNORECASE),
        pattern(_PLURAL),
        pattern(_COUNTS, regex.IGNORECASE),
        pattern(r"(?:,?\s+of)?\s+(?:that|the\s+(?:same|following|previous|preceding|next))\s+year\b", regex.IGNORECASE),
    )


def month_date(text: str, at: Span, within: Span) -> DateExpression | None:
    """The date around a month's name at `at`; nothing outside `within` is read."""
    ordinary = at.of(text).lower() in _ORDINARY_WORDS
    if ordinary and not text[at.start].isupper():
        return None
    right = _patterns().after.match(text, at.start, within.end)
    if right is None:
        return None
    if elsewhere := _patterns().elsewhere.match(text, right.end(), within.end):  # March of that year
        return DateExpression(span=Span(at.start, elsewhere.end()), form="anaphoric", start=Partial(month=Written(month_number(at.of(text)), at)))
    left = _patterns().before.match(text, within.start, at.start)
    month = Written(month_number(at.of(text)), at)
    if left is not None and left["day"]:
        # "on 3 May 12 people": what stands before the month is its day, unless a whole date stands after it
        if not (right["day"] and (right["year"] or _number(left["day"]) == 0)):
            return _day_first(text, left, right, month)
        left = None
    if right["day"]:
        number = _number(right["day"])
        reading = _reading(text, number, right, left, within)
        if reading == "day":
            return _month_first(right, left, month)
        if reading == "count":
            return DateExpression(
                span=_from(left, month.span), form="month", start=Partial(month=month), part=_part(left), unit="month", shift=_shift(left)
            )
        year = Written(1900 + number, Span(*right.span("day")))
        return DateExpression(
            span=Span(_from(left, at).start, year.span.end), form="month", start=Partial(year, month), part=_part(left), unit="month"
        )
    dated = right["year"] or right["rel"] or right["short"]
    if not dated and ordinary:
        led = (left is not None and not left["weekday"]) or _patterns().leads.match(text, within.start, at.start)
        if not led:
            return None
    return _month(right, left, month)


def _reading(text: str, number: int, right: regex.Match[str], left: regex.Match[str] | None, within: Span) -> Literal["day", "year", "count"]:
    """What a number after a month is: its day, a year of two digits ("March 87"), or a count of what follows ("in May 12 people")."""
    if right["year"] or right["endday"] or not right["day"].isdecimal() or (left is not None and left["weekday"]):
        return "day"
    start, end = right.start(), right.end("day")
    monthly = _patterns().monthly.match(text, within.start, start) is not None
    if monthly and _patterns().plural.match(text, end, within.end):
        return "count"
    if number <= max(LONGEST):
        return "day"
    if number >= 50 and not _patterns().daily.match(text, within.start, start):
        return "year"
    return "count" if monthly and _patterns().counts.match(text, end, within.end) else "day"


def _day_first(text: str, left: regex.Match[str], right: regex.Match[str], month: Written) -> DateExpression:
    year = None if right["day"] else _year(right)
    day = _written(left, "day")
    weekday = _weekday(left, "weekday")
    end = year.span.end if year else right.end("rel") if right["rel"] and not right["day"] else month.span.end
    if text[end - 1 : end] != "." and right.end("month") > end:
        end = right.end("month")
    shift = _REL[right["rel"].lower()] if right["rel"] and not right["day"] else None
    span = Span(left.start(), end)
    first, first_weekday = _written(left, "first"), _weekday(left, "firstweekday")
    if first is not None and left["row"] and not _ascends(first, day):
        first, first_weekday, weekday, span = None, None, None, Span(left.start("day"), end)
    if first is not None:
        return DateExpression(
            span=span,
            form="range",
            start=Partial(day=first),
            end=Partial(year, month, day),
            weekday=first_weekday or weekday,
            end_weekday=weekday if first_weekday else None,
            unit="year" if shift is not None else None,
            shift=shift,
        )
    return DateExpression(
        span=span,
        form="full" if year else "day-month",
        start=Partial(year, month, day),
        weekday=None if first_weekday else weekday,  # "Saturday and Sunday, May 3 and May 4": of several weekdays none tells whose it is
        unit="year" if shift is not None else None,
        shift=shift,
    )


def _month_first(right: regex.Match[str], left: regex.Match[str] | None, month: Written) -> DateExpression:
    year, day, last = _year(right), _written(right, "day"), _written(right, "endday")
    weekday = _weekday(left, "weekday") if left is not None else None
    first_weekday = _weekday(left, "firstweekday") if left is not None else None
    shift = _REL[right["rel"].lower()] if right["rel"] else None
    unit: Unit | None = "year" if shift is not None else None
    if left is not None and left["rel"] and not weekday:
        shift, unit = _shift(left), "month"
    span = Span(left.start() if left is not None and (weekday or left["rel"]) else month.span.start, right.end())
    if last is not None and right["row"] and not _ascends(day, last):
        return DateExpression(span=Span(span.start, right.end("day")), form="day-month", start=Partial(None, month, day), unit=unit, shift=shift)
    if last is not None:
        end_month = Written(month_number(right["endmonth"]), Span(*right.span("endmonth"))) if right["endmonth"] else None
        return DateExpression(
            span=span,
            form="range",
            start=Partial(None, month, day),
            end=Partial(year, end_month, last),
            weekday=first_weekday or weekday,
            end_weekday=_weekday(right, "endweekday") or (weekday if first_weekday else None),
            unit=unit,
            shift=shift,
        )
    return DateExpression(
        span=span,
        form="full" if year else "day-month",
        start=Partial(year, month, day),
        weekday=None if first_weekday else weekday or _weekday(right, "after"),
        unit=unit,
        shift=shift,
    )


def _month(right: regex.Match[str], left: regex.Match[str] | None, month: Written) -> DateExpression:
    year = _year(right)
    if right["short"]:
        two = int(right["short"])
        year = Written(2000 + two if two < 50 else 1900 + two, Span(*right.span("short")))
    shift = _shift(left)
    unit: Unit | None = "month" if shift is not None else None
    if right["rel"]:
        shift, unit = _REL[right["rel"].lower()], "year"
    return DateExpression(
        span=Span(_from(left, month.span).start, right.end()), form="month", start=Partial(year, month), part=_part(left), unit=unit, shift=shift
    )


def _from(left: regex.Match[str] | None, at: Span) -> Span:
    """From the words before a month that belong to it, to the month's end."""
    return Span(left.start(), at.end) if left is not None and (left["part"] or left["rel"]) else at


def _part(left: regex.Match[str] | None) -> Part | None:
    return _PART[left["part"].split()[0].lower()] if left is not None and left["part"] else None


def _shift(left: regex.Match[str] | None) -> int | None:
    return _REL[left["rel"].split()[-1].lower()] if left is not None and left["rel"] else None


def _ascends(first: Written | None, last: Written | None) -> bool:
    return first is not None and last is not None and first.value < last.value


def _year(right: regex.Match[str]) -> Written | None:
    return Written(int(right["year"]), Span(*right.span("year"))) if right["year"] else None


def _written(m: regex.Match[str], group: str) -> Written | None:
    return Written(_number(m[group]), Span(*m.span(group))) if m[group] else None


def _weekday(m: regex.Match[str], group: str) -> Written | None:
    return Written(weekday_number(m[group]), Span(*m.span(group))) if m[group] else None


def _number(day: str) -> int:
    return int(day) if day.isdecimal() else ordinal(day) or 0
