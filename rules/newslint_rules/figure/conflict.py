"""figure/conflict"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from newslint import Bad, CorpusRule, Facts, FigureClaim, Finding, Good, Related, Severity

#: tolls of one war this many times apart can't both be right, whenever they were given
_FAR_APART = 10
#: from here on a toll may be that of a whole war, not of one day
_WHOLE = 1_000
_SHOWN = 3
#: of figures that many articles give, each is compared with so many before it
_LAST = 400
#: what does not fall: those arrested are let go, those missing are found
_NEVER_FALLS = frozenset({"deaths", "injured"})
#: how far headlines round
_ROUNDED = 0.05
#: words that two sentences share which are one: so many, and so much of all
_WORDS, _SAME_SENTENCE = 8, 0.8
#: words for one incident that different desks choose differently
_ALSO = ({"attack", "explosion", "strike"}, {"attack", "shooting"}, {"storm", "flood"}, {"sinking", "crash"})


class Conflict(CorpusRule[FigureClaim]):
    """Two places give different figures for one thing.

    The headline says twelve dead and the story seven, or two articles of one day give one explosion different tolls. A toll may rise from
    day to day but not fall, "at least 40" agrees with 44, and injured are not dead: only figures that can't both be true are reported, at
    the end that fewer independent sources bear out, else the later one. Tolls of a whole war are compared at any date, where they are ten times apart.
    An attacker who died may be counted in or not, and parts of a toll ("seven at the scene") are no toll.
    """

    id = "figure/conflict"
    severity = Severity.WARNING
    claim = FigureClaim
    examples = (
        Bad(
            "Ferry fire kills 12 at Port Merrow\n\nA fire on a ferry in Port Merrow killed 12 people, the coast guard said. The ferry was built in Norway.",
            "Ferry fire at Port Merrow\n\nThe ferry fire in Port Merrow «killed 31 people», the coast guard said. The Norwegian-built ship sank.",
            published="2024-03-05",
        ),
        Bad(
            "Quake in Torvale leaves «90 dead»\n\nIt struck at dawn.\n\nThe earthquake in Torvale killed 30 people, rescuers said.",
            published="2024-03-05",
        ),
        Bad(
            "The bridge collapse in Torvale «killed 18 people», the mayor said.\n\nCrowds gathered at the river.",
            "A bridge that collapsed in Torvale killed 11 people, according to the fire brigade.\n\nDivers went on searching.",
            "Torvale is in mourning after the collapse of its bridge killed 11 people.\n\nThe king sent his condolences.",
            published="2024-03-05",
        ),
        Bad(
            "A landslide in Orvieda killed at least 60 people, rescuers said.",
            "The landslide in Orvieda «killed 41 people», the governor said.",
            dates=("2024-03-05", "2024-03-06"),
        ),
        Bad(
            "«18 die» in mill fire at Torvale\n\nThe town is in mourning.\n\nThe fire at the mill in Torvale killed 72 workers, the mayor said.",
            published="2024-03-05",
        ),
        Good(
            "12 die in ambush at Torvale\n\nThe town is in mourning.\n\nThe attack in Torvale killed five soldiers and seven rebels.",
            published="2024-03-05",
        ),
        Good(
            "A landslide in Orvieda killed 41 people, rescuers said.",
            "The landslide in Orvieda killed 60 people, the governor said.",
            dates=("2024-03-05", "2024-03-06"),
        ),
        Good(
            "Ferry fire kills 12 at Port Merrow\n\nA fire on a ferry in Port Merrow killed at least 12 people, the coast guard said.",
            "Ferry fire at Port Merrow\n\nThe ferry fire in Port Merrow killed 14 people and injured 31, the coast guard said.",
            published="2024-03-05",
        ),
        Good(
            "Quake in Torvale leaves 90 dead\n\nThe earthquake in Torvale killed 90 people. A storm in Torvale last year killed 30 people.",
            published="2024-03-05",
        ),
    )

    def keys(self, claim: FigureClaim) -> Iterable[str]:
        if claim.unit != "people":
            return []
        home = f"{claim.measure} {claim.origin.story or claim.origin.path}"
        return [home, f"{claim.measure} event {claim.event}"] if claim.event and claim.low >= _WHOLE else [home]

    def check(self, claims: Sequence[FigureClaim], facts: Facts) -> Iterator[Finding]:
        articles: defaultdict[str, list[FigureClaim]] = defaultdict(list)
        for claim in claims:
            articles[claim.origin.path].append(claim)
        accused: dict[tuple[str, float, float | None], tuple[FigureClaim, list[FigureClaim]]] = {}
        for own in articles.values():
            for wrong, right in _inside(own):
                _, against = accused.setdefault((wrong.origin.path, wrong.low, wrong.high), (wrong, []))
                against.append(right)
        # a figure that a text gives several times, or in several reprints, is reported where it stands first
        for wrong, right in _across(articles):
            _, against = accused.setdefault((wrong.origin.source, wrong.low, wrong.high), (wrong, []))
            against.append(right)
        for wrong, against in accused.values():
            yield self._report(wrong, against)

    def _report(self, claim: FigureClaim, against: Sequence[FigureClaim]) -> Finding:
        against = sorted(against, key=lambda other: _undated(claim, other))
        there = against[0]
        where = f"line {there.place.start.line}" + ("" if there.origin.path == claim.origin.path else f" of {there.origin.path}")
        when, right = "", "both can't be right for one event"
        if _undated(claim, there):
            when, right = f", and {'this' if _day(claim) is None else 'that'} article has no date", f"{right} on one day"
        elif _day(claim) != _day(there) and not _whole(claim, there):
            when = f" on {_day(there)}, and a toll does not fall"
        return self.report(
            claim,
            f"The copy says “{_words(claim)}” here and “{_words(there)}” in {where}{when}: {right}. Check the {claim.measure}, and make them agree.",
            related=[Related(other.place, f"another figure for the {other.measure}") for other in against[:_SHOWN]],
        )


def _day(claim: FigureClaim) -> object:
    return claim.origin.today


def _words(claim: FigureClaim) -> str:
    return " ".join(claim.place.excerpt.split())


def _undated(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether two figures may be of two days that nobody knows."""
    return one.origin.path != other.origin.path and None in (_day(one), _day(other)) and not _whole(one, other)


