"""duration/self: a length of time against what the same article says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations, islice

from newslint import Article, Bad, DocumentRule, DurationClaim, Event, Finding, Good, Related, Severity, StatedStart, lengths

#: different lengths that are compared with one another; no article states more
_MOST = 40
_UNPLANNED = frozenset(
    "war conflict invasion fighting hostilities warfare aggression bloodshed siege occupation insurgency standoff stand-off dispute row unrest uprising crisis "
    "drought famine epidemic pandemic outbreak recession".split()
)
_ORDER: tuple[lengths.Fit, ...] = ("fits", "loose", "stale", "high", "low")


class Self(DocumentRule):
    """A length of time does not fit the start, or another length, that the same article gives.

    "The strike, which began on May 3, is in its ninth week" is right for one week only; when a story is updated, the start stays
    and the length is forgotten. Two lengths that no day of publication makes true together contradict each other by themselves.
    """

    id = "duration/self"
    severity = Severity.WARNING
    examples = (
        Bad("The strike at the mill, which began on May 3, is now «in its ninth week».", published="2023-06-01"),
        Bad("The inquiry, which opened in March 2019, is now «in its second year».", published="2023-06-01"),
        Bad("The kiln closed down and the quarry shut down on May 3 and has stood idle for «14 weeks».", published="2023-06-01"),
        Bad(
            "The conflict that erupted in March 2015 divides the valley.\n\nAfter «three years» of conflict the mill is closed.",
            published="2023-06-01",
        ),
        Bad("The war, now in its second year, divides the valley.\n\nNobody recalls how the «five-year-old» war began."),
        Good("The strike at the mill, which began on May 3, is now in its fifth week.", published="2023-06-01"),
        Good(
            "The conflict that erupted in March 2015 divides the valley.\n\nAfter eight years of conflict the mill is closed.", published="2023-06-01"
        ),
        Good("The strike began on May 3. In the first week of the strike two trains were stopped.", published="2023-06-01"),
        Good("The union began a five-day strike on Monday, May 29, and the four-year talks that opened in March 2023 go on.", published="2023-05-31"),
        Good("Emergency rule has stood since June 2022 for unrest that cost 20 lives in the past three years.", published="2023-06-01"),
        Good("The envoy spoke on the fourth day of her six-day tour."),
        Good("The six-week war of 2006 and the 11-day war of 2021 left the bridge in ruins.", published="2023-06-01"),
        Good("The war began in 2015. Her brother came back from a two-year war elsewhere.", published="2023-06-01"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        claims = [c for c in article.claims(DurationClaim) if c.expression.form != "since" and (c.subject is not None or c.starts)]
        wrong = set()
        for claim in claims:
            if finding := self._against_start(article, claim):
                wrong.add(claim.span)
                yield finding
        now = [c for c in claims if not c.looks_back and c.subject is not None and c.expression.form != "ago"]
        different = {(c.event or c.subject, c.about, c.count, c.unit, c.hedge, c.as_of): c for c in reversed(now)}
        told = _told_apart(now)
        for one, other in combinations([*reversed(different.values())][:_MOST], 2):
            if (
                _one_thing(one, other, told)
                and not (_within(one, other) or _within(other, one))
                and one.as_of == other.as_of
                and not _compatible(article, one, other)
            ):
                # what fits neither its start nor the record is the wrong one; if nothing tells, the later one
                bad, good = (one, other) if one.span in wrong or _doubtful(article, one) > _doubtful(article, other) else (other, one)
                yield self._against_length(article, bad, good)

    def _against_start(self, article: Article, claim: DurationClaim) -> Finding | None:
        if claim.as_of is None or not claim.starts:
            return None
        as_of = claim.as_of
        fits = {(s, day): lengths.fit(claim.expression, day, as_of) for s in claim.starts for day in _days(s) if day < as_of}
        if not fits or "fits" in fits.values():
            return None
        (start, day), how = min(fits.items(), key=lambda item: (_ORDER.index(item[1]), -item[0][1].toordinal()))
        if (how == "low" and claim.looks_back) or (how == "high" and _planned(article, claim)):
            return None
        severity = Severity.INFO if how == "loose" else self.severity
        dated = " ".join(start.place.excerpt.split())
        return self.report(
            claim,
            f"The copy says “{_words(claim)}”, but dates the start to {dated} (line {start.place.start.line}), "
            f"{lengths.in_words(day, as_of)} before {lengths.long_date(as_of)}; correct the one or the other",
            severity=severity,
            suggestions=lengths.reworded(article.text, claim.expression, day, as_of),
            related=(Related(start.place, "the start is given here"), *_others(article, claim)),
            dated_by=claim.origin if as_of == claim.origin.today else None,
        )

    def _against_length(self, article: Article, bad: DurationClaim, good: DurationClaim) -> Finding:
        return self.report(
            bad,
            f"The copy says “{_words(bad)}” here and “{_words(good)}” on line {good.place.start.line}; no day makes both true: settle on one",
            severity=Severity.ERROR,
            related=(Related(good.place, f"here it is “{_words(good)}”"), *(Related(s.place, "the start is given here") for s in bad.starts)),
        )


def _days(start: StatedStart) -> list[date]:
    """Days on which something may have begun: all of a month, one in ten of a year."""
    first, last = start.days.earliest, start.days.latest
    step = 1 if (last - first).days <= 31 else 10
    return [*(first + timedelta(k) for k in range(0, (last - first).days, step)), last]


def _planned(article: Article, claim: DurationClaim) -> bool:
    """Whether a length is what something is to last: "the five-day strike that began on Monday"; no war, drought or siege has one."""
    e = claim.expression
    bare = e.form == "length" and "-" in e.span.of(article.text) and not e.span.of(article.text).endswith(("long", "mark"))
    return bare and claim.subject not in _UNPLANNED


def _within(part: DurationClaim, whole: DurationClaim) -> bool:
    """Whether the one is how far the other has come: "on the fourth day of a six-day tour"."""
    counted = part.hedge in ("ordinal", "day") and part.unit == whole.unit and part.count <= whole.count
    return counted and whole.expression.form == "length" and part.sentence == whole.sentence


def _told_apart(claims: Sequence[DurationClaim]) -> frozenset[str | None]:
    """The nouns by which an article calls several things, each with its own place, name or year: "the war of 2006", "the war with Torvale"."""
    about: dict[str | None, set[frozenset[str]]] = {}
    for claim in claims:
        if claim.about and not claim.event:
            about.setdefault(claim.subject, set()).add(claim.about)
    return frozenset(noun for noun, several in about.items() if len(several) > 1)


def _one_thing(one: DurationClaim, other: DurationClaim, told_apart: frozenset[str | None]) -> bool:
    """Whether two lengths are of one event: of one on record, or called by the same noun where neither is on record."""
    if one.event or other.event:
        return one.event == other.event
    return one.subject == other.subject and (one.about == other.about or one.subject not in told_apart)


def _compatible(article: Article, one: DurationClaim, other: DurationClaim) -> bool:
    """Whether some day, with some accepted start of each, makes both lengths right."""
    if one.as_of is None:
        windows = [[lengths.possible(c.expression, start) for start in _starts(article, c)] for c in (one, other)]
        return any(a[0] <= b[1] and b[0] <= a[1] for a in windows[0] for b in windows[1])
    return all(
        any(lengths.possible(c.expression, s)[0] <= one.as_of <= lengths.possible(c.expression, s)[1] for s in _starts(article, c))
        for c in (one, other)
    ) or (not (one.event or one.starts or other.starts) and _overlap(one, other))


def _overlap(one: DurationClaim, other: DurationClaim) -> bool:
    a, b = (lengths.possible(c.expression, date(2000, 1, 1)) for c in (one, other))
    return a[0] <= b[1] and b[0] <= a[1]


def _starts(article: Article, claim: DurationClaim) -> Sequence[date]:
    """The days from which a length may count: on record, as the article states, or any one day where neither tells."""
    event: Event | None = article.facts.events.get(claim.event) if claim.event else None
    if event is not None:
        return event.accepted(claim.wording)
    return [s.days.earliest for s in claim.starts] or [date(2000, 1, 1)]


def _doubtful(article: Article, claim: DurationClaim) -> bool:
    """Whether a length fits no start that is known."""
    if claim.as_of is None or not (claim.event or claim.starts):
        return False
    return not any(lengths.fit(claim.expression, s, claim.as_of) in ("fits", "loose") for s in _starts(article, claim) if s <= claim.as_of)


def _others(article: Article, claim: DurationClaim) -> list[Related]:
    """The first other lengths that the article gives the event."""
    same = (c for c in article.claims(DurationClaim) if c.span != claim.span and c.event and c.event == claim.event and not c.looks_back)
    return [Related(c.place, f"here it is “{_words(c)}”") for c in islice(same, 5)]


def _words(claim: DurationClaim) -> str:
    return " ".join(claim.place.excerpt.split())
