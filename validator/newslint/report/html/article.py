"""One article on the desk's page: its paragraphs, the findings marked in them, and beside each paragraph what there is to say of it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from ...annotate.structure import Paragraph, paragraphs
from ...document import Document
from ...finding import Finding, Place, Related, Severity
from ...text import LineMap, Span
from ..summary import counted
from .markup import address, element, text

#: paragraphs shown around one with a finding; the others unfold
CONTEXT = 1
#: characters of the other end's paragraph that are shown on either side of it
AROUND = 110
#: findings that the place of their other end leads back to
MOST_BACK = 5
#: characters of what is to be replaced up to which it is shown again beside what replaces it
REPLACED = 60


class Shown:
    """An article as it is shown: its paragraphs, and the line of the file in which each begins."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self._map = document.map
        self._source = LineMap.of(document.source)
        self.paragraphs = paragraphs(self.text, document.title) or (Paragraph(Span(0, len(self.text)), "body", 0),)

    def span(self, place: Place) -> Span:
        return self._map.text(Span(place.start.offset, place.end.offset))

    def at(self, offset: int) -> Paragraph:
        """The paragraph at an offset of the text; between two, the one before."""
        return self.paragraphs[max(bisect_right(self.paragraphs, offset, key=lambda p: p.span.start) - 1, 0)]

    def number(self, paragraph: Paragraph) -> int:
        """The line of the file in which a paragraph begins."""
        start = paragraph.span.start
        return self._source.location(self._map.source(Span(start, start + 1)).start).line


