"""An enumeration, and its items."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ...text import Span


@dataclass(frozen=True, slots=True)
class Item:
    """One member: its span, and for how many it stands ("three Gulf states": 3)."""

    span: Span
    count: int = 1


class Enumeration(NamedTuple):
    """A list of names or things. `head` is the number with its noun ("seven neutral countries"), where one is stated.

    `open`: the list names only some ("including"), or ends in "and others". `at_least`: the number is a lower bound. `paired`: the number is
    that of the list which "respectively" pairs this one with. `bare`: three names or more in a row, and nothing that calls them a list.
    `span` runs from the head, or else the first item, to the end of the last item.
    """

    span: Span
    items: tuple[Item, ...]
    head: Span | None = None
    number: Span | None = None
    noun: str | None = None
    stated: int | None = None
    open: bool = False
    at_least: bool = False
    paired: bool = False
    bare: bool = False

    @property
    def counted(self) -> int:
        return sum(item.count for item in self.items)
