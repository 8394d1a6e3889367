"""Writes the pages of the handbook that tell of rules and kinds, from their sources.

    python docs/generate.py

`tests/test_docs.py` fails where a page is not what this would write.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

from newslint.config import Config
from newslint.engine.job import Job, open_workshop
from newslint.handbook import keys_table, kind_page, page
from newslint.kinds import BUILTIN
from newslint.rulefile import COMMON

DOCS = Path(__file__).parent


def pages() -> Mapping[Path, str]:
    """Every generated page, by its place below docs/."""
    # as --isolated, and without other plugins than the built-in one: the handbook is the same on every machine
    workshop = open_workshop(Job(Config(DOCS)))
    built_in = {source.id for source in workshop.plugins.rules if source.plugin == "builtin"}
    rules = [rule for rule in workshop.rules if rule.id in built_in]
    written = {Path("rules", f"{rule.id}.md"): page(rule, workshop.facts, workshop.extractors) for rule in rules}
    lines = ["# Rules", "", "`newslint rules` lists those in force, `newslint explain RULE` shows a page.", ""]
    for family, members in groupby(rules, key=lambda rule: rule.family):
        lines += [f"## {family}", "", "| rule | level | |", "| --- | --- | --- |"]
        lines += [f"| [{rule.id}]({rule.id}.md) | {rule.severity.label} | {rule.summary} |" for rule in members]
        lines.append("")
    written[Path("rules/index.md")] = "\n".join([*lines, _contents([rule.id for rule in rules])])
    kinds = [BUILTIN.kind(name) for name in BUILTIN.kind_names]
    written |= {Path("kinds", f"{kind.name}.md"): kind_page(kind) for kind in kinds}
    table = [f"| [{kind.name}]({kind.name}.md) | {kind.doc.strip().partition(chr(10))[0]} |" for kind in kinds]
    written[Path("kinds/index.md")] = "\n".join(
        [
            "# Kinds of YAML rule",
            "",
            "A YAML rule is of one of these kinds; plugins may bring others. [Write a YAML rule](../yaml-rules.md) shows how.",
            "",
            "| kind | for |",
            "| --- | --- |",
            *table,
            "",
            "## Keys of every rule",
            "",
            keys_table(COMMON),
            "",
            _contents([kind.name for kind in kinds]),
        ]
    )
    return written


def _contents(names: list[str]) -> str:
    return "\n".join(["```{toctree}", ":hidden:", "", *names, "```", ""])


def main() -> None:
    written = pages()
    for old in (*DOCS.glob("rules/**/*.md"), *DOCS.glob("kinds/*.md")):
        if old.relative_to(DOCS) not in written:
            old.unlink()
    for path, text in written.items():
        file = DOCS / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
