"""The members of a list, read from where it begins up to the one behind the last "and"; or no list, where its end can't be told."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from functools import cache
from typing import NamedTuple

import regex

from ...numerals import CARDINAL, cardinal
from ...pattern import pattern
from ...text import Span
from .model import Item
from .regions import REGIONS

_WORD = r"(?:(?:\p{Lu}\.){1,3}|(?:St|Dr|Mr|Mrs|Ms|Prof|(?:Sen|Rep|Gov|Gen|Lt|Col)s?)\.|\p{Lu}[\p{L}\p{N}’'&-]*)"
#: a name: capitalised words, with the small words that names hold; a quoted title counts as one
_NAME = rf"(?:[Tt]he\s)?{_WORD}(?:\s(?:(?:of|for|in)\s(?:the\s)?|d[eao]s?\s(?:la\s)?|del(?:la)?\s|di\s|la\s|al-|bin\s|van\s(?:der\s|den\s)?|von\s|du\s|&\s)?{_WORD}){{0,5}}"
_TITLED = r"[“\"‘][^“”\"‘’\n]{2,80}[”\"’]"
_NESTED = (
    rf"(?P<many>(?<![\p{{L}}\p{{N}}]){CARDINAL})(?:(?:\s(?:other|more|of\s(?:its|the|their)))?(?:\s[\p{{L}}-]+){{0,2}}\s"
    r"(?:\p{Ll}+s|men|women|children|people)\b|\smore\b(?=\s?[,.;)—–]))"
)
#: no list has more members than this, and none runs on further than so many characters
_MOST, _FAR = 60, 4_000
#: regions that bear the name of a town
_ALSO_TOWNS = frozenset({"New York", "Washington", "Quebec", "Singapore", "Luxembourg", "Monaco"})
_IN_FROM = r"(?:(?:in|from|by|to|with)\s)?"


class Members(NamedTuple):
    """`others`: more are said to follow."""

    items: tuple[Item, ...]
    others: bool = False

    @property
    def end(self) -> int:
        return self.items[-1].span.end


@cache
def _item() -> regex.Pattern[str]:
    return pattern(rf"(?:{_NAME}|{_TITLED}|{_NESTED})(?:\s?\([^()\n]{{1,60}}\))?(?:,\s(?:aged\s)?\d{{1,2}}(?=[,;.)\s]))?")


@cache
def _thing() -> regex.Pattern[str]:
    """A member that is no name: a few lower-case words, or a number of them."""
    words = r"(?!(?:and|or|but|both|where|who|which|that|when|while|as|with)\b)\p{Ll}[\p{L}’-]+(?:\s(?!(?:and|or|but|who|which|that)\b)\p{L}[\p{L}’-]*){0,4}"
    return pattern(rf"(?:(?P<many>{CARDINAL})\s|(?:an?|the|its|their|his|her)\s)?{words}")


@cache
def _separator() -> regex.Pattern[str]:
    # a quoted title holds the comma behind it
    return pattern(rf",?\s(?P<and>and|or|&)\s{_IN_FROM}|(?:[,;]|(?<=,[”\"’]))\s(?:(?P<and>and|or)\s)?(?P<in>{_IN_FROM})")


@cache
def _between_things() -> regex.Pattern[str]:
    return pattern(r",?\s(?P<and>and|or|&)\s|,\s")


@cache
def _others() -> regex.Pattern[str]:
    many = r"others?|more|elsewhere|several|some|many|a\s(?:few|handful|number|host)\b|dozens|hundreds|other\s\p{Ll}+"
    return pattern(rf",?\s(?:and|or)\s(?!{CARDINAL}\s)(?:\p{{Ll}}+\s)?(?:{many})\b|,?\samong\sothers\b|,?\setc\b")


@cache
def _goes_on() -> regex.Pattern[str]:
    """A list that goes on after a break: "Ohio and Florida, where it began, along with Iowa"."""
    return pattern(r"[^.;:]{0,120}?\b(?:along\swith|as\swell\sas|plus|together\swith|and\salso|followed\sby)\b")


_CLOSES = pattern(r"\s?(?:[.!?]?[”\"’]?$|\)|[—–]|-{1,2}\s)")


def members(text: str, start: int, end: int, joined: Set[str], *, marked: bool) -> Members | None:
    """The members from `start` on. `marked`: a colon, a dash or a bracket opens the list, so that it may end without an "and"."""
    end = min(end, start + _FAR)
    if marked and (parted := _by_semicolons(text, start, end)) is not None:
        return parted
    named = _named(text, start, end, joined, marked=marked)
    return named if named or not marked else _things(text, start, end)


def _named(text: str, start: int, end: int, joined: Set[str], *, marked: bool) -> Members | None:
    items: list[Item] = []
    at, ended = start, False
    while (match := _item().match(text, at, end)) is not None:
        item = Item(Span(at, match.end()), int(cardinal(match["many"]) or 1) if match["many"] else 1)
        if items and text[items[-1].span.start : item.span.end] in joined:
            item, ended = Item(Span(items.pop().span.start, item.span.end)), False
        items.append(item)
        if len(items) > _MOST:
            return None
        at = item.span.end
        if _others().match(text, at, end):
            return Members(tuple(items), True)
        separator = _separator().match(text, at, end)
        if separator is None:
            break
        conjunction = separator["and"] is not None
        follows = _item().match(text, separator.end(), end)
        if ended and follows and not (separator["in"] and not conjunction):
            comma = text[separator.start()] in ",;"
            if conjunction and comma and not marked:  # "Ivo and Tom Lund, and Vera Holt were absent"
                break
            if conjunction or follows.group() not in REGIONS | joined:
                # "Reed and Moss, Ash and Elm": which "and" belongs to a name can't be told; a place may follow its town, though
                return None
            break
        if ended and follows:  # "Peru and Chile, from May": what follows is no member
            break
        ended = ended or conjunction
        at = separator.end()
    if len(items) < 2:
        return None
    last_two = text[items[-2].span.end : items[-1].span.start]
    # the last "and" may lead to something else: what it joined is whole all the same
    if _separator().match(last_two) is None or not (" and " in last_two or " or " in last_two or "&" in last_two):
        closed = marked and len(items) > 2 and at == items[-1].span.end and _CLOSES.match(text, at, end) is not None
        return Members(tuple(items)) if closed else None
    return Members(tuple(items), _goes_on().match(text, items[-1].span.end, end) is not None)


def _by_semicolons(text: str, start: int, end: int) -> Members | None:
    """Members that semicolons part, each with what is said of it: "Ada Lund, a dentist; Tom Reyes, who keeps bees; and Vera Holt"."""
    stop = next((k for k in (text.find(")", start, end),) if k >= 0 and text[start - 1] == "("), end)
    pieces: list[Span] = []
    at = start
    while (semicolon := text.find(";", at, stop)) >= 0:
        pieces.append(Span(at, semicolon))
        at = semicolon + 1
    last = text[at:stop].lstrip()
    if not pieces or not last.startswith(("and ", "or ")):
        return None
    begins = at + text[at:stop].index(last) + len(last.split()[0]) + 1
    items = []
    for piece in (*pieces, Span(begins, stop)):
        lead = len(piece.of(text)) - len(piece.of(text).lstrip())
        match = _item().match(text, piece.start + lead, piece.end)
        if match is None:
            return None
        items.append(Item(Span(*match.span()), int(cardinal(match["many"]) or 1) if match["many"] else 1))
    whole = stop - len(text[begins:stop]) + len(text[begins:stop].rstrip(' .!?”"’'))
    items[-1] = replace(items[-1], span=Span(items[-1].span.start, max(whole, items[-1].span.end)))
    return Members(tuple(items))


def _things(text: str, start: int, end: int) -> Members | None:
    """Members that are no names, up to the end of the sentence or the bracket: "apples, pears and plums"."""
    items: list[Item] = []
    at = start
    conjunctions = 0
    while (match := _thing().match(text, at, end)) is not None:
        items.append(Item(Span(at, match.end()), int(cardinal(match["many"]) or 1) if match["many"] else 1))
        at = match.end()
        if _others().match(text, at, end):
            return Members(tuple(items), True)
        separator = _between_things().match(text, at, end)
        if separator is None:
            break
        conjunctions += separator["and"] is not None
        if conjunctions and separator["and"] is None:
            return None
        at = separator.end()
    whole = conjunctions == 1 and at == (items[-1].span.end if items else -1) and _CLOSES.match(text, at, end) is not None
    return Members(tuple(items)) if whole and len(items) > 1 else None


def apart_from_regions(text: str, items: tuple[Item, ...], joined: Set[str], stated: int | None = None) -> tuple[Item, ...]:
    """Items with "Durham, North Carolina" as one; what may be a town or its region (New York) is what the stated number makes it."""
    regions = [k for k in range(1, len(items)) if _is_region(text, items[k - 1], items[k], joined)]
    # the surest first: an abbreviation never stands for itself
    regions.sort(key=lambda k: (text[items[k].span.end - 1] != ".", items[k].span.of(text) in _ALSO_TOWNS))
    least = sum(text[items[k].span.end - 1] == "." for k in regions)
    needed = sum(item.count for item in items) - (stated or 0)
    behind = set(regions[:needed] if least <= needed <= len(regions) else [k for k in regions if items[k].span.of(text) not in _ALSO_TOWNS])
    merged: list[Item] = []
    for k, item in enumerate(items):
        if k in behind:
            merged[-1] = replace(merged[-1], span=Span(merged[-1].span.start, item.span.end))
        else:
            merged.append(item)
    return tuple(merged)


def _is_region(text: str, town: Item, item: Item, joined: Set[str]) -> bool:
    name, before = item.span.of(text), town.span.of(text).removeprefix("the ")
    if text[town.span.end : item.span.start].strip() != "," or name not in REGIONS | joined:
        return False
    return name.endswith(".") or before in _ALSO_TOWNS or before not in REGIONS | joined
