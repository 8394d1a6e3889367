"""Attributions, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from ...text import Span
from .phrases import Phrase

#: how a speaker was found. verb-subject: "…," said X. subject-verb: "…," X said. cue-before: X said: "…". noun: X's claim that "…".
#: passive: called "…" by X. tail: … "…" …, X said. signature: "…" — X. label: "X: …". same-sentence, floating, runs-on: as the quotation before.
How = Literal[
    "verb-subject",
    "subject-verb",
    "cue-before",
    "according-to",
    "colon",
    "noun",
    "passive",
    "tail",
    "signature",
    "label",
    "same-sentence",
    "floating",
    "runs-on",
]

Type = Literal["direct", "partial", "scare", "title"]


class Cue(NamedTuple):
    """`who`: the phrase of the speaker. `at`: the token of the cue word, -1 where marks alone are the cue."""

    who: Phrase
    at: int
    how: How


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says a quotation.

    `speaker` is the full name where it is known, the mention as written for bodies and unnamed sources, None where nobody is named or
    a pronoun may mean two; `speaker_kind` tells people from the rest. `mention` is the phrase that governs the cue, a pronoun too, never its antecedent; `cue` the cue word's place.
    """

    quotation: Span
    type: Type
    speaker: str | None = None
    speaker_id: str | None = None
    mention: Span | None = None
    cue: Span | None = None
    found_by: How | None = None
    speaker_kind: Literal["person", "other"] | None = None

    @property
    def known(self) -> bool:
        return self.mention is not None or self.speaker is not None
