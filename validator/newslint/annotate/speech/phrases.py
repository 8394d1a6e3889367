"""Noun phrases, by the kinds of words alone."""

from __future__ import annotations

from typing import NamedTuple

from .words import Words

#: the kinds of words that a noun phrase is made of
NOMINAL = frozenset("DNnXMOLKUZ")

_NO_MODIFIER = frozenset(["after", "before", "during", "since", "until", "despite", "as", "than", "like", "amid"])

_PART_OF = frozenset(["of", "for", "in", "at", "from", "with", "on"])


class Phrase(NamedTuple):
    """A noun phrase: tokens `start` to `end` (inclusive); its head is the token `head`."""

    start: int
    head: int
    end: int


def phrase_ending(words: Words, end: int, low: int) -> Phrase | None:
    """The noun phrase whose last token is `end`, none of it before `low`."""
    kinds = words.kinds
    if end < low:
        return None
    if kinds[end] in "HIW":
        return Phrase(end, end, end)
    start = _chunk_start(kinds, end, low)
    while start < end and kinds[start] == "U":  # "… welcomed the plan": a verb, no part of the phrase
        start += 1
    if start > end:
        return None
    whole, head = start, end
    while whole - 1 > low and kinds[whole - 1] in "pb" and kinds[whole - 2] in NOMINAL and words.low[whole - 1] not in _NO_MODIFIER:
        head = whole - 2
        whole = _chunk_start(kinds, head, low)
    if whole > low and whole != start and kinds[whole - 1] in "pbtVGBUA":  # an adjunct or an object: not one phrase
        return Phrase(start, end, end)
    if kinds[end] in "MO" and whole != start and kinds[head] in "n" and kinds[whole] not in "DN":
        return Phrase(start, end, end)
    return Phrase(whole, head, end)


def _chunk_start(kinds: str, end: int, low: int) -> int:
    k = end
    while k >= low and kinds[k] in NOMINAL:
        k -= 1
    start = k + 1
    for j in range(end, start, -1):  # "this week the minister": a determiner begins a phrase of its own
        if kinds[j] == "D" and kinds[j - 1] not in "DX":
            return j
    return start


def phrase_beginning(words: Words, start: int, high: int) -> Phrase | None:
    """The noun phrase whose first token is `start`, all of it before `high`."""
    kinds = words.kinds
    if start >= high:
        return None
    if kinds[start] in "HIW":
        return Phrase(start, start, start)
    end = _chunk_end(kinds, start, high)
    if end == start:
        return None
    head = end - 1
    while end + 1 < high and kinds[end] == "p" and words.low[end] in _PART_OF and kinds[end + 1] in NOMINAL:
        end = _chunk_end(kinds, end + 1, high)
    return Phrase(start, head, end - 1)


def _chunk_end(kinds: str, start: int, high: int) -> int:
    """One past the last token of the words of a noun phrase that begin at `start`."""
    end = start
    while end < high and kinds[end] in NOMINAL:
        if kinds[end] == "U" and end > start and kinds[end - 1] not in "DZ":  # "Ms. Gray visited …"
            break
        if kinds[end] in "MO" and end + 1 < high and kinds[end + 1] in "DX":  # "Ms. Gray the …"
            return end + 1
        end += 1
    return end


def named(words: Words, who: Phrase) -> Phrase:
    """The name in apposition to a description: "the group's leader, Ann Gray," → "Ann Gray"."""
    kinds = words.kinds
    if kinds[who.head] in "nN" and kinds[who.end + 1 : who.end + 3] == "kM" and kinds[who.end + 3 : who.end + 4] in ("k", "e", ""):
        return Phrase(who.end + 2, who.end + 2, who.end + 2)
    return who
