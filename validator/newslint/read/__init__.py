"""Bytes -> Document, one module a format.

A reader is a value: the suffixes it knows and a pure function from the decoded source to a document.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

from ..document import Document
from ..errors import Problem, UserError

#: larger files are no articles, and would cost every rule its time
MAX_BYTES = 8 * 1024 * 1024


#: encodings of one byte a character that a file may name; browsers read the first as the superset that it is in practice (WHATWG, "Encoding")
_LATIN = re.compile(r"(?:iso-?8859-?1|latin-?1|us-ascii|ascii)", re.IGNORECASE)
_SINGLE_BYTE = re.compile(r"(?:iso-?8859-?\d{1,2}|windows-125\d|cp125\d)", re.IGNORECASE)


def decode(data: bytes, path: str, named: str | None = None) -> str:
    """The text of a file: UTF-8, or UTF-16 with a byte-order mark; the mark stays, as one code point.

    `named` is the encoding that the file itself says it is in: what is not UTF-8 is read in that, if it is one of a byte a character.
    Raises UserError, never guesses.
    """
    if len(data) > MAX_BYTES:
        raise UserError(
            f"too large for an article: {len(data) / 1e6:.0f} MB, the limit is {MAX_BYTES / 1e6:.0f} MB",
            path=path,
            hint="leave it out with --exclude",
        )
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16-le" if data.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"
        name = "UTF-16"
    else:
        encoding, name = "utf-8", "UTF-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if named and name == "UTF-8" and (told := _single_byte(data, named)) is not None:
            return told
        wrong = f"byte 0x{data[error.start]:02x} at offset {error.start}"
        line = data.count(b"\n", 0, error.start) + 1 if name == "UTF-8" else None
        raise UserError(f"not {name}: {wrong}", path=path, line=line, hint="save it as UTF-8") from None
    if "\0" in text:
        raise UserError(f"not text: a NUL character at offset {text.index(chr(0))}", path=path, hint="UTF-16 needs its byte-order mark")
    return text


def _single_byte(data: bytes, named: str) -> str | None:
    encoding = "windows-1252" if _LATIN.fullmatch(named) else named if _SINGLE_BYTE.fullmatch(named) else None
    try:
        return data.decode(encoding) if encoding and b"\0" not in data else None
    except (LookupError, UnicodeDecodeError):
        return None


@dataclass(frozen=True, slots=True)
class Reader:
    """`read(path, source)` gives the document, and problems that kept some of it (its metadata) from being read.

    `decode(data, path)` gives the source: the file's text, or, for formats that are none, the text in which places are told.
    `editable`: the source is the file itself, so that corrections can be written into it.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[str, str], tuple[Document, tuple[Problem, ...]]]
    decode: Callable[[bytes, str], str] = decode
    editable: bool = True


#: suffix -> module in this package that holds its `READER`
BUILTIN: Mapping[str, str] = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".rst": "rst",
    ".docx": "docx",
    ".json": "json",
    ".ninjs": "json",
    ".xml": "xml",
    ".nitf": "xml",
    ".newsml": "xml",
}


def builtin(suffix: str) -> Reader:
    """The built-in reader for a suffix, in lower case. Raises KeyError."""
    reader: Reader = import_module(f".{BUILTIN[suffix]}", __name__).READER
    return reader
