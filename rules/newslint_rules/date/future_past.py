"""date/future-past: a verb of the past with a date to come, and the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from newslint import Article, Bad, DateClaim, DocumentRule, Finding, Good, Severity, edited, lengths

#: what lies ahead may have been planned, ordered or imagined in the past: then a date to come is no contradiction
_PLANNED = re.compile(
    r"\b(?:will|would|shall|should|could|can|may|might|must|if|unless|until|till|by|through|before|scheduled|rescheduled|slated|due|set|expect\w*|plan\w*|propos\w+|postponed|"
    r"delayed|pushed|moved|extend\w*|expir\w+|deadline|effective|start(?:s|ing)|begins?|beginning|upcoming|next|going to|to (?!the|an?|his|her|its|their|our|reporters|lawmakers|this|that)[a-z]+|target\w*|project\w*|forecast\w*|estimat\w+|"
    r"booked|reserved|valid|sentenced|maturing|matur\w+|payable|dated|fictional|imagin\w+|novel|film|movie|series|game|episode|ahead|intend\w*|want\w*|hop\w+|vow\w*|permit\w*|allow\w*|requir\w*)\b",
    re.IGNORECASE,
)
#: between the verb and "on" stands a place, or what a verb of doing was done to; "invited to a party on", "agreed a deal on" look ahead
_GOVERNS = re.compile(
    r"\b(?:(?:(?:was|were)(?:\s\w+){1,2}|\w{3,}ed|said|told|held|met|died|won|took|shot|fought|spoke|stood|sank|fell|left|came|went|flew|struck|hit)"
    r"(?:\s+(?:in|at|near|off|outside|inside|from|by|across|over|along|around|aboard|into|onto|after)\s[^,;:()\"“”]{0,50})?|"
    r"(?:killed|wounded|injured|hit|struck|attacked|shelled|bombed|shot|stabbed|arrested|detained|charged|rescued|fired|won|lost|beat|defeated|visited|attended|"
    r"told|made|gave|delivered|met|held|signed|approved|passed|rejected|released|published|received|destroyed|damaged|seized|captured|took)\s(?:(?!\s(?:to|for|of)\s)[^,;:()\"“”]){0,50})\son\s$",
    re.IGNORECASE,
)
_WILL = re.compile(
    r"\b(?:(?:will|(?:is|are)\s+(?:due|set|scheduled|expected)\s+to)\s+(?:be\s+)?\w+(?:\s+[^\s,;:]+){0,5}\son|(?:is|are)\s+(?:due|set|scheduled|slated|planned)\s+(?:for|on)|"
    r"(?:takes?\s+effect|comes?\s+into\s+(?:force|effect)|goes?\s+into\s+effect|expires?)\s+on)\s$",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:said|told|announced|reported|added|warned|confirmed|wrote|tweeted|died|were|was \w+)(?:\s+\w+){0,3}?\s+(?:on\s+)?$", re.IGNORECASE
)
#: characters before a date in which a plan is looked for where the verb reports
_NEAR = 45
#: days: two time zones, and copy that is filed for the next morning
_MARGIN = timedelta(2)


class FuturePast(DocumentRule):
    """The verb says that it happened, the date that it is still to come; or the other way round.

    In January most such slips are last year's number. Plans, orders and deadlines look ahead from the past, and are left alone.
    """

    id = "date/future-past"
    severity = Severity.ERROR
    examples = (
        Bad("The ministry said on «Nov. 28, 2018», that the bridge was safe.", published="2017-11-28"),
        Bad("Two hikers were rescued on «December 8, 2023».", published="2023-03-12"),
        Bad("The singer was seen in a harbour bar on «December 8, 2023», and left early.", published="2023-03-12"),
        Bad("The clerk told reporters on «May 3, 2019», that the road could be shut.", published="2017-04-20"),
        Bad("The council will meet on «May 3, 2014», to vote.", published="2016-04-20"),
        Bad("The new rules take effect on «March 1, 2015».", published="2016-01-20"),
        Good("The ministry said on Nov. 28, 2017, that the bridge was safe.", published="2017-11-28"),
        Good("A hearing was scheduled for September 10, 2025.", published="2025-09-03"),
        Good("The trial was to start on September 9, 2026, the court said.", published="2025-09-03"),
        Good("The clerk was ordered to return on March 3, 2026, and invited to a fair on May 4, 2026.", published="2025-09-03"),
        Good("The standstill will last for three years, with a first payment made on July 15, 2026.", published="2025-09-03"),
        Good("“The mill will close on May 3, 1984,” says a notice on its wall.", published="2025-09-03"),
        Good("The lease, signed in 2010, runs out on May 3, 2030.", published="2016-04-20"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        today = article.origin.today
        if today is None:
            return
        for claim in article.claims(DateClaim):
            days = claim.likeliest
            if (
                days is None
                or not claim.explicit_year
                or claim.misprint
                or claim.form not in ("full", "numeric")
                or days.earliest.year > today.year + 30
            ):
                continue
            sentence = article.sentence(claim.span.start)
            before = article.text[sentence.start : claim.span.start]
            if days.earliest > today + _MARGIN and self._has_happened(claim, before, article.text[claim.span.end : sentence.end]):
                yield self._finding(article, claim, days.earliest, "is still to come", today)
            elif days.latest < today - _MARGIN and _WILL.search(before) and not article.in_quote(claim.span):  # a remark is of its own day
                yield self._finding(article, claim, days.latest, "is past", today)

    def _has_happened(self, claim: DateClaim, before: str, after: str) -> bool:
        if claim.lean == -2:  # "…, with a payment permitted on May 3": only a verb of reporting is surely that of the sentence
            return not _PLANNED.search(before if not _REPORTED.search(before) else before[-_NEAR:])
        verb = _GOVERNS.search(before)
        if verb is None or _PLANNED.search(before, max(verb.start() - 25, 0)):
            return False
        return verb.group().lower().startswith(("said", "told")) or not _PLANNED.search(after)  # what was said may be of a plan

    def _finding(self, article: Article, claim: DateClaim, day: date, how: str, today: date) -> Finding:
        verb = "tells of the past" if how.startswith("is still") else "looks ahead"
        year = claim.expression.start.year
        suggestions = []
        if year is not None:
            meant = _same_day(day, today, past=day > today)
            fits = meant is not None and claim.weekday in (None, meant.weekday())
            suggestions = [edited(article.text, claim.span, [(year.span, str(meant.year))])] if meant and fits else []
        return self.report(
            claim,
            f"the sentence {verb}, but {lengths.long_date(day)}, {how} on {lengths.long_date(today)}, the day of publication; correct the date or the tense",
            suggestions=suggestions,
            dated_by=claim.origin,
        )


def _same_day(day: date, today: date, *, past: bool) -> date | None:
    """The same day of the year nearest to today that is past, or not past."""
    years = (today.year, today.year - 1) if past else (today.year, today.year + 1)
    for year in years:
        try:
            found = day.replace(year=year)
        except ValueError:
            continue
        if (found <= today) is past:
            return found
    return None
