"""YAML rules as they were read, kept: strict reading of some hundred files costs more than a run on a few articles.

The records of one folder, or of one file, are kept together as JSON, each under the hash of its file's content; all are void where
newslint or one of its modules that read rules is another. Rules of kinds that plugins bring are read each time: what those kinds are made from is not
known here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import blake2b
from pathlib import Path

from . import kept, kinds, rulefile, shape, strictyaml
from .errors import UserError
from .kinds import KINDS, Scope
from .rule import Rule
from .rulefile import Record, record_from, rule_of

#: bytes of a rule file
_MOST = 4_000_000
_SOURCES = (rulefile, shape, strictyaml)


class Shelf:
    """The rule files of one place, read together when the first is asked for. `cache` False: each is read when it is asked for.

    `scope` is asked for when the first rule is read: by then every plugin has brought its kinds.
    """

    def __init__(self, root: Path, files: Sequence[Path], scope: Callable[[], Scope], *, cache: bool = True, draft: bool = False) -> None:
        self._root = root
        self._files = files
        self._scope = scope
        self._draft = draft
        self._cache = cache and not draft
        self._records: dict[Path, Record] | None = None

    def rule(self, file: Path) -> Rule:
        """The rule of one of the files. Raises UserError."""
        if self._records is None:
            self._records = self._read() if self._cache else {}
        record = self._records.get(file)
        if record is None:  # it has a mistake, to be said now; or is not kept
            record = record_from(text_of(file), file.as_posix(), self._scope(), draft=self._draft)
        return rule_of(record, file.as_posix(), self._scope())

    def _read(self) -> dict[Path, Record]:
        """The records of all files that hold a rule of a built-in kind; those that were not kept are read, and kept."""
        name = blake2b(str(self._root.absolute()).encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()
        place, stamp = kept.cache_folder() / f"rules-{name}.json", _stamp()
        before = kept.stored(place)
        known = before.get("records") if before and before.get("stamp") == stamp else None
        known = known if isinstance(known, dict) else {}
        records: dict[Path, Record] = {}
        now: dict[str, Record] = {}
        for file in self._files:
            try:
                content = _content(file)
                digest = blake2b(content, digest_size=16).hexdigest()
                record: Record = known.get(digest) or record_from(_decoded(content, file), file.as_posix(), self._scope())
                if record["common"]["kind"] in KINDS:
                    records[file] = now[digest] = record
            except Exception:
                continue  # whatever is wrong with it is said when the file is asked for; it must not cost the others
        if now != known:
            kept.store(place, {"stamp": stamp, "records": now})
        return records


def text_of(file: Path) -> str:
    """The text of a rule file. Raises UserError."""
    return _decoded(_content(file), file)


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            content = opened.read(_MOST + 1)
    except OSError as error:
        raise UserError(f"the rule file can't be read: {error.strerror}", path=file.as_posix()) from None
    if len(content) > _MOST:
        raise UserError(f"too large for a rule: more than {_MOST // 1_000_000} MB", path=file.as_posix(), hint="one file holds one rule")
    return content


def _decoded(content: bytes, file: Path) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UserError(f"not UTF-8: byte 0x{content[error.start]:02x}", path=file.as_posix(), line=line, hint="save it as UTF-8") from None


def _stamp() -> str:
    """What the records were made by: the modules that read rules, by size and day."""
    folder = Path(kinds.__file__).parent
    files = [*sorted(folder.glob("*.py")), *(Path(module.__file__ or "") for module in _SOURCES)]
    facts = [(file.name, status.st_size, status.st_mtime_ns) for file in files for status in (file.stat(),)]
    return blake2b(repr(facts).encode(), digest_size=16).hexdigest()
