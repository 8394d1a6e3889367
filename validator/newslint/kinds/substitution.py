"""House spelling: what copy says, and what the house writes.

Words are found whole, in any case, with any apostrophe, hyphen or space, and the case of the copy is carried over: E-MAIL becomes EMAIL and
E-mail becomes Email. Where both differ in capitals alone, the copy is compared as it stands, but for a capital that begins a sentence or
stands in a headline.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from ..article import Article
from ..finding import Finding
from ..rule import DocumentRule
from ..shape import TEXTS, Key, mapping_of, template
from ..strictyaml import Node
from ..text import Span
from . import Declared, Kind, Scope, Spec
from .phrases import Phrases, alike, carried, lowered


class SubstitutionRule(Declared, DocumentRule):
    """The rule that a `substitution` declares."""

    asserts = False

    def __init__(self, spec: Spec) -> None:
        self.declare(spec)
        self.message: str = spec["message"]
        self._prefer: Mapping[str, list[str]] = spec["prefer"]
        self._not: list[str] = spec["not"]

    @cached_property
    def _pairs(self) -> list[tuple[str, str]]:
        return [(avoided, preferred) for preferred, several in self._prefer.items() for avoided in several]

    @cached_property
    def _avoided(self) -> Phrases:
        return Phrases([avoided for avoided, _ in self._pairs])

    @cached_property
    def _exceptions(self) -> Phrases:
        return Phrases(self._not)

    def check(self, article: Article) -> Iterator[Finding]:
        found = list(self._avoided.find(article.text))
        left_alone = [span for _, span in self._exceptions.find(article.text)] if found else []
        for k, span in found:
            avoided, preferred = self._pairs[k]
            match = span.of(article.text)
            if any(span.overlaps(other) for other in left_alone):
                continue
            write = carried(match, preferred)
            if lowered(avoided) == lowered(preferred):
                if alike(match) != alike(avoided) or (match[0].isupper() and preferred[0].islower() and _capital_by_place(article, span)):
                    continue
                write = preferred
            if write == match:
                continue
            yield self.report(article.place(span), self.message.format(match=" ".join(match.split()), write=write), suggestions=[write])


def _capital_by_place(article: Article, span: Span) -> bool:
    """Whether a word would be capitalised there in any case: it begins a sentence, or stands in a headline or heading."""
    paragraph = article.paragraph(span.start)
    return paragraph.kind in ("headline", "heading") or not any(c.isalnum() for c in article.text[article.sentence(span.start).start : span.start])


def _check(fields: Mapping[str, Node], scope: Scope) -> None:
    seen: dict[str, str] = {}
    for preferred, node in fields["prefer"].mapping().items():
        for avoided in node.texts():
            other = seen.setdefault(alike(avoided), preferred)
            if alike(avoided) == alike(preferred):
                node.fail(f"{avoided!r} is what is to be written already")
            if other != preferred:
                node.fail(f"{avoided!r} stands under {other!r} as well")


KIND = Kind(
    name="substitution",
    doc=__doc__ or "",
    keys={
        "prefer": Key(mapping_of(TEXTS), "What the house writes, and the spellings, one or several, that it stands in place of.", True),
        "not": Key(TEXTS, "Phrases in which the words are left alone: names, titles of books.", default=()),
        "message": Key(template("match", "write"), "What to tell the desk: `{match}` is the copy, `{write}` what the house writes.", True),
    },
    build=SubstitutionRule,
    check=_check,
    example="""\
id: house/spelling
kind: substitution
severity: info
summary: A word is not spelled as the house spells it.
why: One spelling throughout looks cared for, and can be searched for.
quotes: skip
prefer:
  email: [e-mail, "e mail"]
  adviser: advisor
  internet: Internet
not: [Association of Advisor Firms]
message: "The house writes “{write}”, not “{match}”."
examples:
  bad:
    - She sent an «e-mail» to the harbour master.
    - The «Advisor» resigned, and the «Internet» laughed.
  good:
    - She sent an email to the adviser.
    - The Association of Advisor Firms met on Monday.
    - Internet shops did well.
""",
)
