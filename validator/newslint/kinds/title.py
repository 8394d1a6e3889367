"""Titles that the record does not bear out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from ..article import Article
from ..claim import Interval, RoleClaim
from ..facts import wording
from ..facts.facts import Facts
from ..facts.model import Person, Role, Tenure
from ..finding import Evidence, Finding, Severity
from ..rule import DocumentRule
from ..shape import Key, choice, template
from . import Declared, Kind, Spec

_FAULTS = ("holder", "former", "country")
#: offices of which a country has one, and whose holders do nothing else of the kind beside
_NATIONAL = frozenset(["head-of-state", "head-of-government", "minister"])
#: offices that go ill with such a one at home, and abroad
_NATIONAL_OR_DEPUTY = _NATIONAL | frozenset(["deputy-head-of-state"])
_NATIONAL_OR_BODY = _NATIONAL | frozenset(["organisation"])
#: offices that belong to one country beyond doubt
_OF_ONE_COUNTRY = _NATIONAL | frozenset(["deputy-head-of-state", "deputy-head-of-government", "deputy-minister", "spokesperson", "official", "royal"])
#: who leads a country
_HEADS = frozenset(["head-of-state", "head-of-government", "leader"])
#: what a leader may be
_LEADING = frozenset(["head-of-state", "head-of-government", "leader", "organisation", "party", "regional", "royal"])
#: titles of people who do not hold the office yet, or no longer in the body
_NOT_NOW = frozenset(["incoming", "designate", "designated", "elect", "next", "late"])
#: titles of stand-ins, whom the record need not know
_STAND_IN = frozenset(["acting", "interim", "caretaker"])
_POSSESSIVES = ("'s ", "’s ", "' ", "’ ")
#: news calls people by their office some weeks before and after
_TRANSITION = timedelta(60)

#: an office left longer ago than that is history, and its title before a name takes nobody in
_HISTORY = timedelta(5 * 366)
#: an office left longer ago than that is history in any form
_LONG_AGO = timedelta(12 * 366)


class Contradiction(NamedTuple):
    """What the record says against a title. `sure`: it rests on a source that was opened, for a day that was reviewed."""

    fault: str
    record: str
    advice: str
    rests_on: tuple[tuple[Person, Tenure], ...]
    sure: bool
    suggestion: str | None = None


class TitleRule(Declared, DocumentRule):
    """The rule that a `title` declares."""

    def __init__(self, spec: Spec) -> None:
        self.declare(spec)
        self.fault: str = spec["fault"]
        self.message: str = spec["message"]

    def check(self, article: Article) -> Iterator[Finding]:
        if article.origin.today is None:
            return
        named: frozenset[str] | None = None
        for claim in article.claims(RoleClaim):
            if claim.person_id is None or claim.role_id is None:
                continue
            if named is None:
                named = frozenset(m.entity_id for m in article.mentions if m.kind != "person" and m.entity_id)
            found = contradiction(claim, article.facts, named, article.origin.today)
            if found is None or found.fault != self.fault:
                continue
            if found.fault == "former" and not claim.former and article.text.startswith(_POSSESSIVES, claim.span.end):
                continue  # X's law is that of the time in office
            severity = self.severity
            if not found.sure:
                severity = Severity.INFO
            elif claim.as_of is None and not claim.former:
                severity = min(severity, Severity.WARNING)
            yield self.report(
                claim,
                self.message.format(title=" ".join(claim.wording.split()), person=claim.person, record=found.record, advice=found.advice),
                severity=severity,
                suggestions=[found.suggestion] if found.suggestion else (),
                evidence=[Evidence(person.fact, tenure.source) for person, tenure in found.rests_on],
                dated_by=article.origin,
            )


def contradiction(claim: RoleClaim, facts: Facts, named: frozenset[str], today: date) -> Contradiction | None:
    """What the record says against a claim in a text that names the countries and bodies `named`; None for nothing."""
    person = facts.people.get(claim.person_id or "")
    role = facts.roles.get(claim.role_id or "")
    if person is None or role is None or not person.tenures or _NOT_NOW & set(claim.modifiers):
        return None
    if role.id == "leader" and claim.organisation is None:  # of what, the text does not say
        return None
    case = _Case(claim, facts, person, role, named, Interval(today, today))
    if claim.former:
        return case.called_former()
    if case.could_hold(claim.as_of is None):
        return None
    return case.too_early() or case.held_elsewhere() or case.held_before() or case.never_held()


class _Case(NamedTuple):
    claim: RoleClaim
    facts: Facts
    person: Person
    role: Role
    named: frozenset[str]
    day: Interval

    # -- what of the person's record concerns the title

    def _fits(self, tenure: Tenure) -> bool:
        of = self.claim.organisation_id
        return (of is None or tenure.of == of) and self._same_office(tenure)

    def _same_office(self, tenure: Tenure) -> bool:
        if tenure.role == self.role.id or (tenure.title is not None and tenure.title.casefold() == self.claim.role):
            return True
        if self.role.id == "leader":  # who may be any head
            held = self.facts.roles.get(tenure.role)
            return held is not None and held.rank in _LEADING
        return False

    def _fitting(self) -> list[Tenure]:
        return [t for t in self.person.tenures if self._fits(t)]

    def _now(self) -> list[Tenure]:
        """What the person surely holds on the day, the weightiest office first."""
        ranks = ("head-of-state", "head-of-government", "minister", "leader", "organisation")
        current = [t for t in self.person.tenures if t.certain(self.day)]
        weight = {rank: k for k, rank in enumerate(ranks)}
        return sorted(current, key=lambda t: weight.get(self.facts.roles[t.role].rank or "", 9) if t.role in self.facts.roles else 9)

    def could_hold(self, ever: bool) -> bool:
        """Whether the title may be right: held on the day, soon before or after; or ever, where the text speaks of another time."""
        for tenure in self._fitting():
            if tenure.possible(self.day):
                return True
            if ever and tenure.start.earliest <= self.day.latest:
                return True
            near = Interval(self.day.earliest - _TRANSITION, self.day.latest + _TRANSITION)
            if {"outgoing", "departing", "new", "newly-elected", "newly-appointed"} & set(self.claim.modifiers) and tenure.possible(near):
                return True
        return False

    # -- the contradictions

    def called_former(self) -> Contradiction | None:
        """Called former while in office; of two times in office the present one counts."""
        for tenure in self._fitting():
            if tenure.certain(self.day):
                since = f"{self.person.name} {self._has_been(tenure)}"
                return Contradiction(
                    "former", since, "Leave out “former”, or name the office that is meant.", ((self.person, tenure),), tenure.verified,
                    _without_former(self.claim),
                )  # fmt: skip
        return None

    def too_early(self) -> Contradiction | None:
        """The title of an office that the person takes only later."""
        later = [t for t in self._fitting() if t.start.earliest > self.day.latest + _TRANSITION]
        if not later or len(later) != len(self._fitting()) or not self._is_meant(later[0].of):
            return None
        tenure = later[0]
        holders = self._holders(tenure.role, tenure.of)
        if not holders and self.facts.one_holder(tenure.role, tenure.of):
            return None  # the record does not know the office then: it may have been the same person's
        record = f"{self.person.name} became {self._label(tenure)} only on {wording.day(tenure.start)}{_source(tenure)}"
        if holders:
            record += f"; {self._held_by(holders)}"
        sure = tenure.verified or (bool(holders) and holders[0][1].verified)
        return Contradiction("holder", record, self._advice(holders), ((self.person, tenure), *holders), sure, self._other(holders))

    def held_elsewhere(self) -> Contradiction | None:
        """The same office, of another country."""
        of = self.claim.organisation_id
        leader = self.role.id == "leader"
        if of not in self.facts.countries or self.claim.organisation is None or not (leader or self.role.rank in _OF_ONE_COUNTRY):
            return None
        theirs = [t for t in self.person.tenures if self._same_office(t) and t.possible(self.day)]
        if leader:  # of a country: a party or a region may lie in another
            theirs = [t for t in theirs if self.facts.roles[t.role].rank in _HEADS]
        if not theirs or any(t.of not in self.facts.countries for t in theirs) or any(t.of == of for t in self.person.tenures):
            return None
        tenure = theirs[0]
        country = self.facts.countries[tenure.of]
        return Contradiction(
            "country", f"{self.person.name} {self._has_been(tenure)}", f"Write {country.name}, or name the person who is meant.",
            ((self.person, tenure),), tenure.verified and tenure.certain(self.day),
        )  # fmt: skip

    def held_before(self) -> Contradiction | None:
        """An office that the person has left: former, or another by now."""
        before = [t for t in self._fitting() if t.end is not None and t.end.latest + _TRANSITION < self.day.earliest]
        if not before or self.claim.as_of is None or _STAND_IN & set(self.claim.modifiers) or not self._is_meant(before[-1].of):
            return None
        tenure = before[-1]
        assert tenure.end is not None
        left = f"{self.person.name} was {self._label(tenure)} until {wording.day(tenure.end)}{_source(tenure)}"
        now = [t for t in self._now() if self._same_kind(t)]
        holders = self._holders(tenure.role, tenure.of)
        if now:
            record = f"{left}, and {self._has_been(now[0])}"
            sure = tenure.verified or any(t.verified for _, t in holders)
            return Contradiction(
                "holder", record, f"Write “{self._label(now[0])}”, or say when the other title was held.",
                ((self.person, now[0]), (self.person, tenure), *holders), sure, self._titled(now[0]),
            )  # fmt: skip
        limit = _LONG_AGO if self._presented() else _HISTORY
        if self._courtesy() or tenure.end.latest + limit < self.day.earliest:
            return None
        record = left + (f"; {self._held_by(holders)}" if holders else "")
        sure = any(t.verified for _, t in holders) or (tenure.verified and self.day.latest <= tenure.reviewed and self._followed(tenure))
        return Contradiction(
            "former", record, "Write “former”, or name the present holder.", ((self.person, tenure), *holders), sure, f"former {_shown(self.claim)}"
        )

    def never_held(self) -> Contradiction | None:
        """An office that the record gives to another, or that goes ill with the one that the person holds."""
        if self._fitting() or _STAND_IN & set(self.claim.modifiers) or {"then"} & set(self.claim.modifiers):
            return None
        now = [t for t in self._now() if self._same_kind(t)]
        of = self.claim.organisation_id or (now[0].of if now else None)
        if of is None or not self._is_meant(of):
            return None
        at_home = any(t.of == of for t in self.person.tenures)
        ranks = _NATIONAL_OR_DEPUTY if at_home else _NATIONAL_OR_BODY
        if self.role.id not in self._deputies() and (self.role.rank not in ranks or not self.facts.one_holder(self.role.id, of)):
            return None
        holders = self._holders(self.role.id, of)
        if any(p.id == self.person.id for p, _ in holders):
            return None
        if not at_home and not (now and now[0].verified and holders and holders[0][1].verified and of in self.named and self.claim.as_of):
            return None  # a namesake, perhaps
        offices = [t for t in now if t.of == of or not at_home]
        if self.role.rank == "deputy-head-of-state" and not (holders and offices and self.facts.roles[offices[0].role].rank in _NATIONAL):
            return None  # there may be several
        if not holders and not any(self._goes_ill(t) for t in offices):
            return None  # an office that the record does not follow, or one ministry under two names
        said = [f"{self.person.name} {self._has_been(offices[0])}"] if offices else []
        said += [self._held_by(holders)] if holders else []
        sure = any(t.verified for _, t in holders) or any(t.verified for t in offices)
        advice = f"Write “{self._label(offices[0])}”, or name the person who is meant." if offices else self._advice(holders)
        rests_on = (*((self.person, t) for t in offices[:1]), *holders)
        return Contradiction("holder", "; ".join(said), advice, rests_on, sure, self._titled(offices[0]) if offices else self._other(holders))

    # -- helpers

    def _goes_ill(self, tenure: Tenure) -> bool:
        """Whether nobody holds the claimed office beside this one of the same country."""
        held = self.facts.roles[tenure.role]
        return held.rank != self.role.rank or held.id in self.role.excludes or self.role.id in held.excludes

    def _followed(self, tenure: Tenure) -> bool:
        """Whether the record knows who came after, which bears out the end: of one who nobody followed it may be a guess."""
        assert tenure.end is not None
        return not self.facts.one_holder(tenure.role, tenure.of) or any(
            t.start.latest >= tenure.end.earliest for p, t in self.facts.holders.get((tenure.role, tenure.of), ()) if p.id != self.person.id
        )

    def _deputies(self) -> frozenset[str]:
        """Offices whose deputy the person is now: no deputy minister is the minister, and none the other way round."""
        return frozenset(
            r.id for r in self.facts.roles.values() for t in self._now() if r.deputy_of == t.role or self.facts.roles[t.role].deputy_of == r.id
        )

    def _same_kind(self, tenure: Tenure) -> bool:
        held = self.facts.roles.get(tenure.role)
        return held is not None and (held.rank in _LEADING or held.rank in _OF_ONE_COUNTRY or held.rank == "parliament")

    def _is_meant(self, of: str) -> bool:
        """Whether the text speaks of that country or body: beside the title, or anywhere. A namesake elsewhere is left alone."""
        return self.claim.organisation_id == of or (self.claim.organisation is None and of in self.named)

    def _courtesy(self) -> bool:
        """Americans keep the titles of their highest offices for life, before the bare surname."""
        return " " not in self.claim.place.excerpt.removeprefix(self.claim.wording).strip() and self.claim.organisation is None

    def _presented(self) -> bool:
        """Whether the copy says whose holder the person is, between commas, as news presents those of its own day."""
        return self.claim.organisation is not None and not self.claim.place.excerpt.startswith(self.claim.wording + " ")

    def _holders(self, role: str, of: str) -> tuple[tuple[Person, Tenure], ...]:
        """Who surely held an office on the day; nobody where it may have had several."""
        if not self.facts.one_holder(role, of):
            return ()
        return tuple((p, t) for p, t in self.facts.holders.get((role, of), ()) if t.certain(self.day) and not t.acting)[:1]

    def _label(self, tenure: Tenure) -> str:
        return wording.office(tenure, self.facts)

    def _has_been(self, tenure: Tenure) -> str:
        been = "has been" if tenure.end is None else "was"
        return f"{been} {self._label(tenure)} {wording.term(tenure)}{_source(tenure)}"

    def _held_by(self, holders: Sequence[tuple[Person, Tenure]]) -> str:
        person, tenure = holders[0]
        return f"{person.name} {self._has_been(tenure)}"

    def _advice(self, holders: Sequence[tuple[Person, Tenure]]) -> str:
        return f"Write {holders[0][0].name}, or correct the title." if holders else "Correct the title."

    def _other(self, holders: Sequence[tuple[Person, Tenure]]) -> str | None:
        return f"{self.claim.wording} {holders[0][0].name}" if holders and self.claim.place.excerpt.startswith(self.claim.wording + " ") else None

    def _titled(self, tenure: Tenure) -> str | None:
        """The copy's own name with the right title before it, where the copy has its title there."""
        if not self.claim.place.excerpt.startswith(self.claim.wording + " "):
            return None
        label = self._label(tenure).partition(" of ")[0]
        return " ".join(w if w in ("of", "the") else w[:1].upper() + w[1:] for w in label.split()) + " " + self.claim.person


