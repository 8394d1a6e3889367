"""`newslint check`."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ..engine.job import Job
from ..engine.run import Progress
from ..engine.run import check as lint
from ..errors import UserError
from ..plugins import Plugins, load_plugins
from ..report import BUILTIN, Report, Reporter, Style
from ..report.summary import counted
from ..strictyaml import did_you_mean
from .options import day, levels, listed, processes, split_paths, start_of, with_fail_level
from .project import Project

if TYPE_CHECKING:
    from ..baseline import Baseline

#: seconds after which a run counts as long and says how far it is
_LONG = 1.5


def check(
    *,
    paths: list[str],
    formats: tuple[str, ...],
    select: list[str],
    ignore: list[str],
    severity: list[str],
    fail_on: str | None,
    published: str | None,
    stdin_filename: str | None,
    project: Project,
    jobs: str | None,
    cache: bool,
    include: list[str],
    exclude: list[str],
    color: bool | None,
    baseline: Path | None,
    changed_since: str | None,
    statistics: bool,
    fix: bool,
    diff: bool,
) -> int:
    """Lints, writes the report in every format asked for, and gives the exit code."""
    files, stdin = split_paths(paths, stdin_filename)
    if stdin and (fix or diff):
        raise UserError("--fix and --diff go with files, not with standard input")
    found = project.config_for(start_of(files, stdin))
    found = found.with_options(
        select=listed(select), ignore=listed(ignore), severity_options=levels(severity), include=listed(include), exclude=listed(exclude)
    )
    found = with_fail_level(found, fail_on)
    job = project.job(found, published=day(published), cache=cache, jobs=processes(jobs))
    outputs = [_output(item) for item in formats[1:]]
    if statistics:
        formats = ("statistics", *formats[1:])
    reporters = {name: _reporter(name, job) for name in dict.fromkeys((formats[0], *(name for name, _ in outputs)))}
    known = baseline_in(baseline or found.baseline)
    with _progress() as progress:
        report = lint(job, files, stdin, progress, since=changed_since, baseline=known)
        if diff or fix:
            from .correcting import correct, difference

            if diff:
                shown = difference(report)
                sys.stdout.write(shown)
                return 2 if report.problems else int(bool(shown))
            if count := correct(report):
                print(f"newslint: {counted(count, 'correction')} written", file=sys.stderr)
                report = lint(job, files, stdin, progress, since=changed_since, baseline=known)
    if report.unchanged:
        print(f"newslint: no article has changed since {changed_since}: nothing to check", file=sys.stderr)
    sys.stdout.write(reporters[formats[0]].write(report, _style(color)))
    for name, target in outputs:
        try:
            target.write_text(reporters[name].write(report, Style()), "utf-8", "replace", "\n")
        except OSError as error:
            raise UserError(f"--output: {target.as_posix()} can't be written: {error.strerror}") from None
    return _code(report, job)


def _code(report: Report, job: Job) -> int:
    if report.problems or (report.documents == 0 and not report.unchanged):
        return 2
    level = job.config.fail_on
    return int(level is not None and any(f.severity >= level for f in report.findings))


def baseline_in(path: Path | None) -> Baseline | None:
    """The baseline in a file. Raises UserError."""
    if path is None:
        return None
    from ..baseline import read

    return read(path)


def _output(item: str) -> tuple[str, Path]:
    name, equals, target = item.partition("=")
    if not equals or not target:
        raise UserError(f"--output: expected FORMAT=PATH, found {item!r}")
    return name, Path(target)


def _reporter(name: str, job: Job) -> Reporter:
    # asking the plugins costs time: only for a format that is not built in
    plugins = Plugins() if name in BUILTIN else load_plugins((), job.modules)
    try:
        return plugins.reporter(name)
    except KeyError:
        raise UserError(f"there is no format {name!r}", hint=did_you_mean(name, plugins.formats)) from None


def _style(color: bool | None) -> Style:
    terminal = sys.stdout.isatty()
    wanted = terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb" if color is None else color
    width = shutil.get_terminal_size((100, 24)).columns if terminal else 100
    return Style(min(width, 140), wanted)


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """On a terminal, how far a long run is; wiped away at the end."""
    if not sys.stderr.isatty():
        yield None
        return
    begun = time.monotonic()
    shown = False

    def progress(done: int, total: int) -> None:
        nonlocal shown
        if time.monotonic() - begun > _LONG:
            shown = True
            sys.stderr.write(f"\r{done} of {total} documents")
            sys.stderr.flush()

    try:
        yield progress
    finally:
        if shown:
            sys.stderr.write("\r\x1b[K")
