"""date/event-conflict: one event, two dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

import regex

from newslint import Bad, CorpusRule, DateClaim, Facts, Finding, Good, Related, Severity, lengths

_NOUNS = (
    "summit|election|elections|referendum|vote|meeting|crash|earthquake|quake|explosion|blast|attack|bombing|shooting|fire|ceremony|hearing|trial|verdict|"
    "parade|concert|festival|wedding|funeral|inauguration|launch|landing|derailment|sinking|protest|march|rally|debate|talks|conference|strike|raid|coup|eruption"
)
#: a proper name, the noun, perhaps a place, and "on": "the Torvale summit on", "the fire in Port Merrow on"
_NAMED = regex.compile(
    rf"(?r)\b(?P<name>(?:the\s+|The\s+)?(?:\p{{Lu}}[\p{{L}}’'-]+\s+){{0,3}})(?P<noun>{_NOUNS})(?P<place>\s+(?:in|at|near|off)\s+(?:\p{{Lu}}[\p{{L}}’'-]+[ ]?){{1,3}})?(?:,)?\s*(?:was\s+held\s+|took\s+place\s+|is\s+set\s+for\s+|happened\s+)?(?:on|of)\s+"
)
#: so many claims before one are compared with it: they are in order of publication
_LAST = 200
#: what happens again and again, or in several rounds
_AGAIN = regex.compile(
    r"\b(?:second|third|another|next|previous|earlier|last|first|weekly|monthly|annual|former|new|repeat|rerun|runoff)\b", regex.IGNORECASE
)
_STOP = frozenset({"the", "The", "On", "In", "At", "After", "Before"})


class EventConflict(CorpusRule[DateClaim]):
    """One event stands under two dates, in one article or in several.

    Only days of the same weeks are compared: two elections in one country are two events. The name of a place or body must be the same.
    """

    id = "date/event-conflict"
    severity = Severity.WARNING
    claim = DateClaim
    examples = (
        Bad("The Torvale summit on August 15, 2025, ended early.\n\nLeaders left after the Torvale summit on «August 16, 2025»."),
        Bad(
            "The fire in Port Merrow on May 3, 2024, closed the docks.",
            "Repairs began after the fire in Port Merrow on «May 5, 2024».",
            published="2024-05-09",
        ),
        Good("The Torvale summit on August 15, 2025, ended early.\n\nThe second Torvale summit on August 26, 2025, is being planned."),
        Good("The Torvale election on May 3, 2024, was close.", "The Torvale election on May 5, 2019, was a landslide.", published="2024-05-09"),
        Good("The fire in Port Merrow on May 3, 2024, closed the docks. The fire in Eastport on May 5, 2024, did not."),
    )

    def keys(self, claim: DateClaim) -> Iterable[str]:
        if claim.form in ("full", "day-month") and claim.likeliest and claim.readings and (key := _event(claim)):
            yield key

    def check(self, claims: Sequence[DateClaim], facts: Facts) -> Iterator[Finding]:
        for n, claim in enumerate(claims):
            earlier = [c for c in claims[max(n - _LAST, 0) : n] if _differ(c, claim)]
            if earlier and claim.likeliest and earlier[0].likeliest:
                first = earlier[0]
                yield self.report(
                    claim,
                    f"The copy dates this {_event(claim).split('|')[0]} to {lengths.long_date(claim.likeliest.earliest)}; "
                    f"{first.place.path} (line {first.place.start.line}) has {lengths.long_date(earlier[0].likeliest.earliest)}; settle on one",
                    suggestions=(first.place.excerpt,),
                    related=(Related(first.place, "the other date"),),
                )


def _event(claim: DateClaim) -> str:
    """What a date is the date of: the noun and the names beside it; empty where the copy does not tell."""
    at = claim.sentence.find(claim.place.excerpt)
    named = _NAMED.match(claim.sentence, 0, at) if at > 0 else None
    if named is None or _AGAIN.search(claim.sentence[max(named.start() - 25, 0) : at]):
        return ""
    names = sorted({w for w in f"{named['name']} {named['place'] or ''}".split() if w[0].isupper() and w not in _STOP})
    return f"{named['noun'].lower()}|{' '.join(names)}" if names else ""


def _differ(one: DateClaim, other: DateClaim) -> bool:
    """Whether two dates are of the same weeks, and not the same; those of articles far apart in time are of other events."""
    a, b = one.likeliest, other.likeliest
    if a is None or b is None or not a.disjoint(b):
        return False
    published = (one.origin.published.day, other.origin.published.day)
    if published[0] and published[1] and abs(published[0] - published[1]) > timedelta(30):
        return False
    return abs(a.earliest - b.earliest) <= timedelta(15)
