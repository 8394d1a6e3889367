"""The tags of HTML and XML, as they stand in a source: nothing is expanded, nothing is fetched."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from ..text import Span

#: elements whose content the parser takes as it stands, to their end tag
_RAW = ("script", "style", "textarea", "title", "iframe", "noscript")
_TOKEN = re.compile(
    r"<!--(?P<comment>.*?)(?:-->|\Z)"
    r"|<!\[CDATA\[(?P<cdata>.*?)\]\]>"
    r"|<[!?][^<>]*>"
    r"|<(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*)(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*'){0,8000})>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of the source, or (`name` "") a comment, whose text is `text`."""

    span: Span
    name: str
    close: bool = False
    attributes: str = ""
    text: str = ""

    def local(self) -> Tag:
        """The tag without the prefix of its namespace, as XML may have one."""
        return replace(self, name=self.name.rpartition(":")[2])

    def get(self, key: str) -> str | None:
        """An attribute's value, by its name in lower case; None where it is not there."""
        if key not in self.attributes.lower():
            return None
        for name, *values in _ATTRIBUTE.findall(self.attributes):
            if name.lower() == key:
                return html.unescape(next((v for v in values if v), ""))
        return None


def tags_of(source: str, span: Span) -> Iterator[Tag]:
    """The tags, comments and declarations in a stretch of markup, in order."""
    at = span.start
    while found := _TOKEN.search(source, at, span.end):
        at = found.end()
        if found["comment"] is not None:
            yield Tag(Span(*found.span()), "", text=found["comment"])
        elif found["name"]:
            name = found["name"].lower()
            yield Tag(Span(*found.span()), name, bool(found["close"]), found["attributes"])
            if name in _RAW and not found["close"]:
                end = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, at, span.end)
                at = end.start() if end else span.end
        elif found["cdata"] is not None:
            yield Tag(Span(found.start(), found.start("cdata")), "!")
            yield Tag(Span(found.end("cdata"), found.end()), "!")
        else:
            yield Tag(Span(*found.span()), "!")


def elements(tags: Iterable[Tag], name: str, end: int, wanted: Callable[[Tag], bool] = lambda tag: True) -> Iterator[Span]:
    """The content of each element of a name that is `wanted`; of one that is not closed, up to `end`."""
    opened: list[Tag] = []
    for tag in tags:
        if tag.name == name and not tag.close:
            opened.append(tag)
        elif tag.name == name and opened and wanted(start := opened.pop()):
            yield Span(start.span.end, tag.span.start)
    for start in filter(wanted, opened):
        yield Span(start.span.end, end)
