"""What can last, as the text names it: events of the record, and nouns such as war, strike or trial; and the event that an article is about."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

import regex

from ..article import Article
from ..facts.model import Event
from ..pattern import pattern
from ..text import Span, inside
from .attacks import act, attacks

#: nouns that name one thing in one article: a war is also called a conflict
_ALIKE = {
    **dict.fromkeys(("war", "conflict", "invasion", "fighting", "hostilities", "warfare", "aggression", "bloodshed"), "war"),
    **dict.fromkeys(("strike", "walkout", "stoppage", "industrial action"), "strike"),
    **dict.fromkeys(("inquiry", "investigation", "probe"), "inquiry"),
    **dict.fromkeys(("shutdown", "closure"), "shutdown"),
    **dict.fromkeys(("protests", "protest", "demonstrations", "unrest", "uprising"), "protest"),
    **dict.fromkeys(("epidemic", "pandemic", "outbreak"), "epidemic"),
}
_NOUNS = (
    "war|conflict|invasion|fighting|hostilities|warfare|aggression|bloodshed|assault|onslaught|attack|offensive|siege|blockade|occupation|insurgency|campaign|air campaign|"
    "hunger strike|strike|walkout|stoppage|industrial action|lockout|boycott|sit-in|standoff|stand-off|dispute|row|talks|negotiations|"
    "trial|inquiry|investigation|probe|audit|recount|search|manhunt|cleanup|clean-up|hearings?|"
    "protests?|demonstrations|unrest|uprising|crisis|crackdown|curfew|lockdown|shutdown|closure|ceasefire|cease-fire|truce|embargo|"
    "drought|famine|epidemic|pandemic|outbreak|recession|construction|project|exhibition|festival|tour|plant"
)
#: the words that a noun takes with it: "war with Iran", "Iraq's brief but bloody invasion of Kuwait"
_BEHIND = pattern(r"\s+(?:with|against|in|on|of|between|over)\s+(?:(?:the\s+)?(?:[\p{Lu}][\p{L}’'.-]*\s*(?:and\s+|the\s+)?){1,4}|\d{4}\b)")
_BEFORE = pattern(
    r"(?r)(?:\b(?P<article>[Aa]n?)\s+)?(?:(?!(?i:an?|the|its|their|his|her|this|as|of|in|on|at|to|for|and|or|but|that|with|by|from)\b)[\p{L}\d][\p{L}\d’'-]*\s+){0,4}"
)
#: kinds of event on record that "the war" may mean
_WARS = frozenset({"war", "invasion", "conflict", "civil-war", "offensive"})
_WAR_NOUNS = frozenset({"war", "conflict", "invasion", "fighting", "hostilities", "warfare", "aggression", "bloodshed"})
#: nouns that may mean a whole war, or a day or a town of it; the first two mean all of it where nothing says otherwise
_ATTACKS = ("assault", "onslaught", "attack", "offensive", "campaign")
_ONSLAUGHTS = frozenset(_ATTACKS[:2])
#: how often an article names a war's place, where the sentence does not name it; its own name counts three times
_PLAINLY = 3
#: days for which an article still says "the war" of one that has ended
_ECHO = timedelta(180)


class Target(NamedTuple):
    """Something that lasts, named at `span`: by an alias of `events`, or by a bare noun. `begins`: the alias is a clause ("Russia invaded Ukraine").

    `places`: the facts' ids of places named right beside a bare noun, and `names` all names, or the year, behind it ("war with Iran", "war of
    2006"); `indefinite`: "a war".
    `called`: a name before it that is none of a place on record ("the Vellmark strike"). `war`: it may mean a whole war; `by`: the facts' id of the country that wages it, where it is named.
    """

    span: Span
    noun: str
    events: tuple[str, ...] = ()
    begins: bool = False
    places: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    indefinite: bool = False
    called: str = ""
    war: bool = False
    by: str | None = None

    @property
    def sort(self) -> str:
        """One word for all nouns that name one thing."""
        return _ALIKE.get(self.noun, self.noun)


@cache
def _nouns() -> regex.Pattern[str]:
    words = tuple(noun.removesuffix("s?") for noun in _NOUNS.split("|"))
    return pattern(rf"\b(?:{_NOUNS})\b", regex.IGNORECASE, words=words)


def targets(article: Article) -> tuple[Target, ...]:
    """All that is named in an article and can last, in order."""
    text = article.text
    named = []
    for mention in article.events:
        words, events, names = mention.span.of(text).lower(), mention.events, frozenset[str]()
        if of_year := _of_year().match(text, mention.span.end):  # the Gaza war of 2014 is another one than that which began in 2023
            events = tuple(e for e in events if _in_year(article.facts.events[e], int(of_year[1])))
            names = frozenset({of_year[1]})
        noun = _nouns().search(words)
        begins = regex.search(r"\b(?:invaded|launched|attacked)\b", words) is not None
        named.append(Target(mention.span, noun.group() if noun else "invasion" if begins else "event", events, begins, names=names, war=True))
    deeds = [
        Target(a.span, "invasion", begins=True, places=frozenset({a.on} if a.on else ()), war=True, by=a.by)
        for a in attacks(article)
        if not _taken(named, a.span)
    ]
    named = sorted([*named, *deeds], key=lambda t: t.span)
    spans = [Span(*m.span()) for m in _nouns().finditer(text)]
    bare = [_bare(article, span) for span in spans if not _taken(named, span) and not _compound(text, span)]
    return tuple(sorted([*named, *_whole(article, bare)], key=lambda t: t.span))


def _whole(article: Article, bare: list[Target]) -> list[Target]:
    """Bare nouns, of which those of attack are told to mean a war or not: "the assault" means none in copy on an assault on a town."""
    acts = {t.span: act(article, t.span) for t in bare if t.noun in (*_ATTACKS, "invasion")}
    parts = {t.noun for t in bare if t.span in acts and acts[t.span].part}
    found = []
    for target in bare:
        told = acts.get(target.span)
        if told is not None and target.noun == "invasion":
            target = target._replace(by=told.by, places=target.places - {told.by} if told.by else target.places)
        elif told is not None:
            mere = target.noun in _ONSLAUGHTS and told.by is not None and target.noun not in parts
            target = target._replace(war=(told.whole or mere) and not told.part, by=told.by, places=frozenset({told.on} if told.on else ()))
        found.append(target)
    return found


def _taken(named: list[Target], span: Span) -> bool:
    """Whether a noun is part of an event's name; the names are in order."""
    k = bisect_left(named, span.end, key=lambda t: t.span.start) - 1
    return k >= 0 and named[k].span.overlaps(span)


