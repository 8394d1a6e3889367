"""Quotations: where each begins and ends, and the marks that are out of balance or face the wrong way.

Conventions are those of The Chicago Manual of Style (17th ed., §13.30 and §6.9-6.11) and New Hart's Rules (§9.2): a quotation
that runs on over paragraphs opens again in each and closes in the last; double within single and single within double.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...text import Span
from ..structure import Paragraph
from . import faults as wrong
from .marks import Facing, Mark, double_marks
from .model import Fault, FaultKind, Quotation, Quotations
from .reading import Pairing, pair
from .singles import singles

__all__ = ["Fault", "FaultKind", "Quotation", "Quotations", "quotations"]

#: captions and the like that may stand between two paragraphs of one quotation
_MOST_INSERTS = 2
#: paragraphs between an opener and its closer that open with no mark: verse, lists, letters
_LONGEST_GAP = 3


def quotations(text: str, paragraphs: Sequence[Paragraph]) -> Quotations:
    """The quotations of a text, and what is wrong with its marks."""
    spans = [p.span for p in paragraphs]
    marks = [double_marks(text, span) for span in spans]
    natural = _natural_opener(marks)
    quotes: list[list[Quotation]] = []
    faults: list[list[Fault]] = []
    running = False
    for k, span in enumerate(spans):
        mine = marks[k]
        reading = pair(mine, _goes_on(text, spans, marks, k), natural) if mine else Pairing()
        found, bad = _doubles(text, span, mine, reading, running, natural)
        quotes.append(found)
        faults.append(bad)
        if mine or not _insert(text, span):
            running = bool(reading.running)
    for k in range(len(spans)):
        _join(text, spans, marks, quotes, faults, k)
    for k, span in enumerate(spans):
        found, bad = _singles(text, span, quotes[k])
        quotes[k] = _nested([*quotes[k], *found])
        faults[k] = sorted([*faults[k], *bad], key=lambda f: f.mark)
    return Quotations(tuple(q for found in quotes for q in found), tuple(f for bad in faults for f in bad))


def _natural_opener(marks: Sequence[Sequence[Mark]]) -> str | None:
    """The closing sign that opens quotations throughout this document (”…” in Swedish, »…« in German), if one does."""
    opening = [m.sign for mine in marks for m in mine if m.form is not Facing.EITHER and m.lean is Facing.OPEN]
    for sign, usual in (("”", "“"), ("»", "«")):
        if opening.count(sign) >= 2 and usual not in opening:
            return sign
    return None


def _goes_on(text: str, spans: Sequence[Span], marks: Sequence[Sequence[Mark]], k: int) -> bool:
    """Whether the paragraph after number `k`, or after the captions that follow it, opens with a mark and so may go on with a quotation."""
    openers = [m for m in marks[k] if (m.form or m.lean) is Facing.OPEN]
    if openers and openers[-1] is marks[k][-1] and wrong.attributed(text, spans[k], openers[-1]):
        return False
    for after in range(k + 1, min(len(spans), k + 2 + _MOST_INSERTS)):
        if marks[after] or not _insert(text, spans[after]):
            return _opens(text, spans[after], marks[after])
    return False


def _insert(text: str, span: Span) -> bool:
    """Whether a paragraph stands between others without being part of the story's sentences: a caption, a label, a heading."""
    return text[span.end - 1] not in ".!?…:;,”\"’'»)"


def _opens(text: str, span: Span, marks: Sequence[Mark]) -> bool:
    """Whether a paragraph begins with an opening mark."""
    if not marks or marks[0].form is Facing.CLOSE or marks[0].lean is Facing.CLOSE:
        return False
    return not text[span.start : marks[0].span.start].strip(" \t‘'([*_>…-–—.•")


