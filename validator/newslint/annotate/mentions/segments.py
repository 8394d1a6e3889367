"""From runs of capitals to stretches that may be one name each: titles, weekdays and the names of bodies taken apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ...facts.names import PARTICLES, SUFFIXES
from ...text import Span
from . import given_names
from .runs import Run, Token
from .words import ADDRESS, BODIES, DESCRIBES, JOBS, MODIFIERS, NOT_NAMES, STARTERS

_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december "
    """
    mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sept sep oct nov dec today yesterday tomorrow tonight
    """.split()
)
_TITLES = ADDRESS | JOBS | MODIFIERS


class Segment(NamedTuple):
    """Words that may be one name. `body`: they end in the head noun of a body's name. `opens`: the first word begins the sentence."""

    tokens: tuple[Token, ...]
    run: Run
    body: bool
    opens: bool

    @property
    def span(self) -> Span:
        return Span(self.tokens[0].start, self.tokens[-1].end)

    @property
    def names_nobody(self) -> bool:
        """Whether a word in it belongs to no personal name."""
        return any(t.low in NOT_NAMES for t in self.tokens[1:]) or self.tokens[0].low in NOT_NAMES


def segments(run: Run, taken: Iterable[Span]) -> Iterator[Segment]:
    """The stretches of a run outside what is `taken` already."""
    blocked = list(taken)
    current: list[Token] = []
    opens = run.opens
    for k, token in enumerate(run.tokens):
        if any(span.start <= token.start < span.end for span in blocked):
            yield from _segment(current, run, False, opens)
            current = []
        elif token.low in BODIES and (current or token.text[0].isupper()):
            current.append(token)
            after = run.tokens[k + 1] if k + 1 < len(run.tokens) else None
            if after is None or after.low not in BODIES:
                yield from _segment(current, run, True, opens)
                current = []
            continue
        elif (
            token.low in _CALENDAR
            or (not current and token.low in STARTERS and not _name_follows(run.tokens, k))
            or _is_title(token, current, run.tokens, k)
        ):
            yield from _segment(current, run, False, opens)
            current = []
        else:
            if not current:
                opens = run.opens and k == 0
            current.append(token)
    yield from _segment(current, run, False, opens)


def _segment(tokens: Sequence[Token], run: Run, body: bool, opens: bool) -> Iterator[Segment]:
    kept = list(tokens)
    while kept and kept[-1].low in PARTICLES and kept[-1].text.islower():
        kept.pop()
    if kept:
        yield Segment(tuple(kept), run, body, opens)


def _name_follows(tokens: Sequence[Token], k: int) -> bool:
    """Whether a word that may open a sentence is a given name here: Will Smith, not "While Smith"."""
    return tokens[k].low in given_names.ALL and k + 1 < len(tokens)


def _is_title(token: Token, current: Sequence[Token], tokens: Sequence[Token], k: int) -> bool:
    if token.low in PARTICLES and token.text.islower():
        return False
    if token.low in SUFFIXES and current:
        return False
    titled = token.low in _TITLES or (not current and token.low in DESCRIBES) or ("-" in token.low and token.low.rsplit("-", 1)[1] in JOBS)
    # Stephen King, Justin Welby Bishop: after a given name and at the end it is a surname
    return titled and not (len(current) >= 1 and current[0].low in given_names.ALL and k + 1 == len(tokens) and token.low not in ADDRESS)
