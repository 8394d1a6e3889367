"""Amounts with their unit: money, shares, votes, lengths, weights, temperatures. "$2.5 billion", "40 percent", "ten miles"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import regex

from ..expression import Amount
from ..numerals import AMOUNT, HEDGE, amount, bounds, scaled
from ..text import Span

#: unit -> how it is written behind the number
UNITS: Mapping[str, str] = {
    "percent": r"percent(?!age)|per\scent|%|pct",
    "points": r"percentage\spoints?|points?",
    "mile": r"miles?|mi",
    "kilometre": r"kilomet(?:er|re)s?|kms?|km",
    "foot": r"feet|foot|ft",
    "metre": r"met(?:er|re)s?|m",
    "inch": r"inch(?:es)?",
    "centimetre": r"centimet(?:er|re)s?|cm",
    "acre": r"acres?",
    "hectare": r"hectares?|ha",
    "square mile": r"square\smiles?|sq\.?\smi(?:les?)?",
    "square kilometre": r"square\skilomet(?:er|re)s?|sq\.?\skm",
    "mile an hour": r"miles\s(?:per|an)\shour|mph",
    "kilometre an hour": r"kilomet(?:er|re)s\s(?:per|an)\shour|kph|km/h|kmh",
    "pound": r"pounds?|lbs?\.?",
    "kilogram": r"kilo(?:gram|gramme)?s?|kgs?",
    "degree Fahrenheit": r"degrees\sFahrenheit|°\s?F|F",
    "degree Celsius": r"degrees\s(?:Celsius|C)|°\s?C|C",
    "gallon": r"gallons?",
    "litre": r"lit(?:er|re)s?",
    "vote": r"votes?",
    "seat": r"seats?",
    "euro": r"euros?",
    "dollar": r"dollars?",
}
_CURRENCIES = r"US\$|A\$|C\$|HK\$|\$|£|€|¥|₹"


@cache
def _pattern() -> regex.Pattern[str]:
    units = "|".join(rf"(?P<{name.replace(' ', '_')}>{words})" for name, words in sorted(UNITS.items(), key=lambda item: -len(item[0])))
    sum_of_money = r"\d[\d,]*(?:\.\d+)?(?:[\s-]?(?:thousand|million|billion|trillion)\b|(?:bn|m|k)\b)?"
    return regex.compile(
        rf"(?:\b(?P<hedge>(?i:{HEDGE}))\s)?"
        rf"(?:(?:\b[Bb]etween\s(?:{_CURRENCIES})\s?(?P<least>{sum_of_money})\sand\s)?(?P<money>{_CURRENCIES})\s?(?P<number>{sum_of_money})"
        # "from 4 to 6 percent" is a change, and "between 4 and 6 percent" a range
        rf"|(?<![\p{{L}}\p{{N}}.,$£€])(?:(?i:between\s(?P<least>{AMOUNT})(?:\spercent|%)?\sand)\s|(?<!\b[Ff]rom\s)(?P<least>(?i:{AMOUNT}))(?:\sto\s|\s?[–-]\s?))?"
        rf"(?P<number>(?i:{AMOUNT}))[\s-]?(?:{units})(?![\p{{L}}\p{{N}}]))"
    )


#: a cheap test: without one of these a text holds no amount
_ANCHOR = regex.compile(
    r"[$£€¥₹%°]|percent|per\scent|pct|point|mile|mi\b|kilo|feet|foot|met(?:er|re)|inch|acre|hectare|\bsq|pound|\blbs?\b|degrees|gallon|lit(?:er|re)|vote|seat|euro|dollar|"
    r"\d[\s-]?(?:mi|kms?|ft|m|cm|ha|mph|kph|km/h|kmh|kgs?|lbs?|F|C)\b"
)


def amounts(text: str, spans: Iterable[Span]) -> tuple[Amount, ...]:
    """The amounts of a text within `spans`, in order."""
    found = []
    for span in spans:
        if _ANCHOR.search(text, span.start, span.end) is None:
            continue
        for match in _pattern().finditer(text, span.start, span.end):
            read = amount(match["number"])
            if read is None:
                continue
            value, scale = read
            unit = match["money"] or next(name for name in UNITS if match[name.replace(" ", "_")])
            low, high = _bounds(match, value, scale)
            found.append(Amount(Span(*match.span()), Span(*match.span("number")), value, _SAME.get(scale or "", scale), unit, low, high))
    return tuple(found)


def _bounds(match: regex.Match[str], value: float, scale: str | None) -> tuple[float, float | None]:
    """The least and the most that an amount may be."""
    least = amount(match["least"]) if match["least"] else None
    if least is not None:
        low = scaled(least[0], scale) if scale and least[1] is None and least[0] < 1_000 else least[0]
        if low < value:
            return low, value
    low, high, _ = bounds(value, " ".join((match["hedge"] or "").lower().split()))
    return low, high


_SAME = {"bn": "billion", "m": "million", "k": "thousand"}
