"""Which files are articles: folders recursively, `.gitignore` honoured, everything else named."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from .config import FILE_NAMES, matches
from .errors import Problem

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

#: what is added to an article's file name for the file beside it that says what to ignore in it
SIDECAR = ".newslint.yaml"
_Ignore = tuple[Path, "GitIgnoreSpec"]


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read. `path` is as reported; `base` is the argument below which it was found; `data` for standard input.

    `found`: it was come across below a folder, not named.
    """

    path: str
    file: Path
    base: Path
    data: bytes | None = None
    found: bool = False


@dataclass(slots=True)
class Found:
    """What discovery found: articles, files in no format that is known, and what could not be looked at."""

    sources: list[Source] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def reported(path: Path) -> str:
    """POSIX, relative to the working directory where it lies below it, else absolute; links are not resolved."""
    absolute = Path(os.path.abspath(path))
    try:
        return absolute.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return absolute.as_posix()


def discover(arguments: Sequence[Path], suffixes: Collection[str], include: Sequence[str] = (), exclude: Sequence[str] = ()) -> Found:
    """The articles that the arguments name, once each, in order of their reported paths."""
    found = Found()
    seen: set[str] = set()
    for argument in arguments:
        if argument.is_dir():
            before = len(found.sources)
            for file in _walk(argument, (), _ignores_above(argument), found):
                _sort_in(file, argument, suffixes, include, exclude, found, seen)
            if len(found.sources) == before and not any(s.path.startswith(reported(argument)) for s in found.sources):
                known = ", ".join(sorted(suffixes))
                found.problems.append(Problem("holds no article", reported(argument), hint=f"looked for {known}"))
        elif argument.is_file():
            if reported(argument) not in seen:
                seen.add(reported(argument))
                found.sources.append(Source(reported(argument), argument, argument.parent))
        else:
            found.problems.append(Problem("no such file or folder", reported(argument), hint=_nearest(argument)))
    found.sources.sort(key=lambda s: s.path)
    found.skipped.sort()
    return found


def _sort_in(
    file: Path, argument: Path, suffixes: Collection[str], include: Sequence[str], exclude: Sequence[str], found: Found, seen: set[str]
) -> None:
    path = reported(file)
    below = file.relative_to(argument).as_posix()
    if path in seen or file.name in ("metadata.jsonl", *FILE_NAMES) or file.name.upper().startswith("README"):
        return
    if file.name.endswith(SIDECAR) and file.with_name(file.name.removesuffix(SIDECAR)).exists():
        return
    if any(matches(below, glob) for glob in exclude) or (include and not any(matches(below, glob) for glob in include)):
        return
    seen.add(path)
    if file.suffix.lower() in suffixes:
        found.sources.append(Source(path, file, argument, found=True))
    else:
        found.skipped.append(path)


def _walk(folder: Path, above: tuple[str, ...], ignores: tuple[_Ignore, ...], found: Found) -> Iterator[Path]:
    real = os.path.realpath(folder)
    if real in above:
        found.problems.append(
            Problem(
                "a link that leads back to a folder above it; not followed", reported(folder), hint="remove the link, or leave it out with --exclude"
            )
        )
        return
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        found.problems.append(Problem(f"can't be listed: {error.strerror}", reported(folder)))
        return
    ignores = (*ignores, *_ignore_in(folder))
    for entry in entries:
        if entry.name.startswith(".") or _ignored(entry, ignores):
            continue
        if entry.is_dir():
            yield from _walk(entry, (*above, real), ignores, found)
        elif entry.is_file():
            yield entry
        else:
            found.problems.append(Problem("a link that leads nowhere", reported(entry)))


def _ignores_above(folder: Path) -> tuple[_Ignore, ...]:
    """The .gitignore files of the folders above, up to the top of the checkout."""
    top = Path(os.path.abspath(folder))
    chain: list[Path] = []
    for above in top.parents:
        chain.append(above)
        if (above / ".git").exists():
            return tuple(ignore for f in reversed(chain) for ignore in _ignore_in(f))
        if (top / ".git").exists():
            return ()
    return ()


def _ignore_in(folder: Path) -> tuple[_Ignore, ...]:
    file = folder / ".gitignore"
    if not file.is_file():
        return ()
    from pathspec import GitIgnoreSpec

    lines = file.read_text("utf-8", errors="replace").splitlines()
    return ((Path(os.path.abspath(folder)), GitIgnoreSpec.from_lines(lines)),)


def _ignored(entry: Path, ignores: tuple[_Ignore, ...]) -> bool:
    absolute = Path(os.path.abspath(entry))
    tail = "/" if entry.is_dir() else ""
    verdict = False
    for folder, spec in ignores:
        decided = spec.check_file(absolute.relative_to(folder).as_posix() + tail).include
        if decided is not None:
            verdict = decided
    return verdict


def _nearest(argument: Path) -> str | None:
    from .strictyaml import did_you_mean

    folder = argument.parent
    names = [entry.name for entry in folder.iterdir()] if folder.is_dir() else []
    hint = did_you_mean(argument.name, names)
    return hint if hint and hint.startswith("did you mean") else None
