"""Calendar arithmetic of the Gregorian calendar, and the names that English copy gives its parts."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from datetime import date, timedelta

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_MONTH_NUMBERS = {name[:3].lower(): n for n, name in enumerate(MONTHS, 1)}
_WEEKDAY_NUMBERS = {name[:3].lower(): n for n, name in enumerate(WEEKDAYS)}

#: days of a month, month lengths in a leap year
LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
#: mean length of a unit of the Gregorian calendar, in days
DAYS = {"day": 1.0, "week": 7.0, "month": 365.2425 / 12, "year": 365.2425, "decade": 3652.425}


def month_number(name: str) -> int:
    """1 to 12 for a month's name or abbreviation. Raises KeyError."""
    return _MONTH_NUMBERS[name[:3].lower()]


def weekday_number(name: str) -> int:
    """0 (Monday) to 6 for a weekday's name or abbreviation. Raises KeyError."""
    return _WEEKDAY_NUMBERS[name[:3].lower()]


def days_in_month(year: int | None, month: int) -> int:
    """How many days a month has; without a year, the most that it ever has."""
    return LONGEST[month - 1] if year is None else calendar.monthrange(year, month)[1]


def add_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day. Raises ValueError or OverflowError beyond the years 1 to 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, days_in_month(year, month + 1)))


def elapsed(start: date, end: date, unit: str) -> float:
    """Time from `start` to `end` in days, weeks, months, years or decades: whole units by the calendar, the rest as a share of the next."""
    if unit in ("day", "week"):
        return (end - start).days / DAYS[unit]
    months = (end.year - start.year) * 12 + end.month - start.month
    if end < add_months(start, months):
        months -= 1
    at, after = add_months(start, months), add_months(start, months + 1)
    total = months + (end - at).days / (after - at).days
    return total / {"month": 1, "year": 12, "decade": 120}[unit]


def easter(year: int) -> date:
    """Easter Sunday of the Western churches, by the Gauss/Meeus algorithm ("Anonymous Gregorian")."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Eastern churches by the Gregorian calendar, for 1900 to 2099: Meeus, Astronomical Algorithms (1991), chapter 8."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(13)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    """The n-th (1 to 4, or -1: last) Monday..Sunday of a month."""
    if n < 0:
        last = date(year, month, days_in_month(year, month))
        return last - timedelta((last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (n - 1))


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, n: int) -> Callable[[int], date]:
    return lambda year: nth_weekday(year, month, weekday, n)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days)


#: days that English-language news calls by name -> their date in a year. US federal holidays: 5 U.S.C. 6103(a).
#: Those that another country keeps on another day (Mother's Day, Labour Day, Independence Day) are not here.
HOLIDAYS: Mapping[str, Callable[[int], date]] = {
    "New Year's Day": _fixed(1, 1),
    "Orthodox Christmas": _fixed(1, 7),
    "Burns Night": _fixed(1, 25),
    "Australia Day": _fixed(1, 26),
    "International Holocaust Remembrance Day": _fixed(1, 27),
    "New Year's Eve": _fixed(12, 31),
    "Martin Luther King Day": _nth(1, 0, 3),
    "Martin Luther King Jr. Day": _nth(1, 0, 3),
    "MLK Day": _nth(1, 0, 3),
    "Groundhog Day": _fixed(2, 2),
    "Waitangi Day": _fixed(2, 6),
    "Valentine's Day": _fixed(2, 14),
    "Presidents Day": _nth(2, 0, 3),
    "Presidents' Day": _nth(2, 0, 3),
    "Leap Day": _fixed(2, 29),
    "International Women's Day": _fixed(3, 8),
    "St. Patrick's Day": _fixed(3, 17),
    "St Patrick's Day": _fixed(3, 17),
    "St. David's Day": _fixed(3, 1),
    "St David's Day": _fixed(3, 1),
    "Shrove Tuesday": _from_easter(-47),
    "Mardi Gras": _from_easter(-47),
    "Fat Tuesday": _from_easter(-47),
    "Ash Wednesday": _from_easter(-46),
    "Palm Sunday": _from_easter(-7),
    "Maundy Thursday": _from_easter(-3),
    "Holy Thursday": _from_easter(-3),
    "Good Friday": _from_easter(-2),
    "Easter": _from_easter(0),
    "Easter Sunday": _from_easter(0),
    "Easter Monday": _from_easter(1),
    "Orthodox Easter": orthodox_easter,
    "Ascension Day": _from_easter(39),
    "Pentecost": _from_easter(49),
    "Whit Monday": _from_easter(50),
    "April Fools' Day": _fixed(4, 1),
    "Earth Day": _fixed(4, 22),
    "St. George's Day": _fixed(4, 23),
    "St George's Day": _fixed(4, 23),
    "Anzac Day": _fixed(4, 25),
    "May Day": _fixed(5, 1),
    "Star Wars Day": _fixed(5, 4),
    "Cinco de Mayo": _fixed(5, 5),
    "Memorial Day": _nth(5, 0, -1),
    "Juneteenth": _fixed(6, 19),
    "Bloomsday": _fixed(6, 16),
    "Canada Day": _fixed(7, 1),
    "Fourth of July": _fixed(7, 4),
    "Bastille Day": _fixed(7, 14),
    "Labor Day": _nth(9, 0, 1),
    "Columbus Day": _nth(10, 0, 2),
    "Indigenous Peoples' Day": _nth(10, 0, 2),
    "Indigenous Peoples Day": _nth(10, 0, 2),
    "Halloween": _fixed(10, 31),
    "All Saints' Day": _fixed(11, 1),
    "Guy Fawkes Night": _fixed(11, 5),
    "Bonfire Night": _fixed(11, 5),
    "Veterans Day": _fixed(11, 11),
    "Armistice Day": _fixed(11, 11),
    "Black Friday": lambda year: nth_weekday(year, 11, 3, 4) + timedelta(1),
    "Giving Tuesday": lambda year: nth_weekday(year, 11, 3, 4) + timedelta(5),
    "Cyber Monday": lambda year: nth_weekday(year, 11, 3, 4) + timedelta(4),
    "Thanksgiving": _nth(11, 3, 4),
    "St. Andrew's Day": _fixed(11, 30),
    "St Andrew's Day": _fixed(11, 30),
    "World AIDS Day": _fixed(12, 1),
    "Christmas Eve": _fixed(12, 24),
    "Christmas Day": _fixed(12, 25),
    "Christmas": _fixed(12, 25),
    "Boxing Day": _fixed(12, 26),
}
