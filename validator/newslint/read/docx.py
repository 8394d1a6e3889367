"""Word documents (.docx): one line for each paragraph, so that a line's number is the paragraph's.

The archive is hostile until shown otherwise: no more than `MAX_BYTES` is ever unpacked, a document type declaration (and with it every
entity) is refused, and nothing is fetched.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from typing import NoReturn
from xml.parsers import expat

from ..document import Document
from ..errors import Problem, UserError
from . import MAX_BYTES, Reader
from .source import TextBuilder, built_document

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_OFF = ("0", "false", "off")
_PART = "word/document.xml"
_CHARACTERS = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "\u2011"}


def decode(data: bytes, path: str) -> str:
    """The paragraphs of a document, one a line. Raises UserError."""
    if len(data) > MAX_BYTES:
        raise UserError(f"too large for an article: {len(data) / 1e6:.0f} MB, the limit is {MAX_BYTES / 1e6:.0f} MB", path=path)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_PART) as part:
            # the archive's own word for its size is not to be trusted
            xml = part.read(MAX_BYTES + 1)
    except KeyError:
        raise UserError(f"no Word document: it holds no {_PART}", path=path) from None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise UserError(f"no Word document: {error}", path=path, hint="is it protected by a password, or damaged?") from None
    if len(xml) > MAX_BYTES:
        raise UserError(f"unpacks to more than {MAX_BYTES / 1e6:.0f} MB: no article", path=path)
    try:
        return "\n".join(_Paragraphs(xml).lines)
    except expat.ExpatError as error:
        raise UserError(f"no Word document: {error}", path=path) from None


class _Doctype(expat.ExpatError):
    """The document declares a type, which Word never does."""


class _Paragraphs:
    """The text of each paragraph, in order, as it is once all tracked changes are accepted; hidden text is left out."""

    def __init__(self, xml: bytes) -> None:
        self.lines: list[str] = []
        self._open: list[list[str]] = []
        self._reading = False
        self._skipping = 0
        self._hidden = False
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(xml, True)

    def _refuse(self, *_: object) -> NoReturn:
        raise _Doctype("it declares a document type")

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if _left_out(name):
            self._skipping += 1
        elif self._skipping or space not in (_WORD, _STRICT):
            return
        elif local == "r":
            self._hidden = False
        elif local == "vanish":
            self._hidden = attributes.get(f"{space} val", "true") not in _OFF
        elif local == "p":
            self._open.append([])
        elif local == "t":
            self._reading = True
        elif local in _CHARACTERS and self._open:
            self._open[-1].append(_CHARACTERS[local])

    def _end(self, name: str) -> None:
        space, _, local = name.rpartition(" ")
        if _left_out(name):
            self._skipping -= 1
        elif self._skipping or space not in (_WORD, _STRICT):
            return
        elif local == "p" and self._open:
            self.lines.append(" ".join("".join(self._open.pop()).splitlines()))
        elif local == "t":
            self._reading = False

    def _text(self, data: str) -> None:
        if self._reading and self._open and not self._hidden:
            self._open[-1].append(data)


def _left_out(name: str) -> bool:
    """Elements whose text stands elsewhere: the same once more, for older readers; and what was moved away."""
    return name in (_FALLBACK, f"{_WORD} moveFrom", f"{_STRICT} moveFrom")


def read(path: str, source: str) -> tuple[Document, tuple[Problem, ...]]:
    built = TextBuilder()
    at = 0
    for line in source.split("\n"):
        built.end_block(at)
        built.add(line, at)
        at += len(line) + 1
    return built_document(path, source, built, {})


READER = Reader("docx", (".docx",), read, decode, editable=False)
