"""A YAML rule file -> the rule that it declares, strictly: every mistake with its line, column and a hint."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import date

from .finding import Severity
from .kinds import KINDS, Kind, Spec, builtin
from .rule import Example, Rule
from .strictyaml import Node, did_you_mean, load

_COMMON = frozenset({"id", "kind", "severity", "summary", "why", "quotes", "examples"})
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*/[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def rule_from(
    text: str, path: str, kind_named: Callable[[str], Kind] = builtin, kind_names: Collection[str] = tuple(KINDS), *, draft: bool = False
) -> Rule:
    """The rule that the text of a YAML file declares.

    `kind_named` finds a kind by its name (KeyError if there is none), `kind_names` are those to suggest; `draft` allows a rule that has no examples yet.
    Raises UserError with path, line and column.
    """
    node = load(text, path)
    head = node.mapping()
    for key in ("id", "kind"):
        if key not in head:
            node.fail(f"a rule needs the key {key!r}")
    kind = _kind(head["kind"], kind_named, kind_names)
    fields = node.fields(_COMMON | kind.keys, {"id", "kind", "severity", "summary", *kind.required, *(() if draft else ("examples",))})
    identifier = fields["id"].text()
    if not _ID.fullmatch(identifier):
        fields["id"].fail(f"{identifier!r} is no rule id", "write family/name, lower case, with hyphens")
    examples = _examples(fields["examples"]) if "examples" in fields else ()
    if not draft:
        for bad, word in ((True, "bad"), (False, "good")):
            if not any(e.bad is bad for e in examples):
                fields["examples"].fail(f"no {word} example: a rule needs a bad and a good one")
    quotes = fields["quotes"].choice("include", "skip", "only") if "quotes" in fields else "include"
    spec = Spec(
        id=identifier,
        severity=Severity.parse(fields["severity"].choice("info", "warning", "error")),
        summary=fields["summary"].text().strip(),
        why=fields["why"].text().strip() if "why" in fields else "",
        quotes=quotes,  # type: ignore[arg-type]  # choice() has checked it
        examples=examples,
        fields={key: fields[key] for key in kind.keys if key in fields},
        node=node,
    )
    return kind.build(spec)


def _kind(node: Node, kind_named: Callable[[str], Kind], kind_names: Collection[str]) -> Kind:
    name = node.text()
    try:
        return kind_named(name)
    except KeyError:
        node.fail(f"there is no kind {name!r}", did_you_mean(name, kind_names))


def _examples(node: Node) -> tuple[Example, ...]:
    groups = node.fields({"bad", "good"})
    return tuple(_example(item, word == "bad") for word in ("bad", "good") if word in groups for item in groups[word].items())


def _example(node: Node, bad: bool) -> Example:
    """A bare text, or {text | texts, published | dates}."""
    if isinstance(node.value, str):
        return Example((node.value,), bad)
    fields = node.fields({"text", "texts", "published", "dates"})
    if ("text" in fields) == ("texts" in fields):
        node.fail("an example needs either 'text' or, for several documents, 'texts'")
    texts = (fields["text"].text(),) if "text" in fields else tuple(item.text() for item in fields["texts"].items())
    dates: tuple[date, ...] = tuple(item.day() for item in fields["dates"].items()) if "dates" in fields else ()
    if dates and len(dates) != len(texts):
        fields["dates"].fail(f"{len(texts)} texts but {len(dates)} dates")
    return Example(texts, bad, fields["published"].day() if "published" in fields else None, dates)
