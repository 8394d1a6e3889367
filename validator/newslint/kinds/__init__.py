"""The kinds of YAML rule, one module each: what a declaration may say, and the rule that it makes.

A kind is a value: its name, the keys that it knows beside those of every rule, and `build`. `KINDS` names the module
of each built-in kind, so that a run imports only those that its rules are of.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

from ..finding import Severity
from ..rule import Example, QuotePolicy, Rule
from ..strictyaml import Node


@dataclass(frozen=True, slots=True)
class Spec:
    """What every YAML rule says, checked; `fields` holds the keys of its kind."""

    id: str
    severity: Severity
    summary: str
    why: str
    quotes: QuotePolicy
    examples: tuple[Example, ...]
    fields: Mapping[str, Node]
    node: Node


@dataclass(frozen=True, slots=True)
class Kind:
    """`keys` are the keys that this kind knows, `required` those that it needs; `build` raises UserError for a wrong value."""

    name: str
    keys: frozenset[str]
    required: frozenset[str]
    build: Callable[[Spec], Rule]


class Declared:
    """Mixin of the rules that kinds build: what a Python rule says in its class body and docstring comes from the file."""

    def declare(self, spec: Spec) -> None:
        self.id = spec.id
        self.severity = spec.severity
        self.quotes = spec.quotes
        self.examples = spec.examples
        self._summary = spec.summary
        self._why = spec.why

    @property
    def summary(self) -> str:
        return self._summary

    @property
    def why(self) -> str:
        return self._why


#: built-in kinds and the modules, in this package, that hold their `KIND`
KINDS = {
    "pattern": "pattern",
    "event-duration": "event_duration",
    "anniversary": "anniversary",
    "title": "title",
    "list": "lists",
}


def builtin(name: str) -> Kind:
    """The built-in kind of that name. Raises KeyError."""
    kind: Kind = import_module(f".{KINDS[name]}", __name__).KIND
    return kind
