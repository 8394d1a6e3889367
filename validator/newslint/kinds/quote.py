"""Who may be quoted how: quotations by their speaker, their cue word, their kind and their words.

A quotation is reported where everything that the rule names fits it. Its kind is `direct` (a sentence or more), `partial` (some words in a
sentence), `scare` (words held at arm's length) or `title` (of a book, a film).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

import regex

from ..article import Article
from ..claim import QuoteClaim
from ..finding import Finding
from ..rule import DocumentRule
from ..shape import BOOLEAN, INTEGER, PATTERNS, Key, choice, list_of, template
from ..strictyaml import Node
from . import Declared, Kind, Scope, Spec

_CONDITIONS = ("speaker", "cue", "text", "type", "named", "words")


class QuoteRule(Declared, DocumentRule):
    """The rule that a `quote` declares."""

    asserts = False

    def __init__(self, spec: Spec) -> None:
        self.declare(spec)
        self.message: str = spec["message"]
        self._spec = spec

    @cached_property
    def _patterns(self) -> Mapping[str, tuple[regex.Pattern[str], ...]]:
        keys = ("speaker", "cue", "text", "not-speaker", "not-cue", "not-text")
        return {key: tuple(regex.compile(source, regex.IGNORECASE) for source in self._spec[key] or ()) for key in keys}

    def check(self, article: Article) -> Iterator[Finding]:
        for claim in article.claims(QuoteClaim):
            if not self._fits(claim):
                continue
            at = claim.speaker_place if self._spec["at"] == "speaker" and claim.speaker_place else claim.place
            yield self.report(at, self.message.format(text=" ".join(claim.text.split()), speaker=_speaker(claim), cue=claim.cue or ""))

    def _fits(self, claim: QuoteClaim) -> bool:
        spec, patterns = self._spec, self._patterns
        if claim.type not in spec["type"]:
            return False
        if spec["named"] is not None and spec["named"] != (claim.speaker is not None):
            return False
        if spec["words"] is not None and len(claim.text.split()) < spec["words"]:
            return False
        for key, value in (("speaker", _speaker(claim)), ("cue", claim.cue or ""), ("text", claim.text)):
            if patterns[key] and not any(p.search(value) for p in patterns[key]):
                return False
            if value and any(p.search(value) for p in patterns[f"not-{key}"]):
                return False
        return True


def _speaker(claim: QuoteClaim) -> str:
    return claim.speaker or (claim.speaker_place.excerpt if claim.speaker_place else "")


def _check(fields: Mapping[str, Node], scope: Scope) -> None:
    if not any(key in fields for key in _CONDITIONS):
        fields["kind"].fail(f"a quote needs one of the keys {', '.join(_CONDITIONS)}", "without one it would report every quotation")


KIND = Kind(
    name="quote",
    doc=__doc__ or "",
    keys={
        "speaker": Key(PATTERNS, "Patterns, one of which must fit the speaker's full name, or the mention where that is not known."),
        "cue": Key(PATTERNS, "Patterns, one of which must fit the cue word (“claimed”)."),
        "text": Key(PATTERNS, "Patterns, one of which must fit the words quoted."),
        "not-speaker": Key(PATTERNS, "Patterns that must not fit the speaker."),
        "not-cue": Key(PATTERNS, "Patterns that must not fit the cue word."),
        "not-text": Key(PATTERNS, "Patterns that must not fit the words quoted."),
        "type": Key(list_of(choice("direct", "partial", "scare", "title")), "Which kinds of quotation.", default=("direct", "partial")),
        "named": Key(BOOLEAN, "`true`: only quotations whose speaker is known; `false`: only those whose speaker is not."),
        "words": Key(INTEGER, "Only quotations of at least so many words."),
        "at": Key(choice("quote", "speaker"), "What is reported: the quotation, or the mention of its speaker.", default="quote"),
        "message": Key(
            template("text", "speaker", "cue"),
            "What to tell the desk: `{text}` is what is quoted, `{speaker}` who said it, `{cue}` the cue word.",
            True,
        ),
    },
    build=QuoteRule,
    check=_check,
    example="""\
id: house/loaded-cue
kind: quote
severity: info
summary: A cue word takes sides.
why: “Claimed” doubts and “admitted” convicts; “said” does neither.
cue: '\\b(?:claim|admit|insist)(?:s|ed|ted)?\\b'
message: "“{cue}” takes sides; write “said”."
examples:
  bad:
    - «“The bridge is safe,”» claimed Anna Berg.
  good:
    - “The bridge is safe,” said Anna Berg.
    - She claimed the prize.
""",
)
