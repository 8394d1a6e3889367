"""role/conflict"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from newslint import Bad, CorpusRule, Facts, Finding, Good, Interval, Related, RoleClaim, Severity

from ._posts import UNDER, Post, is_one_of_several, post

#: articles further apart than this, in days, may speak of two jobs in turn
_DAYS = 30
#: of the claims with another title so many are compared on either side
_NEAR = 30
#: ranks of offices of which nobody holds two in one country, but for those who the record says do
_RANKS = frozenset(
    ["head-of-state", "head-of-government", "minister", "deputy-head-of-state", "deputy-head-of-government", "deputy-minister", "official"]
)
#: what somebody was for a time, and is still called by
_THEN = re.compile(r"(?i)\b(?:campaign|candidate|nominee|contestant|act(?:or|ress)|star|singer|striker|player|champion|winner|presenter|host)\b")


class Conflict(CorpusRule[RoleClaim]):
    """One person is given two titles that exclude each other.

    The director in one article is the deputy director in the other, or the former one; the chief executive is the finance chief; the
    prosecutor is the victims' lawyer, the union's secretary speaks for the employers. Titles are compared by what they say of a post: its
    rank, its time, its seat in a body and the side it stands on; within an article, and between articles that tell the same story, or that
    name the same body a few weeks apart. What one person may well be, such as chairman and chief executive, is left alone, and so are
    offices that the record knows.
    """

    id = "role/conflict"
    severity = Severity.WARNING
    claim = RoleClaim
    examples = (
        Bad(
            "Ines Halloran, the harbour authority's director, said the pier would reopen.",
            "The pier will reopen, said the «harbour authority's deputy director, Ines Halloran».",
            published="2024-03-05",
        ),
        Bad(
            "Wendel Ostrow, the chief prosecutor, asked for more time.\n\n«Wendel Ostrow, the defence lawyer», asked for more time.",
            published="2024-03-05",
        ),
        Bad(
            "The dairy's chief financial officer, Wendel Ostrow, resumed the talks.",
            "Talks were resumed by «Wendel Ostrow, the dairy's chief executive».",
            published="2024-03-05",
        ),
        Good(
            "Ines Halloran, the harbour authority's director, said the pier would reopen.",
            "The pier will reopen, said Ines Halloran, director of the harbour authority.",
            published="2024-03-05",
        ),
        Good(
            "Ines Halloran, the harbour authority's director, said the pier would reopen.",
            "Ines Halloran, a former teacher, said the pier would reopen.",
            published="2024-03-05",
        ),
    )

    def keys(self, claim: RoleClaim) -> Iterable[str]:
        """The person, by the fact's id or by a full name."""
        if claim.person_id:
            return [claim.person_id]
        return [" ".join(claim.person.casefold().split())] if " " in claim.person else []

    def check(self, claims: Sequence[RoleClaim], facts: Facts) -> Iterator[Finding]:
        by_title: defaultdict[object, list[int]] = defaultdict(list)
        for k, claim in enumerate(claims):
            by_title[_title(claim)].append(k)
        for k, claim in enumerate(claims):
            # everybody writes about one president, and most alike: only other titles are compared, and of each the nearest in time
            near = sorted(n for title, places in by_title.items() if title != _title(claim) for n in _nearest(places, k))
            against = [claims[n] for n in near if _comparable(claim, claims[n]) and _exclude(claim, claims[n], facts)]
            if not against or not _is_odd_one_out(claim, against, claims, facts):
                continue
            shown = list({other.origin.path: other for other in reversed(against)}.values())[::-1]
            other = shown[0]
            yield self.report(
                claim,
                f"“{_words(claim)}” for {claim.person}, but “{_words(other)}” {_where(other, claim)}: one person is not both. Check which is right.",
                related=[Related(o.place, f"“{_words(o)}” here") for o in shown[:5]],
            )


def _title(claim: RoleClaim) -> object:
    return claim.role_id, claim.role.casefold(), post(claim), claim.organisation_id or claim.organisation, claim.former, claim.present


def _nearest(places: Sequence[int], at: int) -> Sequence[int]:
    """Of places in order, those next to one, before and behind it."""
    k = bisect_left(places, at)
    return places[max(k - _NEAR, 0) : k + _NEAR]


def _words(claim: RoleClaim) -> str:
    return " ".join(claim.wording.split())


def _where(other: RoleClaim, claim: RoleClaim) -> str:
    place = other.place
    return f"in line {place.start.line}" if other.origin.path == claim.origin.path else f"in {place.path}, line {place.start.line}"


