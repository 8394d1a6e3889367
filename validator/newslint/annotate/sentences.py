"""Sentences of news copy, each within one paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from ..text import Span
from .structure import Paragraph

#: the longest sentences of the 500 articles that were looked at have some 1,100 characters
_LONGEST = 2_000

_STOP = regex.compile(r"[.!?…]+[\"”’')\]»]*(?=\s)")
_OPENS = regex.compile(r"\s+[\"“‘'(\[«—–-]*(?:[\p{Lu}\p{Lt}\d$£€@#]|\p{Lo})")
_LAST_WORD = regex.compile(r"[\w.'’&-]+$")

#: never the end of a sentence when a capital follows: titles, ranks, months
_TITLES = frozenset(
    "mr mrs ms dr drs prof profs gens sens reps govs gen col lt maj capt cpl sgt pvt adm cmdr rev hon sen rep gov pres amb supt det insp st ste mt ft vs no nos fig art sec ch vol pp "
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun messrs msgr fr sr br asst assn dept est approx "
    "ave blvd rd".split()
)
#: may end a sentence: only a word that usually begins one says so
_EITHER = frozenset("u.s u.k u.n e.u d.c a.m p.m ph.d b.c a.d inc corp co ltd plc llc bros jr sr etc al u.s.a u.a.e".split())
_STARTERS = frozenset(
    "The A An In On At He She It They We I You But And Or So Yet As If When While After Before Since Although Though This That These Those There Here "
    "His Her Its Their Our My Your What Who Why How Where For From With Without By To Then Also However Meanwhile Still Now Some Many Most One Two".split()
)


def sentences(text: str, paragraphs: Iterable[Paragraph]) -> tuple[Span, ...]:
    """Spans of the sentences, in order; together they cover every paragraph but for the white space between them.

    What runs on for longer than any sentence does (a table, a log) is cut between words: other annotators may take time that
    grows with the square of a sentence.
    """
    found: list[Span] = []
    for paragraph in paragraphs:
        start, end = paragraph.span
        for stop in _STOP.finditer(text, start, end):
            follows = _OPENS.match(text, stop.end(), end)
            if follows is None or not _ends(text, start, stop.start(), stop.group(), follows.end() - 1):
                continue
            found += _cut(text, start, stop.end())
            start = follows.start()
            while text[start].isspace():
                start += 1
        if start < end:
            found += _cut(text, start, end)
    return tuple(found)


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > _LONGEST:
        space = text.rfind(" ", start + 1, start + _LONGEST)
        cut = space if space > 0 else start + _LONGEST
        yield Span(start, cut)
        start = cut + (space > 0)
    if start < end:
        yield Span(start, end)


def _ends(text: str, start: int, stop: int, mark: str, opens: int) -> bool:
    """Whether the mark at `stop` ends a sentence that began at `start`, when the next one would begin at `opens`."""
    if mark[0] != "." or mark.startswith(".."):
        return True
    last = _LAST_WORD.search(text, max(start, stop - 20), stop)
    if last is None:
        return True
    word = last.group().lower()
    if len(mark) > 1:  # a closing mark follows: he said "no." Then
        return True
    if word in _TITLES:
        return word in ("no", "sec", "art", "fig", "mar", "sun", "sat") and text[last.start()].islower()
    if len(word) == 1 and last.group().isupper():  # an initial
        return False
    if word in _EITHER or (len(word) > 2 and word[-2:-1] == "." and word[0].isalpha()):
        begins = regex.match(r"\w+", text, pos=opens)
        return begins is not None and begins.group() in _STARTERS
    return True
