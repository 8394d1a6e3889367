"""What is wrong with a mark, how far it reaches, and what should stand there."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from ...pattern import pattern
from ...text import Span
from ..cues import SAYS
from .marks import Facing, Mark
from .model import Fault

_CLOSER_OF = {"“": "”", "„": "“", "‟": "”", "«": "»", "``": "''", "‘‘": "’’", '"': '"', "''": "''", "”": "”", "»": "«"}
_OPENER_OF = {"”": "“", "»": "«", '"': '"', "''": "''", "’’": "‘‘", "“": "“", "«": "»"}

_NAMELIKE = r"(?:[Tt]he |[Aa]n? |[Mm]rs?\.? |[Mm]s\.? )?(?:\p{L}[\p{L}’'.-]*\s){0,4}?\p{L}[\p{L}’'-]*"
_SPEAKER_FIRST = rf"(?:he|she|they|it|{_NAMELIKE})\s(?:{SAYS})"
_VERB_FIRST = rf"(?:{SAYS})\s(?:\p{{Lu}}|the\b|an?\b|one\b|he\b|she\b|they\b)"
#: `, the minister declared` or `, said Mr Smith`: here somebody else has begun to speak
_ATTRIBUTION = pattern(rf"(?<=[,?!…])\s(?:{_SPEAKER_FIRST}|{_VERB_FIRST})(?!\p{{L}})")
#: the same, so plain that it can't be part of the quotation: `, said Mr Smith` or a closing `, the minister said.`
_PLAIN_ATTRIBUTION = pattern(rf"(?<=[,?!…])\s(?:{_SPEAKER_FIRST}(?=[.]?$)|{_VERB_FIRST}(?!\p{{L}})(?=[^.!?]*[.]?$))")
_SAID = pattern(rf"(?<!\p{{L}})(?:{SAYS})(?!\p{{L}})")
_SENTENCE_END = pattern(r"[.!?…]+(?=\s+[\p{Lu}\p{Nd}“\"‘'])")
_WORD = pattern(r"[\p{L}\p{N}.’'‘`´-]{0,40}[\p{L}\p{N}]|")
_LONGEST_TAIL = 400  # characters at the end of a paragraph in which an attribution is sought
_SHOWN = 40  # characters of an attribution


def attributed(text: str, span: Span, opener: Mark) -> bool:
    """Whether a quotation that no mark closes is plainly attributed at the end of its paragraph: it doesn't run on."""
    stretch = text[max(opener.span.end, span.end - _LONGEST_TAIL) : span.end]
    said = _PLAIN_ATTRIBUTION.search(stretch)
    return said is not None and _SAID.search(stretch, 0, said.start()) is None


def unclosed(text: str, span: Span, marks: Sequence[Mark], at: int) -> Fault:
    """An opening mark that nothing closes; it reaches to the attribution that follows, or to the next mark."""
    mark = marks[at]
    following = marks[at + 1].span.start if at + 1 < len(marks) else span.end
    stretch = text[mark.span.end : following].rstrip()
    said = _ATTRIBUTION.search(stretch) if mark.lean is Facing.OPEN else None
    end = mark.span.end + (said.start() if said else len(stretch))
    because = "the next mark opens another quotation" if following < span.end else "the paragraph ends, and the next one does not go on with it"
    correction = None
    if said and _SAID.search(stretch, 0, said.start()) is None:
        because += f"; it seems to end before “{_short(said.group().strip())}”"
        correction = text[mark.span.start : end] + _CLOSER_OF[mark.sign]
    return Fault("unclosed", mark.span, Span(mark.span.start, end), because, correction, sure=mark.lean is not Facing.EITHER)


def unopened(text: str, span: Span, marks: Sequence[Mark], at: int) -> Fault:
    """A closing mark that nothing opened; it reaches back to the beginning of its sentence, or to the mark before."""
    mark = marks[at]
    start = marks[at - 1].span.end if at else span.start
    stops = [m.end() for m in _SENTENCE_END.finditer(text, start, mark.span.start)]
    begins = stops[-1] if stops else start
    begins += len(text[begins : mark.span.start]) - len(text[begins : mark.span.start].lstrip())
    because = "no quotation is open in this paragraph" if at == 0 else "the quotation before it has been closed already"
    opener = _OPENER_OF.get(mark.sign)
    correction = opener + text[begins : mark.span.end] if opener and at == 0 and not stops and text[begins].isupper() else None
    return Fault("unopened", mark.span, Span(begins, mark.span.end), because, correction, sure=mark.lean is not Facing.EITHER)


def not_reopened(paragraph: Span, stray: Fault, opener: Span) -> Fault:
    """A quotation that closes in a paragraph which does not take it up again."""
    because = "it was opened in an earlier paragraph, and this one does not open it again"
    return Fault("not-reopened", stray.mark, Span(paragraph.start, stray.mark.end), because, other=opener)


def turned_opener(text: str, mark: Mark, inside: Span) -> Fault:
    """A closing sign that opens; it reaches over the word that it touches."""
    word = regex.match(r"\s*\S{1,30}", text, pos=mark.span.end, endpos=inside.end)
    reach = Span(mark.span.start, word.end() if word else mark.span.end)
    return Fault("turned", mark.span, reach, "a quotation begins here", _OPENER_OF[mark.sign] + text[mark.span.end : reach.end])


def turned_closer(text: str, mark: Span, inside: Span, right: str | None = None) -> Fault:
    """An opening sign that closes; it reaches over the word that it touches. `right`: the sign that belongs there."""
    start = max(inside.start, mark.start - 30)
    word = regex.search(r"\S+\s*$", text[start : mark.start])
    start = start + word.start() if word else mark.start
    return Fault("turned", mark, Span(start, mark.end), "the quotation ends here", text[start : mark.start] + (right or _CLOSER_OF[mark.of(text)]))


def apostrophe(text: str, within: Span, at: int) -> Fault:
    """An opening or other sign where only an apostrophe can stand; it reaches over its word."""
    start = at
    while start > within.start and not text[start - 1].isspace() and at - start < 40:
        start -= 1
    start += len(text[start:at]) - len(text[start:at].lstrip('(“"[—–-'))
    after = _WORD.match(text, at + 1, within.end)
    end = after.end() if after else at + 1
    return Fault("apostrophe", Span(at, at + 1), Span(start, end), "no quotation opens here", text[start:at] + "’" + text[at + 1 : end])


def empty(whole: Span) -> Fault:
    return Fault("empty", whole, whole, "nothing stands between the two marks")


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"
