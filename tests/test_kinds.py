"""The kinds of YAML rule: each has an example that holds, and the JSON Schema says what the strict reader says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from newslint import Facts, UserError
from newslint.kinds import BUILTIN
from newslint.rulefile import COMMON, record_from, rule_from, rule_of, schema
from newslint.testing import check_examples

KINDS = [BUILTIN.kind(name) for name in BUILTIN.kind_names]
SCHEMA = schema()
#: rules that use every key; their examples are the tests
CASES = sorted((Path(__file__).parent / "cases" / "kinds").glob("*.yaml"))
RULES = [f for f in sorted((Path(__file__).parents[1] / "rules" / "newslint_rules").glob("*/*.yaml")) if f.parent.name != "facts"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_example_of_a_kind_holds(kind: Any, facts: Facts) -> None:
    rule = rule_from(kind.example, "example.yaml")
    mismatches = check_examples(rule, facts)
    assert not mismatches, "\n".join(map(str, mismatches))
    assert rule.where == "example.yaml:1"


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_what_a_kind_can_say(file: Path, facts: Facts) -> None:
    mismatches = check_examples(rule_from(file.read_text("utf-8"), file.name), facts)
    assert not mismatches, "\n".join(map(str, mismatches))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_explains_itself(kind: Any) -> None:
    assert kind.doc.partition("\n")[0].endswith(".")
    assert not set(kind.keys) & set(COMMON), "the keys of every rule are not a kind's"
    for key in kind.keys.values():
        assert key.doc.endswith(".")


def test_a_record_survives_being_kept() -> None:
    for kind in KINDS:
        record = record_from(kind.example, "example.yaml")
        assert json.loads(json.dumps(record)) == record
        again, direct = rule_of(json.loads(json.dumps(record)), "example.yaml"), rule_from(kind.example, "example.yaml")
        assert (again.id, again.summary, again.examples) == (direct.id, direct.summary, direct.examples)


# -- the schema and the reader


def _fits(rule: Any) -> bool:
    return not list(jsonschema.Draft7Validator(SCHEMA).iter_errors(rule))


def test_the_schema_is_one_and_knows_every_built_in_rule() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    assert len(RULES) >= 5
    for file in RULES:
        wrong = [e.message for e in jsonschema.Draft7Validator(SCHEMA).iter_errors(_core(file.read_text("utf-8")))]
        assert not wrong, f"{file.name}: {wrong}"


#: values of every type, written as YAML, and as what they are
PROBES = {
    "word": "word",
    "''": "",
    "3": 3,
    "2.5": 2.5,
    "true": True,
    "null": None,
    "[one, two]": ["one", "two"],
    "[1, 2]": [1, 2],
    "[]": [],
    "{a: b}": {"a": "b"},
}


def _probed() -> Iterator[Any]:
    for kind in KINDS:
        for key in {**COMMON, **kind.keys}:
            for written, value in PROBES.items():
                if key not in ("id", "kind"):
                    yield pytest.param(kind, key, written, value, id=f"{kind.name}-{key}-{written}")


@pytest.mark.parametrize(("kind", "key", "written", "value"), list(_probed()))
def test_reader_and_schema_refuse_the_same_types(kind: Any, key: str, written: str, value: Any) -> None:
    plain = {**_core(kind.example), key: value}
    lines = [f"{name}: {_flow(item) if name != key else written}" for name, item in plain.items()]
    problem = _refused("\n".join(lines))
    if problem is None:
        assert _fits(plain), "the schema refuses what the reader takes"
    elif problem.startswith("expected"):
        assert not _fits(plain), f"the reader says {problem!r}, the schema nothing"


def _refused(text: str) -> str | None:
    """What the reader says against a rule file."""
    try:
        record_from(text, "probe.yaml")
    except UserError as error:
        return error.problem.message
    return None


def _core(text: str) -> dict[str, Any]:
    """A YAML text as the strict reader sees it."""
    from newslint.strictyaml import load

    value = load(text, "example.yaml").plain()
    assert isinstance(value, dict)
    return value


def _flow(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
