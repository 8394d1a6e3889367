"""`newslint claims`: a table for people, JSON lines for programs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from ..discovery import Source
from ..engine.job import Job
from ..engine.run import check
from ..engine.run import claims as extract
from ..errors import UserError
from ..report.claims import document_row, row, table
from ..report.safe import as_json
from .options import day, listed, split_paths, start_of
from .project import Project, told


def claims(
    *,
    paths: list[str],
    format: str,
    kinds: list[str],
    published: str | None,
    stdin_filename: str | None,
    project: Project,
    cache: bool,
    story: bool,
) -> int:
    """Prints the claims of the kinds asked for, or story by story those that articles can be compared by; exits with 2 where a document could not be read."""
    if format not in ("table", "jsonl"):
        raise UserError(f"there is no format {format!r}", hint="known are table, jsonl")
    files, stdin = split_paths(paths, stdin_filename)
    found = project.config_for(start_of(files, stdin))
    job = project.job(found, published=day(published), cache=cache)
    wanted = listed(kinds)
    if story:
        return _stories(job, files, stdin, wanted, format)
    articles, problems = extract(job, files, wanted, stdin)
    rows = []
    for article, found_claims in articles:
        if not wanted or "document" in wanted:
            rows.append(document_row(article))
        rows += [row(claim) for claim in found_claims]
    if format == "jsonl":
        for item in rows:
            sys.stdout.write(as_json(item))
    else:
        sys.stdout.write(table(rows))
    return told(problems) or (0 if articles else 2)


def _stories(job: Job, files: list[Path], stdin: Source | None, kinds: Sequence[str], format: str) -> int:
    from ..report.matrix import stories
    from ..report.stories import rows, table

    report = check(job, files, stdin)
    found = stories(report.compared, report.findings)
    if format == "jsonl":
        for item in rows(found, kinds):
            sys.stdout.write(as_json(item))
    else:
        sys.stdout.write(table(found, kinds))
    return told(report.problems) or (0 if report.documents else 2)
