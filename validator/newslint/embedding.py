"""newslint inside another program: a publishing system, a notebook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from .config import Config, read
from .dating import Records
from .discovery import Source
from .engine.job import Job, Workshop, open_workshop
from .engine.run import check
from .report import Report


def check_text(
    text: str,
    *,
    published: date | str | None = None,
    name: str = "text.txt",
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    config: Path | str | None = None,
) -> Report:
    """Lints a text and gives the report: its `findings`, in order, and the `problems` that kept the answer from being complete.

    `published`: the day that it is (to be) published, a date or ISO; rules that need it are silent without. `name`: what findings call the
    text, its suffix says which format it is in (`.md`, `.html`). `select`, `ignore`: rules and families. `config`: a `newslint.yaml`,
    whose rules and facts then count; by itself none. Rules and facts are loaded at the first call and kept.

    Raises UserError where the config or the text can't be used, ValueError for a date that is none.
    """
    job, workshop = _open(Path(config) if config is not None else None, tuple(select), tuple(ignore))
    day = date.fromisoformat(published) if isinstance(published, str) else published
    source = Source(name, Path(name), Path(name).parent, text.encode("utf-8", "surrogatepass"))
    return check(job, [], source, workshop=replace(workshop, records=Records(job.config, day)))


@lru_cache(maxsize=8)
def _open(config: Path | None, select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[Job, Workshop]:
    found = read(config) if config else Config(Path.cwd())
    job = Job(found.with_options(select=select, ignore=ignore), untrusted=found.plugins)
    return job, open_workshop(job)
