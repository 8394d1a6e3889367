"""IPTC's XML: NITF, and NewsML-G2 with the text inline.

The markup is read as it stands: no entity is ever expanded that a document declares, and nothing is fetched.
"""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Mapping, Sequence
from typing import Any

from ..document import Document
from ..errors import NoArticle, Problem
from ..text import Span
from . import Reader
from . import decode as decode_text
from .html import text_of
from .source import TextBuilder, built_document
from .tags import Tag, elements, tags_of

_ROOT = re.compile(r"<(?:[\w.-]+:)?(nitf|newsItem|newsMessage|newsML)[\s>]", re.IGNORECASE)
#: where the copy stands: headline first
_HEADLINES = ("hedline", "headline")
_BODIES = ("body.content", "inlinexml", "inlinedata")
#: metadata: element -> (attribute, or None for its text; key)
_KEYS: Mapping[str, tuple[str | None, str]] = {
    "date.issue": ("norm", "published"),
    "pubdata": ("date.publication", "published"),
    "firstcreated": (None, "published"),
    "versioncreated": (None, "updated"),
    "date.release": ("norm", "release"),
    "genre": ("qcode", "genre"),
    "fixture": ("fix-id", "section"),
}
_ENCODING = re.compile(rb"<\?xml\s[^<>]*encoding\s*=\s*[\"']([\w.-]+)")
_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)(?!\d)")


def decode(data: bytes, path: str) -> str:
    """The text of a file whose root is of one of the formats. Raises NoArticle, UserError."""
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and not _ROOT.search(data[:5000].decode("latin-1")):
        raise NoArticle("neither NITF nor NewsML-G2", path=path)
    named = _ENCODING.match(data)
    return decode_text(data, path, named[1].decode("ascii") if named else None)


def read(path: str, source: str) -> tuple[Document, tuple[Problem, ...]]:
    if not _ROOT.search(source[:5000]):
        raise NoArticle("neither NITF nor NewsML-G2", path=path)
    tags = [tag.local() for tag in tags_of(source, Span(0, len(source)))]
    metadata = _metadata(source, tags)
    built = TextBuilder()
    title: Span | None = None
    for headline in _outer(tags, _HEADLINES, len(source))[:1]:
        text_of(source, headline, tags, built)
        title = Span(0, built.length - 2 * built.ends_line) if built.length else None
    for body in _outer(tags, _BODIES, len(source)):
        built.end_block(body.start)
        text_of(source, body, tags, built)
    return built_document(path, source, built, metadata, title)


def _outer(tags: Sequence[Tag], names: Sequence[str], end: int) -> list[Span]:
    """The elements of these names that stand in no other of them, in order; the first name that is there counts."""
    for name in names:
        found = sorted(elements(tags, name, end))
        if found:
            return [span for span in found if not any(other.contains(span) and other != span for other in found)]
    return []


def _metadata(source: str, tags: Sequence[Tag]) -> Mapping[str, Any]:
    found: dict[str, Any] = {}
    for k, tag in enumerate(tags):
        if tag.close or tag.name not in _KEYS:
            continue
        attribute, key = _KEYS[tag.name]
        if attribute:
            value = tag.get(attribute)
        else:
            end = tags[k + 1].span.start if k + 1 < len(tags) else len(source)
            value = html.unescape(source[tag.span.end : end]).strip()
        if value:
            found.setdefault(key, value.rpartition(":")[2] if key == "genre" else _DAY.sub(r"\1-\2-\3", value, count=1))
    if "published" not in found:
        # what was never created apart from its version was published with it
        found["published"] = found.pop("release", None) or found.pop("updated", None)
    return {key: value for key, value in found.items() if value}


READER = Reader("iptc-xml", (".xml", ".nitf", ".newsml"), read, decode)
