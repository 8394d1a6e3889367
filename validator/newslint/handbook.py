"""A rule, or a kind of rule -> its page, in Markdown: serves `explain` and the documentation, so that nothing is written twice.

What a page says that a rule reports, with its message and its replacement, is what the rule gives on its own examples.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping

from .article import Extractor
from .claim import Claim
from .extract import BUILTIN
from .facts.facts import Facts
from .finding import Finding
from .kinds import Kind
from .rule import CorpusRule, Example, Rule
from .shape import Key, Schema
from .testing import run_example

_QUOTES = {
    "include": "Inside quotations, too, there one level lower, as said by the speaker.",
    "skip": "Not inside quotations.",
    "only": "Only inside quotations.",
}


def page(rule: Rule, facts: Facts, extractors: Mapping[type[Claim], Extractor] = BUILTIN) -> str:
    """The page of a rule, with fixed headings."""
    scope = "compares claims, of one article or of several" if isinstance(rule, CorpusRule) else "reads one article at a time"
    quotes = "Inside quotations, too." if rule.quotes == "include" and not rule.asserts else _QUOTES[rule.quotes]
    told = [(example, run_example(rule, example, facts, extractors)[0]) for example in rule.examples if example.bad]
    parts = [
        f"# {rule.id}",
        rule.summary,
        f"Level: {rule.severity.label}. It {scope}. {quotes}",
        f"## Why\n\n{inspect.cleandoc(rule.why)}" if rule.why else "",
        "## What it reports, and how to mend it\n\n" + "\n".join(_example(e) + _told(findings) for e, findings in told),
        "## What it leaves alone\n\n" + "\n".join(_example(e) for e in rule.examples if not e.bad),
        f"## How to configure it\n\n"
        f"Leave it out with `--ignore {rule.id}`, or set its level with `--severity {rule.id}=info`; in the config:\n\n"
        f"```yaml\nignore: [{rule.id}]\nseverity:\n  {rule.id}: info\n```",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _example(example: Example) -> str:
    lines = []
    for k, text in enumerate(example.texts):
        day = example.dates[k] if example.dates else example.published
        dated = f" (published {day.isoformat()})" if day else ""
        quoted = "\n  > ".join(_plain(line) for line in text.strip().splitlines())
        lines.append(f"- {f'Article {k + 1}' if len(example.texts) > 1 else 'Copy'}{dated}:\n  > {quoted}")
    return "\n".join(lines) + "\n"


def _told(findings: list[Finding]) -> str:
    """What newslint says of an example, once for each message, and what it would write."""
    lines = []
    for message, suggestions in dict.fromkeys((f.message, f.suggestions) for f in findings):
        write = f" *Write:* {_plain(suggestions[0])}" if suggestions else ""
        lines.append(f"\n  *newslint:* {_plain(message)}{write}\n")
    return "".join(lines)


def _plain(text: str) -> str:
    """Copy with the signs that Markdown or HTML would take for their own written so that they are not."""
    for sign in "\\`*_{}[]<>#|":
        text = text.replace(sign, "\\" + sign)
    return " ".join(text.split("\n"))


def kind_page(kind: Kind) -> str:
    """The page of a kind of YAML rule: what it is for, its keys, an example that is a whole rule."""
    summary, _, rest = kind.doc.strip().partition("\n")
    parts = [
        f"# {kind.name}",
        summary,
        inspect.cleandoc(rest),
        "## Keys\n\nBeside [those of every rule](index.md#keys-of-every-rule):\n\n" + keys_table(kind.keys),
        "## Example\n\nA whole rule; its examples are its tests. "
        f"`newslint new rule house/mine --kind {kind.name}` writes it as a file.\n\n```yaml\n{kind.example.rstrip()}\n```",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def keys_table(keys: Mapping[str, Key]) -> str:
    """Keys with what they hold and mean."""
    rows = ["| key | holds | |", "| --- | --- | --- |"]
    for name, key in keys.items():
        need = " **Needed.**" if key.required else f" By itself `{_value(key.default)}`." if key.default not in (None, "", (), {}) else ""
        rows.append(f"| `{name}` | {holds(key.shape.schema)} | {key.doc}{need} |")
        for inner, schema in key.shape.schema.get("properties", {}).items():
            rows.append(f"| `{name}: {inner}` | {holds(schema)} | {schema['description']} |")
    return "\n".join(rows)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"[{', '.join(map(str, value))}]" if isinstance(value, tuple) else str(value)


def holds(schema: Schema) -> str:
    """What a schema lets a key hold, in words."""
    if "enum" in schema:
        return ", ".join(f"`{word}`" for word in schema["enum"])
    if "anyOf" in schema:
        one, several = (holds(part) for part in schema["anyOf"][:2])
        return f"{one}, or a list{' of those' if ', or ' in one else ''}" if several.startswith("a list of ") else f"{one}, or {several}"
    kind = schema["type"]
    if isinstance(kind, list):
        return "a value"
    if kind == "array":
        return f"a list of {holds(schema['items'])}"
    if kind == "object":
        inner = schema.get("additionalProperties")
        known = ", ".join(f"`{name}`" for name in schema.get("properties", ()))
        return f"a mapping to {holds(inner)}" if inner else f"a mapping with {known}" if known else "a mapping"
    return {"string": "text", "integer": "a whole number", "number": "a number", "boolean": "`true` or `false`"}[kind]
