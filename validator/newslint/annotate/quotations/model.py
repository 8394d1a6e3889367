"""Quotations and what is wrong with their marks, as plain values."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ...text import Span

#: unclosed, unopened: a mark is missing. not-reopened: a quotation runs on over paragraphs that don't open again.
#: turned: a mark faces the wrong way. apostrophe: a mark stands where an apostrophe belongs. empty: nothing is quoted.
FaultKind = Literal["unclosed", "unopened", "not-reopened", "turned", "apostrophe", "empty"]


class Quotation(NamedTuple):
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


class Fault(NamedTuple):
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


class Quotations(NamedTuple):
    """All of a text's quotations and faults, in order."""

    quotes: tuple[Quotation, ...] = ()
    faults: tuple[Fault, ...] = ()
