"""What offices are called: from the words of a title to the roles that they may mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from .lazy import Lazy
from .names import fold

if TYPE_CHECKING:
    from .model import Packs, Role

#: spellings of one word: all are compared as the second
_SAME = {
    "defense": "defence", "advisor": "adviser", "labor": "labour", "premier": "prime minister", "pm": "prime minister",
    "centre": "center", "spokeswoman": "spokesman", "spokesperson": "spokesman", "chairwoman": "chairman", "chairperson": "chairman", "chair": "chairman",
    "congresswoman": "congressman", "queen": "king", "empress": "emperor", "us": "united states", "u.s": "united states", "eu": "european union",
    "un": "united nations", "u.n": "united nations", "sen": "senator", "gov": "governor", "rep": "representative", "vp": "vice president",
    "amir": "emir", "organisation": "organization",
    "for": "of", "to": "of", "at": "of", "in": "of", "on": "of", "with": "of",
}  # fmt: skip
#: titles that any head of a state, a government or a body may be given
GENERIC = frozenset({"leader", "chief", "head", "ruler", "strongman", "boss"})


class Reading(NamedTuple):
    """A role that a title may mean; `of` where the title holds for one country or body only, `general` where it holds everywhere."""

    role: str
    of: str | None


def normal(title: str) -> str:
    """A title as titles are compared: folded, no article, one spelling of each word, a hyphen a space."""
    words = (_SAME.get(w, w) for w in (w.rstrip(".") for w in fold(title.replace("'s", "").replace("’s", "")).split()))
    return " ".join(w for w in words if w not in ("the", "a", "an"))


class TitleIndex:
    """Titles -> readings. Built once for a `Facts`, on first use."""

    def __init__(self, titles: Mapping[str, Any], roles: Mapping[str, Role]) -> None:
        """`titles`: as `titles` gives them."""
        self._readings = Lazy(titles, lambda _, readings: tuple(Reading(*reading) for reading in readings))
        self._roles = roles

    def readings(self, title: str, of: str | None = None) -> Sequence[Reading]:
        """What the words may mean in a country or body, local readings first; `of` None: anywhere. Nothing for unknown words."""
        known = self._readings.get(normal(title), ())
        if of is None:
            return known
        local = [r for r in known if r.of == of]
        return local + [r for r in known if r.of is None and of not in self._roles[r.role].local_only]

    def local_of(self, title: str) -> str | None:
        """The one country or body that the words alone name: "Kremlin spokesman" is Russia's."""
        known = self._readings.get(normal(title), ())
        places = {r.of for r in known}
        return next(iter(places)) if len(places) == 1 else None


def titles(packs: Packs) -> dict[str, list[Reading]]:
    """Every title of the record, as titles are compared -> what it may mean."""
    found: dict[str, list[Reading]] = {}
    for role in packs.roles.values():
        readings = [(title, Reading(role.id, None)) for title in role.titles]
        readings += [(title, Reading(role.id, of)) for of, local in role.local.items() for title in local]
        for title, reading in readings:
            known = found.setdefault(normal(title), [])
            if reading not in known:
                known.append(reading)
    return found