def _comparable(claim: RoleClaim, other: RoleClaim) -> bool:
    """Whether both speak of the same time, and surely of the same person."""
    if claim is other or not (claim.present or claim.former) or not (other.present or other.former) or (claim.former and other.former):
        return False
    if claim.origin.path == other.origin.path:
        return True
    one, two = claim.origin.published.day, other.origin.published.day
    if _one_story(claim, other):
        return one is None or two is None or abs((one - two).days) <= _DAYS
    # articles that no date brings together may be years apart
    if one is None or two is None or abs((one - two).days) > _DAYS:
        return False
    return claim.person_id is not None or _body(claim) == _body(other) != ""


def _one_story(claim: RoleClaim, other: RoleClaim) -> bool:
    return claim.origin.path == other.origin.path or (claim.origin.story is not None and claim.origin.story == other.origin.story)


def _body(claim: RoleClaim) -> str:
    words = re.findall(r"\w+", (claim.organisation or "").casefold().removeprefix("the "))
    return "" if words in (["its"], ["his"], ["her"], ["their"], ["our"]) else " ".join(words)


def _exclude(claim: RoleClaim, other: RoleClaim, facts: Facts) -> bool:
    one, two = post(claim), post(other)
    if claim.former != other.former:
        if not _one_story(claim, other) or _may_have_left(claim, other) or _THEN.search(claim.role):
            return False
        office = claim.person_id is not None and claim.role_id is not None  # that one the record decides
        return not office and one.excludes(two)
    if claim.role_id and other.role_id and claim.role_id != other.role_id and _offices_exclude(claim, other, facts):
        return True
    if claim.person_id is not None or not one.excludes(two):
        return False
    return one.under == two.under or not is_one_of_several(other if one.under else claim)


def _may_have_left(claim: RoleClaim, other: RoleClaim) -> bool:
    """Whether the present holder of one article may be the former one of the other, by their dates, or is only called so for short."""
    now, then = sorted((claim, other), key=lambda c: c.former)
    if claim.origin.path == other.origin.path:
        return now.person.split()[0] not in now.place.excerpt  # headlines, and "Mayor Lund" for one who was, are short
    still, left = now.origin.published.day, then.origin.published.day
    return still is None or left is None or (left - still).days > 1


def _offices_exclude(claim: RoleClaim, other: RoleClaim, facts: Facts) -> bool:
    """Two offices of one country that go ill together, unless the record says that the person holds, or may hold, both."""
    if _is_short_for(claim.role, other.role) or _is_short_for(other.role, claim.role):
        return False
    one, two = facts.roles[claim.role_id or ""], facts.roles[other.role_id or ""]
    if claim.organisation_id and other.organisation_id and claim.organisation_id != other.organisation_id:
        return False
    if one.id in two.excludes or two.id in one.excludes or one.id == two.deputy_of or two.id == one.deputy_of:
        return not _holds(claim, facts) or not _holds(other, facts)
    if one.rank not in _RANKS or two.rank not in _RANKS:
        return False
    if claim.person_id is None:
        if "acting" in (post(claim).time, post(other).time):  # beside another office
            return False
        # a minister may have two portfolios, but is called by one of them in one story
        together = one.rank != two.rank or claim.origin.story == other.origin.story
        both = bool(claim.organisation_id) and claim.organisation_id == other.organisation_id
        return both and together and {one.rank, two.rank} <= {"minister", "head-of-state"}
    # one of the two is right by the record: then the other is not
    return _holds(claim, facts) != _holds(other, facts)


def _is_short_for(one: str, other: str) -> bool:
    """Whether a title is the end of a longer one: "prince" of "crown prince", but not "minister" of "deputy minister"."""
    before = other.casefold().removesuffix(one.casefold())
    return before.endswith(" ") and UNDER.isdisjoint(before.split())


def _holds(claim: RoleClaim, facts: Facts) -> bool:
    """Whether the record has, or may have, the person in that office on that day."""
    person = facts.people.get(claim.person_id or "")
    day: date | None = claim.as_of
    if person is None or day is None:
        return False
    return any(t.role == claim.role_id and t.possible(Interval(day, day)) for t in person.tenures)


def _is_odd_one_out(claim: RoleClaim, against: Sequence[RoleClaim], claims: Sequence[RoleClaim], facts: Facts) -> bool:
    """Of two titles, the one that the record denies; else the rarer; else the later."""
    if claim.role_id and all(o.role_id for o in against) and claim.person_id:
        return not _holds(claim, facts)
    agreeing = [c for c in claims if _called(post(c)) == _called(post(claim))]
    if len(agreeing) != len(against):
        return len(agreeing) < len(against)
    return claims.index(claim) > claims.index(against[0])


def _called(held: Post) -> tuple[object, ...]:
    """What two wordings of one post have in common, wherever they name the body."""
    return held.head, held.duty, held.under, held.time, held.side
