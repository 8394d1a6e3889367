"""Where the names of the record stand in a text: found by their first words.

Names are compared without case, diacritics and punctuation ("Kim Jong-un" is "Kim Jong Un", "Erdogan" is "Erdoğan"), letter for
letter, so that an offset in the folded text is an offset in the text. What was found must also begin with a capital.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from ..text import Span
from .phrases import Phrases

if TYPE_CHECKING:
    from .model import Packs

EntityKind = Literal["person", "organisation", "place"]
#: which kind of name it is: a full name, a short one that stands for itself ("Zelensky"), or what a country is also called by
Form = Literal["full", "alias", "name", "demonym", "capital", "seat"]

#: lower-case parts of a surname
PARTICLES = frozenset(
    """
    de da do dos das di del della du des la le van von der den ter ten zu bin bint ibn ben abu al el af av y e st
    """.split()
)
SUFFIXES = frozenset("jr sr ii iii iv".split())

#: surnames that stand first in names of China, the Koreas and Vietnam
EAST_ASIAN = frozenset(
    """
    bai cai cao chen cheng choe choi cho chung dai deng ding dong du fan fang feng gao gong gu guo han he ho hong hou hu huang hwang jang
    jeong jia jiang jin jo jung kang kim ko kong lai le lee lei li liang lim lin liu lu luo ma mao meng moon nam ngo nguyen noh oh pak pan
    park peng pham qian qin ren ri roh ryu seo shen shi shin song su sun tan tang tao tran tsai wan wang wei wen won woo wu xi xia xiang
    xiao xie xiong xu xue yan yang yao ye yi yim yin yoo yoon you yu yuan yun zeng zhang zhao zheng zhong zhou zhu zou vo dang bui do hoang
    phan truong vuong
    """.split()
)

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

    def __init__(self, names: Mapping[str, Any]) -> None:
        """`names`: as `patterns` gives them, by their first words."""
        self._names = Phrases(names)

    def find(self, text: str) -> Iterator[Hit]:
        """Names in order, none overlapping another, the longest first where two begin at one place."""
        folded = fold(text)
        for start, end, bearers in self._names.find(folded):
            form = bearers[0][2]
            if start and folded[start - 1] != " ":
                continue
            if folded[end : end + 1].isalnum():
                if folded[end] != "s" or folded[end + 1 : end + 2].isalnum() or form != "demonym":
                    continue
                end += 1  # the Ukrainians
            span = Span(start, end)
            written = span.of(text)
            if not written[0].isupper() or (form == "full" and not _last_word_capital(written)):
                continue
            # US is a country, Us a pronoun: short names in capitals are matched as written; Nato is NATO
            if len(written) <= 3 and not written.isupper() and all(capitals for *_, capitals in bearers):
                continue
            yield Hit(span, tuple(Name(*bearer[:3]) for bearer in bearers))


def patterns(packs: Packs) -> dict[str, list[tuple[EntityKind, str, Form, bool]]]:
    """Every name of the record, folded -> the entities that go by it: kind, id, form, and whether it is all capitals."""
    found: dict[str, list[tuple[EntityKind, str, Form, bool]]] = {}
    for written, name in _all_names(packs):
        pattern = " ".join(fold(written).split())
        entry = (*name, written.isupper())
        if pattern and entry not in found.setdefault(pattern, []):
            found[pattern].append(entry)
    return found


def _last_word_capital(written: str) -> bool:
    """Whether the last word is capitalised, or the second half of a given name (Jong-un)."""
    k = max(written.rfind(" "), written.rfind("\n"), written.rfind("\u00a0"))
    return any(c.isupper() for c in written[k + 1 :])


def _all_names(packs: Packs) -> Iterator[tuple[str, Name]]:
    for person in packs.people.values():
        names = (person.name, *person.aliases)
        for written in (*names, *(name.replace(".", "") for name in names if "." in name)):  # George W Bush, JD Vance
            yield written, Name("person", person.id, "full" if " " in written.strip() else "alias")
    for body in packs.organisations.values():
        for written in (body.name, *body.aliases):
            yield written, Name("organisation", body.id, "name")
    for country in packs.countries.values():
        for written in (country.name, *country.aliases):
            yield written, Name("place", country.id, "name")
        for form, several in (("demonym", country.demonyms), ("capital", country.capitals), ("seat", country.seats)):
            for written in several:
                yield written, Name("place", country.id, form)  # type: ignore[arg-type]


def surnames(name: str) -> Iterator[str]:
    """What somebody may be called by surname: the last word, with its particles and without; the first of East Asian names."""
    words = [w for w in name.split() if w.lower().rstrip(".") not in SUFFIXES]
    if len(words) < 2:
        yield folded_name(name)
        return
    seen = dict.fromkeys([folded_name(words[-1]), folded_name(" ".join(words[-2:]))] if len(words) > 2 else [folded_name(words[-1])])
    k = len(words) - 1
    while k > 1 and words[k - 1].lower() in PARTICLES:
        k -= 1
        seen[folded_name(" ".join(words[k:]))] = None
    if folded_name(words[0]) in EAST_ASIAN and len(words) <= 3:
        seen[folded_name(words[0])] = None
    last = folded_name(words[-1])
    if " " in last and last.split()[0] in ("al", "el", "as", "ash"):
        seen[last.split(None, 1)[1]] = None
    yield from seen
