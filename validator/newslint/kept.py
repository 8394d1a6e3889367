"""What can be made again, kept as JSON so that the next run need not make it: never pickle or marshal, which would run what others wrote."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any


def own_folder(variable: str, below_home: str) -> Path:
    """Where this user's programs keep such things (XDG Base Directory Specification); where the user has no home, one that can't be."""
    root = os.environ.get(variable, "")
    home = os.path.expanduser("~")
    return Path(root if os.path.isabs(root) else os.path.join(home, below_home) if os.path.isabs(home) else os.devnull) / "newslint"


def cache_folder() -> Path:
    """Where this user's programs keep what can be made again."""
    return own_folder("XDG_CACHE_HOME", ".cache")


def stored(path: Path) -> dict[str, Any] | None:
    """The record that was kept there; None where there is none."""
    try:
        value = json.loads(stored_text(path) or "")
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def store(path: Path, value: dict[str, Any]) -> None:
    """Keeps a record."""
    store_text(path, json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def stored_text(path: Path) -> str | None:
    """The text that was kept there; None where there is none."""
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def store_text(path: Path, text: str) -> None:
    """Keeps it, whole or not at all: several runs may write at once. Where nothing can be written the next run makes it again."""
    part = path.with_name(f"{path.name}.{os.getpid():x}-{id(text):x}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(text.encode("utf-8"))
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink()
