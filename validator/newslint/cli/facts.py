"""`newslint facts`: the record that rules check against."""

from __future__ import annotations

from pathlib import Path

from ..engine.job import Job, open_workshop
from ..facts.check import check as check_packs
from .options import config_for


def check(*, packs: list[Path], config: Path | None) -> int:
    """Prints what is wrong with the packs in force, or with those named; exits with 1 if something is."""
    if packs:
        paths = packs
    else:
        found = config_for(Path.cwd(), config, isolated=False)
        workshop = open_workshop(Job(found), rules=False)
        paths = [*workshop.plugins.facts, *found.facts]
    faults = check_packs(paths)
    for fault in faults:
        print(fault)
    print(f"{len(paths)} packs: {len(faults)} faults" if faults else f"{len(paths)} packs: no faults")
    return 1 if faults else 0
