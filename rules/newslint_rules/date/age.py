"""date/age: an age against a date of birth."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import regex

from newslint import (
    Article,
    Bad,
    DateClaim,
    DocumentRule,
    Evidence,
    Finding,
    Good,
    Interval,
    Place,
    Related,
    Severity,
    Span,
    almanac,
    edited,
    inside,
    lengths,
)

#: a birthday just gone or just to come, and a paper printed a day later
_MARGIN = timedelta(7)
_YEAR = timedelta(366)
_OLDEST = 122
_NEARLY = 2


@cache
def _patterns() -> tuple[regex.Pattern[str], ...]:
    i = regex.IGNORECASE
    return (
        regex.compile(r",\s+(?:aged?\s+)?(?P<age>\d{1,3}),|\s+\((?:aged?\s+)?(?P<age>\d{1,3})\)"),  # after a name
        regex.compile(r"(?r)\b(?P<age>\d{1,3})[- ]year[- ]old\s+(?:(?:\p{Ll}[\p{L}-]*|\p{Lu}\p{Ll}+)\s+){0,4}"),  # before a name
        regex.compile(r"(?r)\bborn(?:\b[^.;]{0,60}?\b(?:on|in))?\s+", i),  # before a date
        regex.compile(r"\b(?:died|passed\s+away)\b", i),
        regex.compile(
            r"\b(?:(?:died|passed\s+away)[^.;]{0,60}?\s(?:aged|at(?:\s+the)?(?:\s+age(?:\s+of)?)?)|aged|at\s+(?:the\s+)?age(?:\s+of)?)\s+(?P<age>\d{1,3})\b",
            i,
        ),
        regex.compile(
            r"\b(?:is|(?P<turns>turns)|turned(?=\s+\d+\s+(?:on\s+\w+day|today|yesterday|this\s))|now)\s+(?P<age>\d{1,3})\b(?!\s*(?:percent|%|years?\s+(?:ago|later)|(?!this\b)\p{Ll}+s\b)|[,.]\d)|,\s+(?P<age>\d{1,3}),\s+(?:was|were)\s+born\b",
            i,
        ),
        regex.compile(r"\b(?:then|when|at\s+the\s+time|was|former|late|until|ago)\b", i),
        regex.compile(  # a name that ends here: no "Smith ally"
            r"[,.;:)]|\s+(?:said|says|told|tells|is|has|will|won|took|spoke|met|left|made|gave|became|flew|who|and|in|on|at|from|\p{Ll}{3,}ed)\b"
        ),
        regex.compile(r"(?r)\b(?:died|passed\s+away)\b[^.;,]{0,40}?\s+", i),  # before the day of a death
        regex.compile(r"(?r)\b(?:whose|his|her|their|my|our)\s[^.;]{0,60}?", i),  # before a birth that is another person's
    )


class Age(DocumentRule):
    """An age does not fit the date of birth, in the same sentence or on record.

    Ages are copied from older copy and miss a birthday. Within a week of a birthday both ages are accepted.
    """

    id = "date/age"
    severity = Severity.WARNING
    examples = (
        Bad("The painter, «47», was born on March 3, 1980, in a mill.", published="2024-06-01"),
        Bad("She was born in 1931 and died in 2010 at the age of «89».", published="2024-06-01"),
        Good("The painter, 44, was born on March 3, 1980, in a mill.", published="2024-06-01"),
        Good("She was born in 1931 and died in 2010 at the age of 78.", published="2024-06-01"),
        Good("Born in 1980, he was 12 when the mill closed.", published="2024-06-01"),
        Good("Born on Nov. 3, 1980, she turns 44 in November; he turned 40 in 1990.", published="2024-06-01"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        yield from self._against_text(article)
        yield from self._against_record(article)

    def _against_text(self, article: Article) -> Iterator[Finding]:
        text = article.text
        if "born" not in text.lower():
            return
        _, _, born, died, at_death, now, _, _, died_on, of_another = _patterns()
        for claim in article.claims(DateClaim):
            sentence = article.sentence(claim.span.start)
            if not (claim.likeliest and claim.explicit_year and claim.form in ("full", "month", "year", "numeric")):
                continue
            birth = born.match(text, sentence.start, claim.span.start)
            if birth is None or of_another.match(text, sentence.start, birth.start()):
                continue
            if died.search(text, *sentence):
                after_birth = inside(article.claims(DateClaim), Span(claim.span.end, sentence.end))
                deaths = [c for c in after_birth if c.likeliest and (c.explicit_year or died_on.match(text, claim.span.end, c.span.start))]
                stated, by = at_death.search(text, claim.span.end, sentence.end), deaths[0].likeliest if deaths else None
            else:
                today = article.origin.today
                stated = now.search(text, *sentence)
                ahead = _YEAR if stated and stated["turns"] else _MARGIN  # "turns 34 in November" is said all year
                by = Interval(today - _MARGIN, today + ahead) if today else None
            if stated and by and (wrong := _wrong(int(stated["age"]), claim.likeliest, by)):
                yield self._finding(article, Span(*stated.span("age")), int(stated["age"]), wrong, by, claim.place, None)

    def _against_record(self, article: Article) -> Iterator[Finding]:
        text, today = article.text, article.origin.today
        if today is None:
            return
        by = Interval(today - _MARGIN, today + _MARGIN)
        for mention in article.mentions:
            person = article.facts.people.get(mention.entity_id or "")
            if mention.kind != "person" or person is None or person.born is None:
                continue
            after, before, *_, past, bare, _, _ = _patterns()
            stated = after.match(text, mention.span.end) or (bare.match(text, mention.span.end) and before.match(text, 0, mention.span.start))
            if stated is None or past.search(text, *article.sentence(mention.span.start)):
                continue
            wrong = _wrong(int(stated["age"]), person.born, by)
            # a surname may be another person's: only an age that is nearly right tells that it is not
            if wrong and (mention.form == "full" or min(abs(int(stated["age"]) - n) for n in wrong) <= _NEARLY):
                evidence = Evidence(f"people/{person.id}", person.tenures[0].source if person.tenures else "")
                yield self._finding(article, Span(*stated.span("age")), int(stated["age"]), wrong, by, None, evidence)

    def _finding(
        self, article: Article, span: Span, age: int, right: tuple[int, int], by: Interval, born: Place | None, evidence: Evidence | None
    ) -> Finding:
        low, high = right
        shown = str(low) if low == high else f"{low} or {high}"
        told = f"a birth of {born.excerpt}" if born else "the date of birth on record"
        return self.report(
            article.place(span),
            f"The copy gives the age {age}, but {told} makes it {shown} in {lengths.long_date(by.latest)[-4:]}; correct the age or the date",
            suggestions=[edited(article.text, span, [(span, str(n))]) for n in dict.fromkeys((high, low))],
            related=(Related(born, "the date of birth"),) if born else (),
            evidence=(evidence,) if evidence else (),
            dated_by=article.origin if by.earliest != by.latest else None,
        )


def _wrong(age: int, born: Interval, by: Interval) -> tuple[int, int] | None:
    """The ages that are possible, if `age` is none of them."""
    if by.latest <= born.latest:
        return None
    low, high = _age(born.latest, by.earliest), _age(born.earliest, by.latest)
    return None if low <= age <= high or high > _OLDEST else (max(low, 0), high)


def _age(born: date, day: date) -> int:
    return int(almanac.elapsed(born, day, "year")) if day >= born else -1
