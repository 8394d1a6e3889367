"""`newslint rules`, `explain` and `config`: what newslint tells of itself."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

from ..config import Config, Override
from ..engine.job import Workshop, open_workshop
from ..errors import UserError
from ..handbook import kind_page, page
from ..report.safe import visible
from ..rulefile import schema as schema_of
from ..strictyaml import did_you_mean
from .project import Project, told


def _workshop(project: Project) -> tuple[Workshop, int]:
    """The rules in force, with their problems printed; and the exit code so far."""
    workshop = open_workshop(project.job(project.config_for(Path.cwd())))
    return workshop, told(workshop.problems)


def rules(*, project: Project, format: str) -> int:
    """Prints each rule with its level and summary."""
    workshop, code = _workshop(project)
    if format == "json":
        print(json.dumps([{"id": r.id, "severity": r.severity.label, "summary": r.summary} for r in workshop.rules], indent=1))
        return code
    if format != "text":
        raise UserError(f"there is no format {format!r}", hint="known are text, json")
    size = max((len(rule.id) for rule in workshop.rules), default=0)
    for rule in workshop.rules:
        print(f"{rule.id:<{size}}  {rule.severity.label:<7}  {visible(rule.summary)}")
    return code


def schema(*, project: Project) -> int:
    """Prints the JSON Schema of rule files, with the kinds that plugins bring."""
    workshop = open_workshop(project.job(project.config_for(Path.cwd())), rules=False)
    print(json.dumps(schema_of(workshop.plugins.scope), indent=1, ensure_ascii=False))
    return told(workshop.problems)


def explain(*, name: str, project: Project) -> int:
    """Prints the page of a rule, or of a kind of YAML rule."""
    workshop, code = _workshop(project)
    for rule in workshop.rules:
        if rule.id == name:
            print(*map(visible, page(rule, workshop.facts, workshop.extractors).splitlines()), sep="\n")
            return code
    scope = workshop.plugins.scope
    if name in scope.kind_names:
        print(kind_page(scope.kind(name)), end="")
        return code
    raise UserError(f"there is no rule {name!r}", hint=did_you_mean(name, [*(rule.id for rule in workshop.rules), *scope.kind_names]))


def show_config(*, path: Path, project: Project) -> int:
    """Prints every key, its value and where that came from."""
    found: Config = project.config_for(path)
    print(f"{'root':<10} {found.root.as_posix()}")
    for item in fields(found):
        key = item.name.replace("_", "-")
        if key not in ("root", "origin", "severity-options"):
            print(f"{key:<10} {visible(_shown(getattr(found, item.name))):<40} {found.origin.get(key, 'default')}")
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
    if isinstance(value, Override):
        given = ((item.name, getattr(value, item.name)) for item in fields(value))
        return "; ".join(f"{name} {_shown(part)}" for name, part in given if part)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_shown(item)}" for key, item in value.items()) or "-"
    return "-" if value is None else str(value)
