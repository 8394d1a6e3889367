"""`newslint facts`: the record that rules check against."""

from __future__ import annotations

from pathlib import Path

from ..engine.job import open_workshop
from ..facts.check import check as check_packs
from .project import Project


def check(*, packs: list[Path], project: Project, notes: bool = False) -> int:
    """Prints what is wrong with the packs in force, or with those named; exits with 1 if something is."""
    if packs:
        paths = packs
    else:
        found = project.config_for(Path.cwd())
        workshop = open_workshop(project.job(found), rules=False)
        paths = [*workshop.plugins.facts, *found.facts]
    verdict = check_packs(paths)
    for fault in (*verdict.faults, *(verdict.notes if notes else ())):
        print(fault)
    faults = f"{len(verdict.faults)} faults" if verdict.faults else "no faults"
    rest = f", {len(verdict.notes)} notes" + ("" if notes else " (--notes lists them)") if verdict.notes else ""
    print(f"{len(paths)} packs: {faults}{rest}")
    return 1 if verdict.faults else 0