def _places(article: Article, around: Span) -> set[str]:
    """The facts' ids of the places that are named within a span."""
    return {m.entity_id for m in inside(article.mentions, around) if m.kind == "place" and m.entity_id}


def _bare(article: Article, span: Span) -> Target:
    text = article.text
    behind, before = _BEHIND.match(text, span.end), _BEFORE.match(text, endpos=span.start)
    beside = Span(before.start() if before else span.start, behind.end() if behind else span.end)
    places = frozenset(_places(article, beside))
    names = frozenset(w for w in (behind.group() if behind else "").split() if w[0].isupper() or w[0].isdigit())
    noun = span.of(text).lower()
    return Target(
        span,
        noun,
        places=places,
        names=names,
        indefinite=before is not None and before["article"] is not None,
        called=_called(article, span) if not places else "",
        war=noun in _WAR_NOUNS,
    )


def _called(article: Article, noun: Span) -> str:
    """The name right before a noun, unless it opens the sentence."""
    name = regex.match(r"(?r)\b\p{Lu}[\p{L}-]+\s+", article.text, pos=article.sentence(noun.start).start + 1, endpos=noun.start)
    return name.group().strip() if name else ""


def _compound(text: str, span: Span) -> bool:
    """Whether a noun is part of another word or name: war crimes, World War II, the Cold War, strike force."""
    if regex.match(
        r"[-\s](?:crimes?|criminals?|effort|zone|room|chest|veterans?|correspondents?|machine|plans?|fund|memorial|museum|hero|II|I|One|Two|bonds|cabinet|aims|games)\b",
        text,
        pos=span.end,
    ):
        return True
    if span.of(text).lower() == "fighting" and regex.match(r"\s+(?:an?|the|them|it|him|her|off|back|to|for)\b", text, pos=span.end):  # a verb
        return True
    return (
        regex.match(
            r"(?r)\b(?:World|Cold|Gulf|Vietnam|Korean|Iraq|Afghan|Winter|trade|price|culture|drug|post|pre|anti|air|drone|missile|prisoners?\s+of)[\s-]",
            text,
            pos=0,
            endpos=span.start,
        )
        is not None
    )


def war_scores(article: Article) -> dict[str, int]:
    """How much an article speaks of each war on record that goes on: mentions of its place, and three for each of its own names; the most first."""
    today = article.origin.today
    if today is None:
        return {}
    named = Counter(event for mention in article.events for event in mention.events)
    places = Counter(m.entity_id for m in article.mentions if m.kind == "place" and m.entity_id)
    scores: dict[str, int] = {}
    for event in article.facts.events.values():
        if event.kind in _WARS and _going_on(event, today):
            at_home = places[event.place] if event.place else min((places[p] for p in event.parties), default=0)
            scores[event.id] = 3 * named[event.id] + at_home
    return {event: scores[event] for event in sorted(scores, key=lambda e: (-scores[e], e))}


def main_event(article: Article, target: Target, sentence: Span, scores: Mapping[str, int]) -> str | None:
    """The event on record that a bare "the war" means: where the article is plainly about one war that goes on, and the sentence names no other place."""
    if not target.war or not scores or (target.indefinite and not target.places) or any(name.isdigit() for name in target.names):
        return None
    events = article.facts.events
    best, *others = (events[e] for e in scores)
    named = _places(article, sentence)
    here = {best.place, *best.parties}
    told = best.place in named or target.by is not None
    if scores[best.id] < (1 if told else _PLAINLY) or (named and not named & here) or not target.places <= here:
        return None
    if target.noun in ("invasion", *_ATTACKS) and target.places and best.place not in target.places:  # of another country
        return None
    if target.by is not None and (target.by not in best.parties or target.by == best.place):
        return None
    rival = next((e for e in others if e.place != best.place), None)
    return best.id if rival is None or scores[rival.id] * 3 <= scores[best.id] else None


@cache
def _of_year() -> regex.Pattern[str]:
    return pattern(r"\s+of\s+(\d{4})\b")


def _in_year(event: Event, year: int) -> bool:
    return any(s.day.earliest.year <= year for s in event.starts) and (not event.ends or any(year <= e.day.latest.year for e in event.ends))


def _going_on(event: Event, today: date) -> bool:
    return any(s.day.earliest <= today for s in event.starts) and (not event.ends or any(e.day.latest + _ECHO >= today for e in event.ends))
