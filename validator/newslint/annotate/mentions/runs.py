"""Runs of capitalised words: the raw material of names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from ...text import Span

_APOSTROPHE = r"(?:['’](?!(?:s|t|ll|re|ve|d|m)\b)\p{L}+)*"
_WORD = (
    rf"(?:(?:\p{{Lu}}\.){{2,}}(?:\p{{Lu}}(?!\w))?|(?:Mrs?|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cpl|Sgt|Adm|Cmdr|Sen|Rep|Gov|Rev|Hon|St|Jr|Sr|Pres|Supt|Det|Insp|Brig|Ft)\."
    rf"|\p{{Lu}}\.(?=[ \u00a0]?\p{{Lu}})|\p{{Lu}}[\p{{L}}\p{{M}}\d]*{_APOSTROPHE}(?:[-‑](?:\p{{L}}[\p{{L}}\p{{M}}]*{_APOSTROPHE}|\d+))*"
    rf"|(?:al|el|as|ash|an|ad|ar|at|az|ul|bin)[-‑]\p{{Lu}}[\p{{L}}\p{{M}}]+)"
)
_PARTICLE = r"(?:de|da|do|dos|das|di|del|della|du|des|la|le|van|von|der|den|ter|ten|zu|bin|bint|ibn|ben|abu|al|el|af)"
_GAP = r"(?:[ \u00a0]|\n(?!\s))"
#: no name and no title is longer than sixteen words: what goes on is cut, so that a page of capitals costs no more than prose
_RUN = regex.compile(rf"(?<![\w@#/])(?:{_PARTICLE}{_GAP}){{0,2}}{_WORD}(?:{_GAP}(?:{_PARTICLE}{_GAP}){{0,2}}{_WORD}){{0,15}}")
_TOKEN = regex.compile(rf"{_WORD}|{_PARTICLE}(?![\w-])")
_PLAIN = regex.compile(r"\w[\w’'-]*")


class Token(NamedTuple):
    """A word of a run; `low` is it in lower case without a final stop."""

    start: int
    end: int
    text: str
    low: str


class Run(NamedTuple):
    """Capitalised words in a row, within one sentence. `opens` says that the first one begins the sentence."""

    tokens: tuple[Token, ...]
    sentence: Span
    opens: bool


def runs(text: str, sentences: Sequence[Span]) -> Iterator[Run]:
    """Every run of the text, in order, but for those in headlines that capitalise every word."""
    starts = [s.start for s in sentences]
    shouting = {s for s in sentences if title_case(s.of(text))}
    for found in _RUN.finditer(text):
        start, end = found.span()
        if " " in (whole := found.group()) or "\n" in whole or "\u00a0" in whole:
            tokens = [Token(*m.span(), word := m.group(), word.lower().rstrip(".")) for m in _TOKEN.finditer(text, start, end)]
        else:
            tokens = [Token(start, end, whole, whole.lower().rstrip("."))]
        while tokens:
            k = bisect_right(starts, tokens[0].start) - 1
            if k < 0:
                break
            sentence = sentences[k]
            inside = [t for t in tokens if t.start < sentence.end]
            if not inside:
                break
            tokens = tokens[len(inside) :]
            opens = not text[sentence.start : inside[0].start].strip("\"“”‘’'([*-–—• ")
            if sentence in shouting:
                yield from (Run((token,), sentence, True) for token in inside)
            else:
                yield Run(tuple(inside), sentence, opens)


def title_case(sentence: str) -> bool:
    """Whether nearly every longer word is capitalised, as in a headline of that style."""
    words = [w for w in _PLAIN.findall(sentence) if len(w) > 3 and w[0].isalpha()]
    return len(words) >= 4 and not sentence.endswith((".", ".”", '."')) and sum(w[0].isupper() for w in words) >= 0.8 * len(words)
