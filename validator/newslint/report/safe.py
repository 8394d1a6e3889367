"""Text from articles, made safe to print: an article may hold escape sequences or turn the direction of writing."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

#: C0 and C1 controls, line and paragraph separators, and the bidirectional controls (UAX #9)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff]")

#: combining marks, and characters that only format: a zero-width space, a joiner
_NO_WIDTH = ("Mn", "Me", "Cf")
#: those of them that JSON leaves as they are
_UNESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff]")


def as_json(value: Any, indent: int | None = None) -> str:
    """A line, or lines, of JSON; what a terminal might obey in its strings is escaped, and the same to whoever parses it."""
    return _UNESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", json.dumps(value, ensure_ascii=False, indent=indent)) + "\n"


def visible(text: str) -> str:
    """The text on one line, each control character as a visible stand-in of one column."""
    return _CONTROL.sub(_stand_in, text)


def _stand_in(found: re.Match[str]) -> str:
    char = found.group()
    if char in "\t\n\r\v\f":
        return " "
    return chr(0x2400 + ord(char)) if ord(char) < 0x20 else "\ufffd"


def width(text: str) -> int:
    """Columns that a text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.category(c) in _NO_WIDTH else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
