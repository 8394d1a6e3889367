"""When a document was published, as its own text tells."""

from __future__ import annotations

import itertools
from datetime import date
from functools import cache
from typing import NamedTuple

import regex

from .article import Article
from .document import Published
from .expression import DateExpression
from .pattern import pattern
from .text import Span

#: sentences of the opening in which the news is told
_OPENING = 3
#: characters around a sentence in which the words of a caption or its credit stand
_CAPTION = 200
#: characters behind the opening in which an article on an old day says so
_LOOKS_BACK = 400
#: paragraphs at the head of a text that may be a dateline or a line of publication
_HEAD = 6


class _Patterns(NamedTuple):
    dateline: regex.Pattern[str]
    imprint: regex.Pattern[str]
    told: regex.Pattern[str]
    tells: regex.Pattern[str]
    happened: regex.Pattern[str]
    opener: regex.Pattern[str]
    looks_back: regex.Pattern[str]
    other: regex.Pattern[str]
    caption: regex.Pattern[str]


_SAID = (
    r"(?:said|told\s+(?:[\p{L}’'.-]+\s+){0,4}?[\p{L}’'.-]+|announced|declared|confirmed|reported|warned|stated|added|denied|urged|vowed|pledged|revealed|insisted|claimed|tweeted|voted|ruled|"
    r"condemned|called|met|signed|launched|unveiled|arrived|resigned|rejected|approved|agreed)"
)


@cache
def _patterns() -> _Patterns:
    i = regex.IGNORECASE
    return _Patterns(
        # KYIV, Ukraine, | LONDON (Reuters) |
        dateline=pattern(
            r"\p{Lu}[\p{Lu}\p{L}.’' -]{1,40}(?:,\s+\p{Lu}[\p{L}. ]{1,30})?(?:\s+\(\p{Lu}[\p{L} ]{1,20}\))?,?[ \u00a0](?:[-–—][ \u00a0])?(?:on\s+)?"
        ),
        # a paragraph that is nothing but a date, with a time, a byline or "Published:" around it
        imprint=pattern(
            r"(?:(?:first\s+)?(?:published|posted|updated|last\s+(?:updated|modified)|date|by\s+[\p{L}.’' -]{3,40})\W{0,4}(?:on\s+)?|[\p{L}.’' -]{3,40}\s*[|•·–—-]\s*)?"
            r"\s*\|\s*(?:\W{0,4}(?:at\s+)?\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?(?:\s+\(?\p{Lu}{2,4}\)?)?)?[\s|•·.,–—-]{0,4}(?:by\s+[\p{L}.’' -]{3,40})?",
            i,
        ),
        told=pattern(
            rf"(?r)(?<!\b(?:was|were|been|being|is|are|be|had|has|have|to)\s)\b{_SAID}(?:\s+in\s+an?\s+[\p{{L}} ]{{3,20}})?\s+(?:late\s+|early\s+)?(?:on\s+)?",
            i,
        ),
        tells=pattern(rf",?\s+(?:\p{{L}}+ly\s+)?{_SAID}\b", i),
        # with its weekday, a full date is that of the news: "two hikers were rescued near the lake on Friday, May 3, 2024"
        happened=pattern(
            r"(?r)(?<!\b(?:be|been|had|has|have|to|not)\s)\b(?!(?:scheduled|expected|planned|slated|postponed|delayed|agreed|ordered|invited|born)\b)(?:(?:was|were)\s+(?!to\b|set\b|due\b|born\b|scheduled\b|expected\b|planned\b)\p{Ll}+|\p{Ll}{3,}ed|left|met|held|won|lost|shot|struck|hit|fell|fled|took|came|went|sank|broke|began|ran|drew|gave|made)"
            r"(?:\s+(?!to\b)[^\s,;:.()“”\"]+){0,6}?\s+on\s+",
        ),
        opener=pattern(r"[^.!?]{0,160}?\b(?:\p{Ll}{3,}ed|said|told|made|took|gave|held|met|won|went|came|sent|hit|struck|shot|began|left)\b"),
        # an article on an old day: what happened on it is told like news
        looks_back=pattern(r"\b(?:anniversary|(?:years?|decades?|century|centuries)\s+(?:ago|later|on|after|since|earlier)|this\s+day|history)\b", i),
        other=pattern(r"\b(?:since|until|anniversary|marks?|years?\s+ago|decades?\s+ago|ago|back\s+on)\b", i),
        caption=pattern(r"\b(?:FILE|file\s+photo|photo|Getty|AFP/|via\s+AP|Newslook|pictured|image)\b", i),
    )


