"""Single quotation marks, told from apostrophes.

’ and ' close quotations, cut letters off ('Tis, ’90s), and make possessives (the Joneses’ car); ‘ opens, and is often set by a
machine where an apostrophe belongs. Only what can't be an apostrophe opens a quotation, and the surest closer ends it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import regex

from ...pattern import pattern
from ...text import Span

_OPENER = pattern(r"(?<![\p{L}\p{N}.,!?…;:%)\]’'‘*])[‘'‛‚](?=[\p{L}\p{N}“\"\[($£€#@…])")
_CLOSER = pattern(r"(?<=[\p{L}\p{N}.,!?…;:%)\]”\"—–-])[’'‘](?![\p{L}\p{N}])")
#: words that lose their first letters: an apostrophe stands before them
ELISION = pattern(
    r"(?:t(?:is|was|were|will)|em|til|till|cause|cuz|bout|round|cross|neath|tween|gainst|n|nuff|fraid|ere|twixt|kay|ol|ello|ave|im|ome|arf|sup|cos|coz|Tis|Twas|\d0s|\d\d)(?![\p{L}\p{N}])",
    regex.IGNORECASE,
)
#: ‘ or an accent where only an apostrophe can stand: before an ending, after n or O
_TURNED = pattern(
    r"(?<=\p{L})[‘`´](?=(?:s|t|re|ve|ll|d|m|S|T|RE|VE|LL|D|M)(?![\p{L}\p{N}]))|(?<=(?<!\p{L})O)‘(?=\p{Lu}\p{Ll})|(?<=\p{L}s)[‘`´](?=\s+\p{Ll})"
)


#: characters that a quotation with others inside it may take
_LONGEST = 2000


class Singles(NamedTuple):
    """`pairs`: (opener, closer) offsets. `apostrophes`: signs that stand where an apostrophe belongs.
    `turned`: opening marks that close a quotation."""

    pairs: tuple[tuple[int, int], ...] = ()
    apostrophes: tuple[int, ...] = ()
    turned: tuple[int, ...] = ()


NONE = Singles()


def singles(text: str, within: Span, doubles: Sequence[Span]) -> Singles:
    """The single marks of a paragraph. A pair lies wholly inside or wholly outside each of `doubles`."""
    odd = [m.start() for m in _TURNED.finditer(text, within.start, within.end)] if _has_odd(text, within) else []
    openers = [m.start() for m in _OPENER.finditer(text, within.start, within.end)]
    if not openers:
        return Singles(apostrophes=tuple(odd)) if odd else NONE
    closers = [m.start() for m in _CLOSER.finditer(text, within.start, within.end)]
    homes = _homes(sorted({*openers, *closers}), doubles)
    pairs: list[tuple[int, int]] = []
    turned: list[int] = []
    for k, opener in enumerate(openers):
        if pairs and opener < pairs[-1][1]:
            continue
        bound = openers[k + 1] if k + 1 < len(openers) else within.end
        near = [c for c in closers[bisect_right(closers, opener + 1) : bisect_left(closers, bound)] if homes[c] == homes[opener]]
        elided = ELISION.match(text, opener + 1, within.end) is not None
        closer = _closer(text, near, only_sure=elided)
        if closer is None and not elided and text[opener] == "‘":  # singles within singles: the surest end
            far = closers[bisect_left(closers, bound) : bisect_right(closers, opener + _LONGEST)]
            closer = _closer(text, [c for c in far if homes[c] == homes[opener]], only_sure=True)
        if closer is None:
            if elided and text[opener] == "‘":
                odd.append(opener)
            continue
        pairs.append((opener, closer))
        if text[closer] == "‘":
            turned.append(closer)
    paired = {c for _, c in pairs}
    return Singles(tuple(pairs), tuple(sorted(o for o in odd if o not in paired)), tuple(turned))


def _has_odd(text: str, within: Span) -> bool:
    return any(text.find(sign, within.start, within.end) >= 0 for sign in "‘`´")


def _homes(offsets: Sequence[int], doubles: Sequence[Span]) -> dict[int, int]:
    """For each offset, the start of the innermost double quotation around it; -1 outside them all. Both are in order."""
    found: dict[int, int] = {}
    around: list[Span] = []
    k = 0
    for offset in offsets:
        while k < len(doubles) and doubles[k].start < offset:
            around.append(doubles[k])
            k += 1
        while around and around[-1].end <= offset:
            around.pop()
        found[offset] = around[-1].start if around else -1
    return found


def _closer(text: str, candidates: Sequence[int], only_sure: bool) -> int | None:
    """The first candidate that can't be a possessive, else (unless `only_sure`) the first of all."""
    for c in candidates:
        before, after = text[c - 1], text[c + 1 : c + 2]
        if not before.isalnum() or not after or after in '.,;:!?)]”"…—–':
            return c
        if before not in "sSzZxX" and not only_sure:
            return c
    return candidates[0] if candidates and not only_sure else None
