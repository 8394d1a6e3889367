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


_DETERMINER = r"(?:the\s+|\p{L}+['’]s\s+)?"


@cache
def _begun() -> tuple[regex.Pattern[str], ...]:
    i = regex.IGNORECASE
    when = r"(?:\s+(?:of|against|on)\s+\p{Lu}[\p{L}'’]+)?(?:\s+(?:back\s+)?(?:on|in))?(?:\s+(?:early|late|mid))?[\s-]+"
    verb = r"(?:began|begun|started|broke\s+out|erupted)"
    whose = r"(?:\s+(?:the|its|his|their|a))?(?:\s+\p{L}+['’]s)?\s+"
    return (
        pattern(when, i),
        pattern(rf"{verb}{when}", i),
        # from the target to the verb or to "since": "war, which began", "war has been going on since"
        pattern(
            r"(?P<clause>,?\s+(?:which|that)\s+(?:first\s+)?|,?\s+(?:(?:which|that)\s+)?(?:has\s+)?(?:been\s+)?(?:going\s+on|ongoing|under\s+way|raging|raged|gone\s+on|lasted)\s+)|\s+",
            i,
        ),
        # from the verb to the target: "since the war", "launched its full-scale invasion"
        pattern(rf"(?:since|(?:outbreak|start|beginning|onset|outset)\s+of|launched|unleashed|began|started){whose}", i),
        # what stands before a target that is the subject of its clause: "Talks to end the war in Torvale began in May" tells of the talks
        pattern(rf"(?r)(?:^|[.;:,(—–]\s*|\b(?:since|when|after|before|because|as|and|but|said|that)\s+){_DETERMINER}", i),
        pattern(rf"(?r)\b(?:against|over|on|about|of|to|for|with|by)\s+{_DETERMINER}", i),
    )


def begun(text: str, start: Beginning) -> bool:
    """Whether a stated start is plainly that of its target, and not of something beside it."""
    if start.target is None:
        return False
    when, verb, between, to_target, opens, governed = _begun()
    target, at, day = start.target.span, start.clause.start, start.span.start
    if at < target.start:
        return to_target.fullmatch(text, at, target.start) is not None and when.fullmatch(text, target.end, day) is not None
    if at < target.end:
        return start.target.begins and when.fullmatch(text, target.end, day) is not None
    link = between.fullmatch(text, target.end, at)
    if link is None:
        return False
    if text[at:day].lower().startswith("since"):
        return link["clause"] is not None and when.fullmatch(text, at + len("since"), day) is not None
    if verb.fullmatch(text, at, day) is None:
        return False
    if link["clause"]:  # "protests against the war, which began in May" may tell of the protests
        return governed.match(text, start.sentence.start, target.start) is None
    return opens.match(text, start.sentence.start, target.start) is not None
