"""Where the names of the record stand in a text: one automaton over all of them.

Names are compared without case, diacritics and punctuation ("Kim Jong-un" is "Kim Jong Un", "Erdogan" is "Erdoğan"), letter for
letter, so that an offset in the folded text is an offset in the text. What was found must also begin with a capital.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..text import Span

if TYPE_CHECKING:
    from .model import Facts

EntityKind = Literal["person", "organisation", "place"]
#: which kind of name it is: a full name, a short one that stands for itself ("Zelensky"), or what a country is also called by
Form = Literal["full", "alias", "name", "demonym", "capital", "seat"]

#: letters that have no decomposition, and the one letter that English-language news writes for them
_LETTERS = {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ħ": "h", "Ħ": "H", "ð": "d", "Ð": "D"}


class _Folding(dict[int, str]):
    """A translation table that works a character out when it is first met; every value is one character long."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if not char.isalnum():
            folded = "." if char == "." else " "
        else:
            plain = _LETTERS.get(char) or unicodedata.normalize("NFD", char)[0]
            folded = plain.lower() if len(plain.lower()) == 1 else plain
        self[code] = folded
        return folded


_FOLDING = _Folding()


def fold(text: str) -> str:
    """The text in lower case without diacritics, every mark but a full stop a space; of the same length, character for character."""
    return text.translate(_FOLDING)


def folded_name(name: str) -> str:
    """A name as names are compared: folded, single spaces, no full stops."""
    return " ".join(fold(name).replace(".", " ").split())


Patterns = Mapping[str, Sequence[tuple[EntityKind, str, Form, bool]]]


class Name(NamedTuple):
    """An entity of the record and the kind of name that was used for it."""

    kind: EntityKind
    id: str
    form: Form


class Hit(NamedTuple):
    """A stretch of text and every entity that goes by that name."""

    span: Span
    names: tuple[Name, ...]


class NameIndex:
    """Finds the names of people, organisations and countries. Built once for a `Facts`, on first use."""

    def __init__(self, names: Patterns) -> None:
        import ahocorasick_rs

        self._patterns = list(names)
        self._names = list(names.values())
        self._automaton = ahocorasick_rs.AhoCorasick(self._patterns, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest) if names else None

    def find(self, text: str) -> Iterator[Hit]:
        """Names in order, none overlapping another, the longest first where two begin at one place."""
        if self._automaton is None:
            return
        folded = " " + fold(text)  # a pattern begins with a space; so a match's start, less the space, is its offset in the text
        for k, start, end in self._automaton.find_matches_as_indexes(folded):
            names = self._names[k]
            form = names[0][2]
            if folded[end : end + 1].isalnum():
                if folded[end] != "s" or folded[end + 1 : end + 2].isalnum() or form != "demonym":
                    continue
                end += 1  # the Ukrainians
            span = Span(start, end - 1)
            written = span.of(text)
            if not written[0].isupper() or (form == "full" and not _last_word_capital(written)):
                continue
            # US is a country, Us a pronoun: short names in capitals are matched as written
            if len(written) <= 4 and not written.isupper() and all(n[3] for n in names):
                continue
            yield Hit(span, tuple(Name(*n[:3]) for n in names))


def patterns(facts: Facts) -> dict[str, list[tuple[EntityKind, str, Form, bool]]]:
    """Every name of the record, folded, after a space -> the entities that go by it: kind, id, form, and whether it is all capitals."""
    found: dict[str, list[tuple[EntityKind, str, Form, bool]]] = {}
    for written, name in _all_names(facts):
        pattern = " " + " ".join(fold(written).split())
        entry = (*name, written.isupper())
        if len(pattern) > 1 and entry not in found.setdefault(pattern, []):
            found[pattern].append(entry)
    return found


def _last_word_capital(written: str) -> bool:
    """Whether the last word is capitalised, or the second half of a given name (Jong-un)."""
    k = max(written.rfind(" "), written.rfind("\n"), written.rfind("\u00a0"))
    return any(c.isupper() for c in written[k + 1 :])


def _all_names(facts: Facts) -> Iterator[tuple[str, Name]]:
    for person in facts.people.values():
        for written in (person.name, *person.aliases):
            yield written, Name("person", person.id, "full" if " " in written.strip() else "alias")
    for body in facts.organisations.values():
        for written in (body.name, *body.aliases):
            yield written, Name("organisation", body.id, "name")
    for country in facts.countries.values():
        for written in (country.name, *country.aliases):
            yield written, Name("place", country.id, "name")
        for form, several in (("demonym", country.demonyms), ("capital", country.capitals), ("seat", country.seats)):
            for written in several:
                yield written, Name("place", country.id, form)  # type: ignore[arg-type]
