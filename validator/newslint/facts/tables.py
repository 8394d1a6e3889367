"""What the indexes of `Facts` are made of: tables that JSON can hold, worked out when packs are compiled."""

from __future__ import annotations

from .event_names import event_names
from .model import Facts, Tables, holders, place_names, surnames
from .names import patterns
from .titles import titles


def tables(facts: Facts) -> Tables:
    """All of them, by the name under which `Facts` asks for them."""
    return {
        "names": patterns(facts),
        "event_names": event_names(facts),
        "titles": titles(facts),
        "surnames": surnames(facts),
        "holders": holders(facts),
        "place_names": place_names(facts),
    }
