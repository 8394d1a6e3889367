"""A mention of a person, a body or a place, and the phrase that says who a person is."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ...text import Span

#: how a descriptor hangs on its name: "Foreign Minister X", "the foreign minister, X,", "X, the foreign minister,",
#: "X, who is foreign minister", "X is foreign minister", "X became foreign minister"
Link = Literal["title", "before", "apposition", "clause", "copula"]


class Descriptor(NamedTuple):
    """A noun phrase that gives a person a title: `span` is the phrase without its article; `head` ends at its chief noun.

    `verb` is what links it to the name, in lower case ("is", "became", "served as"), None for a title or an apposition.
    """

    span: Span
    head: int
    link: Link
    verb: str | None = None


class Mention(NamedTuple):
    """An entity named in the text.

    `span` is the name as written, without title; `full` also holds the titles and descriptors before it. `name` is the full name that
    it stands for within this document, `entity_id` the fact's id, where the record knows it. `sex` is "m", "f" or None where
    unsure. `form` says what of the name is written: all of it, the surname, the given name, a misspelt surname
    (`slip`); for places what they were called by.
    """

    span: Span
    full: Span
    kind: Literal["person", "organisation", "place"]
    name: str
    entity_id: str | None
    sex: str | None
    form: Literal["full", "surname", "given", "alias", "slip", "name", "demonym", "capital", "seat"]
    descriptors: tuple[Descriptor, ...] = ()
