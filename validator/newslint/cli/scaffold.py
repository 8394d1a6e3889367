"""`newslint new`: skeletons that work, to be changed into one's own."""

from __future__ import annotations

import re
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from ..errors import UserError
from ..kinds import BUILTIN
from ..rulefile import ID
from ..strictyaml import did_you_mean

#: stands in the templates' text and file names for the family of the plugin's rules
_FAMILY = "FAMILY"


def rule(*, name: str, kind: str, folder: Path) -> int:
    """Writes the example of a kind under another id."""
    if not ID.fullmatch(name):
        raise UserError(f"{name!r} is no rule id", hint="write family/name, lower case, with hyphens")
    if kind not in BUILTIN.kind_names:
        raise UserError(f"--kind: there is no kind {kind!r}", hint=did_you_mean(kind, BUILTIN.kind_names))
    file = folder / f"{name.partition('/')[2]}.yaml"
    _write(file, re.sub(r"\Aid: .*", f"id: {name}", BUILTIN.kind(kind).example))
    print(f"{file.as_posix()}\n\nChange it; then:\n  newslint test {file.as_posix()}\n  newslint try {file.as_posix()} ARCHIVE")
    print(f"To have it in force, write into newslint.yaml:\n  rules: {folder.as_posix()}")
    return 0


def plugin(*, name: str, folder: Path) -> int:
    """Writes the package; its family of rules is called like it, without the prefix newslint-."""
    family = name.removeprefix("newslint-")
    if not re.fullmatch(r"[a-z][a-z0-9]*", family):
        raise UserError(f"{name!r} is no name for a plugin", hint="write newslint-word, in lower case")
    target = folder / f"newslint-{family}"
    if target.exists():
        raise UserError(f"{target.as_posix()} is there already")
    _copy(files(__package__) / "templates" / "plugin", target, family)
    print(f"{target.as_posix()}\n\nChange it; then:\n  pip install --editable '{target.as_posix()}[test]'\n  newslint test --select {family}")
    return 0


def _copy(template: Traversable, target: Path, family: str) -> None:
    for item in sorted(template.iterdir(), key=lambda i: i.name):
        name = item.name.replace(_FAMILY, family).removesuffix(".tmpl")
        if item.is_dir():
            _copy(item, target / name, family)
        else:
            _write(target / name, item.read_text("utf-8").replace(_FAMILY, family))


def _write(file: Path, text: str) -> None:
    if file.exists():
        raise UserError(f"{file.as_posix()} is there already")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    except OSError as error:
        raise UserError(f"{file.as_posix()} can't be written: {error.strerror}") from None
