"""The number that opens a list, with what it counts: "seven neutral countries", "a trio of poets", "both clubs"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import regex

from ...numerals import CARDINAL, cardinal
from ...pattern import pattern
from ...text import Span

_SETS = {"both": 2, "a pair of": 2, "a trio of": 3, "a quartet of": 4, "half a dozen": 6}
#: "more than three", "some three": the number is no count
_VAGUE = ("more than", "over", "some", "about", "around", "nearly", "almost", "up to", "as many as", "fewer than", "less than")
_AT_LEAST = ("at least", "no fewer than")
#: what is measured rather than listed
_MEASURES = (
    "years|months|weeks|days|hours|minutes|seconds|times|percent|points|others|degrees|miles|kilomet(?:er|re)s|feet|inches|dollars|euros|pounds|"
    "couples|pairs|thirds|quarters|fifths"
)
#: no list has more members than this
_MOST = 60


class Head(NamedTuple):
    """`stated` None: the number is no count; `part`: only some of those counted follow ("two of the", "among the four")."""

    span: Span
    number: Span
    noun: str
    stated: int | None
    at_least: bool
    part: bool


@cache
def _head() -> regex.Pattern[str]:
    hedges = "|".join(word.replace(" ", r"\s") for word in (*_AT_LEAST, *_VAGUE))
    sets = "|".join(word.replace(" ", r"\s") for word in _SETS)
    noun = rf"(?P<noun>(?!(?:{_MEASURES})\b)(?-i:\p{{Ll}}+(?:s|men|women)|people|children|men|women|media|fruit))"
    return pattern(
        rf"(?<![\p{{L}}\p{{N}}.,$£€-]|\d\sand\s)(?P<part>(?:(?:some|most|half|many|two|three|four|five|six|seven)\sof|(?-i:Of|Among)|including|besides)\s(?:(?:the|its|their|his|her|those|these)\s)?)?"
        rf"(?:(?P<hedge>{hedges})\s)?(?:the\s(?:first|last|other|next)\s)?"
        rf"(?P<number>{sets}|{CARDINAL}|several|various|many|these|the\sfollowing)\s(?P<of>of\s(?:the|its|their|his|her|those|these)\s(?:{CARDINAL}\s)?)?"
        rf"(?:(?!(?:and|or|of|in|the|to|from|with|for|on|at|by|{CARDINAL})\s)[\p{{L}}’'-]+\s){{0,3}}?{noun}\b"
        # "five carmakers and suppliers were fined: …"
        rf"(?:\s(?:and|or)\s(?!{CARDINAL}\s)(?-i:(?:(?!and\b)\p{{Ll}}+\s)?\p{{Ll}}+(?:s|men|women)|people|children)(?=\s(?:were|are|have|had|will|in|from|who)\b|\s?[:(—–]|,\s\p{{Lu}}))?",
        regex.IGNORECASE,
    )


@cache
def _part_of() -> regex.Pattern[str]:
    """Before the number, that some of them follow: "two out of", "four of the city's". "One of" says nothing of what follows."""
    some = rf"(?:(?!one\b){CARDINAL}|some|most|many|half|few|several)"
    return pattern(
        rf"\b{some}\b[^.;:,()—–“”\"]{{0,40}}\bof\s(?:(?:the|its|their|his|her|those|these|all)\s)?(?:(?:\p{{L}}+\s){{0,2}}\p{{L}}+[’']s?\s)?$",
        regex.IGNORECASE,
    )


#: how far before a number that may stand, in characters
_BEFORE = 90

#: a cheap test: without one of these a sentence has no head
_ANCHOR = pattern(
    r"\d|(?i:\b(?:two|three|four|five|six|seven|eight|nine|ten|\p{L}+teen|eleven|twelve|\p{L}+ty|both|pair|trio|quartet|dozen|several|various|many|these|following)\b)"
)


def heads(text: str, start: int, end: int) -> Iterator[Head]:
    """The heads between two offsets, in order."""
    if _ANCHOR.search(text, start, end) is None:
        return
    for match in _head().finditer(text, start, end):
        number = " ".join(match["number"].lower().split())
        stated = _SETS.get(number) or cardinal(number)
        if stated is not None and (stated != int(stated) or not 2 <= stated <= _MOST):
            continue
        hedge = " ".join((match["hedge"] or "").lower().split())
        yield Head(
            span=Span(match.start("number"), match.end()),
            number=Span(*match.span("number")),
            noun=match["noun"].lower(),
            stated=None if stated is None or hedge in _VAGUE else int(stated),
            at_least=hedge in _AT_LEAST,
            part=match["part"] is not None or _part_of().search(text, max(start, match.start() - _BEFORE), match.start()) is not None,
        )
