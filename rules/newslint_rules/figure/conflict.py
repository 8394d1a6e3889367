"""figure/conflict"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from newslint import Bad, CorpusRule, Facts, FigureClaim, Finding, Good, Related, Severity

#: tolls of one war this many times apart can't both be right, whenever they were given
_FAR_APART = 10
#: from here on a toll may be that of a whole war, not of one day
_WHOLE = 1_000
_SHOWN = 3
#: words for one incident that different desks choose differently
_ALSO = ({"attack", "explosion", "strike"}, {"attack", "shooting"}, {"storm", "flood"}, {"sinking", "crash"})


class Conflict(CorpusRule[FigureClaim]):
    """Two places give different figures for one thing.

    The headline says twelve dead and the story seven, or two articles of one day give one explosion different tolls. A toll may rise from
    day to day but not fall, "at least 40" agrees with 44, and injured are not dead: only figures that can't both be true are reported, at
    the end that fewer independent sources bear out, else the later one. Tolls of a whole war are compared at any date, where they are ten times apart.
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
        if claim.more:
            return []
        home = f"{claim.measure} {claim.origin.story or claim.origin.path}"
        return [home, f"{claim.measure} event {claim.event}"] if claim.event and claim.low >= _WHOLE else [home]

    def check(self, claims: Sequence[FigureClaim], facts: Facts) -> Iterator[Finding]:
        careful = _Careful(claims)
        accused: dict[tuple[str, float, float | None], tuple[FigureClaim, list[FigureClaim]]] = {}
        for k, later in enumerate(claims):
            for earlier in claims[:k]:
                if careful.conflict(earlier, later):
                    wrong, right = careful.ends(earlier, later)
                    # a figure that its article gives several times is reported where it stands first
                    _, against = accused.setdefault((wrong.origin.path, wrong.low, wrong.high), (wrong, []))
                    against.append(right)
        for wrong, against in accused.values():
            yield self._report(wrong, against)

    def _report(self, claim: FigureClaim, against: Sequence[FigureClaim]) -> Finding:
        there = against[0]
        where = f"line {there.place.start.line}" + ("" if there.origin.path == claim.origin.path else f" of {there.origin.path}")
        when = ""
        if _day(claim) != _day(there):
            when = f" on {_day(there)}, and a toll does not fall" if not _whole(claim, there) else ""
        return self.report(
            claim,
            f"The copy says “{_words(claim)}” here and “{_words(there)}” in {where}{when}: both can't be right for one event. Check the {claim.measure}, and make them agree.",
            related=[Related(other.place, f"another figure for the {other.measure}") for other in against[:_SHOWN]],
        )


class _Careful:
    """The figures of one group, each as cautious as its article is anywhere: "at least 12" in the story bounds the headline's "12"."""

    def __init__(self, claims: Sequence[FigureClaim]) -> None:
        by_path: defaultdict[str, list[FigureClaim]] = defaultdict(list)
        for claim in claims:
            by_path[claim.origin.path].append(claim)
        self._claims = claims
        self._open = {
            id(claim)
            for own in by_path.values()
            for claim in own
            if any(other.low == claim.low and other.high is None and other.of == claim.of for other in own)
        }
        #: articles whose figures are all of one incident and one place, as far as they tell, and whose body gives one figure
        self._one = {path for path, own in by_path.items() if self._of_one(own)}

    def _of_one(self, claims: Sequence[FigureClaim]) -> bool:
        told = [claim for claim in claims if not claim.aside]
        body = [claim for claim in told if not claim.lead]
        one_thing = all(len({value for claim in told if (value := getattr(claim, name))}) <= 1 for name in ("incident", "place_name"))
        return one_thing and all(self._agree(one, other) for one in body for other in body if one.of == other.of)

    def _high(self, claim: FigureClaim) -> float | None:
        return None if id(claim) in self._open else claim.high

    def _below(self, one: FigureClaim, other: FigureClaim) -> bool:
        high = self._high(one)
        return high is not None and high < other.low

    def _agree(self, one: FigureClaim, other: FigureClaim) -> bool:
        return not self._below(one, other) and not self._below(other, one)

    def conflict(self, earlier: FigureClaim, later: FigureClaim) -> bool:
        """Whether both can't be true, of one thing at one time."""
        if self._agree(earlier, later) or earlier.aside != later.aside:
            return False
        if _whole(earlier, later):
            return max(earlier.low, later.low) >= _FAR_APART * min(earlier.high or earlier.low, later.high or later.low)
        if earlier.origin.path == later.origin.path:
            one = earlier.origin.path in self._one and earlier.of == later.of
            return earlier.lead != later.lead and (one or _comparable(earlier, later))
        if not _comparable(earlier, later):
            return False
        first, second = _day(earlier), _day(later)
        return first is None or second is None or first == second or self._below(later, earlier)

    def ends(self, earlier: FigureClaim, later: FigureClaim) -> tuple[FigureClaim, FigureClaim]:
        """Of two in conflict, the one to report and the one that speaks against it."""
        if earlier.origin.path == later.origin.path:
            return (earlier, later) if earlier.lead else (later, earlier)
        borne = [len({other.origin.source for other in self._claims if _same(one, other) and self._agree(one, other)}) for one in (earlier, later)]
        if borne[0] == borne[1] and _whole(earlier, later):
            return (earlier, later) if earlier.low > later.low else (later, earlier)
        return (earlier, later) if borne[0] < borne[1] else (later, earlier)


def _day(claim: FigureClaim) -> object:
    return claim.origin.today


def _words(claim: FigureClaim) -> str:
    return " ".join(claim.place.excerpt.split())


def _whole(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether both are tolls of one whole event on record."""
    return one.event is not None and one.event == other.event and min(one.low, other.low) >= _WHOLE and one.of == other.of


def _same(one: FigureClaim, other: FigureClaim) -> bool:
    return _whole(one, other) or _comparable(one, other)


def _comparable(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether both figures are of the same people, in the same incident."""
    if one.of != other.of or one.aside != other.aside:
        return False
    alike = one.incident == other.incident or any({one.incident, other.incident} <= words for words in _ALSO)
    if one.place_name and other.place_name:
        return one.place_name == other.place_name and (alike or None in (one.incident, other.incident))
    return one.incident is not None and one.incident == other.incident
