"""Where events of the record are named in a text: found by their first words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from ..text import Span
from .phrases import Phrases

if TYPE_CHECKING:
    from .model import Packs

_PLAIN = {ord(a): b for a, b in zip("’‘–—‑\n\u00a0", "''---  ", strict=True)}


class EventMention(NamedTuple):
    """A name of an event in the text; `events` are the ids of those that bear it, more than one where it is open which is meant."""

    span: Span
    events: tuple[str, ...]


class EventIndex:
    """All names and aliases of events. They are found as whole words; a capital letter of an alias must be one in the text."""

    def __init__(self, names: Mapping[str, Any]) -> None:
        """`names`: as `event_names` gives them, by their first words."""
        self._names = Phrases(names)

    def find(self, text: str) -> tuple[EventMention, ...]:
        """The events that a text names, in order and without overlap; of names that overlap the first, then the longest."""
        plain = text.translate(_PLAIN)
        found = []
        for start, end, bearers in self._names.find(_lower(plain)):
            if (start and plain[start - 1].isalnum()) or plain[end : end + 1].isalnum():
                continue
            words = plain[start:end]
            events = tuple(event for event, alias in bearers.items() if _capitals_hold(alias, words))
            if events:
                found.append(EventMention(Span(start, end), events))
        return tuple(found)


def event_names(packs: Packs) -> dict[str, dict[str, str]]:
    """Every name of an event, in lower case -> the events that bear it, each with the name as its record has it."""
    bearers: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for event in packs.events.values():
        for alias in (event.name, *event.aliases):
            plain = alias.translate(_PLAIN)
            bearers[_lower(plain)].setdefault(event.id, plain)
    return dict(bearers)


def _lower(text: str) -> str:
    """In lower case, character for character (İ would become two)."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _capitals_hold(alias: str, words: str) -> bool:
    return all(not a.isupper() or w.isupper() for a, w in zip(alias, words, strict=True))
