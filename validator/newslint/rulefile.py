"""A YAML rule file -> a plain record -> the rule that it declares.

The first step is strict: every mistake is refused with its line, column and a hint. The record holds what JSON can hold, so that it can
be kept, and the second step need not look at YAML again. What a file may say stands in `COMMON` and in the keys of its kind alone;
`schema` gives the same to editors.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from .errors import UserError
from .finding import Severity
from .kinds import BUILTIN, Kind, Scope, Spec
from .rule import MARKS, Example, Rule, unmarked
from .shape import BOOLEAN, DAY, TEXT, TEXTS, Key, Schema, Shape, choice, keys_schema, list_of, read_keys, record
from .strictyaml import Node, did_you_mean, load

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*/[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def _identifier(node: Node) -> str:
    text = node.text()
    if not ID.fullmatch(text):
        node.fail(f"{text!r} is no rule id", "write family/name, lower case, with hyphens")
    return text


def _example(node: Node) -> dict[str, Any]:
    """A bare text, or {text | texts, published | dates}."""
    if isinstance(node.value, str):
        return {"texts": [TEXT.read(node)]}
    if not isinstance(node.value, Mapping):
        node.fail("expected the text of an example, or a mapping with the key 'text'", "put it in quotation marks")
    values = read_keys(node, _EXAMPLE)
    if ("text" in values) == ("texts" in values):
        node.fail("an example needs either 'text' or, for several documents, 'texts'")
    texts = values.get("texts") or [values["text"]]
    if "dates" in values and len(values["dates"]) != len(texts):
        node.mapping()["dates"].fail(f"{len(texts)} texts but {len(values['dates'])} dates")
    return {"texts": texts, "published": values.get("published"), "dates": values.get("dates", [])}


def _marks(node: Node) -> list[str]:
    marks = node.text().split()
    if len(marks) != 2 or marks[0] == marks[1] or "\\" in "".join(marks):
        node.fail(f"expected two marks that differ, with a space between them, found {node.value!r}", "for example: [[ ]]")
    return marks


_EXAMPLE = {
    "text": Key(TEXT, "The copy."),
    "texts": Key(TEXTS, "Several documents that the rule compares."),
    "published": Key(DAY, "When all of it was published."),
    "dates": Key(list_of(DAY), "When each of `texts` was published."),
}
_EXAMPLES = list_of(Shape(_example, {"anyOf": [TEXT.schema, keys_schema(_EXAMPLE)]}))

#: the keys of every YAML rule
COMMON = {
    "id": Key(Shape(_identifier, {"type": "string", "pattern": f"^{ID.pattern}$"}), "family/name, by which the rule is selected and ignored.", True),
    "kind": Key(TEXT, "Which kind of rule this is.", True),
    "severity": Key(
        choice("info", "warning", "error"), "`error`: arithmetic or a sourced fact decides; `warning`: a desk should look; `info`: the rest.", True
    ),
    "summary": Key(TEXT, "One sentence: what is wrong with the copy.", True),
    "why": Key(TEXT, "Why that matters, what the rule looks at, and what it leaves alone.", default=""),
    "quotes": Key(choice("include", "skip", "only"), "Whether places inside quotations are reported.", default="include"),
    "asserts": Key(BOOLEAN, "Whether it is what copy claims that is checked; inside a quotation the speaker then said it, one level lower."),
    "safe": Key(BOOLEAN, "Whether the suggestion, where there is one alone, changes the form of the copy and nothing that it says: `--fix` may write it."),
    "marks": Key(Shape(_marks, {"type": "string", "pattern": r"^\s*\S+\s+\S+\s*$"}), "The marks of examples, for copy that has « and » of its own: two, with a space between them."),
    "examples": Key(
        record({"bad": Key(_EXAMPLES, "Copy that is reported, exactly where it is marked.", True), "good": Key(_EXAMPLES, "Copy that is left alone.", True)}),
        "The rule's tests and its documentation: copy that is reported at the marks « and », and copy that is left alone.",
        True,
    ),
}  # fmt: skip
#: what a draft may still lack
_DRAFT = {**COMMON, **{name: COMMON[name]._replace(required=False) for name in ("severity", "summary", "examples")}}

Record = dict[str, Any]


def rule_from(text: str, path: str, scope: Scope = BUILTIN, *, draft: bool = False) -> Rule:
    """The rule that the text of a YAML file declares; `draft` allows one that has no severity, summary or examples yet. Raises UserError with path, line and column."""
    return rule_of(record_from(text, path, scope, draft=draft), path, scope)


def record_from(text: str, path: str, scope: Scope = BUILTIN, *, draft: bool = False) -> Record:
    """What the text of a YAML file declares, as plain values. Raises UserError with path, line and column, and the rule's id where it has one."""
    node = load(text, path)
    head = node.mapping()
    for key in ("id", "kind"):
        if key not in head:
            node.fail(f"a rule needs the key {key!r}")
    identifier = COMMON["id"].shape.read(head["id"])
    try:
        return _record(node, scope, draft=draft)
    except UserError as error:
        error.problem = replace(error.problem, rule=identifier)
        raise


