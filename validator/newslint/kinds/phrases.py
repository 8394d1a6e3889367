"""Words and phrases of a house's list, found in copy in one pass over it, however long the list is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from ..text import Span

#: marks and spaces that stand for one another, each one character long
_ALIKE = str.maketrans({"\u2019": "'", "\u2010": "-", "\u2011": "-", "\n": " ", "\t": " ", "\u00a0": " ", "\u202f": " "})


def alike(text: str) -> str:
    """The text with one sort of apostrophe, hyphen and space; of the same length."""
    return text.translate(_ALIKE)


def lowered(text: str) -> str:
    """`alike`, in lower case, and of the same length."""
    low = text.lower()
    if len(low) != len(text):  # İ becomes two characters
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return alike(low)


class Phrases:
    """Finds phrases as whole words, the longest where two begin at one place. Built when it is first used."""

    def __init__(self, phrases: Sequence[str], *, case: bool = False) -> None:
        self._form = alike if case else lowered
        self._phrases = [self._form(phrase) for phrase in phrases]

    @cached_property
    def _automaton(self) -> object:
        import ahocorasick_rs

        return ahocorasick_rs.AhoCorasick(self._phrases, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    def find(self, text: str) -> Iterator[tuple[int, Span]]:
        """The number of each phrase found, and where it stands, in order."""
        if not self._phrases:
            return
        formed = self._form(text)
        for k, start, end in self._automaton.find_matches_as_indexes(formed):  # type: ignore[attr-defined]
            glued = (start and _word(text[start - 1]) and _word(text[start])) or (end < len(text) and _word(text[end - 1]) and _word(text[end]))
            if not glued:
                yield k, Span(start, end)


def _word(char: str) -> bool:
    return char.isalnum() or char == "_"


def carried(match: str, word: str) -> str:
    """`word` in the case of `match`: EMAIL for E-MAIL, Email for E-mail; a word with capitals of its own keeps them."""
    if word != word.lower():
        return word
    letters = [c for c in match if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return word.upper()
    return word[:1].upper() + word[1:] if letters and letters[0].isupper() else word
