"""Wholes and their parts: "30 people: 12 soldiers, 10 nurses and eight children", "the 60-member senate voted 33 to 25", "five of the 12 ships"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

import regex

from ..numerals import AMOUNT, amount
from ..text import Span

#: all: the parts are all there are; some: there may be others, and they don't overlap; each: they may overlap
Parts = Literal["all", "some", "each"]


@dataclass(frozen=True, slots=True)
class Division:
    """A whole with its parts, as written and as numbers; `span` runs over both."""

    span: Span
    whole: Span
    total: float
    parts: tuple[tuple[Span, float], ...]
    kind: Parts


#: groups that do not overlap: who belongs to one of a set belongs to no other of it
_APART = (
    frozenset("men women boys girls".split()),
    frozenset("soldiers troops civilians police policemen officers militants rebels insurgents fighters guards".split()),
    frozenset("adults children".split()),
    frozenset("republicans democrats independents".split()),
)
_NUMBER = rf"(?<![\p{{L}}\p{{N}}.,$£€-]){AMOUNT}(?![\p{{N}}%]|[.,]\p{{N}}|\s?(?:percent|per\scent|pct)|-)"
_PART = rf"(?P<part>{_NUMBER})(?:\s(?!(?:and|or|of|who|which|that|in|from)\b)[\p{{L}}’'-]+){{1,3}}"
_ONE = rf"(?P<whole>{_NUMBER})\s(?:(?!(?:and|or|of|who|which|that)\b)[\p{{L}}’'-]+\s){{0,2}}?(?P<of>[\p{{L}}’'-]+)"
#: what holds others rather than being made up of them: "five villages, including 300 children"
_HOLDS = regex.compile(
    r"(?i)^(?:villages|towns|cities|countries|states|nations|buildings|houses|homes|schools|hospitals|buses|planes|trains|cars|trucks|boats|ships|attacks|"
    r"blasts|bombings|incidents|raids|cases|days|weeks|months|years|hours|times|others)$"
)
_HEDGED = regex.compile(
    r"(?i)(?:at least|more than|over|about|around|some|nearly|almost|up to|roughly|approximately|another|fewer than|less than|from|to|and|between)\s(?:the\s)?$"
)


#: a cheap test: a whole and its part are two numbers
_NUMERAL = regex.compile(r"(?i)\d+|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|\p{L}+ty|dozen|hundred)\b")


@cache
def _listed() -> regex.Pattern[str]:
    """30 people: 12 soldiers, 10 nurses and eight children. The parts are all where a mark opens and ends them."""
    return regex.compile(
        rf"{_ONE}(?:\s(?:dead|killed|wounded|injured|arrested))?(?P<opens>:|\s?[—–]|\s--|\s\(|,)\s?(?P<some>(?:including|among\sthem)\s)?"
        rf"{_PART}(?:,\s{_PART})*(?:,?\sand\s{_PART})?(?=[.;)]|\s?[—–]|\s--|$|,\s)",
        regex.IGNORECASE,
    )


@cache
def _voted() -> regex.Pattern[str]:
    """The 60-member senate voted 33 to 25."""
    return regex.compile(
        r"\b(?P<whole>\d{2,4})(?:[\s-](?:member|seat|strong)|\s(?:members|seats),)\s[^.;\n]{0,80}?\b(?:vot(?:ed|e)|passed|approved|adopted|rejected|backed|confirmed)\s"
        r"(?:(?:by|of|was|it|her|him|the\s\p{L}+)\s){0,2}(?P<part>\d{1,4})(?:\s?[-–]\s?|\sto\s)(?P<part>\d{1,4})\b(?!\s(?:percent|points))"
        r"|\bvot(?:ed|e)\s(?:(?:by|of|was)\s)?(?P<part>\d{1,4})(?:\s?[-–]\s?|\sto\s)(?P<part>\d{1,4})\b[^.;\n]{2,80}?\b(?P<whole>\d{2,4})-(?:member|seat)\b"
    )


@cache
def _of_the() -> regex.Pattern[str]:
    """Five of the 12 ships."""
    return regex.compile(
        rf"(?P<part>{_NUMBER})\s(?:out\s)?of\s(?:the|its|their|his|her|all)\s(?P<whole>{_NUMBER})\s(?:\p{{L}}+s|people|men|women|children)\b",
        regex.IGNORECASE,
    )


@cache
def _of_whom() -> regex.Pattern[str]:
    """340 workers, of whom 120 are women; of the 27 arrested, 11 were charged."""
    return regex.compile(
        rf"{_ONE},\sof\s(?:whom|which)\s(?:only\s|some\s|about\s)?(?P<part>{_NUMBER})(?!\syears?\b)"
        rf"|\bof\s(?:the|its|their|his|her|all)\s(?P<whole>{_NUMBER})\s(?:[\p{{L}}’'-]+\s?){{0,4}},\s(?P<part>{_NUMBER})\s(?:were|was|are|have|had|has|died|remain\w*)\b",
        regex.IGNORECASE,
    )


def divisions(text: str, sentences: Iterable[Span]) -> tuple[Division, ...]:
    """The divisions of a text, in order."""
    found = [d for sentence in sentences for d in _in_sentence(text, sentence)]
    return tuple(sorted(found, key=lambda d: d.span))


def _in_sentence(text: str, sentence: Span) -> Iterator[Division]:
    words = sentence.of(text)
    if " of the " in words or " of its " in words or " of their " in words or " of his " in words or " of her " in words or " of all " in words:
        for match in _of_the().finditer(text, *sentence):
            yield from _division(match, "each")
    if "of who" in words or "of which" in words or "f the " in words or "f all " in words:
        for match in _of_whom().finditer(text, *sentence):
            yield from _division(match, "each")
    if "vot" in words or "member" in words or "seat" in words:
        for match in _voted().finditer(text, *sentence):
            yield from _division(match, "some")
    if (" and " not in words and "including" not in words and "among them" not in words) or len(_NUMERAL.findall(words)) < 2:
        return
    for match in _listed().finditer(text, *sentence):
        if _HEDGED.search(text, sentence.start, match.start("whole")):
            continue
        some, opens, parts = match["some"] is not None, match["opens"].strip(), len(match.captures("part"))
        if some and _HOLDS.search(match["of"]):
            continue
        if some:
            nouns = {part.split()[-1].lower() for part in _nouns(match)}
            yield from _division(match, "some" if len(nouns) == parts and any(nouns <= group for group in _APART) else "each")
        elif opens != "," and parts > 1 and not text[match.end() : match.end() + 2].startswith(","):
            yield from _division(match, "all")


def _nouns(match: regex.Match[str]) -> list[str]:
    """The words behind each part's number."""
    ends = [*match.starts("part")[1:], match.end()]
    return [match.string[end:stop].rstrip(" ,").removesuffix(" and").rstrip(" ,") for end, stop in zip(match.ends("part"), ends, strict=True)]


def _division(match: regex.Match[str], kind: Parts) -> Iterator[Division]:
    whole = amount(match["whole"])
    parts = [(Span(*span), read) for span, text in zip(match.spans("part"), match.captures("part"), strict=True) if (read := amount(text))]
    if whole is not None and whole[0] > 1 and len(parts) == len(match.captures("part")):
        yield Division(Span(*match.span()), Span(*match.span("whole")), whole[0], tuple((span, value) for span, (value, _) in parts), kind)
