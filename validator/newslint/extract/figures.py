"""Figures -> figure claims: of what, where, in which event."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..annotate.figures import Figure
from ..article import Article
from ..claim import FigureClaim
from ..pattern import pattern
from ..text import Span

#: kinds of incident, and the words that name them
_INCIDENTS = {
    "explosion": "blast|blasts|explosion|explosions|exploded|bomb|bombs|bombing|bombings|detonated",
    "shooting": "shooting|shootings|gunman|gunmen|shooter|opened fire|shot dead|massacre",
    "attack": "attack|attacks|attacked|assault|raid|stabbing|knifeman|ambush",
    "strike": "airstrike|airstrikes|air strike|air strikes|strike|strikes|shelling|shelled|missile|missiles|rocket|rockets|drone|drones|bombardment",
    "earthquake": "earthquake|quake|tremor|aftershock|aftershocks",
    "flood": "flood|floods|flooding|flash flood",
    "storm": "storm|storms|hurricane|cyclone|typhoon|tornado|tornadoes",
    "fire": "fire|fires|blaze|wildfire|wildfires|inferno",
    "crash": "crash|crashed|crashes|collision|collided|derailed|derailment|derails|overturned|plunged",
    "landslide": "landslide|landslides|mudslide|mudslides|avalanche",
    "sinking": "capsized|capsizes|sank|sinks|sinking|shipwreck",
    "collapse": "collapse|collapsed|collapses|cave-in",
    "stampede": "stampede|crush",
    "outbreak": "outbreak|epidemic|pandemic|virus|cholera|ebola|coronavirus|covid-19",
    "protest": "protest|protests|riot|riots|clashes|demonstrations",
    "war": "war|conflict|invasion|fighting|hostilities|offensive",
}
_INCIDENT = pattern("|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in _INCIDENTS.items()), regex.IGNORECASE)
_PLACE = pattern(
    r"(?:(?<=\b(?:in|at|near|outside|off|on|of|across)\s)|(?<=\b(?:in|at|near|off|across)\sthe\s))"
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)"
    r"\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,3}"
)
#: words that set a sentence apart from what the article reports: another time, another event, a count since given up
_ASIDE = pattern(
    r"(?i)\b(?:earlier|previous(?:ly)?|last (?:year|month|week|summer|spring|winter|autumn|fall)|in (?:the )?(?:19|20)\d\d|(?:19|20)\d\ds?|so far|ago|since|"
    r"in (?:January|February|March|April|May|June|July|August|September|October|November|December)|initial(?:ly)?|original(?:ly)?|preliminary|revised|"
    r"separate(?:ly)?|another|second|third|different|elsewhere|annual(?:ly)?|each year|every year|a year|in all|in total|meanwhile|similar|deadliest|worst|"
    r"expected|would|could|might|if|anniversary|decades?|history)\b"
)


#: how much of its sentence and paragraph is read on either side of a figure, in characters
_REACH = 800


def extract(article: Article) -> Iterator[FigureClaim]:
    for figure in article.figures:
        sentence = article.sentence(figure.span.start)
        clause = _clause(article.text, sentence, figure.span)
        paragraph = article.paragraph(figure.span.start)
        events = {e for mention in article.events if sentence.contains(mention.span) for e in mention.events}
        yield FigureClaim(
            **article.base(figure.span),
            measure=figure.measure,
            event=events.pop() if len(events) == 1 else None,
            incident=_incident(article.text, clause, figure) or _incident(article.text, _near(paragraph.span, figure.span), figure),
            place_name=_place(article.text, clause, figure),
            low=figure.low,
            high=figure.high,
            as_of=article.origin.today,
            exact=figure.exact,
            of=figure.of,
            more=figure.more,
            lead=paragraph.kind == "headline" or paragraph.number <= 1,
            aside=" ".join(m.group().lower() for m in _ASIDE.finditer(article.text, clause.start, clause.end)) or None,
        )


def _clause(text: str, sentence: Span, figure: Span) -> Span:
    """The part of a sentence, between semicolons, that a figure stands in."""
    near = _near(sentence, figure)
    start = max(text.rfind(";", near.start, figure.start), near.start - 1) + 1
    end = text.find(";", figure.end, near.end)
    return Span(start, end if end >= 0 else near.end)


def _near(around: Span, figure: Span) -> Span:
    """What stands near a figure in a stretch of text that may be long."""
    return Span(max(around.start, figure.start - _REACH), min(around.end, figure.end + _REACH))


def _incident(text: str, around: Span, figure: Figure) -> str | None:
    """The kind of incident whose word stands nearest to the figure."""
    near = min(_INCIDENT.finditer(text, around.start, around.end), key=lambda m: abs(m.start() - figure.number.start), default=None)
    return near.lastgroup if near else None


def _place(text: str, clause: Span, figure: Figure) -> str | None:
    """The place named nearest to the figure."""
    near = min(_PLACE.finditer(text, clause.start, clause.end), key=lambda m: abs(m.start() - figure.number.start), default=None)
    return near.group() if near else None
