"""Whose config, rules and code a run uses: what of that the options say, and whom the user trusts."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from ..config import Config, find, is_path, read, trusts
from ..errors import Problem, UserError
from ..report.safe import visible

if TYPE_CHECKING:
    from ..engine.job import Job


@dataclass(frozen=True, slots=True)
class Project:
    """Whose config, rules and code a run uses, as the options say: --config, --isolated, --plugin, --trust."""

    config: Path | None = None
    isolated: bool = False
    plugins: tuple[str, ...] = ()
    trust: bool = False

    def config_for(self, start: Path) -> Config:
        """The config given, or the one found upwards from the first path; none of the project's when isolated. Raises UserError."""
        if self.isolated and self.plugins:
            raise UserError("--plugin does not go with --isolated")
        if self.config is not None:
            if not self.config.is_file():
                raise UserError(f"--config: there is no {self.config.as_posix()}")
            return read(self.config)
        folder = start if start.is_dir() else start.parent
        if self.isolated or not folder.is_dir():
            return Config(Path.cwd())
        found = find(folder)
        return read(found) if found else Config(folder)

    def job(self, config: Config, **options: Any) -> Job:
        """A job with the plugins that the user named, and those of a config that the user trusts."""
        from ..engine.job import Job  # not needed for --help

        named = tuple(str(Path(p).absolute()) if is_path(p) else p for p in self.plugins)
        trusted = not config.plugins or self.trust or trusts(config.root)
        return Job(config, modules=(*named, *(config.plugins if trusted else ())), untrusted=() if trusted else config.plugins, **options)


def told(problems: Iterable[Problem], to: TextIO | None = None) -> int:
    """Prints problems, by itself to standard error; the exit code is 2 where there is one."""
    code = 0
    for problem in problems:
        print(f"problem: {visible(str(problem))}", file=to or sys.stderr)
        code = 2
    return code
