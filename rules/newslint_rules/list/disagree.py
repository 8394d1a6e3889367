"""list/disagree"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from newslint import Bad, CorpusRule, Facts, Finding, Good, ListClaim, Related, Severity

#: share of the smaller topic's words that both must have
_SAME_TOPIC = 0.6
#: share of the smaller list's members that both must name: so much in common is no accident
_SAME_MEMBERS = 0.5
#: articles further apart than this, in days, may speak of two states of things
_DAYS = 10


class Disagree(CorpusRule[ListClaim]):
    """Two lists of the same things name different members, or give different numbers.

    The venues of one meeting, the people charged in one case: where two places of the copy list them, they should agree. A list
    that names only some members agrees with one that names more, and "three Gulf states" may be any three.
    """

    id = "list/disagree"
    severity = Severity.WARNING
    claim = ListClaim
    examples = (
        Bad(
            "Three countries have offered to host the climate meeting: Kenya, Norway and Malta.",
            "Officials said «three countries, Kenya, Norway and Portugal», had offered to host the climate meeting.",
            published="2024-03-05",
        ),
        Bad(
            "The prize was shared by three laboratories: Alder, Birch and Cedar.\n\n«The laboratories that shared the prize were Alder, Birch, Cedar and Dogwood».",
            published="2024-03-05",
        ),
        Good(
            "Five countries have offered to host the climate meeting: Kenya, Norway, Malta, Peru and Chile.",
            "Officials said five countries, including Kenya, Peru and Malta, had offered to host the climate meeting.",
            published="2024-03-05",
        ),
        Good(
            "Three countries have offered to host the climate meeting: Kenya, Norway and Malta.",
            "Three countries have left the fishing treaty: Kenya, Norway and Portugal.",
            published="2024-03-05",
        ),
    )

    def keys(self, claim: ListClaim) -> Iterable[str]:
        """A key for each two words of the topic: lists on one topic share one at least."""
        words = (claim.topic or "").split()
        if len(claim.items) < 2 or len(words) > 24:
            return []
        return [" ".join(pair) for pair in combinations(words, 2)]

    def check(self, claims: Sequence[ListClaim], facts: Facts) -> Iterator[Finding]:
        for k, later in enumerate(claims):
            for earlier in claims[:k]:
                difference = _difference(earlier, later)
                if difference and _comparable(earlier, later):
                    where = f"line {earlier.place.start.line}" + (f" of {earlier.place.path}" if earlier.place.path != later.place.path else "")
                    yield self.report(
                        later,
                        f"This list and the one in {where} are about the same thing and disagree: {difference}. Check which is right.",
                        related=[Related(earlier.place, "the other list")],
                    )
                    break


def _comparable(one: ListClaim, other: ListClaim) -> bool:
    """Whether both lists are about one thing, at one time, and told by one story where there are several articles."""
    first, second = one.origin.today, other.origin.today
    if first and second and abs((second - first).days) > _DAYS:
        return False
    if one.origin.path != other.origin.path and None not in (one.origin.story, other.origin.story) and one.origin.story != other.origin.story:
        return False
    topic, also = set((one.topic or "").split()), set((other.topic or "").split())
    if len(topic & also) < max(2, _SAME_TOPIC * min(len(topic), len(also))):
        return False
    shared = len(_members(one) & _members(other))
    return shared >= 2 and shared >= _SAME_MEMBERS * min(len(one.items), len(other.items))


def _members(claim: ListClaim) -> set[str]:
    return {" ".join(item.removeprefix("the ").split()).casefold() for item in claim.items if not item[:1].islower()}


def _nested(claim: ListClaim) -> int:
    """How many members are counted but not named."""
    return claim.counted - len(_members(claim))


def _difference(one: ListClaim, other: ListClaim) -> str | None:
    """What the lists say differently, or None where both may be true."""
    if one.stated and other.stated and one.stated != other.stated and not (one.open and other.open):
        return f"{one.stated} there, {other.stated} here"
    only_there, only_here = _members(one) - _members(other), _members(other) - _members(one)
    # what one list leaves open, or counts without a name, may be what the other names
    missing_there = only_here if not one.open and len(only_here) > _nested(one) else set()
    missing_here = only_there if not other.open and len(only_there) > _nested(other) else set()
    parts = []
    if missing_there:
        parts.append(f"{_named(other, missing_there)} only here")
    if missing_here:
        parts.append(f"{_named(one, missing_here)} only there")
    return ", ".join(parts) or None


def _named(claim: ListClaim, members: set[str]) -> str:
    named = [item for item in claim.items if item.removeprefix("the ").casefold() in members]
    return " and ".join(named) + (" stands" if len(named) == 1 else " stand")
