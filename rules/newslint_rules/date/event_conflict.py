"""date/event-conflict: one event, two dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from functools import cache

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
#: what may last for days
_LASTING = frozenset("summit meeting trial hearing festival talks conference election elections referendum vote strike protest wedding".split())
_SHOWN = 3
_STOP = frozenset({"the", "The", "On", "In", "At", "After", "Before"})


@cache
def _which() -> regex.Pattern[str]:
    """What tells of a first day or of a last one; compiled where two dates differ."""
    return regex.compile(
        r"\b(?:beg[au]n|begins?|open(?:ed|s|ing)?|start(?:ed|s)?|(?:first|second|third|last|final)\sday|clos(?:ed?|es|ing)|end(?:ed|s)?|conclud\w+)\b"
    )


class EventConflict(CorpusRule[DateClaim]):
    """One event stands under two dates, in one article or in several.

    Only days of the same weeks are compared: two elections in one country are two events. The name of a place or body must be the same.
    Reported is the date that fewer independent sources have, else the later one.
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
        sources: defaultdict[object, set[str]] = defaultdict(set)
        for claim in claims:
            sources[claim.likeliest].add(claim.origin.source)
        accused: dict[object, tuple[DateClaim, list[DateClaim]]] = {}
        for k, later in enumerate(claims):
            for earlier in claims[max(k - _LAST, 0) : k]:
                if _differ(earlier, later):
                    fewer = len(sources[earlier.likeliest]) < len(sources[later.likeliest])
                    wrong, right = (earlier, later) if fewer else (later, earlier)
                    accused.setdefault((wrong.origin.source, wrong.likeliest), (wrong, []))[1].append(right)
        for wrong, against in accused.values():
            yield self._report(wrong, against)

    def _report(self, claim: DateClaim, against: Sequence[DateClaim]) -> Finding:
        first = against[0]
        ours, theirs = (lengths.long_date(c.likeliest.earliest) if c.likeliest else "" for c in (claim, first))
        return self.report(
            claim,
            f"The copy dates this {_event(claim).split('|')[0]} to {ours}; {first.place.path} (line {first.place.start.line}) has {theirs}; settle on one",
            suggestions=(first.place.excerpt,),
            related=[Related(other.place, "the other date") for other in against[:_SHOWN]],
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
    if _event(one).split("|")[0] in _LASTING and _which().search(one.sentence) and _which().search(other.sentence):
        return False
    published = (one.origin.published.day, other.origin.published.day)
    if published[0] and published[1] and abs(published[0] - published[1]) > timedelta(30):
        return False
    return abs(a.earliest - b.earliest) <= timedelta(15)
