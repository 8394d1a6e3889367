"""Quotations: where each begins and ends, and the marks that are out of balance or face the wrong way.

Conventions are those of The Chicago Manual of Style (17th ed., §13.30 and §6.9-6.11) and New Hart's Rules (§9.2): a quotation
that runs on over paragraphs opens again in each and closes in the last; double within single and single within double.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import regex

from ...text import Span
from ..cues import SAYS
from ..structure import Paragraph
from .marks import Facing, Mark, double_marks
from .reading import Pairing, pair
from .singles import NONE, singles

FaultKind = Literal["unclosed", "unopened", "not-reopened", "turned", "apostrophe", "empty"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation within one paragraph. `span` includes the marks, `inside` does not.

    `closed`: a closing mark stands in this paragraph. `runs_on`: the next paragraph takes the quotation up again;
    `continues`: this one takes up the last. `depth`: how many quotations lie around it in its paragraph.
    """

    span: Span
    inside: Span
    closed: bool = True
    runs_on: bool = False
    continues: bool = False
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """A mark that is out of balance or faces the wrong way.

    `mark` is the sign itself, `reach` the copy that it concerns, from the mark to where the quotation seems to end or begin.
    `because`: why it is taken for a fault. `correction`: what should stand in place of `reach`, where that is sure.
    `other`: the place that the fault was judged by, if another. `sure`: nothing but this fault explains the marks.
    """

    kind: FaultKind
    mark: Span
    reach: Span
    because: str
    correction: str | None = None
    other: Span | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Quotations:
    """All of a text's quotations and faults, in order."""

    quotes: tuple[Quotation, ...] = ()
    faults: tuple[Fault, ...] = ()


_CLOSERS = {"“": "”", "„": "“", "‟": "”", "«": "»", "``": "''", "‘‘": "’’", '"': '"', "''": "''", "”": "”", "»": "«"}
_OPENERS = {"”": "“", "»": "«", '"': '"', "''": "''", "’’": "‘‘", "“": "“", "«": "»"}
_NAMELIKE = r"(?:[Tt]he |[Aa]n? |[Mm]rs?\.? |[Mm]s\.? )?(?:\p{L}[\p{L}’'.-]*\s){0,4}?\p{L}[\p{L}’'-]*"
#: `, the minister declared` or `, said Mr Smith`: here somebody else has begun to speak
_ATTRIBUTION = regex.compile(
    rf"(?<=[,?!…])\s(?:(?:he|she|they|it|{_NAMELIKE})\s(?:{SAYS})|(?:{SAYS})\s(?:\p{{Lu}}|the\b|an?\b|he\b|she\b|they\b))(?![\p{{L}}])"
)
_SAID = regex.compile(rf"(?<!\p{{L}})(?:{SAYS})(?!\p{{L}})")
_WORD = regex.compile(r"[\p{L}\p{N}.’'‘`´-]{0,40}[\p{L}\p{N}]|")
_SENTENCE_END = regex.compile(r"[.!?…]+(?=\s+[\p{Lu}\p{Nd}“\"‘'])")