def infer(article: Article) -> Published | None:
    """Step 6 of how a publication date is found: a dateline, or a full date on the main verb of an opening sentence.

    Believed only if no later year stands in the text: an article on an old day also names its own.
    """
    for expression in article.dates:
        day = _day(expression)
        if day is None:
            continue
        printed = _in_news(article, expression)
        if (printed or _in_head(article, expression)) and _latest(article, day):
            return Published(day, "text", span=expression.span, printed=printed)
    return None


def _day(e: DateExpression) -> date | None:
    """The day of a full date that leaves no choice and goes with its weekday."""
    year, month, day = e.start.year, e.start.month, e.start.day
    if e.form not in ("full", "numeric") or e.day_first or not (year and month and day):
        return None
    try:
        found = date(year.value, month.value, day.value)
    except ValueError:
        return None
    return found if e.weekday is None or found.weekday() == e.weekday.value else None


def _in_head(article: Article, e: DateExpression) -> bool:
    """Whether a date stands in the dateline, or in a line of publication above the text."""
    paragraph = article.paragraph(e.span.start)
    if paragraph.number >= _HEAD:
        return False
    before, after = article.text[paragraph.span.start : e.span.start], article.text[e.span.end : paragraph.span.end]
    if len(before) + len(after) < 120 and _patterns().imprint.fullmatch(f"{before}|{after}"):
        return True
    follows = regex.match(r"\s*(?:\(\p{Lu}[\p{L} ]{1,20}\)\s*)?[-–—]\s*\S|\s*\(\p{Lu}[\p{L} ]{1,20}\)", after) is not None
    return follows and (not before or _patterns().dateline.fullmatch(before) is not None)


def _in_news(article: Article, e: DateExpression) -> bool:
    """Whether a date tells when the news of an opening sentence happened: "said on May 3, 2025", "On May 3, 2025, the council met"."""
    p, text = _patterns(), article.text
    sentence = article.sentence(e.span.start)
    told = _opening(article)
    if sentence not in told or any(q.span.contains(e.span) for q in article.quotations.quotes):
        return False
    paragraph = article.paragraph(e.span.start).span
    if p.caption.search(text, max(paragraph.start, sentence.start - _CAPTION), min(paragraph.end, sentence.end + _CAPTION)):
        return False
    clause = Span(max(sentence.start, e.span.start - 60), min(e.span.end + 40, sentence.end))
    if p.other.search(text, *clause):
        return False
    if p.told.match(text, sentence.start, e.span.start) or (
        regex.match(r"(?r)\bon\s+", text, pos=sentence.start, endpos=e.span.start) and p.tells.match(text, e.span.end, sentence.end)
    ):
        return True
    if p.looks_back.search(text, 0, told[-1].end + _LOOKS_BACK) or (
        e.weekday is not None and e.start.day is not None and e.weekday.span > e.start.day.span
    ):
        return False  # "fell on Nov. 9, 1989, a Thursday"
    if e.weekday is not None and p.happened.match(text, sentence.start, e.span.start):
        return True
    opens = text[sentence.start : e.span.start].strip().lower() in ("on", "late on", "early on", "")
    return opens and text[e.span.end : e.span.end + 1] in (",", " ") and p.opener.match(text, e.span.end, sentence.end) is not None


def _opening(article: Article) -> list[Span]:
    """The sentences that open the text, and those that open the story below its first heading, where a summary stands above it."""
    paragraphs = article.paragraphs
    heading = next((p.number for p in paragraphs[1:_HEAD] if p.kind in ("headline", "heading")), 0)
    told: list[Span] = []
    for first in sorted({0, heading}):
        body = (s for s in article.sentences if (p := article.paragraph(s.start)).number >= first and p.kind not in ("headline", "heading"))
        told += itertools.islice(body, _OPENING)
    return told


def _latest(article: Article, day: date) -> bool:
    """Whether the text names no year well after that of `day`, but for one that it may look ahead to."""
    later = {y.value for e in article.dates for y in (e.start.year, e.end.year if e.end else None) if y and y.value > day.year}
    return all(y <= day.year + 2 for y in later) or (len(later) == 1 and max(later) <= day.year + 10)
