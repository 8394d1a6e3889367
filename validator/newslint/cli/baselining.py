"""`newslint baseline`: the findings of today, written down."""

from __future__ import annotations

import sys
from pathlib import Path

from .. import baseline as baselines
from ..engine.run import check
from ..errors import UserError
from ..report.summary import counted
from .options import day, listed, processes, split_paths, start_of
from .project import Project, told

#: in the working directory, where the config names no other
DEFAULT = Path("newslint-baseline.json")


def baseline(
    *,
    paths: list[str],
    output: Path | None,
    prune: bool,
    select: list[str],
    ignore: list[str],
    published: str | None,
    project: Project,
    jobs: str | None,
    include: list[str],
    exclude: list[str],
) -> int:
    """Writes the baseline, or takes out of it what is stale; exits with 2, and writes nothing, where the answer is incomplete."""
    files, stdin = split_paths(paths, None)
    found = project.config_for(start_of(files, stdin))
    found = found.with_options(select=listed(select), ignore=listed(ignore), include=listed(include), exclude=listed(exclude))
    target = output or found.baseline or DEFAULT
    if output is None and found.baseline and found.relative(target) is None:
        raise UserError(f"the config's baseline is outside its project: {target.as_posix()}", hint="name it with --output, if that is meant")
    if target.exists():
        try:
            baselines.read(target)
        except UserError:
            raise UserError(
                f"{target.as_posix()} is there and is no baseline: it is not overwritten", hint="remove it, or name another file"
            ) from None
    report = check(project.job(found, published=day(published), jobs=processes(jobs)), files, stdin)
    if told(report.problems) or report.documents == 0:
        print("newslint: the answer is incomplete: no baseline is written", file=sys.stderr)
        return 2
    if prune:
        before = baselines.read(target)
        new = before.pruned(report.findings, report.checked)
        done = f"{counted(len(before.entries - new.entries), 'stale entry').replace('entrys', 'entries')} taken out, {len(new.entries)} left"
    else:
        new = baselines.of(report.findings, target.as_posix())
        done = f"{counted(len(new.entries), 'finding')} in {counted(len(report.checked), 'document')}"
    try:
        target.write_text(new.text(), "utf-8", "replace", "\n")
    except OSError as error:
        raise UserError(f"{target.as_posix()} can't be written: {error.strerror}") from None
    print(f"{target.as_posix()}: {done}")
    return 0
