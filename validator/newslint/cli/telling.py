"""`newslint rules`, `explain` and `config`: what newslint tells of itself."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

from ..config import Config
from ..engine.job import Job, Workshop, open_workshop
from ..errors import UserError
from ..handbook import page
from ..strictyaml import did_you_mean
from .options import config_for


def _workshop(config: Path | None, isolated: bool) -> tuple[Workshop, int]:
    """The rules in force, with their problems printed; and the exit code so far."""
    workshop = open_workshop(Job(config_for(Path.cwd(), config, isolated)))
    for problem in workshop.problems:
        print(f"problem: {problem}")
    return workshop, 2 if workshop.problems else 0


def rules(*, config: Path | None, isolated: bool, format: str) -> int:
    """Prints each rule with its level and summary."""
    workshop, code = _workshop(config, isolated)
    if format == "json":
        print(json.dumps([{"id": r.id, "severity": r.severity.label, "summary": r.summary} for r in workshop.rules], indent=1))
        return code
    if format != "text":
        raise UserError(f"there is no format {format!r}", hint="known are text, json")
    size = max((len(rule.id) for rule in workshop.rules), default=0)
    for rule in workshop.rules:
        print(f"{rule.id:<{size}}  {rule.severity.label:<7}  {rule.summary}")
    return code


def explain(*, name: str, config: Path | None, isolated: bool) -> int:
    """Prints a rule's page."""
    workshop, code = _workshop(config, isolated)
    for rule in workshop.rules:
        if rule.id == name:
            print(page(rule), end="")
            return code
    raise UserError(f"there is no rule {name!r}", hint=did_you_mean(name, [rule.id for rule in workshop.rules]))


def show_config(*, path: Path, config: Path | None) -> int:
    """Prints every key, its value and where that came from."""
    found: Config = config_for(path, config, isolated=False)
    print(f"{'root':<10} {found.root.as_posix()}")
    for item in fields(found):
        key = item.name.replace("_", "-")
        if key not in ("root", "origin"):
            print(f"{key:<10} {_shown(getattr(found, item.name)):<40} {found.origin.get(key, 'default')}")
    return 0


def _shown(value: object) -> str:
    if hasattr(value, "label"):
        return str(value.label)
    if isinstance(value, Path):
        return value.as_posix()
    if isinstance(value, tuple):
        return (
            ", ".join(" ".join(_shown(part) for part in item if part is not None) if isinstance(item, tuple) else _shown(item) for item in value)
            or "-"
        )
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_shown(item)}" for key, item in value.items()) or "-"
    return "-" if value is None else str(value)
