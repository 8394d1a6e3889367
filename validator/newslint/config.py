"""What is in force: options over the project's config over the defaults, and where each came from.

The config is `newslint.yaml`, or `[tool.newslint]` in `pyproject.toml`, found upwards from the first path.
"""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from .errors import UserError
from .finding import Severity
from .kept import own_folder
from .strictyaml import Node, load

FILE_NAMES = ("newslint.yaml", "newslint.yml")
KEYS = (
    "include", "exclude", "select", "ignore", "severity", "fail-on", "rules", "facts", "plugins", "documents", "names", "archive", "rule-seconds", "baseline",
    "overrides",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Override:
    """What is otherwise for some documents: those that fit one of the globs, if any is given, and all of the metadata.

    `metadata` holds (key, values of which one must be there). `select`: rules that run here, too; `ignore`: rules that don't.
    """

    paths: tuple[str, ...] = ()
    metadata: tuple[tuple[str, tuple[str, ...]], ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()
    facts: tuple[Path, ...] = ()
    names: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def fits(self, path: str, metadata: Mapping[str, Any]) -> bool:
        """`path`: relative to the config's folder."""
        if self.paths and not any(matches(path, glob) for glob in self.paths):
            return False
        return all(_values(metadata.get(key)) & {v.casefold() for v in values} for key, values in self.metadata)


@dataclass(frozen=True, slots=True)
class Config:
    """`root` is the folder that the config's paths and globs are relative to. `origin`: key -> where its value came from.

    `severity` holds (rule or family, glob or None, level), later entries over earlier ones; `documents` holds
    (glob, metadata). `severity_options` come from the command line and count more than `overrides`. `fail_on` None: findings never fail a
    run. `rule_seconds`: CPU time for a rule on one document.
    """

    root: Path
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, str | None, Severity], ...] = ()
    fail_on: Severity | None = Severity.WARNING
    rules: tuple[Path, ...] = ()
    facts: tuple[Path, ...] = ()
    plugins: tuple[str, ...] = ()
    documents: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    archive: Path | None = None
    rule_seconds: float = 10.0
    baseline: Path | None = None
    overrides: tuple[Override, ...] = ()
    severity_options: tuple[tuple[str, str | None, Severity], ...] = ()
    origin: Mapping[str, str] = field(default_factory=dict)

    def with_options(self, **options: Any) -> Config:
        """The config with what was given on the command line; None and empty values were not given."""
        given = {key: value for key, value in options.items() if value not in (None, ())}
        origin = {**self.origin, **{key.replace("_", "-"): "command line" for key in given}}
        return replace(self, **given, origin=origin)

    def for_rules(self, *paths: Path) -> Config:
        """The config with these rules in place of the house's, and without what it says of which rules run and at which level."""
        overrides = tuple(replace(o, select=(), ignore=(), severity=()) for o in self.overrides)
        return replace(self, rules=paths, select=(), ignore=(), severity=(), overrides=overrides)

    def metadata_for(self, path: Path) -> Mapping[str, Any]:
        """What `documents` says of a file: later globs over earlier ones."""
        relative = self.relative(path)
        if relative is None:
            return {}
        found: dict[str, Any] = {}
        for glob, metadata in self.documents:
            if matches(relative, glob):
                found.update(metadata)
        return found

    def relative(self, path: Path) -> str | None:
        """A file's path as the config's globs see it; None for one outside the config's folder."""
        try:
            return path.resolve().relative_to(self.root.resolve()).as_posix()
        except ValueError:
            return None

    def overrides_for(self, path: Path, metadata: Mapping[str, Any]) -> tuple[Override, ...]:
        """The overrides that fit a file, later ones counting more."""
        if not self.overrides:
            return ()
        relative = self.relative(path) or path.as_posix()
        return tuple(o for o in self.overrides if o.fits(relative, metadata))


def _values(value: Any) -> set[str]:
    """A metadata value, or the values of a list, without regard to case."""
    items = value if isinstance(value, list | tuple) else [value]
    return {str(item).strip().casefold() for item in items if item is not None}


def matches(path: str, glob: str) -> bool:
    """Whether a relative POSIX path, or a folder above it, fits a glob; `*` also crosses slashes."""
    glob = glob.removeprefix("./").rstrip("/")
    return fnmatch.fnmatchcase(path, glob) or fnmatch.fnmatchcase(path, glob + "/*") or fnmatch.fnmatchcase(path, "*/" + glob)


def fail_level(label: str) -> Severity | None:
    """The level of `--fail-on`; `never` is None. Raises KeyError."""
    return None if label == "never" else Severity.parse(label)


def find(start: Path) -> Path | None:
    """The config file in a folder or the nearest one above it that has one."""
    folder = start.resolve()
    for above in (folder, *folder.parents):
        for name in FILE_NAMES:
            if (above / name).is_file():
                return above / name
        project = above / "pyproject.toml"
        if project.is_file() and b"[tool.newslint" in project.read_bytes():
            return project
    return None


