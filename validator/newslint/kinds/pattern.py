"""`pattern`: copy that fits a pattern, with words around it that must or must not be there.

any:     patterns (of the regex module), one of which must fit; the match is the span
not:     patterns that must not fit around the match
within:  what "around" means: line, sentence, paragraph, headline, document
whole:   true: the match must be the whole of it, but for white space and marks
case:    false (default): letters in any case
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import regex

from ..article import Article
from ..finding import Finding
from ..rule import DocumentRule
from ..strictyaml import Node
from ..text import Span
from . import Declared, Kind, Spec

_WITHIN = ("line", "sentence", "paragraph", "headline", "document")


class PatternRule(Declared, DocumentRule):
    """The rule that a `pattern` declares."""

    def __init__(self, spec: Spec) -> None:
        self.declare(spec)
        fields = spec.fields
        self.asserts = False
        self.message = fields["message"].text()
        self._any = _sources(fields["any"])
        self._not = _sources(fields["not"]) if "not" in fields else ()
        self._flags = regex.V0 if "case" in fields and fields["case"].boolean() else regex.IGNORECASE
        self._within = fields["within"].choice(*_WITHIN) if "within" in fields else "sentence"

    @cached_property
    def _patterns(self) -> tuple[regex.Pattern[str], ...]:
        return tuple(regex.compile(source, self._flags) for source in self._any)

    @cached_property
    def _exceptions(self) -> tuple[regex.Pattern[str], ...]:
        return tuple(regex.compile(source, self._flags) for source in self._not)

    def check(self, article: Article) -> Iterator[Finding]:
        taken: list[Span] = []
        for pattern in self._patterns:
            for match in pattern.finditer(article.text):
                span = Span(*match.span())
                around = self._around(article, span)
                if span.start == span.end or around is None or any(span.overlaps(other) for other in taken):
                    continue
                if any(exception.search(article.text, around.start, around.end) for exception in self._exceptions):
                    continue
                taken.append(span)
                place = article.place(span)
                yield self.report(place, self.message.format(match=" ".join(place.excerpt.split())))

    def _around(self, article: Article, span: Span) -> Span | None:
        """The stretch that `not` and `whole` look at; None where the match is not within one."""
        match self._within:
            case "document":
                return Span(0, len(article.text))
            case "line":
                start = article.text.rfind("\n", 0, span.start) + 1
                end = article.text.find("\n", span.end)
                return Span(start, end if end >= 0 else len(article.text))
            case "sentence":
                return article.sentence(span.start)
            case _:
                paragraph = article.paragraph(span.start) if article.paragraphs else None
                if paragraph is None or (self._within == "headline" and paragraph.kind != "headline"):
                    return None
                return paragraph.span


def _sources(node: Node) -> tuple[str, ...]:
    """Patterns, each compiled once here, so that a broken one is refused with its line."""
    nodes = (node,) if isinstance(node.value, str) else node.items()
    for item in nodes:
        try:
            regex.compile(item.text())
        except regex.error as error:
            item.fail(f"not a pattern: {error}")
    return tuple(item.text() for item in nodes)


def build(spec: Spec) -> PatternRule:
    return PatternRule(spec)


KIND = Kind("pattern", frozenset({"any", "not", "within", "case", "message"}), frozenset({"any", "message"}), build)
