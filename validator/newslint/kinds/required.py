"""Something that an article must have: a dateline, a first full reference before the short one.

Three forms: `any` alone must be found in a part of the article; with `before`, it must be found ahead of the first match of that; and
`what: full-name` asks that people are named in full before they are named by surname.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

import regex

from ..article import Article
from ..finding import Finding, Related
from ..rule import DocumentRule
from ..shape import BOOLEAN, PATTERNS, Key, choice, template
from ..strictyaml import Node
from ..text import Span
from . import Declared, Kind, Scope, Spec


class RequiredRule(Declared, DocumentRule):
    """The rule that a `required` declares."""

    asserts = False

    def __init__(self, spec: Spec) -> None:
        self.declare(spec)
        self.message: str = spec["message"]
        self._spec = spec

    @cached_property
    def _patterns(self) -> Mapping[str, tuple[regex.Pattern[str], ...]]:
        flags = 0 if self._spec["case"] else regex.IGNORECASE
        return {key: tuple(regex.compile(source, flags) for source in self._spec[key] or ()) for key in ("any", "before", "when")}

    def check(self, article: Article) -> Iterator[Finding]:
        return self._full_names(article) if self._spec["what"] else self._missing(article)

    def _missing(self, article: Article) -> Iterator[Finding]:
        patterns, text = self._patterns, article.text
        part = _part(article, self._spec["within"])
        if part is None:
            return
        when = _first(patterns["when"], text, Span(0, len(text)))
        if patterns["when"] and when is None:
            return
        short = _first(patterns["before"], text, part)
        if patterns["before"] and short is None:
            return
        if _first(patterns["any"], text, Span(part.start, short.start) if short else part) is None:
            sentence = article.sentence(part.start)
            at = short or when or Span(part.start, min(sentence.end, part.end) if sentence.contains(Span(part.start, part.start)) else part.end)
            place = article.place(at)
            yield self.report(place, self.message.format(match=" ".join(place.excerpt.split()), name=""))

    def _full_names(self, article: Article) -> Iterator[Finding]:
        told: set[str] = set()
        people = [m for m in article.mentions if m.kind == "person" and " " in m.name]
        for mention in people:
            if mention.name in told or article.paragraph(mention.span.start).kind in ("headline", "heading"):
                continue
            told.add(mention.name)
            if mention.form != "surname":
                continue
            later = next((m for m in people if m.name == mention.name and m.form == "full" and m.span.start > mention.span.start), None)
            place = article.place(mention.span)
            related = [Related(article.place(later.span), "the full name stands only here")] if later else []
            yield self.report(place, self.message.format(match=place.excerpt, name=mention.name), suggestions=[mention.name], related=related)


def _first(patterns: tuple[regex.Pattern[str], ...], text: str, within: Span) -> Span | None:
    """The first match of any of the patterns in a part of the text, which they see alone."""
    words = within.of(text)
    found = (pattern.search(words) for pattern in patterns)
    return min((Span(within.start + m.start(), within.start + m.end()) for m in found if m), default=None)


def _part(article: Article, part: str) -> Span | None:
    """The part of an article that is looked at; None where it has none."""
    if part == "document":
        return Span(0, len(article.text)) if article.paragraphs else None
    if part == "headline":
        return next((p.span for p in article.paragraphs if p.kind == "headline"), None)
    body = [p.span for p in article.paragraphs if p.kind == "body"]
    return (body[0] if part == "lead" else body[-1]) if body else None


def _check(fields: Mapping[str, Node], scope: Scope) -> None:
    if ("any" in fields) == ("what" in fields):
        fields["kind"].fail("a required needs either the key 'any' or the key 'what'")
    for key in ("before", "when", "within", "case"):
        if "what" in fields and key in fields:
            fields[key].fail(f"{key!r} does not go with 'what'")


KIND = Kind(
    name="required",
    doc=__doc__ or "",
    keys={
        "any": Key(PATTERNS, "Patterns, one of which must be found."),
        "what": Key(choice("full-name"), "`full-name`: people are named in full in the text before they are named by surname."),
        "within": Key(
            choice("document", "headline", "lead", "end"),
            "The part it must be found in; the lead is the first paragraph of the text.",
            default="document",
        ),
        "before": Key(PATTERNS, "It must be found ahead of the first match of one of these, which is what is reported."),
        "when": Key(PATTERNS, "Only articles in which one of these is found are looked at; the first match is reported."),
        "case": Key(BOOLEAN, "`true`: capitals and small letters differ.", default=False),
        "message": Key(template("match", "name"), "What to tell the desk: `{match}` is the copy reported, `{name}` the full name.", True),
    },
    build=RequiredRule,
    check=_check,
    example="""\
id: house/spell-out-who
kind: required
severity: info
summary: The World Health Organization is named in full before its letters stand for it.
why: Not every reader knows the letters.
case: true
any: '\\bWorld Health Organi[sz]ation\\b'
before: '\\bWHO\\b'
message: "“{match}” stands before the full name; begin with the full name."
examples:
  bad:
    - The «WHO» sent a team. The World Health Organization will report in May.
  good:
    - The World Health Organization sent a team. The WHO will report in May.
    - Those who sent a team will report in May.
""",
)
