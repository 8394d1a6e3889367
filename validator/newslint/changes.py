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


def changed_since(revision: str, sources: Sequence[Source]) -> dict[str, Changed]:
    """The sources that differ from where this branch left `revision`, by reported path. A record (metadata.jsonl) that changed counts
    for all articles below its folder, as new ones.

    Raises UserError where git has no answer: no checkout, an unknown revision, a shallow clone.
    """
    folder = next((s.base if s.base.is_dir() else s.base.parent for s in sources if s.data is None), Path())
    top = Path(_git(folder, "rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape").strip())
    base = _base(top, revision)
    before = _changed(top, base)
    records = [(top / name).parent for name in before if Path(name).name == "metadata.jsonl"]
    found: dict[str, Changed] = {}
    for source in sources:
        file = source.file.resolve()
        if any(folder in file.parents for folder in records) or not file.is_relative_to(top):
            found[source.path] = Changed(None)
        elif (name := file.relative_to(top).as_posix()) in before:
            old = before[name]
            found[source.path] = Changed(None if old is None else _git(top, "cat-file", "blob", f"{base}:{old}"))
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
