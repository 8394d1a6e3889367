"""From options to values: lists split, levels and dates checked."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from ..config import Config, fail_level
from ..discovery import Source
from ..engine.run import standard_input
from ..errors import UserError
from ..finding import Severity
from ..strictyaml import did_you_mean


def listed(values: Iterable[str]) -> tuple[str, ...]:
    """Values given apart or by comma."""
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


def levels(values: Iterable[str]) -> tuple[tuple[str, str | None, Severity], ...]:
    """RULE=LEVEL pairs. Raises UserError."""
    found: list[tuple[str, str | None, Severity]] = []
    for value in listed(values):
        rule, equals, level = value.partition("=")
        try:
            found.append((rule, None, Severity.parse(level)))
        except KeyError:
            wrong = f"there is no level {level!r}" if equals else f"expected RULE=LEVEL, found {value!r}"
            raise UserError(f"--severity: {wrong}", hint=did_you_mean(level, ("info", "warning", "error"))) from None
    return tuple(found)


def with_fail_level(config: Config, value: str | None) -> Config:
    """The config with the option --fail-on, if given. Raises UserError."""
    if value is None:
        return config
    try:
        return replace(config, fail_on=fail_level(value))
    except KeyError:
        raise UserError(f"--fail-on: there is no level {value!r}", hint="known are info, warning, error, never") from None


def split_paths(paths: list[str], stdin_filename: str | None) -> tuple[list[Path], Source | None]:
    """The paths apart from standard input, which is read here."""
    if "" in paths:  # a variable of a script that is not set, mostly; it would be the working folder
        raise UserError("a path is empty", hint="write . for this folder")
    if "-" not in paths:
        if stdin_filename is not None:
            raise UserError("--stdin-filename goes with the path -")
        return [Path(p) for p in paths], None
    data = sys.stdin.buffer.read()
    return [Path(p) for p in paths if p != "-"], standard_input(data, stdin_filename)


def start_of(paths: list[Path], stdin: Source | None) -> Path:
    """Where to look for the config from."""
    return paths[0] if paths else stdin.file if stdin else Path()


def processes(value: str | None) -> int | None:
    """The option --jobs. Raises UserError."""
    if value is None:
        return None
    if value == "auto":
        return os.cpu_count() or 1
    if value.isdigit() and int(value) > 0:
        return int(value)
    raise UserError(f"--jobs: expected a number or auto, found {value!r}")


def day(text: str | None) -> date | None:
    """The date of --published. Raises UserError."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UserError(f"--published: not a date: {text!r}", hint="write it as YYYY-MM-DD") from None
