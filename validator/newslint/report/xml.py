"""XML for the reports that are XML: elements with their attributes in order, and text that XML 1.0 can hold."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from .safe import visible

#: what XML 1.0 has no way to write: lone surrogates and two non-characters (section 2.2, "Char")
_UNWRITABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")
_PROLOGUE = '<?xml version="1.0" encoding="UTF-8"?>\n'


def element(name: str, attributes: dict[str, object], content: str = "") -> str:
    """An element; `content` is XML already."""
    given = "".join(f' {key}="{attribute(str(value))}"' for key, value in attributes.items())
    return f"<{name}{given}>{content}</{name}>" if content else f"<{name}{given}/>"


def document(root: str) -> str:
    return f"{_PROLOGUE}{root}\n"


def text(value: str) -> str:
    """Text, line by line, with its markup escaped: it cannot end an element, nor a section of character data."""
    return "\n".join(escape(_writable(line), {'"': "&quot;"}) for line in value.split("\n"))


def attribute(value: str) -> str:
    return escape(_writable(value), {'"': "&quot;", "'": "&apos;"})


def _writable(value: str) -> str:
    return _UNWRITABLE.sub("\ufffd", visible(value))
