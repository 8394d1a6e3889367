"""What has changed since a revision, as git tells it: the changed articles, with their text as it was."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from .discovery import Source
from .errors import UserError

_SHALLOW = (
    "this clone is shallow and does not reach back to it: fetch it with `git fetch --unshallow`, "
    "in GitHub Actions with `fetch-depth: 0` for actions/checkout, in GitLab with `GIT_DEPTH: 0`"
)

#: a checkout's own config may name programs to ask what has changed or to filter a file, and a folder among the copy may pass for a repository with
#: such a config: code of whoever made it
_SAFE = ("-c", "core.fsmonitor=false", "-c", "safe.bareRepository=explicit")


@dataclass(frozen=True, slots=True)
class Changed:
    """A changed file as it was: its bytes, or None for one that is new."""

    before: bytes | None


@dataclass(frozen=True, slots=True)
class _Checkout:
    """What git tells of a checkout: the commit compared with, path now -> path then of what has changed, the folders whose record has."""

    base: str
    before: Mapping[str, str | None]
    records: tuple[Path, ...]


def changed_since(revision: str, sources: Sequence[Source]) -> dict[str, Changed]:
    """The sources that differ from where this branch left `revision`, by reported path. A record (metadata.jsonl) that changed counts
    for all articles below its folder, as new ones, and so does what lies outside of any checkout.

    Raises UserError where git has no answer: no checkout at all, an unknown revision, a shallow clone.
    """
    checkouts: dict[Path, _Checkout] = {}
    folders = sorted({s.base if s.base.is_dir() else s.base.parent for s in sources if s.data is None}) or [Path()]
    for folder in folders:
        if (top := _top(folder)) and top not in checkouts:
            checkouts[top] = _checkout(top, revision)
    if not checkouts:
        # in git's own words
        _git(folders[0], "rev-parse", "--show-toplevel")
    found: dict[str, Changed] = {}
    for source in sources:
        file = source.file.resolve()
        # the innermost, where one lies in another
        top = max((top for top in checkouts if file.is_relative_to(top)), key=lambda top: len(top.parts), default=None)
        if top is None or any(folder in file.parents for folder in checkouts[top].records):
            found[source.path] = Changed(None)
        elif (name := file.relative_to(top).as_posix()) in checkouts[top].before:
            old = checkouts[top].before[name]
            found[source.path] = Changed(None if old is None else _git(top, "cat-file", "blob", f"{checkouts[top].base}:{old}"))
    return found


def changed_lines(before: str, now: str) -> frozenset[int]:
    """The lines of `now`, from 1, that `before` has not, and those around what was taken out."""
    old, new = before.splitlines(), now.splitlines()
    lines: set[int] = set()
    for what, _, _, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "delete":
            lines |= {start, start + 1}
        elif what != "equal":
            lines.update(range(start + 1, end + 1))
    return frozenset(lines)


def _top(folder: Path) -> Path | None:
    """The top of the checkout that a folder lies in."""
    done = _run(folder, "rev-parse", "--show-toplevel")
    return None if done.returncode else Path(done.stdout.decode("utf-8", "surrogateescape").rstrip("\n"))


def _checkout(top: Path, revision: str) -> _Checkout:
    base = _base(top, revision)
    before = _changed(top, base)
    return _Checkout(base, before, tuple((top / name).parent for name in before if Path(name).name == "metadata.jsonl"))


def _base(top: Path, revision: str) -> str:
    """The commit at which this branch left the revision's."""
    known = _run(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if known.returncode:
        raise UserError(f"--changed-since: git knows no revision {revision!r}", hint=_hint(top))
    base = _run(top, "merge-base", "HEAD", known.stdout.decode().strip())
    if base.returncode:
        raise UserError(f"--changed-since: {revision!r} and the working copy have no commit in common", hint=_hint(top))
    return base.stdout.decode().strip()


def _hint(top: Path) -> str | None:
    shallow = _run(top, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
    return _SHALLOW if shallow else None


def _changed(top: Path, base: str) -> Mapping[str, str | None]:
    """Path in the working copy -> path at the base, or None; both relative to the top of the checkout."""
    parts = _names(_git(top, "diff", "--name-status", "--find-renames", "--no-ext-diff", "-z", base))
    found: dict[str, str | None] = {}
    at = 0
    while at < len(parts):
        status = parts[at][:1]
        if status in "RC":
            found[parts[at + 2]] = parts[at + 1]
            at += 3
        else:
            found[parts[at + 1]] = None if status == "A" else parts[at + 1]
            at += 2
    found.update(dict.fromkeys(_names(_git(top, "ls-files", "--others", "--exclude-standard", "-z"))))
    return found


def _names(output: bytes) -> list[str]:
    return [name.decode("utf-8", "surrogateescape") for name in output.split(b"\0") if name]


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *_SAFE, "-C", str(folder), *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        raise UserError("--changed-since asks git, and there is none here") from None


def _git(folder: Path, *arguments: str) -> bytes:
    done = _run(folder, *arguments)
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UserError(f"--changed-since: git says: {told[-1] if told else 'nothing'}")
    return done.stdout
