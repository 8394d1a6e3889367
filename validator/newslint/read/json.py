"""IPTC ninjs (versions 1 to 3): headline and body out of a JSON object, every character mapped to its place in the file."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..document import Document
from ..errors import NoArticle, Problem, UserError
from ..text import SourceMap, Span
from . import Reader
from . import decode as decode_text
from .source import TextBuilder, built_document

_TOKEN = re.compile(r'"(?P<string>(?:[^"\\]|\\.)*)"|[{}\[\]:,]|[^\s{}\[\]:,"]+', re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)")
#: where the copy may stand: paths of keys; in version 2 and 3 headlines and bodies are lists
_HEADLINES = (("headline",), ("headlines", 0, "value"))
_TEXTS = (("body_text",), ("bodies", 0, "value"))
_MARKED = (("body_xhtml",), ("body_html",), ("bodies", 0, "value"))
_SHOWN = ("headline", "headlines", "body_text", "body_xhtml", "body_html", "bodies")
_Path = tuple[str | int, ...]


def decode(data: bytes, path: str) -> str:
    """The text of a file in which some key of ninjs stands. Raises NoArticle, UserError."""
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and not any(f'"{key}"'.encode() in data for key in _SHOWN):
        raise NoArticle("not ninjs: no headline and no body", path=path)
    return decode_text(data, path)


def read(path: str, source: str) -> tuple[Document, tuple[Problem, ...]]:
    try:
        value = json.loads(source.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise UserError(f"not JSON: {error}", path=path) from None
    if not isinstance(value, dict) or not any(key in value for key in _SHOWN):
        raise NoArticle("not ninjs: no headline and no body", path=path)
    strings = dict(_strings(source))
    built = TextBuilder()
    title: Span | None = None
    headline = next((strings[key] for key in _HEADLINES if key in strings), None)
    if headline:
        _unescape(source, headline, built)
        title = Span(0, built.length)
    body = _body(source, value, strings)
    if body:
        built.end_block(body[2])
        built.extend(body[0], body[1])
    return built_document(path, source, built, _metadata(value), title)


def _body(source: str, value: Mapping[str, Any], strings: Mapping[_Path, Span]) -> tuple[str, SourceMap, int] | None:
    """The body's text, its map, and where it begins: marked up where it is, else plain."""
    marked = next((key for key in _MARKED if key in strings and _is_markup(value, key)), None)
    key = marked or next((key for key in _TEXTS if key in strings), None)
    if key is None:
        return None
    inner = TextBuilder()
    _unescape(source, strings[key], inner)
    text, mapped = inner.take_mapped()
    if marked:
        from .html import add_html

        outer = TextBuilder()
        add_html(text, Span(0, len(text)), outer)
        text, shown = outer.take_mapped()
        mapped = shown.through(mapped)
    return text, mapped, strings[key].start


def _is_markup(value: Mapping[str, Any], key: _Path) -> bool:
    if key[0] != "bodies":
        return True
    kind = value["bodies"][0].get("contenttype", "")
    return isinstance(kind, str) and "html" in kind


def _strings(source: str) -> Iterator[tuple[_Path, Span]]:
    """The strings of a JSON text that are values, each with its path and the span between its marks. The text is valid JSON."""
    stack: list[str | int | None] = []
    key: Span | None = None
    for token in _TOKEN.finditer(source):
        mark = token.group()[0]
        if mark in "{[":
            stack.append(None if mark == "{" else 0)
        elif mark in "}]":
            stack.pop()
        elif mark == ",":
            top = stack[-1]
            stack[-1] = top + 1 if isinstance(top, int) else None
        elif mark == ":" and key is not None:
            stack[-1] = json.loads(source[key.start - 1 : key.end + 1])
        elif mark == '"':
            if stack and stack[-1] is None:
                key = Span(*token.span("string"))
            else:
                yield tuple(part for part in stack if part is not None), Span(*token.span("string"))


def _unescape(source: str, span: Span, built: TextBuilder) -> None:
    """Adds what a JSON string says."""
    at = span.start
    for escape in _ESCAPE.finditer(source, span.start, span.end):
        built.add(source[at : escape.start()], at)
        said = json.loads(f'"{escape.group()}"')
        # half of a pair is no character; other line ends are the text's own
        said = "\ufffd" if "\ud800" <= said <= "\udfff" else said.replace("\r", "")
        built.add(said, escape.start(), escape.end())
        at = escape.end()
    built.add(source[at : span.end], at)


def _metadata(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """Dates and what overrides may ask for, under the names that they have elsewhere."""
    first, version = (value.get(key) or value.get(key.replace("c", "C")) for key in ("firstcreated", "versioncreated"))
    found = {"published": value.get("firstpublished") or first or version, "updated": version}
    genres = [item.get("name") for item in value.get("genres") or value.get("genre") or [] if isinstance(item, dict)]
    found["genre"] = genres if genres else value.get("genre") if isinstance(value.get("genre"), str) else None
    found["section"] = [item.get("name") for item in value.get("subjects") or value.get("subject") or [] if isinstance(item, dict)] or None
    return {key: item for key, item in found.items() if item}


READER = Reader("ninjs", (".json", ".ninjs"), read, decode, editable=False)
