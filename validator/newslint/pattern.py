"""Patterns that are compiled when they are first used: compiling costs far more than matching one article, and an article needs few of all there are."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Any, cast

import regex

_METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub")


class _Pattern:
    """Stands for a compiled pattern; from its first use on, its methods are those of the compiled pattern."""

    __slots__ = ("_flags", "_source", *_METHODS)

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = regex.compile(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


class _Worded:
    """A pattern that is looked for only where one of its words stands."""

    __slots__ = ("_pattern", "_words")

    def __init__(self, pattern: _Pattern, words: Iterable[str]) -> None:
        self._pattern = pattern
        self._words = tuple(words)

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> regex.Match[str] | None:
        return self._pattern.search(text, pos, endpos) if self._possible(text, pos, endpos) else None

    def finditer(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[regex.Match[str]]:
        return self._pattern.finditer(text, pos, endpos) if self._possible(text, pos, endpos) else iter(())

    def _possible(self, text: str, pos: int, endpos: int) -> bool:
        lowered = text[pos:endpos].lower()
        return any(word in lowered for word in self._words)


def pattern(source: str, flags: int = 0, words: Iterable[str] = ()) -> regex.Pattern[str]:
    """As `regex.compile`, but what it raises for a pattern that is wrong is raised at the first use.

    `words`: in small letters, words or parts of words of which every match has one; such a pattern has `search` and `finditer` only.
    """
    lazy = _Pattern(source, flags)
    return cast("regex.Pattern[str]", _Worded(lazy, words) if words else lazy)