def _doubles(
    text: str, span: Span, marks: Sequence[Mark], reading: Pairing, continues: bool, natural: str | None
) -> tuple[list[Quotation], list[Fault]]:
    """A paragraph's quotations in double marks, and what is wrong with them."""
    quotes: list[Quotation] = []
    faults: list[Fault] = []
    for a, b in reading.pairs:
        opener, closer = marks[a], marks[b]
        inside = Span(opener.span.end, closer.span.start)
        whole = Span(opener.span.start, closer.span.end)
        if not inside.of(text).strip():
            faults.append(wrong.empty(whole))
            continue
        quotes.append(Quotation(whole, inside, continues=continues and a == 0))
        if opener.form is Facing.CLOSE and natural is None:
            faults.append(wrong.turned_opener(text, opener, inside))
        if closer.form is Facing.OPEN and natural is None and not (opener.sign == "„" and closer.sign == "“"):
            faults.append(wrong.turned_closer(text, closer.span, inside))
    for a in reading.running:
        quotes.append(Quotation(Span(marks[a].span.start, span.end), Span(marks[a].span.end, span.end), False, True, continues and a == 0))
    for a in reading.unclosed:
        fault = wrong.unclosed(text, span, marks, a)
        faults.append(fault)
        quotes.append(Quotation(fault.reach, Span(marks[a].span.end, fault.reach.end), False, False, continues and a == 0))
    faults += [wrong.unopened(text, span, marks, a) for a in reading.unopened]
    return quotes, faults


def _join(
    text: str, spans: Sequence[Span], marks: Sequence[Sequence[Mark]], quotes: list[list[Quotation]], faults: list[list[Fault]], k: int
) -> None:
    """Makes one fault of two where the quotation that paragraph `k` leaves open is closed in a later one that did not open it again.

    Where the text breaks off in mid-sentence, the break is one of lines, and there is no fault at all.
    """
    left = next((f for f in faults[k] if f.kind == "unclosed" and f.mark == marks[k][-1].span), None)
    if left is None:
        return
    end = next((j for j in range(k + 1, min(len(spans), k + 1 + _LONGEST_GAP)) if marks[j]), None)
    stray = next((f for f in faults[end] if f.kind == "unopened" and f.mark == marks[end][0].span), None) if end is not None else None
    if end is None or stray is None or not text[spans[end].start : stray.mark.start].strip():
        return
    quotes[k] = [
        q._replace(span=Span(q.span.start, spans[k].end), inside=Span(q.inside.start, spans[k].end), runs_on=True)
        if q.span.start == left.mark.start
        else q
        for q in quotes[k]
    ]
    for between in range(k + 1, end):
        quotes[between] = [Quotation(spans[between], spans[between], False, True, True)]
    start = spans[end].start
    quotes[end] = [Quotation(Span(start, stray.mark.end), Span(start, stray.mark.start), continues=True), *quotes[end]]
    faults[k] = [f for f in faults[k] if f is not left]
    broken = _insert(text, spans[k])
    faults[end] = (
        [f for f in faults[end] if f is not stray]
        if broken
        else [wrong.not_reopened(spans[end], stray, left.mark) if f is stray else f for f in faults[end]]
    )


def _singles(text: str, span: Span, doubles: Sequence[Quotation]) -> tuple[list[Quotation], list[Fault]]:
    """A paragraph's quotations in single marks, and what is wrong with them and with its apostrophes."""
    found = singles(text, span, sorted(q.span for q in doubles))
    quotes = [Quotation(Span(a, b + 1), Span(a + 1, b)) for a, b in found.pairs]
    faults = [wrong.turned_closer(text, Span(b, b + 1), Span(a + 1, b), "’") for a, b in found.pairs if b in found.turned]
    faults += [wrong.apostrophe(text, span, at) for at in found.apostrophes]
    return quotes, faults


def _nested(found: Sequence[Quotation]) -> list[Quotation]:
    """The quotations of one paragraph, in order, each with the number of those around it."""
    placed: list[Quotation] = []
    around: list[Span] = []
    for quote in sorted(found, key=lambda q: (q.span.start, -q.span.end)):
        while around and not around[-1].contains(quote.span):
            around.pop()
        placed.append(quote._replace(depth=len(around)) if around else quote)
        around.append(quote.span)
    return placed
