"""Copy that fits a pattern, with words around it that must or must not be there.

Patterns are those of the `regex` module, whose syntax is that of Python's `re` and more: `\\b` is a word's edge, `\\p{Lu}` any capital letter,
`(?P<name>…)` a capture that the message and the replacements may name. A pattern that begins with `^` is looked for only where the
stretch that `within` names begins, which is also the fastest. Write them between single quotation marks: there YAML leaves a
backslash alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

import regex

from ..article import Article
from ..finding import Finding
from ..rule import DocumentRule
from ..shape import BOOLEAN, PATTERNS, TEMPLATE, Key, list_of, placeholders
from ..strictyaml import Node, did_you_mean
from ..text import Span
from . import Declared, Kind, Scope, Spec
from .within import WITHIN, around, stretches


class PatternRule(Declared, DocumentRule):
    """The rule that a `pattern` declares."""

    asserts = False

    def __init__(self, spec: Spec) -> None:
        self.declare(spec)
        self.message: str = spec["message"]
        self._spec = spec

    @cached_property
    def _needed(self) -> tuple[regex.Pattern[str], ...]:
        return self._compiled(self._spec["all"] or ())

    @cached_property
    def _unwanted(self) -> tuple[regex.Pattern[str], ...]:
        return self._compiled(self._spec["not"] or ())

    @cached_property
    def _sought(self) -> tuple[tuple[regex.Pattern[str], ...], tuple[regex.Pattern[str], ...]]:
        """What is reported: patterns for the beginning of a stretch, and patterns for anywhere in it."""
        sources = self._spec["any"] or self._spec["all"][:1]
        opening = [source[1:] for source in sources if source.startswith("^")]
        return self._compiled(_joined(opening)), self._compiled(source for source in sources if not source.startswith("^"))

    def _compiled(self, sources: Iterable[str]) -> tuple[regex.Pattern[str], ...]:
        return tuple(regex.compile(source, 0 if self._spec["case"] else regex.IGNORECASE) for source in sources)

    def check(self, article: Article) -> Iterator[Finding]:
        text, taken = article.text, list[Span]()
        for match, stretch in self._matches(article):
            span = Span(*match.span())
            if span.start == span.end or any(span.overlaps(other) for other in taken):
                continue
            words = stretch.of(text)
            beside = [other.search(words) for other in self._needed]
            if None in beside or any(other.search(words) for other in self._unwanted):
                continue
            taken.append(span)
            place = article.place(span)
            values = {"match": " ".join(place.excerpt.split()), **_captures(*(m for m in beside if m), match)}
            suggestions = [template.format(**values) for template in self._spec["replace"] or ()]
            yield self.report(place, self.message.format(**values), suggestions=suggestions)

    def _matches(self, article: Article) -> Iterator[tuple[regex.Match[str], Span]]:
        """What fits, with the stretch that it lies in."""
        within = self._spec["within"]
        opening, anywhere = self._sought
        for stretch in stretches(article, within) if opening else ():
            for pattern in opening:
                if match := pattern.match(article.text, stretch.start, stretch.end):
                    yield match, stretch
        for pattern in anywhere:
            for match in pattern.finditer(article.text):
                found = around(article, Span(*match.span()), within)
                if found is not None:
                    yield match, found


#: what means something else, or nothing, in a longer pattern: groups by number, flags for the whole
_BY_ITSELF = regex.compile(r"\\[1-9]|\\g<|\(\?(?:[a-zA-Z]+\)|\(|[1-9R&])")


def _joined(sources: Sequence[str]) -> list[str]:
    """As few patterns as can be: one alternation is tried at each stretch many times faster than its branches one by one."""
    alone = [source for source in sources if _BY_ITSELF.search(source)]
    joined = "|".join(f"(?:{source})" for source in sources if source not in alone)
    return [joined, *alone] if joined else alone


def _captures(*matches: regex.Match[str]) -> dict[str, Any]:
    """What the named groups caught; nothing for those that took no part. The last match counts most."""
    return {name: value or "" for match in matches for name, value in match.groupdict().items()}


def _check(fields: Mapping[str, Node], scope: Scope) -> None:
    if "any" not in fields and "all" not in fields:
        fields["kind"].fail("a pattern needs the key 'any', or 'all'")
    names = {"match"}
    for key in ("any", "all"):
        for source in fields[key].texts() if key in fields else ():
            names |= set(regex.compile(source).groupindex)
    replacements = fields.get("replace")
    several = (replacements.items() if isinstance(replacements.value, tuple) else (replacements,)) if replacements else ()
    for node in (fields["message"], *several):
        for name in placeholders(node):
            if name not in names:
                node.fail(f"no pattern captures {name!r}", did_you_mean(name, names) or f"write (?P<{name}>…) in a pattern")


KIND = Kind(
    name="pattern",
    doc=__doc__ or "",
    keys={
        "any": Key(PATTERNS, "Patterns, each of which is looked for; what one fits is reported."),
        "all": Key(PATTERNS, "Patterns that must all stand in the same stretch. Without `any`, what the first of them fits is reported."),
        "not": Key(PATTERNS, "Patterns that must not stand in the same stretch."),
        "within": Key(
            WITHIN, "The stretch that the match must lie in, and that `all` and `not` look at: `^` there is its beginning.", default="sentence"
        ),
        "case": Key(BOOLEAN, "`true`: capitals and small letters differ.", default=False),
        "message": Key(TEMPLATE, "What to tell the desk. `{match}` is the copy reported, `{name}` what the capture of that name caught.", True),
        "replace": Key(list_of(TEMPLATE), "What to write instead, the likeliest first; filled in like the message."),
    },
    build=PatternRule,
    check=_check,
    example="""\
id: house/past-history
kind: pattern
severity: info
summary: History is past; the word says so by itself.
why: Saying a thing twice takes room and sounds unsure.
any:
  - '\\bpast (?P<noun>history|experience)s?\\b'
not:
  - '\\bpresent\\b'
message: "“{match}” says the same twice; “{noun}” will do."
replace: "{noun}"
examples:
  bad:
    - The club has a «past history» of late goals.
  good:
    - The club has a history of late goals.
    - They spoke of past history and present fears.
""",
)