class Copy:
    """The articles that a page shows, and links to the places in them."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self.shown = {path: Shown(document) for path, document in documents.items()}
        self._numbers = {path: k for k, path in enumerate(sorted(documents), 1)}

    def article(self, path: str, said: str) -> str:
        """A link to an article, where it is on the page."""
        return element("a", {"href": f"#{self.section(path)}"}, text(said)) if path in self.shown else text(said)

    def link(self, place: Place, said: str) -> str:
        """A link to the paragraph that a place lies in, where it is on the page."""
        if place.path not in self.shown:
            return text(said)
        shown = self.shown[place.path]
        return element("a", {"href": f"#{self.anchor(place.path, shown.at(shown.span(place).start))}"}, text(said))

    def section(self, path: str) -> str:
        return f"a{self._numbers[path]}"

    def anchor(self, path: str, paragraph: Paragraph) -> str:
        return f"{self.section(path)}p{paragraph.number}"


def article(
    path: str, findings: Sequence[Finding], ends: Sequence[tuple[Related, Finding]], numbered: Mapping[Finding, int], copy: Copy, day: str
) -> str:
    """The section of an article that has findings, or other ends of such: `ends`, each with the finding whose it is. `day` tells its date."""
    shown = copy.shown[path]
    cards: defaultdict[int, list[str]] = defaultdict(list)
    marks: defaultdict[int, list[_Mark]] = defaultdict(list)
    for found in findings:
        span = shown.span(found.place)
        first, last = shown.at(span.start).number, shown.at(max(span.end - 1, span.start)).number
        cards[first].append(_card(found, numbered[found], copy))
        for k in range(first, last + 1):
            marks[k].append((span, found.severity, numbered[found]))
    back: defaultdict[int, list[Finding]] = defaultdict(list)
    for other, found in ends:
        span = shown.span(other.place)
        k = shown.at(span.start).number
        back[k].append(found)
        marks[k].append((span, None, numbered[found]))
    for k, of in back.items():
        cards[k].append(_back(of, numbered))
    count = counted(len(findings), "finding") if findings else "no finding of its own"
    heading = f"<h2>{text(path)}</h2><p class=about>{day} · {count}</p>"
    return (
        element(
            "section", {"class": "article", "id": copy.section(path), "data-path": path}, f"{heading}\n{''.join(_rows(path, copy, marks, cards))}"
        )
        + "\n"
    )


#: a span, the level of its finding (None: it is the other end of one), and the finding's number
_Mark = tuple[Span, Severity | None, int]


def _rows(path: str, copy: Copy, marks: Mapping[int, Sequence[_Mark]], cards: Mapping[int, Sequence[str]]) -> Iterator[str]:
    """The paragraphs with what there is to say beside them; those with nothing stand in the room that the ones above leave."""
    near = {k for at in marks for k in range(at - CONTEXT, at + CONTEXT + 1)}
    said: list[str] = []
    beside: Sequence[str] = ()
    for is_near, group in groupby(copy.shown[path].paragraphs, key=lambda p: p.number in near):
        if not is_near:
            hidden = [_said(path, paragraph, copy, ()) for paragraph in group]
            said.append(f"<details class=more><summary>{counted(len(hidden), 'more paragraph')}</summary>{''.join(hidden)}</details>\n")
            continue
        for paragraph in group:
            if own := cards.get(paragraph.number):
                yield _row(said, beside)
                said, beside = [], own
            said.append(_said(path, paragraph, copy, marks.get(paragraph.number, ())))
    yield _row(said, beside)


def _row(said: Sequence[str], beside: Sequence[str]) -> str:
    """The first paragraph with what there is to say of it, then the others."""
    if not said:
        return ""
    margin = f"<div class=beside>{''.join(beside)}</div>" if beside else ""
    rest = f"<div>{''.join(said[1:])}</div>" if said[1:] else ""
    return f"<div class=row>{said[0]}{margin}{rest}</div>\n"


def _said(path: str, paragraph: Paragraph, copy: Copy, marks: Sequence[_Mark]) -> str:
    shown = copy.shown[path]
    number = f"<span class=number>{shown.number(paragraph)}</span>"
    words = _marked(shown.text, paragraph.span, marks)
    return element("p", {"class": f"copy {paragraph.kind}", "id": copy.anchor(path, paragraph)}, number + words) + "\n"


def _marked(source: str, within: Span, marks: Sequence[_Mark]) -> str:
    """A paragraph with its findings marked; where they overlap, each stretch links to the gravest."""
    edges = sorted({within.start, within.end, *(min(max(edge, within.start), within.end) for span, _, _ in marks for edge in span)})
    parts = []
    for start, end in zip(edges, edges[1:], strict=False):
        here = [(level, number) for span, level, number in marks if span.start <= start and end <= span.end]
        said = text(source[start:end])
        if here:
            level, number = min(here, key=lambda mark: (0 if mark[0] is None else -mark[0] - 1, mark[1]))
            said = f'<a class="mark {"end" if level is None else level.label}" href="#f{number}">{said}</a>'
        parts.append(said)
    return "".join(parts)


def _card(found: Finding, number: int, copy: Copy) -> str:
    quoted = found.place.in_quote
    said = f" · in a quotation{' of ' + text(quoted.speaker) if quoted.speaker else ''}" if quoted else ""
    level = found.severity.label
    body = (
        f'<p class=what><span class="level">{level}</span> <a href="#rule-{text(found.rule)}">{text(found.rule)}</a>'
        f" <span class=where>line {found.place.start.line}{said}</span></p><h3>{text(found.message)}</h3>"
    )
    body += "".join(_other(other, found.place.path, copy) for other in found.related)
    body += "".join(_write(found.place.excerpt, new) for new in found.suggestions[:3])
    body += "".join(f"<p class=record>On record: {text(e.fact)}, {address(e.source, e.host)}</p>" for e in found.evidence)
    attributes = {"class": f"finding {level}", "id": f"f{number}", "tabindex": "-1", "data-rule": found.rule, "data-level": level}
    return element("article", attributes, body) + "\n"


def _write(old: str, new: str) -> str:
    replaced = f"<del>{text(old)}</del> " if len(old) <= REPLACED else ""
    return f"<p class=write><span class=label>Write</span> {replaced}<ins>{text(new)}</ins></p>"


def _back(findings: Sequence[Finding], numbered: Mapping[Finding, int]) -> str:
    """What to say beside the other end of findings."""
    links = [
        f'<a href="#f{numbered[found]}">{text(found.rule)} in {text(found.place.path)}, line {found.place.start.line}</a>'
        for found in findings[:MOST_BACK]
    ]
    more = f" and {len(findings) - MOST_BACK} more" if len(findings) > MOST_BACK else ""
    return f"<p class=back>Other end of {'; '.join(links)}{more}</p>"


def _other(other: Related, path: str, copy: Copy) -> str:
    """The other end of a finding in an article, with some of its paragraph around it."""
    shown = copy.shown[other.place.path]
    span = shown.span(other.place)
    within = shown.at(span.start).span
    span = Span(max(span.start, within.start), min(span.end, within.end))
    begin, end = max(within.start, span.start - AROUND), min(within.end, span.end + AROUND)
    before = ("…" if begin > within.start else "") + shown.text[begin : span.start]
    after = shown.text[span.end : end] + ("…" if end < within.end else "")
    inside = span.of(shown.text) or other.place.excerpt
    line = f"line {other.place.start.line}"
    where = copy.link(other.place, line if other.place.path == path else f"{other.place.path}, {line}")
    return (
        f"<figure class=other><figcaption>{text(other.message)} <cite>{where}</cite></figcaption>"
        f"<blockquote>{text(before)}<mark>{text(inside)}</mark>{text(after)}</blockquote></figure>"
    )
