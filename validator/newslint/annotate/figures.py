"""Figures in news copy: how many were killed, hurt, displaced or held, as a range.

"tens of thousands" is 20,000 to 99,999; "at least 40" has no upper end; "nearly 40" is a little below. A figure is read only
where its words say what it counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

import regex

from ..numerals import AMOUNT, CARDINAL, HEDGE, amount, bounds, cardinal, no_upper_end, scaled
from ..pattern import pattern
from ..text import Span


class Figure(NamedTuple):
    """`span` runs from the hedge to the word that says what is counted; `number` is the number alone.

    `low` to `high` as meant, `high` None: no upper end. `exact`: a single number without a hedge. `of`: the noun of those counted, None
    for people in general. `part`: not all that there are ("another 12", "12 seriously"). `risen`: it was lower before ("rose to 12").
    """

    span: Span
    number: Span
    measure: str
    low: float
    high: float | None
    exact: bool
    of: str | None = None
    part: bool = False
    risen: bool = False


#: (least, most) of numbers that are words; "tens of thousands" is the design's own reading, the others follow it
_VAGUE = {
    "a handful": (3, 6),
    "a dozen": (12, 12),
    "half a dozen": (6, 6),
    "two dozen": (24, 26),
    "three dozen": (36, 39),
    "several dozen": (24, 99),
    "dozens": (20, 99),
    "scores": (40, 199),
    "hundreds": (200, 999),
    "several hundred": (200, 900),
    "thousands": (2_000, 9_999),
    "several thousand": (2_000, 9_000),
    "tens of thousands": (20_000, 99_999),
    "hundreds of thousands": (200_000, 999_999),
    "a million": (1_000_000, 1_499_999),
    "half a million": (450_000, 599_999),
    "millions": (2_000_000, None),
    "tens of millions": (20_000_000, 99_999_999),
}
_WORDS = "|".join(sorted((word.replace(" ", r"\s") for word in _VAGUE), key=len, reverse=True))
_NUMBER = (
    rf"(?:(?P<hedge>{HEDGE})\s)?(?:all\s)?(?:(?P<between>between\s|from\s)?(?P<low>{_WORDS}|{AMOUNT})(?:(?:\s(?:to|and|or)\s|\s?[–-]\s?)(?P<high>{AMOUNT}))?)"
    r"(?![\d.,]\d|%|\s?percent|-(?:year|month|day|week|hour|mile|metre|meter|foot|strong|story|storey))"
)

#: nouns for people in general: counts of these compare with one another
_ANYBODY = "people|persons|lives|victims|others|bodies|individuals|residents|men and women"
_WHO = (
    r"(?P<who>(?:(?:more|other|of(?:\s(?:the|its|their|his|her))?|innocent|young|unarmed|local|foreign|(?-i:\p{Lu}\p{L}+)|(?-i:\p{Ll}+-\p{Ll}+)|"
    r"police|military|army|aid|health|medical|rescue|construction|factory)\s){0,3}(?:people|persons|lives|men|women|children|bodies|\p{L}{2,}(?:s|men|women))\b(?:\sand\s\p{L}{2,}s\b)?)"
)
#: what is lost where lives are claimed or cost
_LOST = frozenset({"lives", "people", "victims"})
#: what is killed, hurt or burnt down that is nobody
_NOBODY = frozenset(
    "hours days weeks months years minutes times percent points miles kilometers kilometres metres meters acres homes houses buildings jobs birds chickens cattle "
    "cows pigs animals dogs cats horses fish trees bills birdies plants dollars euros pounds goals runs cases tests shots rounds drones tanks missiles "
    "vehicles cars aircraft planes ships storeys floors games matches wickets seats laps sheep turkeys whales deals bids cells emails documents files records votes messages items weapons bacteria insects mosquitoes".split()
)
#: what the words say of those counted: after the number ...
_STATES = {
    **dict.fromkeys(
        ("killed", "dead", "died", "die", "slain", "perished", "drowned", "deaths", "fatalities", "shot dead", "shot and killed"), "deaths"
    ),
    **dict.fromkeys(("shot to death", "burned to death", "stabbed to death", "crushed to death", "lost their lives", "gunned down"), "deaths"),
    **dict.fromkeys(("wounded", "injured", "hurt", "injuries"), "injured"),
    **dict.fromkeys(("missing", "unaccounted for"), "missing"),
    **dict.fromkeys(("displaced", "uprooted", "homeless", "forced from their homes", "driven from their homes"), "displaced"),
    **dict.fromkeys(("arrested", "detained", "arrests", "taken into custody"), "arrested"),
}
#: ... and before it
_ACTS = {
    **dict.fromkeys(
        (
            "killed",
            "killing",
            "kills",
            "kill",
            "claimed",
            "claims",
            "claiming",
            "cost",
            "costs",
            "costing",
            "shot dead",
            "shot and killed",
            "gunned down",
        ),
        "deaths",
    ),
    **dict.fromkeys(("took the lives of", "takes the lives of"), "deaths"),
    **dict.fromkeys(("injured", "injuring", "injures", "injure", "wounded", "wounding", "wounds", "wound", "hurts", "hurting"), "injured"),
    **dict.fromkeys(("displaced", "displacing", "displaces", "uprooted"), "displaced"),
    **dict.fromkeys(("arrested", "arresting", "arrests", "arrest", "detained", "detaining", "detains", "detain"), "arrested"),
}


#: what may not stand right before a number: "$40", "No. 40", "40 000"
_ALONE = r"(?<![\p{L}\p{N}.,$£€#-]|\p{N}\s)"
#: how badly some of those hurt were hurt: they are not all
_DEGREE = r"(?P<degree>seriously|severely|critically|badly|gravely|slightly|lightly|instantly|outright|serious|severe|critical|minor)"
#: some of those counted, set apart by marks: "14 people, including three children, were killed"
_ASIDE = (
    rf"(?:(?:,|\s?[—–]|\s-{{1,2}}|\s\()\s?(?:including|among\sthem|(?:(?:at\sleast|most)\s)?(?:{CARDINAL}\s|some\s|many\s)?of\s(?:them|whom))\s"
    r"[^.;:—–()]{3,80}?(?:,|\s?[—–]|\s-{1,2}|\)))"
)


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted((word.replace(" ", r"\s") for word in words), key=len, reverse=True))


#: a cheap test: without one of these a sentence holds no figure
_ANCHOR = pattern(
    r"(?i)\b(?:kill(?:ed|ing|s)?|dead|died?|deaths?|toll|fatalities|lives|slain|wound(?:ed|ing|s)?|injur(?:ed?|ing|es|ies)|hurt(?:s|ing)?|missing|unaccounted|displac\w+|uprooted|homeless|homes|arrest(?:ed|s|ing)?|detain(?:ed|s|ing)?|custody|bodies|perished|drowned|shot|gunned|burned|stabbed|crushed)\b"
)

#: and without one of these, or a digit, none has a number
_NUMBERED = pattern(
    r"(?i)\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|\p{L}+ty|handful|(?:dozen|score|hundred|thousand|million|billion|trillion)s?)\b"
)


@cache
def _patterns() -> tuple[tuple[regex.Pattern[str], Mapping[str, str]], ...]:
    """The ways in which copy counts those killed, hurt, displaced or held, each with what its word says of them."""
    return (
        # 22 people were killed; 12 dead
        (
            pattern(
                rf"{_ALONE}{_NUMBER}\s(?:{_WHO}{_ASIDE}?\s)?"
                rf"(?:(?:have|had|has|who|that)\s)?(?:(?:already|also|now|reportedly)\s)?(?P<is>(?:been|were|was|are|is|remain(?:s|ed)?)\s)?(?:(?:{_DEGREE}|(?P<sure>reported|confirmed|feared|believed|presumed)|left|found|reportedly|also|still)\s)?(?P<state>{_either(_STATES)})\b",
                regex.IGNORECASE,
            ),
            _STATES,
        ),
        # killed at least 22 people; claimed 22 lives
        (
            pattern(
                rf"\b(?:{_DEGREE}\s)?(?P<state>{_either(_ACTS)})\s(?:the\slives\sof\s)?{_NUMBER}(?:\s{_WHO})?(?!\s?(?:-|percent|per\s|p\.m|a\.m|o[’']clock|\p{{Sc}}))",
                regex.IGNORECASE,
                words=("kill", "claim", "shot", "gunned", "lives", "injur", "wound", "hurt", "displac", "uprooted", "arrest", "detain"),
            ),
            _ACTS,
        ),
        # left 22 people dead
        (
            pattern(
                rf"\b(?:leaves|leaving|left|leave)\s{_NUMBER}\s(?:{_WHO}{_ASIDE}?\s)?(?:(?:{_DEGREE}|(?P<sure>feared|believed|presumed))\s)?(?P<state>{_either(_STATES)})\b",
                regex.IGNORECASE,
                words=("leav", "left"),
            ),
            _STATES,
        ),
        # the death toll rose to 22
        (
            pattern(
                rf"\b(?:(?P<state>death|casualty)\s)?(?:toll|dead|number\sof\s(?:people\s|those\s)?(?:killed|dead))\b(?P<course>(?:\s(?!(?:and|but|of\sthe)\b)[\p{{L}}’'-]+|\s\([^()]*\)){{0,8}}?)\s(?:to|at|of|is|was|reached|reaches|hits|hit|tops|topped|passed|exceeds|be)\s(?:now\s|currently\s)?{_NUMBER}",
                regex.IGNORECASE,
                words=("toll", "dead", "number"),
            ),
            {"death": "deaths"},
        ),
        # 22 deaths
        (
            pattern(
                rf"{_ALONE}{_NUMBER}\s(?:{_DEGREE}\s|(?P<sure>confirmed|feared)\s|\p{{Ll}}+\s)?(?P<state>deaths|fatalities|injuries|arrests)\b",
                regex.IGNORECASE,
                words=("deaths", "fatalities", "injuries", "arrests"),
            ),
            _STATES,
        ),
    )


def figures(text: str, sentences: Iterable[Span]) -> tuple[Figure, ...]:
    """The figures of a text, in order and without overlap."""
    found: dict[Span, Figure] = {}
    for sentence in sentences:
        if _ANCHOR.search(text, sentence.start, sentence.end) is None or _NUMBERED.search(text, sentence.start, sentence.end) is None:
            continue
        for figure in _in_sentence(text, sentence):
            found.setdefault(figure.number, figure)
    return tuple(found[number] for number in sorted(found))


def _in_sentence(text: str, sentence: Span) -> Iterator[Figure]:
    taken: set[int] = set()
    for counted, measures in _patterns():
        for match in counted.finditer(text, sentence.start, sentence.end):
            number = Span(match.start("low"), match.end("high") if match["high"] else match.end("low"))
            named = match.groupdict()
            state = " ".join((match["state"] or "death").lower().split())
            if state not in measures or number.start in taken:
                continue
            who = " ".join((named.get("who") or "people").split())
            # medals and euros are claimed and cost, too
            if state.startswith(("claim", "cost")) and _LOST.isdisjoint(who.lower().split()):
                continue
            if not _NOBODY.isdisjoint(who.lower().split()):
                continue
            # "a crash on Highway 12 killed three", "14 rebels killed 20 soldiers": those who killed are not counted
            if "is" in named and not match["is"] and _object().match(text, match.end()):
                continue
            toll = _amount(match["low"], match["high"], (match["hedge"] or ("between" if match["between"] else "")).lower())
            if toll is None or (toll[0] in range(1900, 2101) and toll[2]) or toll[0] % 1:  # a year; a magnitude
                continue
            taken.update((number.start, match.start("high")))
            low, high, exact = _with_attacker(text, match.end(), _as_sure(toll, (named.get("sure") or "").lower()))
            # "killed 12 and wounded 30 others": 30 are all who were wounded
            more = _more(match["hedge"], who) and (measures[state] == "deaths" or _DEATHS.search(text, sentence.start, match.start()) is None)
            group = None if "total" in (match["hedge"] or "").lower() else _group(who)  # "a total of 20 workers": all there are
            beside = _another_group().match(text, match.end()) or _AND.search(text, sentence.start, match.start())
            several = group is not None and beside is not None
            rest = text[max(match.start() - 10, 0) : match.start()].endswith(("remaining ", "other "))
            part = more or several or rest or named.get("degree") is not None or _partly().match(text, match.end()) is not None
            risen = _RISEN.search(named.get("course") or "") is not None
            yield Figure(Span(*match.span()), number, measures[state], low, high, exact, group, part, risen)


_DEATHS = pattern(r"(?i)\b(?:kill(?:ed|ing|s)|dead|died|deaths|toll|lives)\b")
#: a toll that has changed
_RISEN = pattern(r"(?i)\b(?:ris(?:es|en|ing)|rose|climb\w*|gr(?:ows|ew|own)|jump\w*|mount\w*|increas\w+|soar\w*|up|updated|revised)\b")


@cache
def _object() -> regex.Pattern[str]:
    """After a verb, the number of those whom it befell."""
    return pattern(
        rf"\s(?:(?:{HEDGE})\s)?(?:{_WORDS}|{AMOUNT})\b(?!\s(?:days?|weeks?|months?|years?|hours?|minutes|miles|kilomet\w+|times)\b)", regex.IGNORECASE
    )


@cache
def _partly() -> regex.Pattern[str]:
    """What stands behind a figure that is not all there are: "… in Ohio and four in Iowa", "… at the scene", "… seriously"."""
    return pattern(
        rf"(?:\speople)?\s(?:at\sthe\sscene|instantly|outright|{_DEGREE})\b|"
        rf"(?:\s(?:in|at|near|on|outside|inside)\s(?!(?:and|but)\b)[^.;:]{{2,60}}?|\sinside|\soutside),?\sand\s(?:another\s|at\sleast\s)?{AMOUNT}\s"
        r"(?:(?:people|others|more)\s)?(?:(?:were|was)\s)?(?:(?:killed|died|injured|wounded|arrested)\s)?(?:in|at|near|on|outside|inside)\b",
        regex.IGNORECASE,
    )


#: "a couple and their five children died"
_AND = pattern(r"\band\s(?:(?:their|his|her|its|the)\s)?$")


@cache
def _another_group() -> regex.Pattern[str]:
    """What stands behind one of several groups: "five soldiers and seven rebels"."""
    return pattern(rf",?\sand\s(?:(?:{HEDGE})\s)?(?:{_WORDS}|{AMOUNT})\s(?:\p{{L}}+\s){{0,2}}?\p{{L}}+(?:s|men|women)\b", regex.IGNORECASE)


def _as_sure(toll: tuple[float, float | None, bool], sure: str) -> tuple[float, float | None, bool]:
    """The range of a toll that is confirmed so far, or feared."""
    low, high, exact = toll
    if sure == "confirmed":
        return low, None, False
    return (0, high, False) if sure in ("feared", "believed", "presumed") else (low, high, exact)


@cache
def _attacker() -> regex.Pattern[str]:
    return pattern(
        rf",?\s(?:not\s)?(?:including|counting|among\sthem|besides)\s(?:an?\s|the\s|both\s)?(?P<many>{CARDINAL}\s)?(?:\p{{L}}+\s){{0,2}}?"
        r"(?:attackers?|bombers?|gunm[ae]n|assailants?|shooters?|perpetrators?|suspects?)\b"
    )


def _with_attacker(text: str, at: int, toll: tuple[float, float | None, bool]) -> tuple[float, float | None, bool]:
    """The range of a toll that says whether those who did it are counted in: others may count them otherwise."""
    found = _attacker().match(text, at)
    if found is None:
        return toll
    low, high, _ = toll
    count = (cardinal(found["many"]) if found["many"] else None) or (2 if "both" in found.group() else 1)
    outside = found.group().lstrip(", ").startswith(("not", "besides"))
    return (low, high + count if high is not None else None, False) if outside else (max(low - count, 0), high, False)


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
        return least, None if no_upper_end(hedge) else most, False
    read, to = amount(low), amount(high) if high else None
    if read is None or (high and to is None):
        return None
    first, scale = read
    if to is not None:
        second, unit = to
        if unit and scale is None and first < 1_000:  # "1 to 2 million": the scale stands once
            first = scaled(first, unit)
        return (first, second, False) if second >= first else None
    # a round number with its scale in words is seldom a count to the unit: 1.7 million
    return bounds(first, hedge, round_to=0.05 if scale and scale != "hundred" else 0.0)
