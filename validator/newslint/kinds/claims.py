"""Claims that should agree: those of one kind, with the same values in some fields, are compared in another.

`newslint claims` shows what articles assert, and which fields each kind of claim has. Beside those there are `path`, `story` (the articles that
tell one story) and `published`. A claim that lacks a field is compared with nothing. Of a group, the value that most claims give counts as
usual, of equals the earliest; each claim that lies farther from it than the tolerance is reported.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields as dataclass_fields
from datetime import date
from typing import Any

from ..article import Article
from ..claim import Claim
from ..facts.facts import Facts
from ..finding import Finding, Related
from ..rule import CorpusRule
from ..shape import NUMBER, TEMPLATE, TEXT, TEXTS, Key, Shape, mapping_of, template
from ..strictyaml import Node, Scalar, did_you_mean
from . import Declared, Kind, Scope, Spec

_ORIGIN = ("path", "story", "published")
_HIDDEN = frozenset(["origin", "span", "place", "sentence"])
Value = str | int | float | bool | date


class ClaimsRule(Declared, CorpusRule[Claim]):
    """The rule that a `claims` declares."""

    def __init__(self, spec: Spec) -> None:
        self.declare(spec)
        self.message: str = spec["message"]
        self.claim = spec.claim(spec["claim"])
        self._by: list[str] = spec["by"]
        self._only: Mapping[str, list[Scalar]] = spec["where"]
        self._agree: str = spec["agree"]
        self._tolerance: float = spec["tolerance"]
        self._relative: float = spec["percent"]

    def claims(self, article: Article) -> Iterable[Claim]:
        for claim in article.claims(self.claim):
            if value_of(claim, self._agree) is not None and all(value_of(claim, f) in allowed for f, allowed in self._only.items()):
                yield claim

    def keys(self, claim: Claim) -> Iterable[str]:
        values = [value_of(claim, name) for name in self._by]
        return () if None in values else ("\0".join(map(str, values)),)

    def check(self, claims: Sequence[Claim], facts: Facts) -> Iterator[Finding]:
        values = [value_of(claim, self._agree) for claim in claims]
        usual = max(Counter(values), key=values.count)
        first = claims[values.index(usual)]
        for claim, value in zip(claims, values, strict=True):
            if value is not None and usual is not None and not self._near(value, usual):
                yield self.report(
                    claim,
                    self.message.format(value=value, usual=usual, **{name: value_of(claim, name) for name in self._by}),
                    related=[Related(first.place, f"{usual} here")],
                )

    def _near(self, value: Value, usual: Value) -> bool:
        if isinstance(value, date) and isinstance(usual, date):
            return abs((value - usual).days) <= self._tolerance
        if isinstance(value, int | float) and isinstance(usual, int | float):
            return abs(value - usual) <= max(self._tolerance, abs(usual) * self._relative / 100)
        return value == usual


def value_of(claim: Claim, field: str) -> Value | None:
    """The value of a claim's field, or of its origin's."""
    if field == "path":
        return claim.origin.path
    if field == "story":
        return claim.origin.story
    if field == "published":
        return claim.origin.published.day
    value: Value | None = getattr(claim, field)
    return value


def field_names(claim: type[Claim]) -> tuple[str, ...]:
    """The fields of a kind of claim that hold one plain value each."""
    plain = ("str", "int", "float", "bool", "date", "Literal", "QuoteType", "Hedge", "LengthUnit")
    own = [f.name for f in dataclass_fields(claim) if f.name not in _HIDDEN and str(f.type).split("[")[0].split(" |")[0] in plain]
    return (*own, *_ORIGIN)


def _scalars(node: Node) -> list[Scalar]:
    items = node.items() if isinstance(node.value, tuple) else (node,)
    for item in items:
        if isinstance(item.value, tuple | Mapping):
            item.fail("expected a value, or a list of values")
    return [item.value for item in items]  # type: ignore[misc]  # scalars, as was checked


def _check(fields: Mapping[str, Node], scope: Scope) -> None:
    name = fields["claim"].text()
    if name not in scope.claims:
        fields["claim"].fail(f"there is no kind of claim {name!r}", did_you_mean(name, scope.claims))
    known = field_names(scope.claims[name])
    named = [(fields["agree"], fields["agree"].text()), *((fields["by"], text) for text in fields["by"].texts())]
    named += [(node, key) for key, node in fields["where"].mapping().items()] if "where" in fields else []
    for node, field in named:
        if field not in known:
            node.fail(f"a {name} has no field {field!r}", did_you_mean(field, known) or f"known are {', '.join(known)}")
    template("value", "usual", *fields["by"].texts()).read(fields["message"])


_SCALARS: Any = {"type": ["string", "number", "boolean", "null"]}

KIND = Kind(
    name="claims",
    doc=__doc__ or "",
    keys={
        "claim": Key(TEXT, "The kind of claim, as `newslint claims` names it: `date`, `duration`, `role`, `figure`, `quote` and so on.", True),
        "by": Key(TEXTS, "The fields that make a group: claims are compared with those that have the same values there.", True),
        "where": Key(
            mapping_of(Shape(_scalars, {"anyOf": [_SCALARS, {"type": "array", "items": _SCALARS}]})),
            "Only claims whose fields have that value, or one of those values.",
            default={},
        ),
        "agree": Key(TEXT, "The field that must agree.", True),
        "tolerance": Key(NUMBER, "How far numbers may lie from the usual one, and dates in days.", default=0),
        "percent": Key(NUMBER, "How far numbers may lie from the usual one, in per cent of it.", default=0),
        "message": Key(TEMPLATE, "What to tell the desk: `{value}` here, `{usual}` elsewhere, and the fields of `by`.", True),
    },
    build=ClaimsRule,
    check=_check,
    example="""\
id: house/same-list
kind: claims
severity: warning
summary: Two articles of one story give a list another number of members.
why: One of them has dropped a name.
claim: list
by: [story, noun]
agree: counted
message: "{value} {noun} are named here, {usual} in another article of the story."
examples:
  bad:
    - texts:
        - "The plan has the backing of three parties: the Greens, the Liberals and the Left."
        - "The plan has the backing of «three parties: the Greens and the Liberals»."
  good:
    - texts:
        - "The plan has the backing of three parties: the Greens, the Liberals and the Left."
        - "The plan has the backing of three parties: the Liberals, the Greens and the Left."
""",
)
