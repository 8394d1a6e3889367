"""list/disagree"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from newslint import Bad, CorpusRule, Facts, Finding, Good, ListClaim, Related, Severity, wording

from ._predicates import all_times, meaning, tells_apart

#: share of the smaller topic's words that both must have; of names in a row, which nothing calls a list, the larger one
_SAME_TOPIC, _SAME_TOPIC_BARE = 0.6, 0.75
#: what a list is of, whatever it is about
_KINDS = frozenset(map(wording.stem, "countries nations states people men women companies firms towns cities places members names".split()))
#: share of the smaller list's members that both must name: so much in common is no accident
_SAME_MEMBERS = 0.5
#: articles further apart than this, in days, may speak of two states of things
_DAYS = 10
_SHOWN = 3
#: so many lists with one member are compared with each list that has it
_MOST = 50


class Disagree(CorpusRule[ListClaim]):
    """Two lists of the same things name different members, or give different numbers.

    The venues of one meeting, the people charged in one case: where two places of a story list them, they should agree. A list
    that names only some members agrees with one that names more, and "three Gulf states" may be any three. Names in a row that nothing calls a
    list are compared with lists of as many. Bidders and winners, or those of two days, are different things. Reported is the list that fewer
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
        Bad(
            "Kenya, Norway and Malta are to monitor the ceasefire.",
            "Under the deal, the ceasefire will be monitored by «Kenya, Norway and Peru».",
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
        if len(claim.items) < 2 or not claim.topic or all_times(_members(claim)):
            return []
        return [claim.origin.story or claim.origin.path]

    def check(self, claims: Sequence[ListClaim], facts: Facts) -> Iterator[Finding]:
        said: defaultdict[object, list[ListClaim]] = defaultdict(list)
        for claim in claims:
            said[_what(claim)].append(claim)
        # one list, however often it is printed, is compared and reported once
        lists = list(said.values())
        accused: dict[int, list[ListClaim]] = {}
        alike = _candidates([same[0] for same in lists])
        for k, later in enumerate(lists):
            for j in alike[k]:
                if j < k and _comparable(lists[j][0], later[0]) and _difference(lists[j][0], later[0]):
                    borne = [_sources(lists[x], [lists[i] for i in alike[x]]) for x in (j, k)]
                    wrong, right = (j, later[0]) if borne[0] < borne[1] else (k, lists[j][0])
                    accused.setdefault(wrong, []).append(right)
        for wrong in sorted(accused):
            yield self._report(lists[wrong][0], accused[wrong])

    def _report(self, claim: ListClaim, against: Sequence[ListClaim]) -> Finding:
        there = against[0]
        where = f"line {there.place.start.line}" + (f" of {there.origin.path}" if there.origin.path != claim.origin.path else "")
        return self.report(
            claim,
            f"This list and the one in {where} are about the same thing and disagree: {_difference(there, claim)}. Check which is right.",
            related=[Related(other.place, "the other list") for other in against[:_SHOWN]],
        )


def _candidates(claims: Sequence[ListClaim]) -> list[list[int]]:
    """For each claim those, by their places, that share a member with it."""
    holders: dict[str, list[int]] = {}
    for k, claim in enumerate(claims):
        for end in {name.split()[-1] for name in _members(claim)}:
            holders.setdefault(end, []).append(k)
    return [
        sorted({j for end in {name.split()[-1] for name in _members(claim)} for j in holders[end][:_MOST] if j != k})
        for k, claim in enumerate(claims)
    ]


def _what(claim: ListClaim) -> object:
    """What makes a list the same as another."""
    return claim.members, claim.items, claim.stated, claim.open, claim.topic, claim.origin.today


def _sources(one: Sequence[ListClaim], lists: Sequence[Sequence[ListClaim]]) -> int:
    """How many independent texts bear a list out."""
    same = (other for other in (one, *lists) if other is one or (_comparable(one[0], other[0]) and not _difference(one[0], other[0])))
    return len({claim.origin.source for other in same for claim in other})


def _comparable(one: ListClaim, other: ListClaim) -> bool:
    """Whether both lists are about one thing, at one time."""
    first, second = one.origin.today, other.origin.today
    if first and second and abs((second - first).days) > _DAYS:
        return False
    topic, also = set((one.topic or "").split()), set((other.topic or "").split())
    bare = one.bare or other.bare
    share = _SAME_TOPIC_BARE if bare else _SAME_TOPIC
    common = len(meaning(topic) & meaning(also))
    if common < max(2, share * min(len(topic - _KINDS), len(also - _KINDS))) or tells_apart(topic, also):
        return False
    # names in a row need not be all that there are, unless they are as many as the other list has
    if bare and one.counted != other.counted:
        return False
    shared = len(_members(one)) - len(_only(one, other))
    return shared >= 2 and shared >= _SAME_MEMBERS * min(len(one.items), len(other.items))


def _members(claim: ListClaim) -> list[str]:
    return [name for name in claim.members if name]


def _only(one: ListClaim, other: ListClaim) -> list[str]:
    """The members of the one that the other does not name."""
    theirs = _members(other)
    return [name for name in _members(one) if not any(_alike(name, n) for n in theirs)]


def _alike(one: str, other: str) -> bool:
    """Whether two names may be one: the end of a name, such as the surname, stands for all of it, and so do its initials."""
    return f" {one}".endswith(f" {other}") or f" {other}".endswith(f" {one}") or _initials(one) == other or _initials(other) == one


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word not in ("of", "and", "the", "for"))


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
