"""reStructuredText: docinfo, and the text without its marks, every character mapped to its place in the source.

Blocks become one line each. Code, images, comments, targets and other directives are no copy and are left out; admonitions are copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..document import Document
from ..errors import Problem
from ..text import Span
from . import Reader
from .source import TextBuilder, built_document

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")
_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1{2,}\s*$")
_FIELD = re.compile(r":([A-Za-z][\w -]*):(?:\s+(.*))?$")
_EXPLICIT = re.compile(r"\s*\.\.(?:\s+|$)")
_DIRECTIVE = re.compile(r"\s*\.\.\s+(?:\|[^|]+\|\s+)?([\w:.+-]+)::(?:\s+|$)")
_OPTION = re.compile(r"\s+:[\w-]+:")
_ITEM = re.compile(r"\s*(?:[-*+•]|(?:\d+|#|[a-zA-Z])[.)]|\((?:\d+|#|[a-zA-Z])\))\s+")
#: directives whose content is copy
_COPY = frozenset(
    "admonition attention caution danger error hint important note tip warning epigraph highlights pull-quote topic sidebar container rubric".split()
)
_INLINE = re.compile(
    r"(?P<escape>\\.)"
    r"|(?P<literal>``.+?``(?!`))"
    r"|(?P<role>:[a-zA-Z][\w:.+-]*:`(?P<said>[^`]+)`)"
    r"|(?P<link>`(?P<name>[^`<>]+?)\s*(?:<[^`<>]*>)?`__?(?!\w))"
    r"|(?P<interpreted>`(?P<inner>[^`\s](?:[^`]*[^`\s])?)`(?!\w))"
    r"|(?P<note>\[(?:\d+|[#*][\w-]*)\]_(?!\w))"
    r"|(?P<strong>(?<!\w)\*\*(?=\S)(?P<bold>[^*]+?(?:\*[^*]+)*?)(?<=\S)\*\*(?!\w))"
    r"|(?P<emphasis>(?<![\w*])\*(?=[^\s*])(?P<stressed>[^*]+?)(?<=\S)\*(?![\w*]))"
    r"|(?P<substitution>\|[^|\s](?:[^|]*[^|\s])?\|(?:__?)?)"
    r"|(?P<reference>(?<=\w)__?(?!\w))"
)
_SHOWN = {"role": "said", "link": "name", "interpreted": "inner", "strong": "bold", "emphasis": "stressed"}


def read(path: str, source: str) -> tuple[Document, tuple[Problem, ...]]:
    built = TextBuilder()
    metadata: dict[str, Any] = {}
    title: Span | None = None
    for lines, adorned in _blocks(source, built, metadata):
        built.end_block(lines[0].start)
        begin = built.length
        for k, line in enumerate(lines):
            if k:
                built.add(" ", lines[k - 1].end, line.start)
            _inline(source, line, built)
        if adorned and title is None:
            title = Span(begin, built.length)
    return built_document(path, source, built, metadata, title)


def _blocks(source: str, built: TextBuilder, metadata: dict[str, Any]) -> Iterator[tuple[list[Span], bool]]:
    """The paragraphs, titles and items, and whether each is a title; fields and comments are taken in on the way."""
    spans = [Span(*m.span(1)) for m in _LINE.finditer(source, source.startswith("\ufeff")) if m.group() or m.start() < len(source)]
    block: list[Span] = []
    code: int | None = None  # lines indented more than this are literal
    k = 0
    while k < len(spans):
        raw = spans[k].of(source)
        indent = len(raw) - len(raw.lstrip())
        if code is not None and (not raw.strip() or indent > code):
            k += 1
            continue
        code = None
        if not raw.strip():
            yield from _ended(block)
            k += 1
        elif _EXPLICIT.match(raw):
            yield from _ended(block)
            k = _explicit(source, spans, k, indent, built)
        elif _ADORNMENT.match(raw) and not indent:
            if block:
                yield [*block], True
                block.clear()
            # an overline is left out like a transition; the underline that follows tells the title
            k += 1
        elif (field := _FIELD.match(raw)) and not block:
            metadata.setdefault(field[1].strip(), (field[2] or "").strip())
            k += 1
        elif raw.strip() == "::" or raw.startswith(">>> "):
            yield from _ended(block)
            code = indent
            k += 1
        else:
            if _ITEM.match(raw):
                yield from _ended(block)
            line = Span(spans[k].start + indent, spans[k].start + len(raw.rstrip()))
            if line.of(source).endswith("::") and (k + 1 == len(spans) or not spans[k + 1].of(source).strip()):
                line, code = Span(line.start, line.end - 1), indent
            block.append(line)
            k += 1
            if code is not None:
                yield from _ended(block)
    yield from _ended(block)


def _ended(block: list[Span]) -> Iterator[tuple[list[Span], bool]]:
    if block:
        yield [*block], False
        block.clear()


def _explicit(source: str, spans: list[Span], k: int, indent: int, built: TextBuilder) -> int:
    """The line after an explicit block: the whole of it for comments and most directives, its first lines for copy."""
    raw = spans[k].of(source)
    directive = _DIRECTIVE.match(raw)
    if directive and directive[1].lower() in _COPY:
        k += 1
        while k < len(spans) and _OPTION.match(spans[k].of(source)):
            k += 1
        return k
    begin, first = spans[k].start + indent, k
    k += 1
    while k < len(spans) and (not (line := spans[k].of(source)).strip() or len(line) - len(line.lstrip()) > indent):
        k += 1
    if not directive:
        last = max(j for j in range(first, k) if j == first or spans[j].of(source).strip())
        built.end_block(begin)
        built.comment(source[begin + 2 : spans[last].end], begin, spans[last].end)
    return k


def _inline(source: str, line: Span, built: TextBuilder) -> None:
    at = line.start
    for found in _INLINE.finditer(source, line.start, line.end):
        start, end = found.span()
        if start < at:
            continue
        built.add(source[at:start], at)
        kind = found.lastgroup or ""
        kind = next(name for name in (*_SHOWN, "escape", "literal", "note", "substitution", "reference") if found[name] is not None)
        if kind == "escape":
            # an escaped blank is nothing: it only parts a mark from a letter
            built.add("" if source[start + 1].isspace() else source[start + 1], start, end)
        elif kind in _SHOWN:
            built.add(found[_SHOWN[kind]], found.start(_SHOWN[kind]))
        at = end
    built.add(source[at : line.end], at)


READER = Reader("restructuredtext", (".rst",), read)
