"""Figures and amounts -> figure claims: of what, where, in which event, and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import regex

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
    "fire": r"fire(?!\s(?:service|brigade|department|chief|crew|official|engine|truck|officer|station|alarm|authorit|marshal|safety|and\srescue))|fires|blaze|wildfire|wildfires|inferno",
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
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Jan\b|Feb\b|Aug\b|Sept?\b|Oct\b|Nov\b|Dec\b)"
    r"\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,3}"
)
#: words that set a sentence apart from what the article reports: another time, another event, a count since given up
_ASIDE = pattern(
    r"(?i)\b(?:earlier|previous(?:ly)?|last (?:year|month|week|summer|spring|winter|autumn|fall)|in (?:the )?(?:19|20)\d\d|(?:19|20)\d\ds?|so far|ago|since|"
    r"in (?:January|February|March|April|May|June|July|August|September|October|November|December)|initial(?:ly)?|original(?:ly)?|preliminary|revised|"
    r"separate(?:ly)?|another|second|third|different|elsewhere|annual(?:ly)?|each year|every year|a year|in all|in total|meanwhile|similar|deadliest|worst|"
    r"expected|would|could|might|if|anniversary|decades?|history)\b"
)


#: words for several incidents of one kind: their toll is not that of one
_SEVERAL = frozenset(
    "blasts bombs bombings explosions shootings attacks raids stabbings airstrikes strikes earthquakes quakes avalanches crashes landslides fires storms".split()
)
#: where in a town something happens
_SITE = pattern(
    r"(?i)\b(?:at|in|inside|outside|near|on|through)\s(?:an?|the|its|their|\p{Lu}[\p{L}’'-]+)\s(?:[\p{L}’'-]+\s){0,3}?(?P<site>market|bazaar|mall|school|college|university|mosque|church|"
    r"temple|synagogue|hospital|clinic|nightclub|club|bar|restaurant|caf[eé]|hotel|checkpoint|station|airport|base|camp|bus|train|truck|car|bridge|mine|factory|plant|warehouse|"
    r"prison|jail|stadium|concert|festival|wedding|funeral|rally|parade|office|theater|theatre|bank|store|supermarket|park|beach|village|house|home|apartment|building|tower|tunnel|ship|ferry|boat)\b"
)
_DAY = pattern(
    r"(?P<name>\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)|\b(?P<before>[Yy]esterday|[Ll]ast\snight|[Oo]vernight)\b|"
    r"\b(?:[Tt]oday|[Tt]his\s(?:morning|afternoon|evening)|[Tt]onight)\b"
)
#: "Thursday's attack": the day of what the paragraph tells
_DAY_OF = pattern(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?=[’']s\s(?:\p{Ll}+\s){0,2}?(?:" + "|".join(_INCIDENTS.values()) + r")\b)")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SAYS = r"(?:said|says|reported|reports|told|announced|confirmed|put|estimates?|estimated)"
#: who gives a figure: behind it, or at the head of its clause
_BY = pattern(
    rf"\b[Aa]ccording\sto\s(?P<by>(?:(?:the|a|an|its|their|his|her)\s)?[\p{{L}}\p{{N}}’' -]{{2,60}}?)(?=[,.;:)]|$|\s(?:who|which|that|and)\b)"
    rf"|,\s(?P<by>(?:(?:the|a|an|its|their|his|her)\s)?[\p{{L}}\p{{N}}’' .-]{{2,60}}?)\s{_SAYS}\b"
    rf"|(?<=(?:^|[.!?;]\s|\n))(?P<by>(?:(?:The|A|An|Its|Their)\s)?[\p{{L}}\p{{N}}’' .-]{{2,60}}?)\s{_SAYS}\b"
)
#: the attacker's own death, which one desk counts and another does not
_ATTACKER_DIED = pattern(
    r"(?i)\b(?:kill(?:ed|s|ing)|shot|shoots|blew|blows|blown|detonat\w+|turn(?:ed|ing)\sthe\s(?:gun|weapon|rifle)\son)\s(?:\p{L}+\s){0,2}?(?:himself|herself|themselves)\b|"
    r"\btook\s(?:his|her)\sown\slife\b|\bsuicide\s(?:bomb\w+|attack\w*|car|vest)|"
    r"\b(?:including|among\sthem|with)\sthe\s(?:gunman|attacker|bomber|shooter|assailant|suspect)\b|"
    r"\b(?:gunm[ae]n|attackers?|bombers?|shooters?|assailants?|suspects?)\b[^.;]{0,40}?\b(?:was|were|is|are|had\sbeen|has\sbeen|also)\s(?:\p{L}+\s){0,3}?(?:killed|dead|died|shot)\b|"
    r"\bpolice\s(?:shot\sand\s)?killed\sthe\s(?:gunman|attacker|shooter|assailant|suspect)\b"
)
#: unit of an amount -> what it measures
_MEASURES: Mapping[str, str] = {
    **dict.fromkeys(("US$", "A$", "C$", "HK$", "$", "£", "€", "¥", "₹", "euro", "dollar"), "money"),
    "percent": "share",
    "points": "change",
    "vote": "votes",
    "seat": "seats",
}
#: how much of its sentence and paragraph is read on either side of a figure, in characters
_REACH = 800


def extract(article: Article) -> Iterator[FigureClaim]:
    attacker = any(figure.measure == "deaths" for figure in article.figures) and _ATTACKER_DIED.search(article.text) is not None
    for figure in article.figures:
        yield FigureClaim(
            **_around(article, figure.span, figure.number),
            measure=figure.measure,
            low=figure.low,
            high=figure.high,
            exact=figure.exact,
            of=figure.of,
            part=figure.part,
            risen=figure.risen,
            attacker=attacker,
        )
    for amount in article.amounts:
        if (measure := _MEASURES.get(amount.unit)) is not None:
            around = _around(article, amount.span, amount.number)
            yield FigureClaim(**around, measure=measure, low=amount.low, high=amount.high, unit=amount.unit, exact=not amount.hedged)


def _around(article: Article, span: Span, number: Span) -> dict[str, Any]:
    """What the words around a figure say of it."""
    text, paragraph, sentence = article.text, article.paragraph(span.start), article.sentence(span.start)
    clause = _clause(text, sentence, span)
    events = {e for mention in article.events if sentence.contains(mention.span) for e in mention.events}
    site, by, place = (_nearest(words, text, clause, number) for words in (_SITE, _BY, _PLACE))
    return {
        **article.base(span),
        "event": events.pop() if len(events) == 1 else None,
        "incident": _incident(text, clause, number) or _incident(text, _near(paragraph.span, span), number),
        "place_name": place.group() if place else None,
        "as_of": article.origin.today,
        "by": " ".join(by["by"].split()) if by else None,
        "stands": "headline" if paragraph.kind == "headline" else "lead" if paragraph.number <= 1 else "body",
        "site": site["site"].lower() if site else None,
        "days": _days(article, clause) or frozenset(m.group() for m in _DAY_OF.finditer(text, *_near(paragraph.span, span))),
        "aside": _aside(text, clause),
    }


def _days(article: Article, around: Span) -> frozenset[str]:
    """The weekdays that a stretch of text names; "yesterday" and "today" are days where the article has a date."""
    today = article.origin.today
    days = set()
    for match in _DAY.finditer(article.text, around.start, around.end):
        if match["name"]:
            days.add(match["name"])
        elif today is not None:
            days.add(_WEEKDAYS[(today.weekday() - (match["before"] is not None)) % 7])
    return frozenset(days)


def _aside(text: str, clause: Span) -> str | None:
    """The words that set a clause apart: of another time or event, or of several."""
    words = [m.group().lower() for m in _ASIDE.finditer(text, clause.start, clause.end)]
    words += [m.group().lower() for m in _INCIDENT.finditer(text, clause.start, clause.end) if m.group().lower() in _SEVERAL]
    return " ".join(words) or None


def _clause(text: str, sentence: Span, figure: Span) -> Span:
    """The part of a sentence, between semicolons, that a figure stands in."""
    near = _near(sentence, figure)
    start = max(text.rfind(";", near.start, figure.start), near.start - 1) + 1
    end = text.find(";", figure.end, near.end)
    return Span(start, end if end >= 0 else near.end)


def _near(around: Span, figure: Span) -> Span:
    """What stands near a figure in a stretch of text that may be long."""
    return Span(max(around.start, figure.start - _REACH), min(around.end, figure.end + _REACH))


def _nearest(words: regex.Pattern[str], text: str, around: Span, number: Span) -> regex.Match[str] | None:
    """The match that begins nearest to a figure's number."""
    return min(words.finditer(text, around.start, around.end), key=lambda m: abs(m.start() - number.start), default=None)


def _incident(text: str, around: Span, number: Span) -> str | None:
    """The kind of incident whose word stands nearest to the figure."""
    near = _nearest(_INCIDENT, text, around, number)
    return near.lastgroup if near else None
