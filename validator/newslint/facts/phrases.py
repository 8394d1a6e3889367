"""Phrases of the record in a text, found by their first words: nothing need be built over all phrases before a short article can be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from ..pattern import pattern
from .lazy import Lazy

_WORD = pattern(r"[\p{L}\p{N}]+")
V = TypeVar("V")


def by_first_word(phrases: Mapping[str, V]) -> dict[str, dict[str, V]]:
    """First word -> the phrases that begin with it, the longest first, each with what it stands for. A phrase without a word is left out."""
    found: dict[str, dict[str, V]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        if word := _WORD.search(phrase):
            found.setdefault(word.group(), {})[phrase] = phrases[phrase]
    return found


class Phrases:
    """`table`: as `by_first_word` gives it, or each of its values as JSON text."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._words = table.keys()
        self._phrases: Mapping[str, Mapping[str, Any]] = Lazy(table, lambda _, phrases: phrases)

    def find(self, text: str) -> Iterator[tuple[int, int, Any]]:
        """Start, end and value of the phrases of a text, in order and without overlap, the longest that begins with a word.

        A phrase begins with a word of the text, and ends with one, or before the s of one: "Ukrainian" stands in "Ukrainians".
        """
        words, end = self._words, 0
        for m in _WORD.finditer(text):
            word = m.group()
            if word in words:
                candidates = self._phrases[word]
            elif word[-1] == "s" and word[:-1] in words:
                word = word[:-1]
                candidates = self._phrases[word]
            else:
                continue
            for phrase in candidates:
                start = m.start() - phrase.index(word)
                if start >= end and text.startswith(phrase, start):
                    end = start + len(phrase)
                    yield start, end, candidates[phrase]
                    break
