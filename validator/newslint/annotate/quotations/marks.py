"""Double quotation marks as they stand in a text: which form each has, and which way its surroundings say that it faces."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from ...pattern import pattern
from ...text import Span

#: marks of print and of the keyboard: 66 and 99, low and reversed, guillemets, straight, TeX's two backticks, two single marks.
#: Of three apostrophes in a row the last two are the double mark.
_MARK = pattern(r"[“”„‟\"«»]|''(?!')|``|‘‘(?!‘)|’’(?!’)")
#: attributes of markup left in the copy (`<a href="…">`) carry marks that are none
_TAG = pattern(r"<[a-z/!][^<>\n]{0,2000}>")
#: 6'3" and 5′ 11″: feet before, so the mark means inches
_FEET = pattern(r"\d{1,2} ?['’′] ?\d{1,2}(?:\.\d|[¼½¾])?$")

_OPENERS = frozenset(("“", "„", "‟", "«", "``", "‘‘"))
_CLOSERS = frozenset(("”", "»", "’’"))
_BEFORE_OPENER = frozenset("([{<—–-/\u2015\u2212=|*_~")
_AFTER_CLOSER = frozenset(".,;:!?)]}>…—–-/|*_~%")
_ANY = frozenset("‘’'‚‛`“”„\"«»")
_MOST_BESIDE = 4  # marks in a row that are looked past


class Facing(IntEnum):
    """Which way a mark faces, by form or by what stands around it."""

    OPEN = 1
    EITHER = 0
    CLOSE = -1


class Mark(NamedTuple):
    """`form`: which way the sign itself faces; `lean`: which way its surroundings say; `inches`: feet stand before it."""

    span: Span
    sign: str
    form: Facing
    lean: Facing
    inches: bool = False
    digit_before: bool = False

    @property
    def family(self) -> str:
        if self.sign in "«»":
            return "guillemet"
        return "curly" if self.form or self.sign == "„" else "straight"


def double_marks(text: str, span: Span) -> list[Mark]:
    """The double marks within `span`, those of markup left out."""
    found = [m.span() for m in _MARK.finditer(text, span.start, span.end)]
    if not found:
        return []
    tags = [t.span() for t in _TAG.finditer(text, span.start, span.end)] if "<" in span.of(text) else []
    return [_mark(text, s, e, span) for s, e in found if not any(a < s < b for a, b in tags) and not _is_arrow(text, s, e, span)]


def _is_arrow(text: str, start: int, end: int, within: Span) -> bool:
    """Whether a guillemet points somewhere, "More »": it stands alone, in a paragraph without its partner."""
    partner = {"«": "»", "»": "«"}.get(text[start:end])
    if partner is None or partner in within.of(text):
        return False
    return (start == within.start or text[start - 1].isspace()) and (end == within.end or text[end].isspace())


def _mark(text: str, start: int, end: int, within: Span) -> Mark:
    sign = text[start:end]
    form = Facing.OPEN if sign in _OPENERS else Facing.CLOSE if sign in _CLOSERS else Facing.EITHER
    digit = form is not Facing.OPEN and start > within.start and text[start - 1].isdigit()
    inches = digit and _FEET.search(text, max(within.start, start - 9), start) is not None
    return Mark(Span(start, end), sign, form, lean(text, start, end, within), inches, digit)


def lean(text: str, start: int, end: int, within: Span) -> Facing:
    """Which way the surroundings of a mark say that it faces; other marks beside it are looked past."""
    before, after = start - 1, end
    while before >= max(within.start, start - _MOST_BESIDE) and text[before] in _ANY:
        before -= 1
    while after < min(within.end, end + _MOST_BESIDE) and text[after] in _ANY:
        after += 1
    free = before < within.start or text[before].isspace()
    if after >= within.end or text[after].isspace():
        return Facing.EITHER if free else Facing.CLOSE
    if free:
        stop = text[after] in ".,;:!?)" and not text.startswith((".", "…"), after + 1) and not text[after + 1 : after + 2].isalnum()
        return Facing.EITHER if stop else Facing.OPEN
    if text[before] in _BEFORE_OPENER:
        return Facing.CLOSE if text[after] in _AFTER_CLOSER and text[after] not in "[(" else Facing.OPEN
    return Facing.CLOSE if text[after] in _AFTER_CLOSER else Facing.EITHER
