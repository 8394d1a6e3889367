"""Patterns that are compiled when they are first used: compiling costs far more than matching one article, and an article needs few of all there are."""

from __future__ import annotations

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


def pattern(source: str, flags: int = 0) -> regex.Pattern[str]:
    """As `regex.compile`, but what it raises for a pattern that is wrong is raised at the first use."""
    return cast("regex.Pattern[str]", _Pattern(source, flags))
