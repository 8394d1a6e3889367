"""Beginnings that an article itself states: "which broke out in March 2011", "since the invasion in February 2022"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import regex

from ..article import Article
from ..claim import DateClaim, Interval
from ..pattern import pattern
from ..text import Span, inside
from .occasions import Target

#: up to a date that a verb or noun of beginning leads to, without a comma between
_CUE = (
    r"(?r)(?P<cue>\b(?:since|began|begun|beginning|started|starting|launched|erupted|unleashed|ignited|broke\s+out|broken\s+out|breaking\s+out|opened|opening|invaded|"
    r"invasion|outbreak|outset|start|onset|walked\s+out|shut\s+down|broke\s+off|downed\s+tools)\b)(?P<object>(?:(?!\s(?:to|until|till|through|and|by|before|after)\s)[^.;:,()]){0,60}?)"
    r"(?:\s+(?:back\s+)?(?:on|in|of|during|since|from))?(?:\s+(?:early|late|mid))?\s+"
)
#: between what began and the verb
_SUBJECT = r"(?:(?!\b(?:and|but|or)\b)[^;:.]){0,40}"
_NOT_YET = r"\b(?:anniversary[^.;]{0,40}|will|would|to|may|might|could|should|due\s+to|set\s+to|if|not|never|before|until)\s+(?:\w+ly\s+)?$"


@cache
def _patterns() -> tuple[regex.Pattern[str], ...]:
    return tuple(pattern(p, regex.IGNORECASE) for p in (_CUE, _NOT_YET, _SUBJECT))


class Beginning(NamedTuple):
    """A stated start: its days, the place of the date, the words from the verb of beginning to it, its sentence and that in full, and what began, where that is plain."""

    days: Interval
    span: Span
    clause: Span
    sentence: Span
    told: str
    target: Target | None

    def of(self, target: Target, event: str | None) -> bool:
        """Whether it is the start of what `target` names, in another sentence."""
        mine = self.target
        if mine is None or mine.sort != target.sort or target.indefinite or (target.places and mine.places and not target.places & mine.places):
            return False
        if target.names and not any(name.strip(".,") in self.told for name in target.names):
            return False
        return event in mine.events if event and mine.events else not (mine.events and target.places)


def stated_starts(article: Article, targets: Sequence[Target]) -> tuple[Beginning, ...]:
    """The starts that an article states with a day, a month or a year, in order."""
    cue, not_yet, subject = _patterns()
    text, today = article.text, article.origin.today
    found = []
    for claim in article.claims(DateClaim):
        if (
            claim.form not in ("full", "day-month", "month", "year", "numeric")
            or claim.likeliest is None
            or (today and claim.likeliest.earliest > today)
        ):
            continue
        sentence = article.sentence(claim.span.start)
        led = cue.match(text, max(sentence.start, claim.span.start - 110), claim.span.start)
        if led is None or not_yet.search(text, max(sentence.start, led.start("cue") - 80), led.start("cue")):
            continue
        before = inside(targets, Span(max(sentence.start, claim.span.start - 400), claim.span.start))
        at = led.start("cue")
        began = [t for t in before if t.span.end > at] or [t for t in before[-1:] if subject.fullmatch(text, t.span.end, at)]
        found.append(
            Beginning(
                claim.likeliest,
                claim.span,
                Span(at, claim.span.end),
                sentence,
                text[max(sentence.start, claim.span.start - 400) : min(sentence.end, claim.span.end + 400)],
                began[0] if began else None,
            )
        )
    return tuple(found)
