"""Whom a pronoun means: the subject that was last spoken of, of its number and sex."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..mentions import Mention

_SEX = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}
_SENTENCES_BACK = 4


class Person(NamedTuple):
    """Somebody who may be meant: the name, the record's id, the sex if known."""

    name: str
    entity_id: str | None
    sex: str | None


class Sentence(NamedTuple):
    """The people that one sentence names outside quotations, in order; `speaker` is whom it lets speak, `subject` its subject."""

    people: tuple[Person, ...]
    subject: Person | None
    speaker: Person | None = None


def antecedent(pronoun: str, before: Sequence[Sentence]) -> Person | None:
    """The person that "he" or "she" stands for, after the sentences `before` (the nearest last); None where two would do, or nobody."""
    sex = _SEX.get(pronoun)
    if sex is None:
        return None
    for sentence in reversed(before[-_SENTENCES_BACK:]):
        for preferred in (sentence.speaker, sentence.subject):
            if preferred is not None and preferred.sex in (sex, None):
                return preferred
        fitting = list(dict.fromkeys(p for p in sentence.people if p.sex == sex))
        fitting = fitting or list(dict.fromkeys(p for p in sentence.people if p.sex is None))
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            return None
    return None


def person(mention: Mention) -> Person:
    return Person(mention.name, mention.entity_id, mention.sex)
