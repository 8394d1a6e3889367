"""Figures in news copy: how many were killed, hurt, displaced or held, as a range.

"tens of thousands" is 20,000 to 99,999; "at least 40" has no upper end; "nearly 40" is a little below. A figure is read only
where its words say what it counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import regex

from ..numerals import CARDINAL, cardinal
from ..text import Span


@dataclass(frozen=True, slots=True)
class Figure:
    """`span` runs from the hedge to the word that says what is counted; `number` is the number alone.

    `low` to `high` as meant, `high` None: no upper end. `exact`: a single number without a hedge. `of`: the noun of those counted, None
    for people in general. `more`: "another 12", "12 others": not all that there are.
    """

    span: Span
    number: Span
    measure: str
    low: float
    high: float | None
    exact: bool
    of: str | None = None
    more: bool = False


#: (least, most) of numbers that are words; "tens of thousands" is the design's own reading, the others follow it
_VAGUE = {
    "a handful": (3, 6),
    "a dozen": (12, 12),
    "dozens": (24, 99),
    "scores": (40, 199),
    "hundreds": (200, 999),
    "several hundred": (200, 900),
    "thousands": (2_000, 9_999),
    "several thousand": (2_000, 9_000),
    "tens of thousands": (20_000, 99_999),
    "hundreds of thousands": (200_000, 999_999),
    "a million": (1_000_000, 1_000_000),
    "half a million": (500_000, 500_000),
    "millions": (2_000_000, None),
    "tens of millions": (20_000_000, 99_999_999),
}
_SCALES = {"hundred": 100, "thousand": 1_000, "k": 1_000, "million": 1_000_000, "m": 1_000_000, "billion": 1_000_000_000, "bn": 1_000_000_000}

_AMOUNT = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{CARDINAL})(?:[\s-]?(?:hundred|thousand|million|billion)\b|(?<=\d)(?:k|m|bn)\b)?"
_WORDS = "|".join(sorted((word.replace(" ", r"\s") for word in _VAGUE), key=len, reverse=True))
_HEDGES = (
    r"at\sleast|no\s(?:fewer|less)\sthan|more\sthan|over|upwards\sof|above|nearly|almost|close\sto|up\sto|as\smany\sas|fewer\sthan|less\sthan|under|"
    r"about|around|some|approximately|roughly|an?\sestimated|estimated|exactly|another|a\sfurther|a\stotal\sof"
)
_NUMBER = rf"(?:(?P<hedge>{_HEDGES})\s)?(?:(?P<between>between\s|from\s)?(?P<low>{_WORDS}|{_AMOUNT})(?:(?:\s(?:to|and|or)\s|\s?[–-]\s?)(?P<high>{_AMOUNT}))?)(?![\d.,]\d|%|-(?:year|month|day|week|hour|mile|metre|meter|foot|strong|story|storey))"

#: nouns for people in general: counts of these compare with one another
_ANYBODY = "people|persons|lives|victims|others|bodies|individuals|residents|men and women"
_WHO = r"(?P<who>(?:(?:more|other|of\s(?:the|its|their|his|her)|innocent|young|unarmed|local|foreign|Ukrainian|Russian|Palestinian|Israeli|Syrian|\p{Lu}\p{L}+|\p{Ll}+-\p{Ll}+|police|military|army|aid|health|medical)\s){0,3}(?:people|persons|lives|men|women|children|bodies|\p{Ll}{2,}s)(?:\sand\s\p{Ll}{2,}s)?)"
#: what is killed, hurt or burnt down that is nobody
_NOBODY = frozenset(
    "hours days weeks months years minutes times percent points miles kilometers kilometres metres meters acres homes houses buildings jobs birds chickens cattle "
    "cows pigs animals dogs cats horses fish trees bills birdies plants dollars euros pounds goals runs cases tests shots rounds drones tanks missiles "
    "vehicles cars aircraft planes ships storeys floors games matches wickets seats laps sheep turkeys whales deals bids cells emails documents files records votes messages items weapons bacteria insects mosquitoes".split()
)
_STATES = {
    "killed": "deaths",
    "dead": "deaths",
    "died": "deaths",
    "slain": "deaths",
    "wounded": "injured",
    "injured": "injured",
    "hurt": "injured",
    "missing": "missing",
    "unaccounted for": "missing",
    "displaced": "displaced",
    "uprooted": "displaced",
    "homeless": "displaced",
    "arrested": "arrested",
    "detained": "arrested",
    "deaths": "deaths",
    "fatalities": "deaths",
    "injuries": "injured",
    "arrests": "arrested",
}
_ACTS = {
    "killed": "deaths",
    "killing": "deaths",
    "kills": "deaths",
    "kill": "deaths",
    "claimed": "deaths",
    "claims": "deaths",
    "claiming": "deaths",
    "injured": "injured",
    "injuring": "injured",
    "injures": "injured",
    "wounded": "injured",
    "wounding": "injured",
    "wounds": "injured",
    "displaced": "displaced",
    "displacing": "displaced",
    "displaces": "displaced",
    "uprooted": "displaced",
    "arrested": "arrested",
    "detained": "arrested",
}
_STATE_WORDS = r"killed|dead|died|slain|wounded|injured|hurt|missing|unaccounted\sfor|displaced|uprooted|homeless|arrested|detained"

#: a cheap test: without one of these a sentence holds no figure
_ANCHOR = regex.compile(
    r"(?i)\b(?:kill(?:ed|ing|s)?|dead|died|deaths?|toll|fatalities|lives|slain|wound(?:ed|ing|s)|injur(?:ed|ing|es|ies)|hurt|missing|unaccounted|displac\w+|uprooted|homeless|arrest(?:ed|s)|detained|bodies)\b"
)

_PATTERNS = (
    # 22 people were killed; 12 dead
    (
        regex.compile(
            rf"(?<![\p{{L}}\p{{N}}.,$£€#-]){_NUMBER}\s(?:{_WHO}(?:,\sincluding\s[^.;:]{{3,80}}?,)?\s)?"
            rf"(?:(?:have|had|has|who|that)\s)?(?:(?:already|also|now|reportedly)\s)?(?:(?:been|were|was|are|is)\s)?(?:(?:reported|confirmed|feared|left|found|believed|presumed|reportedly|also|still)\s)?(?P<state>{_STATE_WORDS})\b",
            regex.IGNORECASE,
        ),
        _STATES,
    ),
    # killed at least 22 people; claimed 22 lives
    (
        regex.compile(
            rf"\b(?P<state>{'|'.join(_ACTS)})\s(?:the\slives\sof\s)?{_NUMBER}(?:\s{_WHO})?(?!\s?(?:-|percent|per\s|p\.m|a\.m|o[’']clock|\p{{Sc}}))",
            regex.IGNORECASE,
        ),
        _ACTS,
    ),
    # left 22 people dead
    (regex.compile(rf"\b(?:leaves|leaving|left|leave)\s{_NUMBER}\s(?:{_WHO}\s)?(?P<state>{_STATE_WORDS})\b", regex.IGNORECASE), _STATES),
    # the death toll rose to 22
    (
        regex.compile(
            rf"\b(?P<state>death|casualty)?\s?\b(?:toll|dead)\b(?:\s(?!(?:and|but|of\sthe)\b)[\p{{L}}’'-]+|\s\([^()]*\)){{0,8}}?\s(?:to|at|of|is|was|reached|reaches|hits|hit|tops|topped|passed|exceeds|be)\s{_NUMBER}",
            regex.IGNORECASE,
        ),
        {"death": "deaths"},
    ),
    # 22 deaths
    (
        regex.compile(rf"(?<![\p{{L}}\p{{N}}.,$£€#-]){_NUMBER}\s(?:\p{{Ll}}+\s)?(?P<state>deaths|fatalities|injuries|arrests)\b", regex.IGNORECASE),
        _STATES,
    ),
)


def figures(text: str, sentences: Iterable[Span]) -> tuple[Figure, ...]:
    """The figures of a text, in order and without overlap."""
    found: dict[Span, Figure] = {}
    for sentence in sentences:
        if _ANCHOR.search(text, sentence.start, sentence.end) is None:
            continue
        for figure in _in_sentence(text, sentence):
            found.setdefault(figure.number, figure)
    return tuple(found[number] for number in sorted(found))


def _in_sentence(text: str, sentence: Span) -> Iterator[Figure]:
    taken: list[Span] = []
    for pattern, measures in _PATTERNS:
        for match in pattern.finditer(text, sentence.start, sentence.end):
            number = Span(match.start("low"), match.end("high") if match["high"] else match.end("low"))
            state = " ".join((match["state"] or "death").lower().split())
            if state not in measures or any(number.overlaps(other) for other in taken):
                continue
            who = " ".join((match.groupdict().get("who") or "people").split())
            if not _NOBODY.isdisjoint(who.lower().split()):
                continue
            amount = _amount(match["low"], match["high"], (match["hedge"] or ("between" if match["between"] else "")).lower())
            if amount is None or (amount[0] in range(1900, 2101) and amount[2]):  # a year
                continue
            taken.append(number)
            low, high, exact = amount
            yield Figure(Span(*match.span()), number, measures[state], low, high, exact, _group(who), _more(match["hedge"], who))


def _group(who: str) -> str | None:
    """The noun of those counted; None for people in general, and for two groups together, who are most of them."""
    noun = who.lower().split()[-1]
    return None if noun in _ANYBODY.split("|") or " and " in who else noun


def _more(hedge: str | None, who: str) -> bool:
    words = {*(hedge or "").lower().split(), *who.lower().split()}
    return not words.isdisjoint({"another", "further", "others", "other", "more"} - ({"more"} if hedge else set()))


def _amount(low: str, high: str | None, hedge: str) -> tuple[float, float | None, bool] | None:
    """(least, most, exact) of a number with its hedge."""
    hedge = " ".join(hedge.split())
    word = " ".join(low.lower().split())
    if word in _VAGUE:
        least, most = _VAGUE[word]
        return least, None if hedge in ("more than", "at least", "over") else most, False
    first = _value(low)
    if first is None:
        return None
    if high:
        second = _value(high)
        if second is None or second < first:
            return None
        # "1 to 2 million": the scale stands once
        for scale, factor in _SCALES.items():
            if high.lower().endswith(scale) and not any(low.lower().endswith(s) for s in _SCALES) and first < 1_000:
                first *= factor
                break
        return first, second, False
    if hedge in ("at least", "no fewer than", "no less than"):
        return first, None, False
    if hedge in ("more than", "over", "upwards of", "above"):
        return first, None, False
    if hedge in ("nearly", "almost", "close to"):
        return first * 0.85, first, False
    if hedge in ("up to", "as many as", "fewer than", "less than", "under"):
        return 0, first, False
    if hedge in ("about", "around", "some", "approximately", "roughly", "estimated", "an estimated", "a estimated"):
        return first * 0.85, first * 1.15, False
    # a round number in words is seldom a count to the unit: 1.7 million
    rounded = regex.search(r"(?i)thousand|million|billion|\dm|\dk|\dbn", low) is not None
    return (first * 0.95, first * 1.05, False) if rounded else (first, first, True)


def _value(text: str) -> float | None:
    """The number of digits or words with an optional scale: "1.7 million", "two hundred", "1,288"."""
    words = text.lower().replace("-", " ").strip()
    for scale, factor in _SCALES.items():
        if words.endswith(scale) and words != scale:
            rest = words.removesuffix(scale).strip()
            value = cardinal(rest) if not _is_number(rest) else float(rest.replace(",", ""))
            if value is not None:
                return value * factor
    return float(words.replace(",", "")) if _is_number(words) else cardinal(text)


def _is_number(text: str) -> bool:
    return regex.fullmatch(r"\d+(?:,\d{3})*(?:\.\d+)?", text) is not None
