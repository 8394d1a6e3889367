"""Plain text, with front matter where it has any."""

from __future__ import annotations

import re

from ..document import Document
from ..errors import Problem
from . import Reader
from .source import TextBuilder, built_document, front_matter

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n)?")


def read(path: str, source: str) -> tuple[Document, tuple[Problem, ...]]:
    metadata, start, problems = front_matter(path, source)
    built = TextBuilder()
    if "\r" in source:
        for line in _LINE.finditer(source, start):
            built.add(line[1], line.start(1))
            if line[2]:
                built.add("\n", line.start(2), line.end(2))
    else:
        built.add(source[start:], start)
    return built_document(path, source, built, metadata, problems=problems)


READER = Reader("text", (".txt", ".text"), read)