def read(path: Path) -> Config:
    """The config in a file. Raises UserError for what can't be read, an unknown key or a wrong value."""
    shown = path.as_posix()
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"the config can't be read: {error}", path=shown) from None
    node = _toml(text, shown) if path.suffix == ".toml" else load(text, shown)
    if node.value is None:
        return Config(path.parent, origin=dict.fromkeys(KEYS, "default"))
    fields = node.fields(KEYS)
    given: dict[str, Any] = {}
    for key in ("include", "exclude", "select", "ignore"):
        if key in fields:
            given[key] = fields[key].texts()
    for key in ("rules", "facts"):
        if key in fields:
            given[key] = tuple(_existing(path.parent / item, fields[key]) for item in fields[key].texts())
    if "plugins" in fields:
        names = fields["plugins"].texts()
        given["plugins"] = tuple(_existing(path.parent / name, fields["plugins"]).absolute().as_posix() if is_path(name) else name for name in names)
    if "severity" in fields:
        given["severity"] = _severities(fields["severity"])
    if "fail-on" in fields:
        given["fail_on"] = fail_level(fields["fail-on"].choice("info", "warning", "error", "never"))
    if "documents" in fields:
        given["documents"] = tuple((glob, _metadata(item)) for glob, item in fields["documents"].mapping().items())
    if "names" in fields:
        given["names"] = {name: item.texts() for name, item in fields["names"].mapping().items()}
    for key in ("archive", "baseline"):
        if key in fields:
            given[key] = path.parent / fields[key].text()
    if "rule-seconds" in fields:
        given["rule_seconds"] = fields["rule-seconds"].number()
        if not 0 < given["rule_seconds"] < 3600:
            fields["rule-seconds"].fail("expected seconds of CPU time, more than 0")
    if "overrides" in fields:
        given["overrides"] = tuple(_override(item, path.parent) for item in fields["overrides"].items())
    origin = {key: f"{shown}:{fields[key].line}" if key in fields and fields[key].line else shown if key in fields else "default" for key in KEYS}
    return Config(path.parent, **given, origin=origin)


def _existing(path: Path, node: Node) -> Path:
    if not path.exists():
        node.fail(f"there is no {path.as_posix()}")
    if not path.is_file() and not path.is_dir():  # a device would be read for ever
        node.fail(f"{path.as_posix()} is neither a file nor a folder")
    return path


def is_path(plugin: str) -> bool:
    """Whether a plugin is named by its file or folder, not as a module."""
    return plugin.endswith(".py") or "/" in plugin or os.sep in plugin


def trusts(folder: Path) -> bool:
    """Whether the user's own config lists a folder, or one above it, under `trust`: code that its config names may run. Raises UserError."""
    own = own_folder("XDG_CONFIG_HOME", ".config") / "config.yaml"
    try:
        node = load(own.read_text("utf-8"), own.as_posix())
    except OSError:
        return False
    except UnicodeDecodeError as error:
        raise UserError(f"the config can't be read: {error}", path=own.as_posix()) from None
    fields = node.fields({"trust"}) if node.value is not None else {}
    trusted = [Path(name).expanduser() for name in fields["trust"].texts()] if "trust" in fields else []
    if not all(path.is_absolute() for path in trusted):  # it would mean another folder wherever newslint runs
        fields["trust"].fail("expected whole paths of folders", "begin with / or with ~/")
    return any(folder.resolve().is_relative_to(path.resolve()) for path in trusted)


def _severities(node: Node) -> tuple[tuple[str, str | None, Severity], ...]:
    found: list[tuple[str, str | None, Severity]] = []
    for key, item in node.mapping().items():
        if isinstance(item.value, Mapping):
            found += [(rule, key, _level(level)) for rule, level in item.mapping().items()]
        else:
            found.append((key, None, _level(item)))
    return tuple(found)


def _override(node: Node, folder: Path) -> Override:
    fields = node.fields(("paths", "metadata", "select", "ignore", "severity", "facts", "names"))
    if "paths" not in fields and "metadata" not in fields:
        node.fail("an override says for which documents it is: paths, metadata, or both")
    given: dict[str, Any] = {key: fields[key].texts() for key in ("paths", "select", "ignore") if key in fields}
    if "metadata" in fields:
        given["metadata"] = tuple((key, item.texts()) for key, item in fields["metadata"].mapping().items())
    if "severity" in fields:
        given["severity"] = tuple((rule, _level(item)) for rule, item in fields["severity"].mapping().items())
    if "facts" in fields:
        given["facts"] = tuple(_existing(folder / item, fields["facts"]) for item in fields["facts"].texts())
    if "names" in fields:
        given["names"] = tuple((name, item.texts()) for name, item in fields["names"].mapping().items())
    return Override(**given)


def _level(node: Node) -> Severity:
    return Severity.parse(node.choice("info", "warning", "error"))


def _metadata(node: Node) -> Mapping[str, Any]:
    return {key: item.plain() for key, item in node.mapping().items()}


def _toml(text: str, shown: str) -> Node:
    import tomllib

    try:
        value = tomllib.loads(text).get("tool", {}).get("newslint", {})
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"not TOML: {error}", path=shown) from None
    return _plain_node(value, shown)


def _plain_node(value: Any, path: str) -> Node:
    """A TOML value as a node; its lines are not known (0)."""
    if isinstance(value, dict):
        return Node({key: _plain_node(item, path) for key, item in value.items()}, path, 0, 0)
    if isinstance(value, list):
        return Node(tuple(_plain_node(item, path) for item in value), path, 0, 0)
    if value is None or isinstance(value, str | int | float):
        return Node(value, path, 0, 0)
    return Node(str(value), path, 0, 0)
