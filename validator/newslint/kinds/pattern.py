"""Copy that fits a pattern, with words around it that must or must not be there.

Patterns are those of the `regex` module, whose syntax is that of Python's `re` and more: `\\b` is a word's edge, `\\p{Lu}` any capital letter,
`(?P<name>…)` a capture that the message and the replacements may name. Write them between single quotation marks: there YAML leaves a
backslash alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
from .within import WITHIN, around


class PatternRule(Declared, DocumentRule):
    """The rule that a `pattern` declares."""

    asserts = False

    def __init__(self, spec: Spec) -> None:
        self.declare(spec)
        self.message: str = spec["message"]
        self._spec = spec

    @cached_property
    def _patterns(self) -> Mapping[str, tuple[regex.Pattern[str], ...]]:
        flags = 0 if self._spec["case"] else regex.IGNORECASE
        return {key: tuple(regex.compile(source, flags) for source in self._spec[key] or ()) for key in ("any", "all", "not")}

    def check(self, article: Article) -> Iterator[Finding]:
        text, taken = article.text, list[Span]()
        patterns = self._patterns
        needed = patterns["all"]
        for pattern in patterns["any"] or needed[:1]:
            for match in pattern.finditer(text):
                span = Span(*match.span())
                stretch = around(article, span, self._spec["within"])
                if span.start == span.end or stretch is None or any(span.overlaps(other) for other in taken):
                    continue
                words = stretch.of(text)
                beside = [other.search(words) for other in needed]
                if None in beside or any(other.search(words) for other in patterns["not"]):
                    continue
                taken.append(span)
                place = article.place(span)
                values = {"match": " ".join(place.excerpt.split()), **_captures(*(m for m in beside if m), match)}
                suggestions = [template.format(**values) for template in self._spec["replace"] or ()]
                yield self.report(place, self.message.format(**values), suggestions=suggestions)


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