def _record(node: Node, scope: Scope, *, draft: bool) -> Record:
    head = node.mapping()
    kind = _kind(head["kind"], scope)
    common = _DRAFT if draft else COMMON
    values = read_keys(node, {**common, **kind.keys})
    kind.check(head, scope)
    if "examples" in head:
        _check_marked(head["examples"], values.get("marks", MARKS))
    return {
        "line": head["id"].line,
        "common": {key: values[key] for key in common if key in values},
        "values": {key: values[key] for key in kind.keys if key in values},
    }


def _check_marked(examples: Node, marks: Sequence[str]) -> None:
    """Whether the marks of the examples pair up, and every bad example has some."""
    first, last = marks
    for word, group in examples.mapping().items():
        for example in group.items() if isinstance(group.value, tuple) else (group,):
            fields = example.mapping() if isinstance(example.value, Mapping) else {"text": example}
            texts = fields["texts"] if "texts" in fields else fields["text"]
            try:
                spans = [span for text in texts.texts() for span in unmarked(text, (first, last))[1]]
            except ValueError as error:
                texts.fail(str(error), f"a {first} of the copy's own is written \\{first}")
            if word == "bad" and not spans:
                texts.fail("a bad example marks what is reported", f"enclose it in {first} and {last}")


def rule_of(declared: Record, path: str, scope: Scope = BUILTIN) -> Rule:
    """The rule of a record. Raises KeyError for a kind that the scope lacks."""
    common = declared["common"]
    kind = scope.kind(common["kind"])
    values = {name: key.default for name, key in kind.keys.items()}
    values.update(declared["values"])
    spec = Spec(
        id=common["id"],
        severity=Severity.parse(common.get("severity", "info")),
        summary=common.get("summary", "").strip(),
        why=common.get("why", "").strip(),
        quotes=common.get("quotes", "include"),
        examples=_examples(common),
        where=f"{path}:{declared['line']}",
        values=values,
        scope=scope,
    )
    rule = kind.build(spec)
    if "asserts" in common:
        rule.asserts = common["asserts"]
    if "safe" in common:
        rule.safe = common["safe"]
    return rule


def _kind(node: Node, scope: Scope) -> Kind:
    name = node.text()
    try:
        return scope.kind(name)
    except KeyError:
        node.fail(f"there is no kind {name!r}", did_you_mean(name, scope.kind_names))


def _examples(common: Record) -> tuple[Example, ...]:
    groups = common.get("examples", {})
    first, last = common.get("marks", MARKS)
    return tuple(
        Example(tuple(e["texts"]), word == "bad", _day(e.get("published")), tuple(map(date.fromisoformat, e.get("dates", ()))), (first, last))
        for word in ("bad", "good")
        for e in groups.get(word, ())
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


# -- for editors


def schema(scope: Scope = BUILTIN) -> Schema:
    """The JSON Schema (draft 7, which editors know) of a rule file."""
    kinds = [scope.kind(name) for name in scope.kind_names]
    named = {"enum": [kind.name for kind in kinds], "description": COMMON["kind"].doc}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A rule of newslint",
        "type": "object",
        "required": ["id", "kind"],
        "properties": {"id": COMMON["id"].schema, "kind": named},
        "allOf": [
            {
                "if": {"properties": {"kind": {"const": kind.name}}, "required": ["kind"]},
                "then": {**keys_schema({**COMMON, **kind.keys}), "description": kind.doc.partition("\n")[0]},
            }
            for kind in kinds
        ],
    }
