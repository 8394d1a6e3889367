"""When a document was published, as its record says: front matter, metadata.jsonl, config, path, option.

The first of these that is there wins. What the text itself tells comes after them, in `publication`.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from .config import Config
from .discovery import Source, reported
from .document import Document, Published
from .errors import Problem

#: in the order in which they count: those that say "published", then those that do not; `date` of a draft does not count
_KEYS = ("published", "published_at", "publishDate", "pubDate", "article:published_time", "datePublished", "date", "datetime")
_UPDATED = ("updated", "updated_at", "modified", "lastmod", "article:modified_time", "dateModified", "date")
_Rows = tuple[dict[str, dict[str, Any]], tuple[Problem, ...]]
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
#: /2025/09/03/slug, /2025/sep/03/slug, /2025/world/09/03/slug, /2025-09-03/slug
_IN_URL = re.compile(
    r"/((?:19|20)\d\d)([/-])(?:[a-z]+/)?(?:(1[0-2]|0?[1-9])|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\2(3[01]|[12]\d|0?[1-9])(?=[/_-]|$)",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
#: an instant in UTC, whose day need not be the newsroom's
_UTC = re.compile(r"T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]00:?00)$")
_IN_PATH = re.compile(r"(?<!\d)((?:1[89]|20)\d\d)([-/_]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


def day_of(value: Any) -> date | None:
    """The day of a date as metadata writes it: ISO 8601, RFC 2822 ("Wed, 03 Sep 2025 14:05:00 +0000"), or in words; else None."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value).strip()
    for form in (text, text[:10]):
        try:
            return datetime.fromisoformat(form).date()
        except ValueError:
            continue
    from email.utils import parsedate

    if (parts := parsedate(text)) and (day := _calendar_day(*parts[:3])):
        return day
    return _in_words(text)


def _in_words(text: str) -> date | None:
    """The day of "September 3rd, 2025, 2.05pm BST" and of other wordings that name day, month and year.

    The residue is dateparser's. It is believed only where the day and the year that it reads stand in the text, and is never asked
    about what has no month's name (03/04/2025 may be two days).
    """
    year = re.search(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)", text)
    if len(text) > 60 or year is None or _MONTH.search(text) is None:
        return None
    import dateparser

    settings = {"PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["day", "month", "year"], "RELATIVE_BASE": datetime(2000, 1, 1)}  # noqa: DTZ001
    read = dateparser.parse(text, languages=["en"], settings=settings)
    if read is None or str(read.year) != year.group() or re.search(rf"(?<!\d)0?{read.day}(?!\d)", text) is None:
        return None
    day: date = read.date()
    return day


def _calendar_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


class Records:
    """What is on record about the documents of one run: the config, the option, and the metadata.jsonl files, each read once."""

    def __init__(self, config: Config, option: date | None) -> None:
        self._config = config
        self._option = option
        self._folders: dict[Path, _Rows] = {}

    def metadata(self, document: Document, source: Source) -> Mapping[str, Any]:
        """All that is known of a document: its own metadata over its record's, over the config's."""
        return {**self._config.metadata_for(source.file), **self._listed(source)[0], **document.metadata}

    def published(self, document: Document, source: Source) -> tuple[Published, tuple[Problem, ...]]:
        """When the document was published by steps 1 to 5, and what of its record can't be read."""
        problems: list[Problem] = []
        listed, wrong = self._listed(source)
        problems += wrong
        by_config = self._config.metadata_for(source.file)
        for metadata, known_from in ((document.metadata, "metadata"), (listed, "metadata"), (by_config, "config")):
            published, unread = _in_metadata(metadata, known_from, document.path)
            problems += unread
            if published:
                return published, tuple(problems)
        if in_path := _in_path(source):
            return Published(in_path, "path"), tuple(problems)
        if self._option:
            return Published(self._option, "option"), tuple(problems)
        return Published(), tuple(problems)

    def _listed(self, source: Source) -> tuple[Mapping[str, Any], tuple[Problem, ...]]:
        """What the nearest metadata.jsonl that names the file says of it."""
        file = Path(os.path.abspath(source.file))
        problems: tuple[Problem, ...] = ()
        for folder in _folders(file, Path(os.path.abspath(source.base))):
            if folder not in self._folders:
                self._folders[folder] = _metadata_in(folder)
            rows, wrong = self._folders[folder]
            problems += wrong
            row = rows.get(file.relative_to(folder).as_posix())
            if row is not None:
                return row, problems
        return {}, problems


def _in_metadata(metadata: Mapping[str, Any], known_from: Any, path: str) -> tuple[Published | None, list[Problem]]:
    problems: list[Problem] = []
    for key in _KEYS:
        value = metadata.get(key)
        if value in (None, "") or (key == "date" and metadata.get("draft") is True):
            continue
        day = day_of(value)
        if day is None:
            problems.append(Problem(f"{key}: not a date: {value!r}", path, hint="write it as YYYY-MM-DD"))
            continue
        local = _in_url(metadata)
        if local == day - timedelta(days=1) and _UTC.search(str(value)):
            day = local
        later = [d for k in _UPDATED if metadata.get(k) and (d := day_of(metadata[k])) and d > day]
        return Published(day, known_from, updated=max(later, default=None)), problems
    local = _in_url(metadata)
    return Published(local, known_from) if local else None, problems


def _in_url(metadata: Mapping[str, Any]) -> date | None:
    """The day in the address that a page gives as its own."""
    found = _IN_URL.search(str(metadata.get("url") or ""))
    if found is None:
        return None
    month = int(found[3]) if found[3] else _MONTHS.index(found[4].lower()) + 1
    return _calendar_day(int(found[1]), month, int(found[5]))


def _in_path(source: Source) -> date | None:
    """A date in the path below the argument: 2025-09-03-slug.txt, 2025/09/03/slug.txt."""
    try:
        below = source.file.relative_to(source.base).as_posix()
    except ValueError:
        below = source.file.name
    for found in _IN_PATH.finditer(below):
        try:
            return date(int(found[1]), int(found[3]), int(found[4]))
        except ValueError:
            continue
    return None


def _folders(file: Path, base: Path) -> list[Path]:
    """The file's folder and those above it, up to the one above the argument, or to the working directory where that is higher."""
    cwd = Path.cwd()
    top = cwd if base == cwd or cwd in base.parents else base.parent
    folders = []
    for folder in file.parents:
        folders.append(folder)
        if folder == top:
            break
    return folders


def _metadata_in(folder: Path) -> _Rows:
    path = folder / "metadata.jsonl"
    try:
        data = path.read_bytes()
    except OSError:
        return {}, ()
    rows: dict[str, dict[str, Any]] = {}
    problems: list[Problem] = []
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line.decode("utf-8-sig"))
            rows.setdefault(str(row["file"]).removeprefix("./"), row)
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            problems.append(
                Problem(
                    f"not a metadata row: {error}", reported(path), line=number, hint='write {"file": "…", "published": "YYYY-MM-DD"} on each line'
                )
            )
    return rows, tuple(problems)
