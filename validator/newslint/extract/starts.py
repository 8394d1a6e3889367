"""Beginnings that an article itself states: "which broke out in March 2011", "since the invasion in February 2022"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

import regex

from ..article import Article
from ..claim import DateClaim, Interval
from ..pattern import pattern
from ..text import Span, inside
from .courses import BEGINS, CHANGES
from .occasions import Target

#: up to a date that a verb or noun of beginning leads to, without a comma between
_CUE = (
    rf"(?r)(?P<cue>\b(?:since|{CHANGES}|invasion|outbreak|outset|start|onset)\b)"
    r"(?P<object>(?:(?!\s(?:to|until|till|through|and|before|after)\s)[^.;:,()]){0,60}?)"
    r"(?:\s+(?:back\s+)?(?:on|in|of|during|from))?(?:\s+(?:early|late|mid))?\s+"
)
#: between what began and the verb
_SUBJECT = r"(?:(?!\b(?:and|but|or)\b)[^;:.]){0,40}"
_NOT_YET = r"\b(?:anniversary[^.;]{0,40}|will|would|to|may|might|could|should|due\s+to|set\s+to|if|not|never|before|until)\s+(?:\w+ly\s+)?$"
#: cues that tell of a beginning and nothing else
_OPENS = pattern(rf"since|{BEGINS}|invasion|outbreak|outset|start|onset|walked\s+out|shut\s+down|broke\s+off|downed\s+tools", regex.IGNORECASE)
#: behind a verb what is done to something, and before it that it is done
_OBJECT = pattern(r"\s+(?!(?:on|in|at|off|up|with|for|from|after|last|early|late|his|her|its|their|\p{L}+ing)\b)\p{L}", regex.IGNORECASE)
_PASSIVE = pattern(r"(?r)(?:\b(?:was|were|been|being|is|are)\s+(?:\p{L}+ly\s+)?|,\s+)", regex.IGNORECASE)
#: "the biggest war since 1945" is no war of 1945
_SUPERLATIVE = pattern(r"\b(?:\p{Ll}{3,}est|worst|most|least|first|last|only|again)\s[^.;:,]{0,60}$", regex.IGNORECASE)


@cache
def _patterns() -> tuple[regex.Pattern[str], ...]:
    return tuple(pattern(p, regex.IGNORECASE) for p in (_CUE, _NOT_YET, _SUBJECT))


class Beginning(NamedTuple):
    """A stated start: its days, the place of the date, the words from the verb of beginning to it, its sentence and that in full, and what began, where that is plain.

    `cue`: the verb or noun that tells of the beginning; `opens`: it tells of nothing else; `transitive`: somebody did it to something.
    """

    days: Interval
    span: Span
    clause: Span
    sentence: Span
    told: str
    target: Target | None
    cue: str
    opens: bool
    transitive: bool

    def of(self, target: Target, event: str | None) -> bool:
        """Whether it is the start of what `target` names, in another sentence."""
        mine = self.target
        if (
            not self.opens
            or mine is None
            or mine.sort != target.sort
            or target.indefinite
            or mine.called not in ("", target.called)
            or (target.places and mine.places and not target.places & mine.places)
        ):
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
        days = _past(claim, today) if claim.form in ("full", "day-month", "month", "year", "numeric") else None
        if days is None:
            continue
        sentence = article.sentence(claim.span.start)
        led = cue.match(text, max(sentence.start, claim.span.start - 110), claim.span.start)
        if led is None:
            continue
        told = Span(max(sentence.start, led.start("cue") - 80), led.start("cue"))
        if not_yet.search(text, *told) or (led["cue"].lower() == "since" and _SUPERLATIVE.search(text, *told)):
            continue
        before = inside(targets, Span(max(sentence.start, claim.span.start - 400), claim.span.start))
        at = led.start("cue")
        began = [t for t in before if t.span.end > at] or [t for t in before[-1:] if subject.fullmatch(text, t.span.end, at)]
        found.append(
            Beginning(
                days,
                claim.span,
                Span(at, claim.span.end),
                sentence,
                text[max(sentence.start, claim.span.start - 400) : min(sentence.end, claim.span.end + 400)],
                began[0] if began else None,
                led["cue"],
                _OPENS.fullmatch(led["cue"]) is not None,
                "first" not in led["cue"] and _OBJECT.match(led["object"]) is not None and _PASSIVE.match(text, sentence.start, at) is None,
            )
        )
    return tuple(found)


def _past(claim: DateClaim, today: date | None) -> Interval | None:
    """The days of a date that a verb of the past leads to: a day without a year is the last one."""
    days = claim.likeliest
    if days is None or today is None or days.earliest <= today:
        return days
    if claim.form != "day-month" or claim.explicit_year or (days.earliest.month, days.earliest.day) == (2, 29):
        return None
    return Interval(days.earliest.replace(year=days.earliest.year - 1), days.latest.replace(year=days.latest.year - 1))


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