def _without_former(claim: RoleClaim) -> str | None:
    words = claim.place.excerpt.split(" ")
    kept = [w for w in words if w.casefold() not in ("former", "ex", "one-time", "onetime", "erstwhile")]
    return " ".join(kept) if len(kept) < len(words) else None


def _shown(claim: RoleClaim) -> str:
    return " ".join(claim.place.excerpt.split())


def _source(tenure: Tenure) -> str:
    return f" ({Evidence('', tenure.source).host}{'' if tenure.verified else ', not verified'})"


KIND = Kind(
    name="title",
    doc=__doc__ or "",
    keys={
        "fault": Key(
            choice(*_FAULTS),
            "`holder`: the office is another's, or the person holds another; `former`: called former while in office, or the other way round; "
            "`country`: the office is held, but of another country.",
            True,
        ),
        "message": Key(
            template("title", "person", "record", "advice"),
            "`{title}` is the copy's title, `{record}` what the record says, `{advice}` what to change.",
            True,
        ),
    },
    build=TitleRule,
    example="""\
id: house/title
kind: title
severity: warning
summary: A person is given an office that, by the record, was another's on that day.
fault: holder
message: "“{title}” does not fit {person} here: {record}. {advice}"
examples:
  bad:
    - {published: 2016-05-02, text: "Talks with the «German chancellor, Olaf Scholz», went on past midnight."}
  good:
    - {published: 2022-05-02, text: "Talks with the German chancellor, Olaf Scholz, went on past midnight."}
""",
)
