"""A rule -> its page, in Markdown: serves `explain` and the documentation, so that nothing is written twice."""

from __future__ import annotations

import inspect

from .rule import CorpusRule, Example, Rule

_QUOTES = {
    "include": "Inside quotations, too, there one level lower, as said by the speaker.",
    "skip": "Not inside quotations.",
    "only": "Only inside quotations.",
}


def page(rule: Rule) -> str:
    """The page of a rule, with fixed headings."""
    scope = "compares claims, of one article or of several" if isinstance(rule, CorpusRule) else "reads one article at a time"
    quotes = "Inside quotations, too." if rule.quotes == "include" and not rule.asserts else _QUOTES[rule.quotes]
    parts = [
        f"# {rule.id}",
        rule.summary,
        f"Level: {rule.severity.label}. It {scope}. {quotes}",
        f"## Why\n\n{inspect.cleandoc(rule.why)}" if rule.why else "",
        "## What it reports\n\n" + "\n".join(_example(e) for e in rule.examples if e.bad),
        "## What it leaves alone\n\n" + "\n".join(_example(e) for e in rule.examples if not e.bad),
        f"## How to change it\n\n"
        f"Leave it out with `--ignore {rule.id}`, or set its level with `--severity {rule.id}=info`; in the config:\n\n"
        f"```yaml\nignore: [{rule.id}]\nseverity:\n  {rule.id}: info\n```",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _example(example: Example) -> str:
    lines = []
    for k, text in enumerate(example.texts):
        day = example.dates[k] if example.dates else example.published
        dated = f" (published {day.isoformat()})" if day else ""
        quoted = "\n  > ".join(text.strip().splitlines())
        lines.append(f"- {f'Article {k + 1}' if len(example.texts) > 1 else 'Copy'}{dated}:\n  > {quoted}")
    return "\n".join(lines) + "\n"
