"""Lengths of time -> duration claims: what has lasted so long, and by which day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

import regex

from ..almanac import DAYS
from ..article import Article
from ..claim import DateClaim, DurationClaim, Interval, StatedStart
from ..expression import DurationExpression
from ..pattern import pattern
from ..text import Span, inside
from .lasting import goes_on, told_before
from .occasions import Target, main_event, targets, war_scores
from .starts import Beginning, begun, stated_starts

#: characters on either side of a length in which what it belongs to is looked for
_REACH = 600
#: an article that dates more beginnings of one sort than this is a chronology
_MOST_STARTS = 20


def extract(article: Article) -> Iterator[DurationClaim]:
    """One claim for each length of time, in order; `event`, `subject` and `as_of` are None where the text does not tell.

    Behind them, one for each start that the article gives for an event on record: "going on since February 2022".
    """
    if not article.durations and not article.events:
        return
    named = targets(article)
    starts = stated_starts(article, named)
    yield from _lengths(article, named, starts)
    for start in starts:
        if start.target is not None and len(start.target.events) == 1 and begun(article.text, start):
            yield _since(article, start, start.target)


def _since(article: Article, start: Beginning, target: Target) -> DurationClaim:
    today, days = article.origin.today, start.days
    passed = (today - days.earliest).days if today else 0
    span = Span(min(target.span.start, start.clause.start), start.span.end)
    return DurationClaim(
        **article.base(span),
        expression=DurationExpression(span=span, form="since", count=passed, unit="day", hedge="exact", number=start.span),
        event=target.events[0],
        subject=target.noun,
        wording=span.of(article.text),
        count=passed,
        unit="day",
        hedge="exact",
        low=(today - days.latest).days if today else 0,
        high=passed if today else None,
        as_of=today,
        named=True,
        starts=(StatedStart(days, article.place(start.span), True),),
    )


#: what stands before a part of a length: "the first two years of the war"
_PARTIAL = frozenset(
    "first last past final opening initial early earliest next previous latest recent worst deadliest bloodiest another every each".split()
)


def _lengths(article: Article, named: tuple[Target, ...], starts: tuple[Beginning, ...]) -> Iterator[DurationClaim]:
    scores = war_scores(article) if named else {}
    for expression in article.durations:
        whole = article.sentence(expression.span.start)
        sentence = Span(max(whole.start, expression.span.start - _REACH), min(whole.end, expression.span.end + _REACH))
        # the first two years of the war, the past three years: a part of what has lasted
        before = article.text[sentence.start : expression.span.start]
        part = before[-1:].isspace() and (before.rsplit(maxsplit=1) or [""])[-1].lower() in _PARTIAL
        bound = None if part else _bound(article.text, expression, inside(named, sentence), sentence)
        event = next(iter(bound.target.events), None) or main_event(article, _of_one(bound.target, expression), sentence, scores) if bound else None
        beside = [] if part else inside(starts, sentence)
        low, high = meant(expression)
        as_of, looks_back = _reference(article, expression, sentence, bound, beside)
        yield DurationClaim(
            **article.base(expression.span),
            expression=expression,
            event=event,
            subject=bound.target.noun if bound else None,
            about=bound.target.places | bound.target.names if bound else frozenset(),
            wording=bound.words.of(article.text) if bound else "",
            count=expression.count,
            unit=expression.unit,
            hedge=expression.hedge,
            low=low,
            high=high,
            as_of=as_of,
            named=bool(bound and bound.target.events),
            looks_back=looks_back,
            starts=_starts(article, expression, bound, event, beside, starts),
        )


def _starts(
    article: Article, e: DurationExpression, bound: _Bound | None, event: str | None, beside: list[Beginning], starts: tuple[Beginning, ...]
) -> tuple[StatedStart, ...]:
    """The starts that the article gives for what has lasted: beside the length, or in the sentence before, or else anywhere, each once."""
    target = bound.target if bound else None
    near = [s for s in beside if goes_on(article.text, e, s, target)] or told_before(article, e, target, starts)
    if near:
        return tuple(StatedStart(s.days, article.place(s.span), True) for s in near)
    if bound is None:
        return ()
    found: dict[Interval, Beginning] = {}
    for start in starts:
        if len(found) == _MOST_STARTS:
            break
        if start not in beside and start.days not in found and start.of(bound.target, event):
            found[start.days] = start
    return tuple(StatedStart(days, article.place(s.span), False) for days, s in found.items())


def meant(e: DurationExpression) -> tuple[float, float | None]:
    """From how many to how many days a length means, by the thresholds of news usage; no upper end for "more than"."""
    unit, n = DAYS[e.unit], e.count
    match e.hedge:
        case "ordinal":
            return (n - 1) * unit, n * unit
        case "day":
            return n - 2, n
        case "entering":
            return max((n - 1) * unit - 60, 0), (n - 1) * unit + 90
        case "nearly":
            return (n - 1 / 3) * unit, n * unit
        case "more-than":
            return n * unit, None
        case "less-than":
            return 0, n * unit
        case "about":
            return 0.8 * n * unit, 1.2 * n * unit
        case "half":
            return (n - 0.15) * unit, (n + 0.15) * unit
        case "exact":
            return 0.93 * n * unit, (n + 1) * unit


def _of_one(target: Target, e: DurationExpression) -> Target:
    """ "The third month of a war" tells of one war that is known."""
    return target._replace(indefinite=False) if e.form == "ordinal" else target


#: nouns for how a war began
_BLOWS = frozenset({"invasion", "assault", "onslaught", "attack"})


class _Bound(NamedTuple):
    """What a length is the length of, and the words that say so; `clause`: without what stands beside them."""

    target: Target
    words: Span
    clause: Span


class _Patterns(NamedTuple):
    of: regex.Pattern[str]
    compound: regex.Pattern[str]
    lasted: regex.Pattern[str]
    lasted_for: regex.Pattern[str]
    fought: regex.Pattern[str]
    fights: regex.Pattern[str]
    ahead: regex.Pattern[str]
    aged: regex.Pattern[str]
    owner: regex.Pattern[str]
    now_in: regex.Pattern[str]
    on_day: regex.Pattern[str]
    began: regex.Pattern[str]
    launched: regex.Pattern[str]
    whom: regex.Pattern[str]
    counts: regex.Pattern[str]
    verb: regex.Pattern[str]
    could: regex.Pattern[str]
    imagined: regex.Pattern[str]


_WORDS = r"(?:(?!(?:on|at|with|by|for|to|as|that|who|which|but|and|or|when|while|before|until)\b)[\p{L}\d.'’&-]+(?:\s+|(?<=-)))"


_WHERE = r"(?:\s+in\s+[\p{L}\s'’-]{1,40}?|\s+(?:against|with)\s+[\p{L}'’-]+)?"

_FIGHT = (
    r"(?:fought|fighting|fended|fending|resisted|resisting|held|holding|withstood|withstanding|endured|enduring|defied|defying|repelled|repelling|battled|battling|"
    r"waged|waging|suffered|suffering|lived|living|faced|facing|weathered|weathering|survived|surviving|stood|standing|opposed|opposing)"
)
_AGAINST = r"(?:(?:off|out|back|up|down|firm|against|with|through|under|to)\s+){0,3}"
_BEGAN = r"(?:began|begun|started|broke\s+out|erupted|launched|unleashed|ordered|initiated|triggered)"


@cache
def _patterns() -> _Patterns:
    i = regex.IGNORECASE
    return _Patterns(
        of=pattern(
            rf"\s+(?:of|into|after|since|on,|on\s+(?:from|after|since)|(?:have|has)\s+(?:now\s+)?(?:passed|gone\s+by|elapsed)\s+(?:since|after)|from\s+the\s+(?:start|beginning)\s+of)\s+{_WORDS}{{0,7}}",
            i,
        ),
        compound=pattern(rf"[\s-](?:old\s+|long\s+)?{_WORDS}{{0,4}}", i),
        lasted=pattern(
            rf"{_WHERE},?\s+(?:(?:which|that)\s+)?(?:(?:has|have|had)\s+)?(?:now\s+|already\s+)?(?:been\s+)?"
            r"(?:lasted|lasts|gone\s+on|going\s+on|dragged\s+on|dragging\s+on|raged|raging|run|continued|stretched|taken|been\s+under\s+way|stood|idle|lain|"
            r"pass(?:es|ed)\s+(?:the|its)|hits?\s+(?:the|its)|reach(?:es|ed)\s+(?:the|its)|cross(?:es|ed)\s+(?:the|its)|(?:near|approach)(?:s|es|ed|ing)?\s+(?:the|its))"
            r"(?:\s+idle|\s+on)?(?:\s+for)?(?:\s+now)?\s+",
            i,
        ),
        # what one does in a war for all its length: "has resisted the invasion for two years", "at war with Russia for two years"
        lasted_for=pattern(rf"{_WHERE}(?:\s+on\s+(?:its|a|their)\s+[\p{{L}}\s-]{{1,30}}?)?,?\s+for\s+", i),
        fought=pattern(rf"(?r)(?:\bat\s+|\b(?:has|have)\s+(?:\p{{L}}+\s+){{0,2}}{_FIGHT}\s+{_AGAINST}(?:[\p{{L}}'’-]+\s+){{0,4}})", i),
        fights=pattern(
            rf"(?:,?\s+(?:now,?\s+)?(?:[\p{{L}}'’-]+\s+){{1,5}}(?:has|have)\s+(?:\p{{L}}+\s+){{0,2}}|\s+){_FIGHT}\s+{_AGAINST}(?:[\p{{L}}'’-]+\s+){{0,4}}",
            i,
        ),
        ahead=pattern(rf",\s+{_WORDS}{{0,4}}", i),
        aged=pattern(rf"{_WHERE},?\s+(?:(?:which|that)\s+)?(?:is\s+|was\s+)?(?:now\s+|already\s+|just\s+)?", i),
        owner=pattern(r"(?:(?!,?\s(?:and|but|while)\s(?:the|an?)\s)[^;:!?]){0,60}", i),
        now_in=pattern(r"\s*(?:(?:now|already)\s+)?", i),
        on_day=pattern(
            rf"{_WHERE},?\s+(?:(?:has|have)\s+)?(?:(?:now|just)\s+)?(?:enter(?:s|ed)|reach(?:es|ed)|(?:is|was)\s+(?:now\s+)?(?:on|in)|now\s+(?:on|in))\s+",
            i,
        ),
        # "the war began", "the invasion, launched", "the war that the general unleashed"
        began=pattern(
            rf"(?:\s+(?:on|in|of|against)\s+(?:(?:its|the)\s+)?[\p{{L}}'’-]+)?(?:,?\s+(?:(?:that|which)\s+)?(?:(?:was|were)\s+)?|,?\s+(?:that|which)\s+(?:[\p{{L}}'’]+\s+){{1,4}}){_BEGAN}\s+",
            i,
        ),
        whom=pattern(r"(?:\s+(?:of|against|on)\s+(?:its\s+)?[\p{L}'’]+)?,?\s+", i),
        counts=pattern(r"\s+(?:after|since)\b", i),
        verb=pattern(r"(?:\s+in\s+[\p{L}'’]+)?\s+(?:began|started|broke\s+out|erupted|was\s+launched)\b", i),
        could=pattern(r"(?r)\b(?:would|could|might|may|will|can|should|must)\s[^.;:,]{0,60}", i),
        imagined=pattern(
            r"\b(?:would|could|may|might|if|unless|fear\w*|expect\w*|plan(?:s|ned|ning)?|prepar\w+|ready|envis\w+|predict\w*|risk\w*|want\w*|threat\w*|turn(?:s|ing)?\s+into|becom(?:e|ing)|"
            r"avoid\w*|prevent\w*|promis\w*|hop(?:e|ed|ing)|vow\w*)\b",
            i,
        ),
        launched=pattern(
            r"(?r)\b(?:launch|beg[au]n|start|unleash|order|mount)\p{L}*\s+(?:(?:its|his|her|their|the|a|an)\s+)?(?:[\p{L}-]+\s+){0,3}", i
        ),
    )


def _bound(text: str, e: DurationExpression, near: list[Target], sentence: Span) -> _Bound | None:
    """The event that a length belongs to: what stands behind it ("years of war", "year-old war"), or the owner before it ("war, in its third year")."""
    p = _patterns()
    after = [t for t in near if t.span.start >= e.span.end]
    before = [t for t in near if t.span.end <= e.span.start]
    nearest = after[0] if after else None
    owner = before[-1] if before else None
    if e.form == "ago":
        return _ago(text, e, owner, nearest)
    if nearest is not None and (not e.possessive or regex.match(r"\s+of\s", text, pos=e.span.end)):
        hyphened = "-" in e.span.of(text) or e.form == "age" or e.span.of(text).endswith("long")
        shape = p.compound if hyphened else p.of
        if shape.fullmatch(text, e.span.end, nearest.span.start) and not _imagined(text, e, sentence):
            began = p.verb.match(text, nearest.span.end)
            clause = Span(e.span.start, began.end() if began else nearest.span.end)
            return _Bound(nearest, Span(e.span.start, min(nearest.span.end + 30, sentence.end)), clause)
    if owner is not None:
        shape = p.owner if e.possessive else p.aged if e.form == "age" else p.on_day if e.form == "day" else p.lasted
        if shape.fullmatch(text, owner.span.end, e.span.start) or (
            p.lasted_for.fullmatch(text, owner.span.end, e.span.start) and p.fought.match(text, sentence.start, owner.span.start)
        ):
            return _Bound(owner, Span(max(owner.span.start - 30, sentence.start), e.span.start), Span(owner.span.start, e.span.start))
    if (
        nearest is not None
        and e.possessive
        and p.now_in.fullmatch(text, sentence.start, e.span.start)
        and p.ahead.fullmatch(text, e.span.end, nearest.span.start)
    ):
        return _Bound(nearest, *[Span(e.span.start, nearest.span.end)] * 2)
    if nearest is not None and p.fights.fullmatch(text, e.span.end, nearest.span.start):
        return _Bound(nearest, *[Span(e.span.start, nearest.span.end)] * 2)
    if e.possessive and nearest is not None and regex.fullmatch(rf"\s+since\s+{_WORDS}{{0,7}}", text, pos=e.span.end, endpos=nearest.span.start):
        return _Bound(nearest, *[Span(e.span.start, nearest.span.end)] * 2)
    return None


def _imagined(text: str, e: DurationExpression, sentence: Span) -> bool:
    """Whether a length is of something that may never be: "ready for a ten-year war", "would need five years after the war", "within a year of the war"."""
    if regex.match(r"(?r)\bwithin\s+", text, pos=sentence.start, endpos=e.span.start) or _patterns().could.match(text, sentence.start, e.span.start):
        return True
    indefinite = text[max(e.span.start - 3, 0) : e.span.start].lower().split()[-1:] in (["a"], ["an"])
    return indefinite and _patterns().imagined.search(text, *sentence) is not None


def _ago(text: str, e: DurationExpression, owner: Target | None, nearest: Target | None) -> _Bound | None:
    """What began so long ago: "launched its invasion two years ago", "the war began two years ago", "Two years ago, the war began"."""
    p = _patterns()
    if owner is not None:
        between = Span(owner.span.end, e.span.start)
        gap = between.of(text)
        if (
            ((owner.begins or owner.noun in _BLOWS) and p.whom.fullmatch(text, *between))
            or p.began.fullmatch(text, *between)
            or (p.launched.search(text, max(owner.span.start - 60, 0), owner.span.start) and not gap.strip())
        ):
            return _Bound(owner, *[Span(owner.span.start, e.span.start)] * 2)
    if (
        nearest is not None
        and nearest.begins
        and regex.fullmatch(r"(?:\s+(?:today|this\s+\p{L}+))?,?\s+", text, pos=e.span.end, endpos=nearest.span.start)
    ):
        return _Bound(nearest, *[Span(e.span.start, nearest.span.end)] * 2)
    if nearest is not None and regex.fullmatch(r"\s+that\s+(?:[\p{L}'’-]+\s+){0,5}", text, pos=e.span.end, endpos=nearest.span.start):
        if nearest.begins or p.launched.match(text, e.span.end, nearest.span.start):
            return _Bound(nearest, *[Span(e.span.start, nearest.span.end)] * 2)
    if nearest is not None and regex.match(r"(?:\s+\p{L}+)?\s+(?:began|started|broke\s+out|erupted)\b", text, pos=nearest.span.end):
        if len(Span(e.span.end, nearest.span.start).of(text).split()) < 6:
            return _Bound(nearest, *[Span(e.span.start, nearest.span.end)] * 2)
    return None


@cache
def _tense() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    i = regex.IGNORECASE
    return (
        pattern(
            r"\b(?:is|are|has|have|(?:it|that|there|he|she|who)['’]s|['’]ve|now|today|still|can|will|must|may|remains?|continues?|marks?|enters?)\b",
            i,
        ),
        pattern(
            r"\b(?:was|were|had|did|could|would|went|came|took|gave|held|met|left|won|lost|sent|saw|got|became|began|broke|brought|died|fell|felt|found|fought|hit|kept|knew|led|ran|rose|"
            r"shot|spoke|stood|struck|wrote|\p{Ll}{3,}ed)\b(?<!\bwar-torn|hundred|need|indeed|armed|united|allied)",
        ),
    )


@cache
def _now() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """What says that an ordinal is of today: before it ("is now the third week", "enduring the third year"), or behind what it is of ("wears on")."""
    i = regex.IGNORECASE
    return (
        pattern(
            r"(?r)(?:\b(?:is|are|['’]s|['’]re|marks?|marked|now|enters?|entered|today|(?:it|this)\s+was)\s+(?:(?:now|still|already|well|on|in|into|\p{L}+ing)\s+){0,3}(?:the\s+)?|^\s*(?:on\s+)?)",
            i,
        ),
        pattern(
            r"(?:\s+(?:of|on|against|in)\s+[\p{L}'’]+)?\s+(?:(?:is|are)\s+\p{L}+ing|wears\s+on|grinds\s+on|drags\s+on|goes\s+on|rages|continues|unfolds|begins|dawns|looms|approaches|nears|draws)\b",
            i,
        ),
    )


#: verbs of reporting: they are of the past in any news sentence and say nothing on the time told of
_SAYING = frozenset("said told added reported asked warned noted announced stated declared replied wrote called".split())


def _reference(article: Article, e: DurationExpression, sentence: Span, bound: _Bound | None, starts: list[Beginning]) -> tuple[date | None, bool]:
    """The day by which something has lasted so long, and whether the sentence looks back to a day that it does not name."""
    today = article.origin.today
    if today is None or e.form == "ago":
        return today, False
    text = article.text
    present, past = _tense()
    for claim in inside(article.claims(DateClaim), sentence):
        days = claim.likeliest
        if days is None or claim.span.overlaps(e.span):
            continue
        if claim.form not in ("full", "numeric", "day-month", "month", "year") or days.latest > today - timedelta(45):
            continue
        if any(start.span == claim.span for start in starts) or _of_the_start(text, e, bound, claim.span):
            continue
        led = regex.match(
            r"(?r)(?:\b(?:in|on|by|as\s+of|at|during|until|through|late\s+in|early\s+in)\s+)",
            text,
            pos=sentence.start,
            endpos=claim.span.start,
            flags=regex.IGNORECASE,
        )
        if led:
            if (days.latest - days.earliest).days > 62:
                return None, True
            return days.earliest + (days.latest - days.earliest) / 2, False
    if e.form in ("ordinal", "day") and not e.possessive:  # "on the first day of the invasion" is a day of the past
        is_now, goes_on = _now()
        return today, not (
            is_now.match(text, sentence.start, e.span.start) or (bound is not None and goes_on.match(text, bound.target.span.end, sentence.end))
        )
    told = _without(text, sentence, [e.span, *([bound.clause] if bound else []), *(start.clause for start in starts)])
    if bound is not None and bound.target.span.end <= e.span.start:  # the verb between the two tells the time of both
        verb = regex.search(r"(?r)\b(?:(?P<past>was|were|had)|is|are|has|have)\b", text, pos=bound.target.span.end, endpos=e.span.start)
        if verb:
            return today, verb["past"] is not None
    if present.search(told):
        return today, False
    return today, any(m.group().lower() not in _SAYING for m in past.finditer(told))


def _of_the_start(text: str, e: DurationExpression, bound: _Bound | None, day: Span) -> bool:
    """Whether a date is that of what a length counts from: "four years after the coup in the capital on May 3, 2015"."""
    if bound is None or not e.span.end <= bound.target.span.start < day.start or not _patterns().counts.match(text, e.span.end):
        return False
    return regex.search(r"[,;:]", text, pos=bound.target.span.end, endpos=day.start) is None


def _without(text: str, sentence: Span, clauses: list[Span]) -> str:
    """A sentence without some of its words: what is left tells the time of the rest."""
    parts, at = [], sentence.start
    for clause in sorted(clauses):
        parts.append(text[at : max(clause.start, at)])
        at = max(at, clause.end)
    return " | ".join([*parts, text[at : sentence.end]])