def quotations(text: str, paragraphs: Sequence[Paragraph]) -> Quotations:
    """The quotations of a text, and what is wrong with its marks."""
    marks = [double_marks(text, p.span) for p in paragraphs]
    natural = _natural_opener(marks)
    quotes: list[Quotation] = []
    faults: list[Fault] = []
    running = False
    hanging: tuple[int, Quotation, Fault] | None = None  # the unclosed quotation that the last paragraph ended with
    for k, paragraph in enumerate(paragraphs):
        mine = marks[k]
        reading = pair(mine, k + 1 < len(paragraphs) and _reopens(text, paragraphs[k + 1], marks[k + 1]), natural) if mine else Pairing()
        found, wrong = _paragraph(text, paragraph.span, mine, reading, running, natural)
        if hanging is not None:
            joined = _joined(text, paragraph.span, hanging, wrong) if k - hanging[0] <= _LONGEST_GAP else None
            if joined is not None:
                faults.remove(hanging[2])
                quotes[quotes.index(hanging[1])] = _running(hanging[1], paragraphs[hanging[0]].span)
                wrong = [joined[1] if f is joined[0] else f for f in wrong]
                for between in paragraphs[hanging[0] + 1 : k]:
                    quotes.append(Quotation(between.span, between.span, False, True, True))
                start, closer = paragraph.span.start, joined[0].mark
                found.insert(0, Quotation(Span(start, closer.end), Span(start, closer.start), continues=True))
                hanging = None
            elif mine:
                hanging = None
        single = singles(text, paragraph.span, sorted(q.span for q in found))
        if single is not NONE:
            found += [Quotation(Span(a, b + 1), Span(a + 1, b)) for a, b in single.pairs]
            wrong += [_turned_single(text, a, b) for a, b in single.pairs if b in single.turned]
            wrong += [_apostrophe(text, paragraph.span, at) for at in single.apostrophes]
        quotes += _nested(found)
        faults += sorted(wrong, key=lambda f: f.mark)
        running = bool(reading.running)
        ends = [f for f in wrong if f.kind == "unclosed"]
        if ends and mine and ends[-1].mark == mine[-1].span:
            hanging = (k, next(q for q in quotes if q.span.start == ends[-1].mark.start), ends[-1])
    return Quotations(tuple(sorted(quotes, key=lambda q: (q.span.start, -q.span.end))), tuple(faults))


_LONGEST_GAP = 3  # paragraphs between an opener and its closer that open with no mark: verse, lists, letters


def _natural_opener(marks: Sequence[Sequence[Mark]]) -> str | None:
    """The closing sign that opens quotations throughout this document (”…” in Swedish, »…« in German), if one does."""
    opening = [m.sign for mine in marks for m in mine if m.form is not Facing.EITHER and m.lean is Facing.OPEN]
    for sign, usual in (("”", "“"), ("»", "«")):
        if opening.count(sign) >= 2 and usual not in opening:
            return sign
    return None


def _reopens(text: str, paragraph: Paragraph, marks: Sequence[Mark]) -> bool:
    """Whether a paragraph begins with an opening mark."""
    if not marks or marks[0].form is Facing.CLOSE:
        return False
    return not text[paragraph.span.start : marks[0].span.start].strip(" \t‘'([*_>…-–—.•") and marks[0].lean is not Facing.CLOSE


def _paragraph(
    text: str, span: Span, marks: Sequence[Mark], reading: Pairing, continues: bool, natural: str | None
) -> tuple[list[Quotation], list[Fault]]:
    quotes: list[Quotation] = []
    faults: list[Fault] = []
    for a, b in reading.pairs:
        opener, closer = marks[a], marks[b]
        inside = Span(opener.span.end, closer.span.start)
        whole = Span(opener.span.start, closer.span.end)
        if not inside.of(text).strip():
            faults.append(Fault("empty", whole, whole, "nothing stands between the two marks"))
            continue
        quotes.append(Quotation(whole, inside, continues=continues and a == 0))
        if opener.form is Facing.CLOSE and natural is None:
            faults.append(_turned(text, opener, inside, "a quotation begins here", _OPENERS[opener.sign]))
        if closer.form is Facing.OPEN and natural is None and not (opener.sign == "„" and closer.sign == "“"):
            faults.append(_turned(text, closer, inside, "the quotation ends here", _CLOSERS[closer.sign]))
    for a in reading.running:
        quotes.append(Quotation(Span(marks[a].span.start, span.end), Span(marks[a].span.end, span.end), False, True, continues and a == 0))
    for a in reading.unclosed:
        fault = _unclosed(text, span, marks, a)
        faults.append(fault)
        quotes.append(Quotation(fault.reach, Span(marks[a].span.end, fault.reach.end), False, False, continues and a == 0))
    for a in reading.unopened:
        faults.append(_unopened(text, span, marks, a))
    return quotes, faults


def _unclosed(text: str, span: Span, marks: Sequence[Mark], a: int) -> Fault:
    mark = marks[a]
    following = marks[a + 1].span.start if a + 1 < len(marks) else span.end
    stretch = text[mark.span.end : following].rstrip()
    said = _ATTRIBUTION.search(stretch) if mark.lean is Facing.OPEN else None
    end = mark.span.end + (said.start() if said else len(stretch))
    because = "the next mark opens another quotation" if following < span.end else "the paragraph ends, and the next one does not open again"
    correction = None
    if said and _SAID.search(stretch, 0, said.start()) is None:
        because += f"; it seems to end before “{_short(said.group().strip())}”"
        correction = text[mark.span.start : end] + _CLOSERS[mark.sign]
    return Fault("unclosed", mark.span, Span(mark.span.start, end), because, correction, sure=mark.lean is not Facing.EITHER)


