"""How many words, sentences or matches there may be in a sentence, a paragraph, a headline or an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

import regex

from ..article import Article
from ..finding import Finding
from ..rule import DocumentRule
from ..shape import BOOLEAN, INTEGER, PATTERNS, Key, choice, template
from ..strictyaml import Node
from ..text import Span
from . import Declared, Kind, Scope, Spec
from .within import WITHIN, stretches

#: a word begins with a letter or a digit and ends at white space; a dash between spaces is none
_WORD = re.compile(r"\w\S*")


class CountRule(Declared, DocumentRule):
    """The rule that a `count` declares."""

    asserts = False

    def __init__(self, spec: Spec) -> None:
        self.declare(spec)
        self.message: str = spec["message"]
        self._spec = spec

    @cached_property
    def _patterns(self) -> tuple[regex.Pattern[str], ...]:
        flags = 0 if self._spec["case"] else regex.IGNORECASE
        return tuple(regex.compile(source, flags) for source in self._spec["any"] or ())

    def check(self, article: Article) -> Iterator[Finding]:
        least, most = self._spec["least"], self._spec["most"]
        for span in stretches(article, self._spec["within"]):
            if not span.of(article.text).strip():
                continue
            count = self._count(article, span)
            if (most is not None and count > most) or (least is not None and count < least):
                limit = most if most is not None and count > most else least
                yield self.report(article.place(self._at(article, span)), self.message.format(count=count, limit=limit))

    def _count(self, article: Article, span: Span) -> int:
        match self._spec["of"]:
            case "words":
                return sum(1 for _ in _WORD.finditer(article.text, span.start, span.end))
            case "characters":
                return len(span.of(article.text).strip())
            case "sentences":
                return sum(span.contains(s) for s in article.sentences)
            case "paragraphs":
                return sum(span.contains(p.span) for p in article.paragraphs if p.kind != "headline")
            case "quotations":
                return sum(span.contains(q.span) for q in article.quotations.quotes if not q.depth)
            case _:
                return sum(1 for pattern in self._patterns for _ in pattern.finditer(span.of(article.text)))

    def _at(self, article: Article, span: Span) -> Span:
        """What is reported: the stretch; of a whole article its first paragraph."""
        return article.paragraphs[0].span if self._spec["within"] == "document" else span


def _check(fields: Mapping[str, Node], scope: Scope) -> None:
    if "least" not in fields and "most" not in fields:
        fields["kind"].fail("a count needs the key 'most' or the key 'least'")
    if ("any" in fields) != (fields["of"].value == "matches"):
        fields["of"].fail("'any' goes with 'of: matches', and that with 'any'")
    if "least" in fields and "most" in fields and fields["least"].integer() > fields["most"].integer():
        fields["least"].fail("'least' is more than 'most'")


KIND = Kind(
    name="count",
    doc=__doc__ or "",
    keys={
        "of": Key(choice("words", "characters", "sentences", "paragraphs", "quotations", "matches"), "What is counted.", True),
        "any": Key(PATTERNS, "For `of: matches`: the patterns whose matches are counted."),
        "within": Key(WITHIN, "Where it is counted.", True),
        "least": Key(INTEGER, "The least that there should be."),
        "most": Key(INTEGER, "The most that there should be."),
        "case": Key(BOOLEAN, "For `any`: `true`: capitals and small letters differ.", default=False),
        "message": Key(template("count", "limit"), "What to tell the desk: `{count}` is the number, `{limit}` the `most` or the `least`.", True),
    },
    build=CountRule,
    check=_check,
    example="""\
id: house/long-headline
kind: count
severity: info
summary: A headline is too long for the front page.
why: The front page cuts headlines off.
of: words
within: headline
most: 8
message: "The headline has {count} words; {limit} fit."
examples:
  bad:
    - "«Mayor of small town on the river tells all about the bridge»\\n\\nThe bridge opened on Monday."
  good:
    - "Mayor tells all about the bridge\\n\\nThe bridge opened on Monday, and nobody on the river had expected that to happen."
""",
)
