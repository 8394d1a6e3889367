"""What readers share: building a text out of stretches of its source, and front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..document import Document
from ..errors import NewslintError, Problem
from ..strictyaml import load
from ..text import Segment, SourceMap, Span
from .directives import Comment, suppressions

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)(?:^|\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL | re.MULTILINE)
_TOML = re.compile(r"\ufeff?\+\+\+[ \t]*\r?\n(.*?)^\+\+\+[ \t]*(?:\r?\n|$)", re.DOTALL | re.MULTILINE)


class TextBuilder:
    """Collects the text of a document, stretch by stretch, with the source that each stands for.

    Effects stay inside: a reader makes one, fills it and takes `text` and `map`.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._segments: list[Segment] = []
        self._length = 0
        self.comments: list[Comment] = []

    @property
    def length(self) -> int:
        return self._length

    @property
    def ends_line(self) -> bool:
        """Whether the text so far ends with a line's end."""
        return bool(self._parts) and self._parts[-1].endswith("\n")

    def end_block(self, at: int) -> None:
        """Ends a block, if one is begun, with a blank line: it is no line of hard-wrapped copy. `at` is the place in the source."""
        if self._parts and not self.ends_line:
            self.add("\n\n", at, at)

    def add(self, text: str, start: int, end: int | None = None) -> None:
        """Adds text that stands for source [start, end); without `end`, character for character from `start`."""
        if not text:
            return
        source = Span(start, start + len(text) if end is None else end)
        span = Span(self._length, self._length + len(text))
        last = self._segments[-1] if self._segments else None
        if last and last.source.end == source.start and len(text) == source.end - source.start and _same_length(last):
            self._segments[-1] = Segment(Span(last.text.start, span.end), Span(last.source.start, source.end))
        else:
            self._segments.append(Segment(span, source))
        self._parts.append(text)
        self._length = span.end

    def comment(self, text: str, start: int, end: int) -> None:
        """Keeps a comment of the source, which is no copy but may speak to newslint."""
        self.comments.append((text, Span(start, end), self._length))

    def extend(self, text: str, mapped: SourceMap) -> None:
        """Adds a text with its map."""
        for span, source in mapped.segments:
            self.add(span.of(text), *source)

    def take_mapped(self) -> tuple[str, SourceMap]:
        """The text, and its map in full, for another map to lead through."""
        return "".join(self._parts), SourceMap(tuple(self._segments))

    def take(self) -> tuple[str, SourceMap]:
        """The text, and the map of it."""
        identity = not self._segments or (len(self._segments) == 1 and self._segments[0].source.start == 0 and _same_length(self._segments[0]))
        return "".join(self._parts), SourceMap(() if identity else tuple(self._segments))


def built_document(
    path: str, source: str, built: TextBuilder, metadata: Mapping[str, Any], title: Span | None = None, problems: tuple[Problem, ...] = ()
) -> tuple[Document, tuple[Problem, ...]]:
    """The document that a reader has built, with what its comments and its metadata suppress."""
    text, mapped = built.take()
    ignored, wrong = suppressions(path, source, metadata, built.comments, text, mapped)
    return Document(path, source, text, mapped, metadata, title, ignored), (*problems, *wrong)


def _same_length(segment: Segment) -> bool:
    return segment.text.end - segment.text.start == segment.source.end - segment.source.start


def front_matter(path: str, source: str) -> tuple[Mapping[str, Any], int, tuple[Problem, ...]]:
    """The metadata before a text, between two lines of `---` (YAML) or `+++` (TOML); the offset at which the text begins; and what is wrong with it."""
    if toml := _TOML.match(source):
        return _toml(path, toml)
    found = _FRONT_MATTER.match(source)
    if found is None or not re.match(r"\s*(?:#|[\w\"'@:-]+\s*:|$)", found[1]):
        return {}, 1 if source.startswith("\ufeff") else 0, ()
    try:
        fields = load(found[1].replace("\t", " "), path).plain()
    except NewslintError as error:
        wrong = error.problem
        line = wrong.line + 1 if wrong.line else None
        return {}, found.end(), (Problem(f"front matter: {wrong.message}", path, line=line, column=wrong.column, hint=wrong.hint),)
    if fields is None:
        return {}, found.end(), ()
    if not isinstance(fields, dict):
        return {}, found.end(), (Problem("front matter: expected keys and values", path, line=2),)
    return fields, found.end(), ()


def _toml(path: str, found: re.Match[str]) -> tuple[Mapping[str, Any], int, tuple[Problem, ...]]:
    import tomllib

    try:
        return tomllib.loads(found[1].replace("\r\n", "\n")), found.end(), ()
    except tomllib.TOMLDecodeError as error:
        return {}, found.end(), (Problem(f"front matter: not TOML: {error}", path),)
