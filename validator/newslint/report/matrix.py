"""The story matrix: what the articles of one story say of the same thing, side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ..claim import (
    Claim,
    DurationClaim,
    FigureClaim,
    ListClaim,
    NameClaim,
    QuoteClaim,
    ResponseClaim,
    RoleClaim,
    SettingClaim,
)
from ..finding import Finding, Place

#: rows of one story; the ones that a finding is about come first, names last: they mostly agree
MOST_ROWS = 40


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that several articles speak of: by path, where they do; `values`: what is said there. `disputed`: a finding is about it."""

    kind: str
    subject: str
    cells: Mapping[str, tuple[Place, ...]]
    disputed: bool
    values: Mapping[Place, str]


@dataclass(frozen=True, slots=True)
class Story:
    """The articles of a story (path, day of publication as ISO or ""), and the rows; `left_out` counts those over the limit."""

    articles: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    left_out: int


def stories(compared: Iterable[tuple[str, Iterable[Claim]]], findings: Sequence[Finding]) -> list[Story]:
    """The stories in which at least two articles speak of the same thing; a finding across articles makes one story of them, too.

    `compared` are groups of claims, each with the id of the rule that compared them.
    """
    claims = [(rule.partition("/")[0], claim) for rule, members in compared for claim in members]
    together = _together([(claim.origin.path, claim.origin.story) for _, claim in claims if claim.origin.story], findings)
    said: defaultdict[str, defaultdict[tuple[str, str], _Said]] = defaultdict(lambda: defaultdict(_Said))
    days: dict[str, str] = {}
    for family, claim in claims:
        path, day = claim.origin.path, claim.origin.published.day
        if path in together:
            own = said[together[path]][claim.kind, _key(claim)]
            own.places[claim.place] = _value(claim)
            own.families.add(family)
            own.subject = own.subject or _subject(claim)
            days[path] = day.isoformat() if day else ""
    disputed = _disputed(findings)
    found = []
    for story in sorted(set(together.values())):
        rows = [row for (kind, _), own in sorted(said[story].items()) if (row := _row(kind, own, disputed))]
        across = [f for f in findings if together.get(f.place.path) == story and any(r.place.path != f.place.path for r in f.related)]
        rows += [_of_finding(found) for found in across if not any(_holds(row, found) for row in rows)]
        rows.sort(key=lambda row: (not row.disputed, row.kind == "name"))
        if rows:
            articles = tuple(sorted({(path, days.get(path, "")) for row in rows for path in row.cells}, key=lambda item: (item[1], item[0])))
            found.append(Story(articles, tuple(rows[:MOST_ROWS]), max(len(rows) - MOST_ROWS, 0)))
    return found


@dataclass(slots=True)
class _Said:
    """What is said of one thing, and by the rules of which families it was compared."""

    subject: str = ""
    places: dict[Place, str] = field(default_factory=dict)
    families: set[str] = field(default_factory=set)


def _together(told: Iterable[tuple[str, str]], findings: Iterable[Finding]) -> dict[str, str]:
    """Path -> the first path of its story, by the stories told and by the findings that compare articles."""
    leader: dict[str, str] = {}

    def top(path: str) -> str:
        while leader.setdefault(path, path) != path:
            path = leader[path]
        return path

    def join(one: str, other: str) -> None:
        first, second = sorted((top(one), top(other)))
        leader[second] = first

    for path, story in told:
        join(path, story)
    for finding in findings:
        for other in finding.related:
            if other.place.path != finding.place.path:
                join(finding.place.path, other.place.path)
    return {path: top(path) for path in leader}


def _row(kind: str, said: _Said, disputed: Mapping[str, list[tuple[int, int, str]]]) -> Row | None:
    cells: defaultdict[str, list[Place]] = defaultdict(list)
    for place in sorted(said.places, key=lambda p: (p.path, p.start.offset)):
        cells[place.path].append(place)
    if len(cells) < 2:
        return None
    at_issue = any(
        family in said.families and a < place.end.offset and place.start.offset < b
        for place in said.places
        for a, b, family in disputed.get(place.path, ())
    )
    return Row(kind, said.subject, {path: tuple(own) for path, own in cells.items()}, at_issue, said.places)


def _of_finding(finding: Finding) -> Row:
    """A row for a finding whose ends are told in different words, so that no row of claims has them all."""
    places = {finding.place.path: (finding.place,)}
    for other in finding.related:
        places[other.place.path] = (*places.get(other.place.path, ()), other.place)
    values = {place: _words(place) for own in places.values() for place in own}
    return Row(finding.rule, "", places, True, values)


def _holds(row: Row, finding: Finding) -> bool:
    """Whether a row shows an end of a finding in each article in which it has one."""
    ends = (finding.place, *(r.place for r in finding.related))
    held = {
        place.path
        for place in ends
        if any(own.start.offset < place.end.offset and place.start.offset < own.end.offset for own in row.cells.get(place.path, ()))
    }
    return held == {place.path for place in ends}


def _disputed(findings: Iterable[Finding]) -> dict[str, list[tuple[int, int, str]]]:
    """The ends of findings that compare places, and the family of each."""
    found: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for finding in findings:
        if finding.related:
            for place in (finding.place, *(r.place for r in finding.related)):
                found[place.path].append((place.start.offset, place.end.offset, finding.family))
    return found


def _key(claim: Claim) -> str:
    """What tells the things apart that claims speak of: one person may stand under two spellings."""
    match claim:
        case NameClaim():
            return claim.entity_id or claim.name
        case RoleClaim():
            return claim.person_id or claim.person
    return _subject(claim)


def _subject(claim: Claim) -> str:
    """What a claim speaks of, in a few words."""
    match claim:
        case DurationClaim():
            return claim.event or claim.subject or ""
        case FigureClaim():
            return ", ".join(part for part in (claim.measure, claim.incident or claim.event, claim.aside) if part)
        case ListClaim():
            return claim.topic or claim.noun or ""
        case RoleClaim():
            return claim.person
        case QuoteClaim():
            return claim.speaker or ""
        case NameClaim():
            return claim.name
        case ResponseClaim():
            return " to ".join(part for part in (claim.party, claim.to) if part)
        case SettingClaim():
            return claim.event
    return ""


def _value(claim: Claim) -> str:
    """What a claim says of its subject, so that two articles which say the same in other words are seen to."""
    match claim:
        case FigureClaim():
            some = "another " if claim.part else ""
            least, most = f"{claim.low:,.0f}", "" if claim.high is None else f"{claim.high:,.0f}"
            return f"{some}{least}" if most == least else f"{some}{least} to {most}" if most else f"{some}at least {least}"
        case ListClaim():
            number = f"{claim.stated}: " if claim.stated else ""
            return f"{number}{'some of them ' if claim.open else ''}{', '.join(claim.items)}"
        case RoleClaim():
            body = claim.organisation_id or claim.organisation
            return f"{'former ' if claim.former else ''}{claim.role}{f' ({body})' if body else ''}"
        case NameClaim():
            return claim.spelling.split()[-1]  # the surname stands for the full name
        case ResponseClaim():
            return {"none-yet": "has not responded"}.get(claim.status, claim.status)
        case SettingClaim():
            return ", ".join(part for part in (claim.occasion, claim.where) if part)
        case QuoteClaim():
            return " ".join(claim.text.split())
    return _words(claim.place)


def _words(place: Place) -> str:
    return " ".join(place.excerpt.split())
