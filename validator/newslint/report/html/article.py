"""One article on the desk's page: its lines, the findings marked in them, and beneath each line what there is to say of it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ...document import Document
from ...finding import Finding, Place, Related
from ...text import LineMap, Span
from .markup import address, element, text

#: lines of copy shown around one with a finding; the others unfold
CONTEXT = 1
#: characters of the other end's line that are shown on either side of it
AROUND = 160


class Shown:
    """An article as it is shown: the lines of its text, with the line of the file that each begins at."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self._map = document.map
        self._source = LineMap.of(document.source)
        starts = LineMap.of(self.text).starts
        self.lines = [Span(a, b) for a, b in zip(starts, (*starts[1:], len(self.text)), strict=True)]

    def span(self, place: Place) -> Span:
        return self._map.text(Span(place.start.offset, place.end.offset))

    def line_of(self, offset: int) -> int:
        return max(bisect_right(self.lines, offset, key=lambda line: line.start) - 1, 0)

    def number(self, line: Span) -> int:
        """The line of the file at which a line of the text begins."""
        first = line.start + len(line.of(self.text)) - len(line.of(self.text).lstrip())
        return self._source.location(self._map.source(Span(first, first + 1)).start).line


def article(path: str, findings: Sequence[Finding], numbered: Mapping[Finding, int], texts: Mapping[str, Shown]) -> str:
    """The section of an article that has findings."""
    shown = texts[path]
    by_line: defaultdict[int, list[Finding]] = defaultdict(list)
    marks: defaultdict[int, list[tuple[Span, Finding]]] = defaultdict(list)
    for found in findings:
        span = shown.span(found.place)
        by_line[shown.line_of(span.start)].append(found)
        for k in range(shown.line_of(span.start), shown.line_of(max(span.end - 1, span.start)) + 1):
            marks[k].append((span, found))
    copy = [k for k, line in enumerate(shown.lines) if line.of(shown.text).strip()]
    near = {k for n, marked in enumerate(copy) if marked in marks for k in copy[max(n - CONTEXT, 0) : n + CONTEXT + 1]}
    parts: list[str] = []
    hidden: list[str] = []
    for k in copy:
        written = _line(shown, shown.lines[k], marks.get(k, ()), numbered)
        if k in near:
            parts += [_folded(hidden), written, *(_card(f, numbered[f], texts) for f in by_line[k])]
            hidden = []
        else:
            hidden.append(written)
    parts.append(_folded(hidden))
    heading = f"<h2>{text(path)} <span class=count>{len(findings)}</span></h2>"
    return element("section", {"class": "article", "data-path": path}, f"{heading}\n{''.join(parts)}") + "\n"


def _folded(lines: Sequence[str]) -> str:
    if not lines:
        return ""
    return f"<details><summary>{len(lines)} more {'line' if len(lines) == 1 else 'lines'}</summary>{''.join(lines)}</details>\n"


def _line(shown: Shown, line: Span, marks: Iterable[tuple[Span, Finding]], numbered: Mapping[Finding, int]) -> str:
    return f"<p class=copy><span class=number>{shown.number(line)}</span>{_marked(shown.text, line, list(marks), numbered)}</p>\n"


def _marked(source: str, line: Span, marks: Sequence[tuple[Span, Finding]], numbered: Mapping[Finding, int]) -> str:
    """A line with its findings marked; where they overlap, each stretch links to the gravest."""
    edges = sorted({line.start, line.end, *(min(max(edge, line.start), line.end) for span, _ in marks for edge in span)})
    parts = []
    for start, end in zip(edges, edges[1:], strict=False):
        here = [found for span, found in marks if span.start <= start and end <= span.end]
        said = text(source[start:end])
        if here:
            gravest = min(here, key=lambda f: (-f.severity, numbered[f]))
            said = f'<a class="mark {gravest.severity.label}" href="#f{numbered[gravest]}">{said}</a>'
        parts.append(said)
    return "".join(parts)


def _card(found: Finding, number: int, texts: Mapping[str, Shown]) -> str:
    quoted = found.place.in_quote
    said = f"<p class=said>In a quotation{' of ' + text(quoted.speaker) if quoted.speaker else ''}.</p>" if quoted else ""
    head = (
        f'<h3><span class="level">{found.severity.label}</span> {text(found.message)}</h3>'
        f"<p class=where><code>{text(found.rule)}</code>, line {found.place.start.line}, column {found.place.start.column}</p>{said}"
    )
    others = "".join(_other(other, texts) for other in found.related)
    write = "".join(f"<li>Write <b>{text(s)}</b></li>" for s in found.suggestions[:3])
    record = "".join(f"<li>{text(e.fact)}: {address(e.source)}</li>" for e in found.evidence)
    body = head + others
    body += f"<ul class=write>{write}</ul>" if write else ""
    body += f"<details class=record open><summary>On record</summary><ul>{record}</ul></details>" if record else ""
    attributes = {
        "class": f"finding {found.severity.label}",
        "id": f"f{number}",
        "tabindex": "-1",
        "data-rule": found.rule,
        "data-level": found.severity.label,
    }
    return element("article", attributes, body) + "\n"


def _other(other: Related, texts: Mapping[str, Shown]) -> str:
    """The other end of a finding, with some of its line around it."""
    shown = texts[other.place.path]
    span = shown.span(other.place)
    line = shown.lines[shown.line_of(span.start)] if shown.lines else Span(0, 0)
    span = Span(span.start, min(span.end, line.end))
    begin, end = max(line.start, span.start - AROUND), min(line.end, span.end + AROUND)
    before = ("…" if begin > line.start else "") + shown.text[begin : span.start]
    after = shown.text[span.end : end] + ("…" if end < line.end else "")
    inside = span.of(shown.text) or other.place.excerpt
    return (
        f"<figure class=other><figcaption>{text(other.message)} <cite>{text(other.place.path)}, line {other.place.start.line}</cite></figcaption>"
        f"<blockquote>{text(before)}<mark>{text(inside)}</mark>{text(after)}</blockquote></figure>"
    )
