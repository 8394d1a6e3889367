"""The baseline: findings that were there when newslint was switched on, and are not reported again.

A JSON file, made to be committed: how many there are of each rule, and by article and rule their fingerprints.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .errors import Problem, UserError
from .finding import Finding

SCHEMA = "newslint-baseline/1"

#: path of the article, rule, fingerprint
Entry = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Baseline:
    """`shown` is the file's name, for messages."""

    entries: frozenset[Entry]
    shown: str

    def apply(self, findings: Iterable[Finding], checked: Collection[str], running: Collection[str]) -> tuple[list[Finding], int, list[Problem]]:
        """The findings that are new, how many are old, and a notice of the entries that no longer find anything.

        Only entries of documents that were checked, or are no longer there, with rules that ran, can be stale.
        """
        kept: list[Finding] = []
        seen: set[Entry] = set()
        for finding in findings:
            entry = _entry(finding)
            if entry in self.entries:
                seen.add(entry)
            else:
                kept.append(finding)
        return kept, len(seen), self._stale(self.entries - seen, {*checked, *self._gone()}, running)

    def pruned(self, findings: Iterable[Finding], checked: Collection[str]) -> Baseline:
        """Without the entries that no longer find anything: of checked documents, and of those that are no longer there."""
        there, looked_at = {_entry(f) for f in findings}, {*checked, *self._gone()}
        return Baseline(frozenset(e for e in self.entries if e in there or e[0] not in looked_at), self.shown)

    def _gone(self) -> set[str]:
        return {path for path in {path for path, _, _ in self.entries} if path != "<stdin>" and not Path(path).exists()}

    def _stale(self, left: Iterable[Entry], checked: Collection[str], running: Collection[str]) -> list[Problem]:
        stale = Counter((path, rule) for path, rule, _ in left if path in checked and rule in running)
        return [
            Problem(
                f"the baseline {self.shown} still holds {count} of {rule} that {'is' if count == 1 else 'are'} gone",
                path,
                hint="take out what is stale with newslint baseline --prune",
            )
            for (path, rule), count in sorted(stale.items())
        ]

    def text(self) -> str:
        """The file's text."""
        by_path: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for path, rule, fingerprint in sorted(self.entries):
            by_path[path][rule].append(fingerprint)
        rules = Counter(rule for _, rule, _ in self.entries)
        value = {"schema": SCHEMA, "rules": dict(sorted(rules.items())), "findings": by_path}
        return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _entry(finding: Finding) -> Entry:
    return finding.place.path, finding.rule, finding.fingerprint


def of(findings: Iterable[Finding], shown: str) -> Baseline:
    """A baseline of these findings."""
    return Baseline(frozenset(map(_entry, findings)), shown)


def read(path: Path) -> Baseline:
    """The baseline in a file. Raises UserError."""
    shown = path.as_posix()
    try:
        value = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise UserError(f"the baseline can't be read: {error}", path=shown, hint="write one with newslint baseline PATH…") from None
    if not isinstance(value, dict) or value.get("schema") != SCHEMA:
        raise UserError(f"not a baseline: its schema is not {SCHEMA}", path=shown)
    try:
        return Baseline(frozenset(_entries(value["findings"])), shown)
    except (KeyError, TypeError, AttributeError):
        raise UserError("not a baseline: expected findings by path and rule", path=shown) from None


def _entries(findings: dict[str, Any]) -> Iterable[Entry]:
    for path, rules in findings.items():
        for rule, fingerprints in rules.items():
            for fingerprint in fingerprints:
                yield path, rule, str(fingerprint)
