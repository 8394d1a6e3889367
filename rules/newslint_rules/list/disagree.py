"""list/disagree"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newslint import Bad, CorpusRule, Facts, Finding, Good, ListClaim, Related, Severity

#: share of the smaller topic's words that both must have
_SAME_TOPIC = 0.6
#: share of the smaller list's members that both must name: so much in common is no accident
_SAME_MEMBERS = 0.5
#: articles further apart than this, in days, may speak of two states of things
_DAYS = 10
_SHOWN = 3


class Disagree(CorpusRule[ListClaim]):
    """Two lists of the same things name different members, or give different numbers.

    The venues of one meeting, the people charged in one case: where two places of a story list them, they should agree. A list
    that names only some members agrees with one that names more, and "three Gulf states" may be any three. Reported is the list that fewer
    independent sources have, else the later one.
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
        if claim.bare or len(claim.items) < 2 or not claim.topic:
            return []
        return [claim.origin.story or claim.origin.path]

    def check(self, claims: Sequence[ListClaim], facts: Facts) -> Iterator[Finding]:
        accused: dict[int, list[ListClaim]] = {}
        for k, later in enumerate(claims):
            for j, earlier in enumerate(claims[:k]):
                if _comparable(earlier, later) and _difference(earlier, later):
                    borne = [
                        len({c.origin.source for c in claims if c is one or (_comparable(one, c) and not _difference(one, c))})
                        for one in (earlier, later)
                    ]
                    wrong, right = (j, later) if borne[0] < borne[1] else (k, earlier)
                    accused.setdefault(wrong, []).append(right)
        for wrong in sorted(accused):
            yield self._report(claims[wrong], accused[wrong])

    def _report(self, claim: ListClaim, against: Sequence[ListClaim]) -> Finding:
        there = against[0]
        where = f"line {there.place.start.line}" + (f" of {there.origin.path}" if there.origin.path != claim.origin.path else "")
        return self.report(
            claim,
            f"This list and the one in {where} are about the same thing and disagree: {_difference(there, claim)}. Check which is right.",
            related=[Related(other.place, "the other list") for other in against[:_SHOWN]],
        )


def _comparable(one: ListClaim, other: ListClaim) -> bool:
    """Whether both lists are about one thing, at one time."""
    first, second = one.origin.today, other.origin.today
    if first and second and abs((second - first).days) > _DAYS:
        return False
    topic, also = set((one.topic or "").split()), set((other.topic or "").split())
    if len(topic & also) < max(2, _SAME_TOPIC * min(len(topic), len(also))):
        return False
    shared = len(_members(one)) - len(_only(one, other))
    return shared >= 2 and shared >= _SAME_MEMBERS * min(len(one.items), len(other.items))


def _members(claim: ListClaim) -> list[str]:
    return [name for name in claim.members if name]


def _only(one: ListClaim, other: ListClaim) -> list[str]:
    """The members of the one that the other does not name; a surname alone stands for the full name."""
    theirs = _members(other)
    surnames = {name.split()[-1] for name in theirs}
    return [name for name in _members(one) if name not in theirs and (" " in name or name not in surnames) and name.split()[-1] not in theirs]


def _difference(one: ListClaim, other: ListClaim) -> str | None:
    """What the lists say differently, or None where both may be true."""
    if one.stated and other.stated and one.stated != other.stated:
        return f"{one.stated} there, {other.stated} here"
    only_there, only_here = _only(one, other), _only(other, one)
    # what one list leaves open, or counts without a name, may be what the other names
    missing_there = only_here if not one.open and len(only_here) > one.counted - len(_members(one)) else []
    missing_here = only_there if not other.open and len(only_there) > other.counted - len(_members(other)) else []
    parts = []
    if missing_there:
        parts.append(f"{_named(other, missing_there)} only here")
    if missing_here:
        parts.append(f"{_named(one, missing_here)} only there")
    return ", ".join(parts) or None


def _named(claim: ListClaim, members: Sequence[str]) -> str:
    named = [item for item, name in zip(claim.items, claim.members, strict=True) if name in members]
    return " and ".join(named) + (" stands" if len(named) == 1 else " stand")
