"""The number of an anniversary against the year in the text, or the year of the event on record."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import regex

from ..article import Article
from ..claim import DateClaim
from ..facts.model import Event, Start
from ..finding import Evidence, Finding, Related, Severity
from ..numerals import CARDINAL, ORDINAL, cardinal, cardinal_like, ordinal, ordinal_like
from ..pattern import pattern
from ..rule import DocumentRule
from ..shape import Key, template
from ..text import Span, edited, inside
from . import Declared, Kind, Spec

_OCCASIONS = ("full", "numeric", "day-month", "month", "year", "relative")
#: from this month on an anniversary may be one of the next year
_LATE = 12
#: a year behind the event is that of the occasion, if the number is further off than a slip
_SLIP = 10
_NAMED = {"centenary": 100, "centennial": 100, "bicentenary": 200, "bicentennial": 200, "sesquicentennial": 150, "tercentenary": 300}


#: words that turn from a day to another time
_TURNS = "and|but|had|when|who|which|where|since|after|before|that|whose|while|because|as|if|until|said|says"


class _Patterns(NamedTuple):
    anniversary: regex.Pattern[str]
    since: regex.Pattern[str]
    marks: regex.Pattern[str]
    behind: regex.Pattern[str]
    founded: regex.Pattern[str]
    this_year: regex.Pattern[str]
    now: regex.Pattern[str]
    ahead: regex.Pattern[str]
    days_ahead: regex.Pattern[str]
    led: regex.Pattern[str]
    occasion: regex.Pattern[str]
    later: regex.Pattern[str]
    end: regex.Pattern[str]
    begin: regex.Pattern[str]
    aside: regex.Pattern[str]
    marked: regex.Pattern[str]
    on_the_day: regex.Pattern[str]
    said: regex.Pattern[str]


@cache
def _patterns() -> _Patterns:
    i = regex.IGNORECASE
    return _Patterns(
        anniversary=pattern(
            rf"\b(?:(?P<nth>{ORDINAL})|(?P<n>\d{{1,3}})[\s-]years?)[\s-](?:[\p{{Ll}}-]+\s+){{0,1}}(?:anniversary|(?P<birthday>birthday))\b|\b(?P<named>{'|'.join(_NAMED)})\b",
            i,
            words=("anniversary", "birthday", *_NAMED),
        ),
        since=pattern(r"\byears(?=(?:\s+this\s+year|\s+in\s+\p{Lu}\p{Ll}+)?\s+since\s)", words=("years",)),
        marks=pattern(
            rf"(?r)(?:\b(?P<marks>(?:mark|observ|celebrat|commemorat)(?:e?s|ing|e)?)|\b(?:it|that)(?:['’]s|\s+is|\s+has\s+been|\s+will\s+be|\s+will\s+have\s+been))\s+"
            rf"(?:now\s+|exactly\s+)?(?P<n>(?!a\b){CARDINAL})\s+",
            i,
        ),
        behind=pattern(
            r"(?:\s+year)?(?:\s+\([^)]{0,40}\)|,\s+this\s+(?:year|month|week),|\s+this\s+year|\s+in\s+\p{Lu}\p{Ll}+)?\s+(?:of|since)\s+", i
        ),
        founded=pattern(
            r"(?r)\b(?:founded|established|created|opened|launched|formed|set\s+up|built|begun|began|started|introduced|signed|born|married|won\s+independence|released|premiered)\b[^.;:]{0,40}?\s",
            i,
        ),
        this_year=pattern(
            r"\b(?:this\s+(?:year|week|month|spring|summer|autumn|fall)|today|tonight|tomorrow|marks|observes|celebrates|commemorates|(?:is|in)\s+the\s+year)\b",
            i,
        ),
        now=pattern(r"\b(?:is|are)\b", i),
        ahead=pattern(
            r"\b(?:will|would|next|upcoming|coming|ahead\s+of|approach\w*|plans?|planned|planning|eve\s+of|to\s+(?:mark|celebrate|commemorate|observe)|before|until|by)\b",
            i,
        ),
        days_ahead=pattern(r"\b(?:days?|weeks?)\s+(?:before|ahead\s+of)\b", i),
        # from a day to the anniversary it is, or from the anniversary to its day: "on May 3, the 50th anniversary", "the 50th anniversary of the flood on May 3"
        led=pattern(r"(?r)(?:\b(?:on|in|for|of|throughout|during)\s+(?:the\s+year\s+)?|\bthe\s+year\s+)", i),
        occasion=pattern(r"(?:(?!\b(?:and|but)\b)[^;:]){0,80}", i),
        later=pattern(
            r"(?:(?!\b(?:since|until|from|by|before|after|because|who|which|when|in\s+the)\b)[^.;:,]){0,90}\bon\s+|\s*,?\s+(?:on|in)\s+", i
        ),
        end=pattern(r"\b(?:end|ending|liberation|surrender|victory)\b", i),
        aside=pattern(r"(?r),\s+(?:which|who|that|first|last|once|\p{L}{2,}(?:ed|en|un)|struck|cast|built|made|set)\b[^,;]*", i),
        # "celebrates the", "gathered in the square for the": what is done on the day itself
        marked=pattern(
            r"(?r)\b(?:(?:mark|celebrat|commemorat|observ|honou?r)\p{L}*|"
            r"(?:(?:gather|assembl|march|rall[iy]|flock|travel|return|pray|attend)\p{L}*|met|meet|came|held|stood|knelt)\b[^;:,]{0,60}?\s(?:for|on)|is|was)\s+the\s+",
            i,
        ),
        on_the_day=pattern(rf"(?:(?!\b(?:{_TURNS})\b)[^;:]){{0,120}}", i),
        said=pattern(r"(?r)\b(?:said|told\s+[^,;:]{1,40}|announced|reported|showed|sold|unveiled|opened)\s+(?:on\s+)?", i),
        begin=pattern(r"\b(?:start|beginning|outbreak|onset|launch)\b", i),
    )


class _Stated(NamedTuple):
    """A number of years as an anniversary has it: the phrase, the number and the place of its words, None in "centenary".

    `turns`: the years turn on a day ("marks ten years since"); by "it is ten years since" they may not have done so yet.
    """

    span: Span
    number: int
    written: Span | None
    birthday: bool = False
    turns: bool = True


class _Base(NamedTuple):
    """The years that an anniversary may count from; where the text gives one, its place, else the event whose record does.

    `trailing`: the year stands behind what is marked ("of the landing in 1969"), where it may also be that of the occasion.
    """

    years: frozenset[int]
    what: str
    span: Span | None = None
    event: Event | None = None
    trailing: bool = False


class _Now(NamedTuple):
    """The years in which the anniversary may fall. `sure`: said in the text, or plainly the year of publication;
    `dated`: rests on that. `ahead`: or in any year to come.
    """

    years: frozenset[int]
    sure: bool
    dated: bool
    ahead: bool = False


class AnniversaryRule(Declared, DocumentRule):
    """The rule that an `anniversary` declares."""

    def __init__(self, spec: Spec) -> None:
        self.declare(spec)
        self.message: str = spec["message"]

    def check(self, article: Article) -> Iterator[Finding]:
        for stated in _stated(article):
            sentence, number = article.sentence(stated.span.start), stated.number
            base = _base(article, sentence, stated)
            now = _now(article, sentence, stated, base) if base else None
            if base is None or now is None or not number or sentence.end < stated.span.end:
                continue
            ages = {year - start for year in now.years for start in base.years}
            if number in ages or (now.ahead and number > max(ages)) or (not now.sure and number < max(ages)):  # a lower one may be of a year past
                continue
            if not stated.turns and number + 1 in ages:
                continue
            if base.trailing and min(abs(number - age) for age in ages) > _SLIP:
                continue
            yield self._finding(article, stated, base, now)

    def _finding(self, article: Article, stated: _Stated, base: _Base, now: _Now) -> Finding:
        text, number, written, year = article.text, stated.number, stated.written, max(now.years)
        start = min(base.years, key=lambda y: (abs(year - y - number), y))
        right = year - start
        suggestions = []
        if written and right > 0:
            words = written.of(text)
            like = cardinal_like if cardinal(words) else ordinal_like
            suggestions = [edited(text, stated.span, [(written, like(right, words))])]
        return self.report(
            article.place(stated.span),
            self.message.format(claimed=" ".join(stated.span.of(text).split()), what=base.what, base=start, year=year, right=right),
            severity=Severity.INFO if base.event and not base.event.verified else self.severity if now.sure else Severity.WARNING,
            suggestions=suggestions,
            related=(Related(article.place(base.span), "the year it counts from"),) if base.span else (),
            evidence=(Evidence(f"events/{base.event.id}", base.event.source),) if base.event else (),
            dated_by=article.origin if now.dated else None,
        )


def _stated(article: Article) -> Iterator[_Stated]:
    """The anniversaries that a text numbers: "the 50th anniversary", "the centenary", "marks 50 years since"."""
    text, p = article.text, _patterns()
    for m in p.anniversary.finditer(text):
        number = ordinal(m["nth"]) if m["nth"] else int(m["n"]) if m["n"] else _NAMED[m["named"].lower()]
        written = None if m["named"] else Span(*m.span("nth" if m["nth"] else "n"))
        yield _Stated(Span(*m.span()), number or 0, written, m["birthday"] is not None)
    for m in p.since.finditer(text):
        led = p.marks.match(text, article.sentence(m.start()).start, m.start())
        if led:
            yield _Stated(Span(led.start("n"), m.end()), int(cardinal(led["n"]) or 0), Span(*led.span("n")), turns=led["marks"] is not None)


def _base(article: Article, sentence: Span, stated: _Stated) -> _Base | None:
    """What an anniversary counts from: a year in what it is the anniversary of, else the event named there, else a founding before it."""
    text = article.text
    follows = _patterns().behind.match(text, stated.span.end, sentence.end) if not stated.birthday else None
    if follows:
        clause = _clause(text, follows.end(), sentence.end)
        dated = [c for c in inside(article.claims(DateClaim), clause) if _year(c)]
        if dated:
            trailing = text[clause.start : dated[0].span.start].rstrip().endswith(" in")
            if not stated.turns and not trailing:  # "it is two years since the 2014 champion left"
                return None
            return _Base(frozenset({_year(dated[0])}), clause.of(text).rstrip(" .,"), dated[0].span, trailing=trailing)
        mention = next(iter(inside(article.events, clause)), None)
        if mention and len(mention.events) == 1:
            event = article.facts.events[mention.events[0]]
            return _Base(
                _years(event, text[clause.start : mention.span.end]), f"{event.name}, by {Evidence(event.id, event.source).host}", event=event
            )
        return None
    for claim in inside(article.claims(DateClaim), Span(sentence.start, stated.span.start)):
        founded = _patterns().founded.match(text, sentence.start, claim.span.start) if _year(claim) else None
        if founded and not (stated.birthday and founded.group().lower().startswith(("born", "married"))):  # people die before their birthdays
            return _Base(frozenset({_year(claim)}), claim.span.of(text), claim.span)
    return None


def _clause(text: str, start: int, end: int) -> Span:
    """What an anniversary is of: up to a mark or a word that turns to something else."""
    stop = regex.search(
        r"[;:()]|,(?!\s+(?:\d{4}|\p{Lu}|(?:in|on)\s+(?:\p{Lu}\p{Ll}+\.?\s+)?\d))|\s(?:which|who|when|where|and(?!\s+\p{Ll}+\s+of\s+(?:\p{Lu}|\d))|with|as|at\s+a|by\s+\p{Ll}+ing|after|before|while|but)\s",
        text,
        pos=start,
        endpos=end,
    )
    return Span(start, stop.start() if stop else end)


def _year(claim: DateClaim) -> int:
    """The year that a date gives itself; 0 for none, and for a range of years."""
    year = claim.expression.start.year
    return year.value if year and claim.form in ("full", "month", "year", "numeric") else 0


def _years(event: Event, words: str) -> frozenset[int]:
    """The years that an anniversary of an event may count from: its end or its start where the words say which, else both."""
    p = _patterns()
    ends, starts = event.ends, event.starts
    if ends and p.end.search(words):
        chosen: tuple[Start, ...] = ends
    elif p.begin.search(words) or not ends:
        chosen = starts
    else:
        chosen = (*starts, *ends)
    cued = tuple(s for s in chosen if any(cue.lower() in words.lower() for cue in s.cues))
    chosen = cued or chosen
    return frozenset(year for s in chosen for year in (s.day.earliest.year, s.day.latest.year))


def _now(article: Article, sentence: Span, stated: _Stated, base: _Base) -> _Now | None:
    """When the anniversary falls: on a day that the sentence names, else about the time of publication."""
    text, today, p = article.text, article.origin.today, _patterns()
    for claim in inside(article.claims(DateClaim), sentence):
        days = claim.likeliest
        if days is None or claim.span == base.span or claim.form not in _OCCASIONS or days.earliest.year != days.latest.year:
            continue
        if claim.span.end <= stated.span.start:
            led = claim.form == "relative" or claim.span.start == sentence.start or p.led.match(text, sentence.start, claim.span.start)
            told = led and p.occasion.fullmatch(text, claim.span.end, stated.span.start)
        else:
            told = p.later.fullmatch(text, stated.span.end, claim.span.start)
        if told:
            return _Now(frozenset({days.earliest.year}), True, not claim.explicit_year)
    if today is None:
        return None
    words = _beside(text, sentence, stated).of(text)
    this_year = p.this_year.search(words) is not None or _marked_on_a_day(article, sentence, stated)
    ahead = not this_year and p.ahead.search(words) is not None and p.days_ahead.search(words) is None
    years = {today.year, today.year + 1} if ahead or today.month >= _LATE else {today.year}
    if today.month <= 2:
        years.add(today.year - 1)
    return _Now(frozenset(years), this_year or p.now.search(words) is not None, True, ahead)


def _beside(text: str, sentence: Span, stated: _Stated) -> Span:
    """The clause that tells when an anniversary is: the sentence, or an aside in it ("The prize, first given on the 25th anniversary, goes …")."""
    aside = _patterns().aside.match(text, sentence.start, stated.span.start)
    if aside is None:
        return sentence
    end = text.find(",", stated.span.end, sentence.end)
    return Span(aside.start(), end if end > 0 else sentence.end)


def _marked_on_a_day(article: Article, sentence: Span, stated: _Stated) -> bool:
    """Whether an anniversary falls on a weekday that the sentence names: "gathered on Friday for the 20th anniversary"."""
    text, p = article.text, _patterns()
    if not p.marked.match(text, sentence.start, stated.span.start):
        return False
    for claim in inside(article.claims(DateClaim), sentence):
        between = Span(claim.span.end, stated.span.start) if claim.span.end <= stated.span.start else Span(stated.span.end, claim.span.start)
        if claim.form == "weekday" and p.on_the_day.fullmatch(text, *between) and not p.said.match(text, sentence.start, claim.span.start):
            return True
    return False


KIND = Kind(
    name="anniversary",
    doc=__doc__ or "",
    keys={
        "message": Key(
            template("claimed", "what", "base", "year", "right"),
            "`{claimed}` is the anniversary in the copy, `{what}` what it is of, `{base}` the year that counts from, `{year}` that of the copy, "
            "`{right}` the number that fits.",
            True,
        )
    },
    build=AnniversaryRule,
    example="""\
id: house/anniversary
kind: anniversary
severity: warning
summary: The number of an anniversary does not fit the year that it counts from.
message: "“{claimed}”: {base} to {year} is {right}."
examples:
  bad:
    - {published: 2025-09-03, text: "The town celebrates this year the «60th anniversary» of the bridge of 1975."}
  good:
    - {published: 2025-09-03, text: "The town celebrates this year the 50th anniversary of the bridge of 1975."}
""",
)