def _whole(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether both are tolls of one whole event on record."""
    return one.event is not None and one.event == other.event and min(one.low, other.low) >= _WHOLE and one.of == other.of


def _range(claim: FigureClaim) -> tuple[float, float | None]:
    """From the least to the most that a figure may stand for."""
    slack = 1.0 if claim.attacker and claim.exact else 0.0
    if claim.stands == "headline" and claim.low >= 100 and claim.low % 10 == 0:
        slack += _ROUNDED * claim.low
    return claim.low - slack, None if claim.high is None else claim.high + slack


def _agree(one: FigureClaim, other: FigureClaim) -> bool:
    return not _below(one, other) and not _below(other, one)


def _below(one: FigureClaim, other: FigureClaim) -> bool:
    high = _range(one)[1]
    return high is not None and high < _range(other)[0]


def _comparable(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether both figures are of the same people, in the same incident."""
    if (
        not (one.of == other.of or _exceeds(one, other) or _exceeds(other, one))
        or one.aside != other.aside
        or (one.site and other.site and one.site != other.site)
    ):
        return False
    if one.days and other.days and one.days.isdisjoint(other.days):
        return False
    if one.place_name and other.place_name:
        return one.place_name == other.place_name and (_alike(one, other) or None in (one.incident, other.incident))
    return (one.incident is not None and one.incident == other.incident) or _one_sentence(one, other)


def _alike(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether the words for both incidents may be words for one."""
    return one.incident == other.incident or any({one.incident, other.incident} <= words for words in _ALSO)


def _one_sentence(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether both stand in one sentence, but for the number: one article has it from the other."""
    words, others = ({w for w in claim.sentence.lower().split() if w.isalpha()} for claim in (one, other))
    return len(words & others) >= max(_WORDS, _SAME_SENTENCE * len(words | others))


def _exceeds(group: FigureClaim, people: FigureClaim) -> bool:
    """Whether a group is more than all people together: 72 workers of 18 dead."""
    return group.of is not None and people.of is None and _below(people, group)


# -- within an article


def _inside(own: Sequence[FigureClaim]) -> Iterator[tuple[FigureClaim, FigureClaim]]:
    """The headline's figure, or else that of the first paragraph, where nothing else in the article bears it out; with one that speaks against it."""
    stands = "headline" if any(c.stands == "headline" for c in own) else "lead"
    rest = [c for c in own if c.stands != stands]
    groups = {c.of for c in rest if not c.aside}
    for claim in own:
        if claim.stands != stands or claim.part or claim.aside or any(_bears_out(c, claim) for c in rest) or _is_sum(claim, rest):
            continue
        # a lower one that "has risen" is an older one
        # "18 die" in the headline: of whatever group, where the article counts one alone
        everybody = claim.of is None and len(groups) == 1
        plain = (c for c in rest if not c.part and not c.aside and not c.risen and (c.of == claim.of or everybody))
        against = next((c for c in plain if _comparable(replace(claim, of=c.of), c) or _of_one_thing(claim, rest)), None)
        if against is not None:
            yield claim, against


def _bears_out(other: FigureClaim, claim: FigureClaim) -> bool:
    """Whether another figure of the article gives the claim's, too; "at least two" of another storm does not."""
    alike = _alike(claim, other) or None in (claim.incident, other.incident)
    elsewhere = not alike and claim.place_name and other.place_name and claim.place_name != other.place_name
    return _gives([other], claim) or (_agree(claim, other) and not elsewhere)


def _is_sum(claim: FigureClaim, rest: Sequence[FigureClaim]) -> bool:
    """Whether a figure is that of several others together."""
    parts = [c.low for c in rest]
    return claim.low == sum(parts) or any(a + b == claim.low for a, b in combinations(parts, 2))


def _of_one_thing(claim: FigureClaim, rest: Sequence[FigureClaim]) -> bool:
    """Whether an article speaks of one incident in one place, as far as it tells, and gives one figure beside the claim."""
    told = [claim, *(c for c in rest if not c.aside)]
    alike = all(len({value for c in told if (value := getattr(c, name))}) <= 1 for name in ("incident", "place_name", "site"))
    return alike and not any(c.part or not _agree(c, told[1]) for c in told[1:] if c.of == claim.of)


# -- between articles


class _Said:
    """One figure, as articles of one day give it: with all who do, each as cautious as its article is anywhere ("at least 12" bounds "12")."""

    def __init__(self, claim: FigureClaim, cautious: bool, risen: bool) -> None:
        self.claim = claim
        self.cautious = cautious
        self.risen = risen
        self.sources = {claim.origin.source}

    def below(self, other: _Said) -> bool:
        return not self.cautious and _below(self.claim, other.claim)

    def agrees(self, other: _Said) -> bool:
        return not self.below(other) and not other.below(self)


def _across(articles: dict[str, list[FigureClaim]]) -> Iterator[tuple[FigureClaim, FigureClaim]]:
    """Figures of two articles that can't both be true, the one to report first."""
    said = _said(articles)
    for k, later in enumerate(said):
        for earlier in said[max(k - _LAST, 0) : k]:
            if _conflict(earlier, later, articles):
                yield _ends(earlier, later, said)


def _said(articles: dict[str, list[FigureClaim]]) -> list[_Said]:
    found: dict[object, _Said] = {}
    for own in articles.values():
        for claim in own:
            if claim.part:
                continue
            alike = [c for c in own if c.low == claim.low and c.of == claim.of]
            cautious, risen = any(c.high is None for c in alike), any(c.risen for c in alike)
            what = (
                claim.low,
                claim.high,
                claim.of,
                claim.incident,
                claim.place_name,
                claim.site,
                claim.days,
                claim.aside,
                claim.attacker,
                claim.event,
            )
            key = (*what, cautious, risen, _day(claim), claim.origin.source)
            if key not in found:
                found[key] = _Said(claim, cautious, risen)
    return list(found.values())


def _conflict(one: _Said, other: _Said, articles: dict[str, list[FigureClaim]]) -> bool:
    """Whether both can't be true, of one thing at one time; the one is the earlier."""
    earlier, later = one.claim, other.claim
    if earlier.origin.path == later.origin.path or earlier.aside != later.aside or one.agrees(other):
        return False
    if _whole(earlier, later):
        return _far_apart(earlier, later)
    if not _comparable(earlier, later) or _gives(articles[earlier.origin.path], later) or _gives(articles[later.origin.path], earlier):
        return False
    first, second = _day(earlier), _day(later)
    if first is None or second is None or first == second:
        return not (other.risen if one.below(other) else one.risen)
    return later.measure in _NEVER_FALLS and other.below(one)


def _far_apart(one: FigureClaim, other: FigureClaim) -> bool:
    return max(one.low, other.low) >= _FAR_APART * min(one.high or one.low, other.high or other.low)


def _gives(own: Sequence[FigureClaim], other: FigureClaim) -> bool:
    """Whether an article gives the other's figure too, of whatever."""
    return any((c.low, c.high) == (other.low, other.high) for c in own)


def _ends(earlier: _Said, later: _Said, said: Sequence[_Said]) -> tuple[FigureClaim, FigureClaim]:
    """Of two in conflict, the one to report and the one that speaks against it."""
    one, other = earlier.claim, later.claim
    borne = [
        len({s for c in said if (_whole(own.claim, c.claim) or _comparable(own.claim, c.claim)) and own.agrees(c) for s in c.sources})
        for own in (earlier, later)
    ]
    if borne[0] == borne[1] and _whole(one, other):
        return (one, other) if one.low > other.low else (other, one)
    return (one, other) if borne[0] < borne[1] else (other, one)