def _unopened(text: str, span: Span, marks: Sequence[Mark], a: int) -> Fault:
    mark = marks[a]
    start = marks[a - 1].span.end if a else span.start
    stops = [m.end() for m in _SENTENCE_END.finditer(text, start, mark.span.start)]
    begins = start if a == 0 and not stops else (stops[-1] if stops else start)
    begins += len(text[begins : mark.span.start]) - len(text[begins : mark.span.start].lstrip())
    because = "no quotation is open in this paragraph" if a == 0 else "the quotation before it has been closed already"
    correction = _OPENERS[mark.sign] + text[begins : mark.span.end] if a == 0 and not stops and text[begins].isupper() else None
    return Fault("unopened", mark.span, Span(begins, mark.span.end), because, correction, sure=mark.lean is not Facing.EITHER)


def _turned(text: str, mark: Mark, inside: Span, because: str, right: str) -> Fault:
    """A mark that faces the wrong way; its reach is the mark and the word that it touches."""
    if mark.span.end == inside.start:
        words = regex.match(r"\s*\S{1,30}", text, pos=mark.span.end, endpos=inside.end)
        reach = Span(mark.span.start, words.end() if words else mark.span.end)
        return Fault("turned", mark.span, reach, because, right + text[mark.span.end : reach.end])
    start = max(inside.start, mark.span.start - 30)
    words = regex.search(r"\S+\s*$", text[start : mark.span.start])
    reach = Span(start + (words.start() if words else mark.span.start - start), mark.span.end)
    return Fault("turned", mark.span, reach, because, text[reach.start : mark.span.start] + right)


def _turned_single(text: str, opener: int, closer: int) -> Fault:
    start = max(opener + 1, text.rfind(" ", opener, closer) + 1)
    return Fault("turned", Span(closer, closer + 1), Span(start, closer + 1), "the quotation ends here", text[start:closer] + "’")


def _apostrophe(text: str, within: Span, at: int) -> Fault:
    start = at
    while start > within.start and not text[start - 1].isspace() and at - start < 40:
        start -= 1
    start += len(text[start:at]) - len(text[start:at].lstrip('(“"[—–-'))
    after = _WORD.match(text, at + 1, within.end)
    end = after.end() if after else at + 1
    correction = text[start:at] + "’" + text[at + 1 : end]
    return Fault("apostrophe", Span(at, at + 1), Span(start, end), "no quotation opens here", correction)


def _joined(text: str, span: Span, hanging: tuple[int, Quotation, Fault], wrong: Sequence[Fault]) -> tuple[Fault, Fault] | None:
    """The stray closer of this paragraph that ends the quotation left open before it, and the milder fault that both make."""
    strays = [f for f in wrong if f.kind == "unopened"]
    if not strays or text[span.start : strays[0].mark.start].strip() == "" or min(f.mark for f in wrong) != strays[0].mark:
        return None
    because = "the quotation closes here, but this paragraph does not open it again"
    start = Span(span.start, strays[0].mark.end)
    return strays[0], Fault("not-reopened", strays[0].mark, start, because, other=hanging[2].mark, sure=False)


def _running(quote: Quotation, paragraph: Span) -> Quotation:
    return replace(quote, span=Span(quote.span.start, paragraph.end), inside=Span(quote.inside.start, paragraph.end), runs_on=True)


def _nested(found: Sequence[Quotation]) -> list[Quotation]:
    """The quotations of one paragraph, in order, each with the number of those around it."""
    placed: list[Quotation] = []
    around: list[Span] = []
    for quote in sorted(found, key=lambda q: (q.span.start, -q.span.end)):
        while around and not around[-1].contains(quote.span):
            around.pop()
        placed.append(replace(quote, depth=len(around)) if around else quote)
        around.append(quote.span)
    return placed


def _short(words: str, width: int = 40) -> str:
    return words if len(words) <= width else words[:width].rsplit(" ", 1)[0] + " …"
