"""The kinds of YAML rule, one module each: what a declaration may say, and the rule that it makes.

A kind is a value: its name, its keys, `build`, and an example that is a whole rule. `KINDS` names the module of each built-in
kind, so that a run imports only those that its rules are of.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, NamedTuple

from ..claim import Claim
from ..errors import UserError
from ..extract import BUILTIN as BUILTIN_CLAIMS
from ..finding import Severity
from ..rule import Example, QuotePolicy, Rule
from ..shape import Keys
from ..strictyaml import Node, did_you_mean


class Scope(NamedTuple):
    """What a rule file may refer to by name: kinds of rule (`kind` raises KeyError for one that is not there) and kinds of claim."""

    kind: Callable[[str], Kind]
    kind_names: Collection[str]
    claims: Mapping[str, type[Claim]]


@dataclass(frozen=True, slots=True)
class Spec:
    """What a YAML rule says, checked; `spec["key"]` is the value of one of its kind's keys, or that key's default.

    `where` is the rule's file, and the line of its id.
    """

    id: str
    severity: Severity
    summary: str
    why: str
    quotes: QuotePolicy
    examples: tuple[Example, ...]
    where: str
    values: Mapping[str, Any]
    scope: Scope

    def __getitem__(self, key: str) -> Any:
        return self.values[key]

    def claim(self, name: str) -> type[Claim]:
        """The kind of claim of that name. Raises UserError."""
        if name not in self.scope.claims:
            raise UserError(f"there is no kind of claim {name!r}", path=self.where, hint=did_you_mean(name, self.scope.claims))
        return self.scope.claims[name]


def _nothing(fields: Mapping[str, Node], scope: Scope) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of YAML rule.

    `doc`: its page in Markdown, the first line is the summary. `keys`: those beside the keys that every rule has. `build` makes the
    rule. `check` raises UserError for keys that are right each, but do not go together. `example`: a whole rule file.
    """

    name: str
    doc: str
    keys: Keys
    build: Callable[[Spec], Rule]
    example: str
    check: Callable[[Mapping[str, Node], Scope], None] = _nothing


class Declared:
    """Mixin of the rules that kinds build: what a Python rule says in its class body and docstring comes from the file."""

    def declare(self, spec: Spec) -> None:
        self.id = spec.id
        self.severity = spec.severity
        self.quotes = spec.quotes
        self.examples = spec.examples
        self._summary = spec.summary
        self._why = spec.why
        self._where = spec.where

    @property
    def summary(self) -> str:
        return self._summary

    @property
    def why(self) -> str:
        return self._why

    @property
    def where(self) -> str:
        return self._where


#: built-in kinds and the modules, in this package, that hold their `KIND`
KINDS = {
    "pattern": "pattern",
    "substitution": "substitution",
    "consistency": "consistency",
    "required": "required",
    "count": "count",
    "quote": "quote",
    "claims": "claims",
    "event-duration": "event_duration",
    "anniversary": "anniversary",
    "title": "title",
    "list": "lists",
}


def builtin(name: str) -> Kind:
    """The built-in kind of that name. Raises KeyError."""
    kind: Kind = import_module(f".{KINDS[name]}", __name__).KIND
    return kind


#: what there is without plugins
BUILTIN = Scope(builtin, tuple(KINDS), {claim.kind: claim for claim in BUILTIN_CLAIMS})
