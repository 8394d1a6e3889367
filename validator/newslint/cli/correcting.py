"""`--fix` and `--diff`: safe suggestions written into the files, or shown."""

from __future__ import annotations

import codecs
import re
import sys
from difflib import unified_diff
from pathlib import Path, PurePosixPath

from ..corrections import corrected, corrections
from ..errors import UserError
from ..read import BUILTIN, builtin, decode
from ..report import Report
from ..report.safe import visible


def correct(report: Report) -> int:
    """Writes the corrections into their files; gives their number. Raises UserError for a file that can't be written."""
    count = 0
    for path, changes in corrections(report.findings, _safe(report), _editable(report)).items():
        file = Path(path)
        data = file.read_bytes()
        new = corrected(report.sources[path], changes)
        try:
            file.write_bytes(new.encode(_encoding(data)))
        except OSError as error:
            raise UserError(f"can't be written: {error.strerror}", path=path) from None
        count += len(changes)
    return count


def difference(report: Report) -> str:
    """The corrections as a unified diff; on a terminal with control characters made visible."""
    parts: list[str] = []
    for path, changes in corrections(report.findings, _safe(report), _editable(report)).items():
        source = report.sources[path]
        for line in unified_diff(_lines(source), _lines(corrected(source, changes)), f"a/{path}", f"b/{path}"):
            parts.append(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")
    text = "".join(parts)
    return "".join(visible(line) + "\n" for line in text.splitlines()) if sys.stdout.isatty() else text


def _lines(text: str) -> list[str]:
    """Lines as a patch counts them: they end at LF alone."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _safe(report: Report) -> frozenset[str]:
    return frozenset(rule.id for rule in report.rules if rule.safe)


def _editable(report: Report) -> dict[str, str]:
    """The sources that are their files, letter for letter."""
    found: dict[str, str] = {}
    for path, source in report.sources.items():
        suffix = PurePosixPath(path).suffix.lower()
        if suffix in BUILTIN and not builtin(suffix).editable:
            continue
        try:
            if decode(Path(path).read_bytes(), path) == source:
                found[path] = source
        except (OSError, UserError):
            continue
    return found


def _encoding(data: bytes) -> str:
    if data.startswith(codecs.BOM_UTF16_LE):
        return "utf-16-le"
    return "utf-16-be" if data.startswith(codecs.BOM_UTF16_BE) else "utf-8"
