"""`newslint claims`: a table for people, JSON lines for programs."""

from __future__ import annotations

import sys

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
) -> int:
    """Prints the claims of the kinds asked for; exits with 2 where a document could not be read."""
    if format not in ("table", "jsonl"):
        raise UserError(f"there is no format {format!r}", hint="known are table, jsonl")
    files, stdin = split_paths(paths, stdin_filename)
    found = project.config_for(start_of(files, stdin))
    job = project.job(found, published=day(published), cache=cache)
    wanted = listed(kinds)
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
