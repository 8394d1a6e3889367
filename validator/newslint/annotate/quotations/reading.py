"""How the double marks of a paragraph pair off: of all readings, the one with the least that is wrong.

Each mark may open, close, stand alone, or mean inches. A reading costs what it takes the copy to have got wrong: a mark
against its form, against its surroundings, one that is missing. The weights only have to rank errors by how often they are
made: a mark turned round is likelier than one left out, and one left out likelier than two things wrong at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .marks import Facing, Mark

_MISSING = 6.0  # a mark that is not there
_AGAINST_FORM = 3.0
_AGAINST_LEAN = 4.0
_AGAINST_BOTH = 14.0
_NO_LEAN = 1.0
_MIXED = 1.0  # “ closed by "
_NESTED = 2.0  # “ within “
_NESTED_STRAIGHT = 5.0  # " within ": the form doesn't show it
_NOT_A_MARK = 4.0  # a digit before: inches, perhaps
_DEEPEST = 3


class Pairing(NamedTuple):
    """Indices of marks: `pairs` (opener, closer), `unclosed` openers, `unopened` closers, `turned` against their form,
    `running`: openers that the next paragraph may take up again."""

    pairs: tuple[tuple[int, int], ...] = ()
    unclosed: tuple[int, ...] = ()
    unopened: tuple[int, ...] = ()
    running: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Path:
    cost: float
    stack: tuple[int, ...]
    steps: tuple[object, ...] | None  # a linked list: (the step before, what, indices)


def pair(marks: Sequence[Mark], reopens: bool, natural_opener: str | None = None) -> Pairing:
    """The best reading of a paragraph's marks. `reopens`: the next paragraph begins with an opening mark.

    `natural_opener`: a sign of closing form that opens in this document's tradition (”…”, »…«).
    """
    if _plain(marks):
        return Pairing(tuple((k, k + 1) for k in range(0, len(marks), 2)))
    paths = [_Path(0.0, (), None)]
    for k, mark in enumerate(marks):
        best: dict[tuple[str, ...], _Path] = {}
        for path in paths:
            for step in _steps(path, marks, k, mark, natural_opener):
                key = tuple(marks[i].family for i in step.stack)
                if key not in best or step.cost < best[key].cost:
                    best[key] = step
        paths = list(best.values())
    ends = [(p.cost + (_MISSING * max(0, len(p.stack) - 1) + (0.5 if reopens else _MISSING) if p.stack else 0.0), p) for p in paths]
    return _pairing(min(ends, key=lambda e: e[0])[1], reopens)


def _plain(marks: Sequence[Mark]) -> bool:
    """Whether openers and closers alternate, each facing as its form and its surroundings say."""
    if len(marks) % 2:
        return False
    for k, mark in enumerate(marks):
        facing = mark.form or mark.lean
        if facing is not (Facing.CLOSE if k % 2 else Facing.OPEN) or mark.lean not in (facing, Facing.EITHER):
            return False
    return all(marks[k].family == marks[k + 1].family for k in range(0, len(marks), 2))


def _steps(path: _Path, marks: Sequence[Mark], k: int, mark: Mark, natural: str | None) -> list[_Path]:
    opening = _facing_cost(mark, Facing.OPEN, mark.sign == natural)
    closing = _facing_cost(mark, Facing.CLOSE, natural is not None and mark.form is Facing.OPEN)
    depth = len(path.stack)
    found = []
    if depth < _DEEPEST:
        nesting = 0.0
        if depth:
            outer = marks[path.stack[-1]]
            nesting = _MIXED if outer.family != mark.family else _NESTED_STRAIGHT if mark.form is Facing.EITHER else _NESTED
        found.append(_Path(path.cost + opening + nesting, (*path.stack, k), (path.steps, "open", k)))
    if depth:
        top = marks[path.stack[-1]]
        partner = closing
        if mark.sign == "“" and top.sign in "„‚" and mark.lean is not Facing.OPEN:
            partner = 0.0
        if top.family != mark.family:
            partner += _AGAINST_LEAN if "guillemet" in (top.family, mark.family) else _MIXED
        found.append(_Path(path.cost + partner, path.stack[:-1], (path.steps, "pair", path.stack[-1], k)))
        found.append(_Path(path.cost + _MISSING + opening, (*path.stack[:-1], k), (path.steps, "drop", path.stack[-1])))
    else:
        found.append(_Path(path.cost + _MISSING + closing, (), (path.steps, "stray", k)))
    if mark.inches or (mark.digit_before and mark.form is Facing.EITHER):
        found.append(_Path(path.cost + (0.0 if mark.inches else _NOT_A_MARK), path.stack, path.steps))
    return found


def _facing_cost(mark: Mark, facing: Facing, tradition: bool) -> float:
    """What it takes `mark` to face this way; `tradition`: in this document signs of its form may."""
    wrong_form = not tradition and mark.form not in (facing, Facing.EITHER)
    if mark.lean is facing:
        return _AGAINST_FORM if wrong_form else 0.0
    if mark.lean is Facing.EITHER:
        return _NO_LEAN + (_AGAINST_FORM if wrong_form else 0.0)
    return _AGAINST_BOTH if wrong_form else _AGAINST_LEAN


def _pairing(path: _Path, reopens: bool) -> Pairing:
    pairs, unclosed, unopened = [], [], []
    steps: object = path.steps
    while isinstance(steps, tuple):
        match steps:
            case (_, "pair", int(a), int(b)):
                pairs.append((a, b))
            case (_, "drop", int(a)):
                unclosed.append(a)
            case (_, "stray", int(a)):
                unopened.append(a)
        steps = steps[0]
    left = list(path.stack)
    running = (left.pop(),) if left and reopens and len(left) == 1 else ()
    return Pairing(tuple(sorted(pairs)), tuple(sorted([*unclosed, *left])), tuple(sorted(unopened)), running)
