"""`newslint claims`: a table for people, JSON lines for programs."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from ..claim import Claim
from ..engine.job import Job
from ..engine.run import claims as extract
from ..errors import UserError
from ..extract import BUILTIN
from ..report.claims import document_row, row, table
from ..strictyaml import did_you_mean
from .options import config_for, day, listed, split_paths, start_of


def claims(
    *,
    paths: list[str],
    format: str,
    kinds: list[str],
    published: str | None,
    stdin_filename: str | None,
    config: Path | None,
    isolated: bool,
    cache: bool,
) -> int:
    """Prints the claims of the kinds asked for; exits with 2 where a document could not be read."""
    if format not in ("table", "jsonl"):
        raise UserError(f"there is no format {format!r}", hint="known are table, jsonl")
    known: dict[str, type[Claim]] = {kind.kind: kind for kind in BUILTIN}
    wanted = listed(kinds) or ("document", *known)
    for name in wanted:
        if name not in known and name != "document":
            raise UserError(f"--kind: there is no kind {name!r}", hint=did_you_mean(name, ("document", *known)))
    files, stdin = split_paths(paths, stdin_filename)
    found = config_for(start_of(files, stdin), config, isolated)
    job = Job(found, published=day(published), cache=cache)
    articles, problems = extract(job, files, [known[name] for name in wanted if name != "document"], stdin)
    rows = []
    for article, found_claims in articles:
        if "document" in wanted:
            rows.append(document_row(article))
        rows += [row(claim) for claim in found_claims]
    if format == "jsonl":
        for item in rows:
            sys.stdout.write(json.dumps(item, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(table(rows))
    for problem in problems:
        print(f"problem: {problem}", file=sys.stderr)
    return 2 if problems or not articles else 0
