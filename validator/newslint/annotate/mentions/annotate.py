"""`mentions`: the names of a text in order, each with what it stands for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import regex

from ...facts.facts import Facts
from ...facts.names import PARTICLES, SUFFIXES, Hit, Name, folded_name, surnames
from ...pattern import pattern
from ...text import Span
from . import given_names
from .descriptors import after, before
from .model import Descriptor, Mention
from .runs import Run, Token, runs
from .segments import Segment, segments
from .slips import slips
from .words import ADDRESS, BODIES, DESCRIBES, FEMALE, JOBS, MALE, MODIFIERS, SPEECH, STARTERS

_NO_GIVEN_NAME = STARTERS | JOBS | MODIFIERS | DESCRIBES | MALE | FEMALE
_AGE = pattern(r", (?:aged )?\d{2},|\s\(\d{2}\)")
_PRESENTED = pattern(r", (?:who\b|(?:an?|the|his|her|their|its) [^,.;:]{0,60}?,)")
_NEXT_WORD = pattern(r"[ \u00a0]([a-z]+)\b")
_PREVIOUS_WORD = pattern(r"(?r)([A-Za-z]+)[ \u00a0]$")
_OF = pattern(r" (?:of|for)(?: the)?(?: (?:and )?(?P<word>\p{Lu}[\p{L}’'-]+))+(?!\w)")


@dataclass(slots=True)
class _Person:
    """Somebody whom the document names in full."""

    name: str
    entity_id: str | None
    sex: str | None
    last_at: int
    in_full: bool


def mentions(text: str, sentences: Sequence[Span], facts: Facts) -> tuple[Mention, ...]:
    """All mentions of people, bodies and places, in order; their spans do not overlap."""
    found = list(_Reader(text, sentences, facts).read())
    misspelt = {m.span: m for m in slips(text, sentences, found, facts)}
    return tuple(sorted([*(m for m in found if m.span not in misspelt), *misspelt.values()], key=lambda m: m.span))


_MONTHS_TOO = frozenset({"may", "march", "august"})
#: what stands before a month, and behind it
_DATED = pattern(
    r"(?r)(?:\b(?:in|since|until|till|by|last|this|next|of|early|late|mid|from|through|during|before|after|on|to|and|between|each|every|around)[\s-]+|"
    r"\d(?:st|nd|rd|th)?[\s-]+|\b[A-Z]\p{Ll}+,\s+|\b(?:an?|the|that)\s+(?:\p{L}+\s+)?)"
)
_DAY = pattern(r"\s*,?\s*\d|\s+(?:\d|and\s[A-Z]|to\s[A-Z])|,?\s+of\s+")


class _Reader:
    """One reading of one text; `people` grows while it reads."""

    def __init__(self, text: str, sentences: Sequence[Span], facts: Facts) -> None:
        self.text = text
        self.sentences = sentences
        self.facts = facts
        self.starts = [s.start for s in sentences]
        self.by_surname: dict[str, list[_Person]] = {}
        self.by_given: dict[str, list[_Person]] = {}
        self.by_key: dict[str, _Person] = {}
        self.speakers: set[str] = set()

    def read(self) -> Iterator[Mention]:
        all_runs = list(runs(self.text, self.sentences))
        hits = list(self._hits(all_runs))
        taken = [hit.span for hit in hits]
        pieces = [piece for run in all_runs for piece in segments(run, _within(taken, run))]
        alone = [p for p in pieces if len(p.tokens) == 1]
        singles = {folded_name(p.span.of(self.text)) for p in alone}
        self.speakers = {folded_name(p.span.of(self.text)) for p in alone if self._speaks(p.span)}
        found: list[Mention] = []
        for hit in hits:
            found.append(self._known(hit))
        rest: list[Segment] = []
        for piece in pieces:
            if piece.body:
                if len(piece.tokens) > 1 or _OF.match(self.text, piece.span.end):
                    yield self._body(piece, taken)
            elif len(piece.tokens) > 1 and not piece.names_nobody:
                mention = self._full_name(piece, singles)
                if mention:
                    found.append(mention)
                else:
                    rest.append(piece)
            else:
                rest.append(piece)
        rest += self._months_too(all_runs, taken)
        yield from (self._settled(m) for m in found)
        for piece in rest:
            mention = self._short_name(piece)
            if mention:
                yield mention

    def _months_too(self, all_runs: Sequence[Run], taken: Sequence[Span]) -> Iterator[Segment]:
        """Surnames that are names of months, too, of somebody named in full ("May said", "Mrs May"), where no month can stand."""
        words = _MONTHS_TOO.intersection(self.by_surname)
        for run in all_runs if words else ():
            for k, token in enumerate(run.tokens):
                if token.low not in words or any(span.start <= token.start < span.end for span in taken):
                    continue
                titled = k > 0 and run.tokens[k - 1].low in ADDRESS
                alone = (
                    len(run.tokens) == 1
                    and not run.opens
                    and not _DATED.match(self.text, max(0, token.start - 30), token.start)
                    and not _DAY.match(self.text, token.end)
                )
                if titled or alone:
                    yield Segment((token,), run, False, False)

    # -- names of the record

    def _hits(self, all_runs: Sequence[Run]) -> Iterator[Hit]:
        begins = [run.tokens[0].start for run in all_runs]
        for hit in self.facts.names.find(self.text):
            if "\n" in hit.span.of(self.text) and self._sentence(hit.span.start).end < hit.span.end:
                continue
            k = bisect_right(begins, hit.span.start) - 1
            run = all_runs[k] if k >= 0 else None
            if run is None or hit.span.start >= run.tokens[-1].end or self._stands(hit, run):
                yield hit

    def _stands(self, hit: Hit, run: Run) -> bool:
        """Whether the words beside a known name leave it one: Hunter Biden is not Biden, Donald Trump Jr. not Donald Trump."""
        left = [t for t in run.tokens if t.end <= hit.span.start]
        right = [t for t in run.tokens if t.start >= hit.span.end]
        inside = [t for t in run.tokens if t.start < hit.span.end and t.end > hit.span.start]
        if inside and inside[0].start < hit.span.start:
            return False
        if inside and inside[-1].end > hit.span.end + 1 and inside[-1].text[hit.span.end - inside[-1].start] not in "'’-":
            return False
        name = hit.names[0]
        if name.kind == "person":
            if right and right[0].low in SUFFIXES:
                return False
            if right and right[0].low in BODIES - {"administration", "government", "cabinet"}:
                return False
            return name.form == "full" or not left or not _could_be_given(left[-1])
        if name.kind == "place" and name.form in ("name", "capital"):
            low = hit.span.of(self.text).lower()
            if left and left[-1].low in given_names.ALL and not right:
                return False
            if low in given_names.ALL and right and _could_be_given(right[0]) and right[0].low not in BODIES:
                return False
        return True

    def _known(self, hit: Hit) -> Mention:
        names = hit.names
        name = names[0]
        if name.kind == "person":
            people = {n.id for n in names if n.kind == "person"}
            entity = name.id if len(people) == 1 else None
            fact = self.facts.people[name.id] if entity else None
            written = hit.span.of(self.text)
            form: Literal["full", "alias"] = "full" if name.form == "full" else "alias"
            full = (written if form == "full" else fact.name if fact else written).replace("\n", " ")
            return self._person(hit.span, full, entity, form, fact.sex if fact else None)
        ids = {n.id for n in names}
        if name.kind == "organisation":
            body = self.facts.organisations[name.id]
            return Mention(hit.span, hit.span, "organisation", body.name, body.id if len(ids) == 1 else None, None, "full")
        return _place(hit, name, self.facts, len(ids) == 1)

    # -- names that the document alone knows

    def _body(self, piece: Segment, taken: Sequence[Span]) -> Mention:
        start, end = piece.span
        known = bisect_left(taken, end, key=lambda s: s.start)
        limit = taken[known].start if known < len(taken) and taken[known].start > end + 8 else len(self.text)
        of = _OF.match(self.text, end, min(self._sentence(start).end, limit))
        if of:
            words = of.spans("word")
            while len(words) > 1 and self.text[slice(*words[-1])].lower() in JOBS:  # House of Commons / Speaker X
                words.pop()
            end = words[-1][1]
        span = Span(start, end)
        return Mention(span, span, "organisation", span.of(self.text), None, None, "full")

    def _full_name(self, piece: Segment, singles: set[str]) -> Mention | None:
        """A full name of somebody unknown to the record, if anything beside it says that it is one."""
        first, span = piece.tokens[0], piece.span
        if (first.low in PARTICLES and first.text.islower()) or folded_name(span.of(self.text)) in self.by_surname:
            return None
        shouted = sum(t.text.isupper() and len(t.text) > 2 for t in piece.tokens)
        if shouted > 1 or len(piece.tokens) > 6 or (piece.opens and first.low in STARTERS and first.low not in given_names.ALL):
            return None
        surname = folded_name(piece.tokens[-1].text)
        evidence = (
            first.low in given_names.ALL
            or (first.text.endswith(".") and len(first.text) == 2)
            or any(t.text.endswith(".") and len(t.text) == 2 for t in piece.tokens[1:-1])
            or _AGE.match(self.text, span.end) is not None
            or self._speaks(span)
            or surname in self.speakers
            or (surname in singles and _PRESENTED.match(self.text, span.end) is not None)
            or self._before(span) is not None
            or self._after(span) is not None
        )
        if not evidence:
            return None
        return self._person(span, span.of(self.text).replace("\n", " "), None, "full", given_names.sex_of(first.low))

    def _person(self, span: Span, name: str, entity: str | None, form: Literal["full", "alias"], sex: str | None) -> Mention:
        descriptors = tuple(d for d in (self._before(span), self._after(span)) if d)
        key = entity or folded_name(name)
        person = self.by_key.get(key)
        if person is None:
            person = self.by_key[key] = _Person(name, entity, sex, span.start, form == "full")
            for surname in surnames(name):
                self.by_surname.setdefault(surname, []).append(person)
            self.by_given.setdefault(folded_name(name.split()[0]), []).append(person)
        if form == "full" and not person.in_full:
            person.name, person.in_full = name, True
        person.last_at = span.start
        person.sex = person.sex or sex or self._sex_by_title(descriptors)
        return Mention(span, self._with_titles(span, descriptors), "person", name, entity, person.sex, form, descriptors)

    def _settled(self, mention: Mention) -> Mention:
        """A mention as the whole document leaves it: the sex learnt later on, one name for all its spellings."""
        if mention.kind != "person":
            return mention
        person = self.by_key[mention.entity_id or folded_name(mention.name)]
        return mention._replace(sex=person.sex, name=person.name if mention.form == "alias" else mention.name)

    def _short_name(self, piece: Segment) -> Mention | None:
        """A surname or a given name alone, of somebody whom the document names in full, or that a title or a verb of speech shows to be one."""
        span = piece.span
        key = folded_name(span.of(self.text))
        shouted = len(piece.tokens) == 1 and piece.tokens[0].text.isupper() and len(key) > 4 and key in self.by_surname
        if len(piece.tokens) == 1 and piece.tokens[0].text.isupper() and not shouted and len(piece.tokens[0].text) > 1:
            return None
        descriptors = tuple(d for d in (self._before(span), self._after(span)) if d)
        sex = self._sex_by_title(descriptors)
        for form, register in (("surname", self.by_surname), ("given", self.by_given)):
            people = register.get(key)
            if people and not (form == "given" and (piece.opens and key in STARTERS)):
                person = self._nearest(people, span.start, sex)
                person.sex = person.sex or sex
                return Mention(span, self._with_titles(span, descriptors), "person", person.name, person.entity_id, person.sex, form, descriptors)  # type: ignore[arg-type]
        titled = any(d.link == "title" for d in descriptors)
        lone = len(piece.tokens) == 1 or piece.tokens[0].text.islower()
        word = piece.tokens[0].low
        if not lone or piece.names_nobody or word in STARTERS or word in DESCRIBES or len(word) < 2:
            return None
        if titled or (self._speaks(span) and len(word) > 2 and not piece.opens) or (word in given_names.ALL and self._speaks(span)):
            name = span.of(self.text).replace("\n", " ")
            sex = sex or (given_names.sex_of(word) if not titled else None)
            return Mention(span, self._with_titles(span, descriptors), "person", name, None, sex, "surname", descriptors)
        return None

    # -- what stands beside a name

    def _nearest(self, people: Sequence[_Person], at: int, sex: str | None) -> _Person:
        """Of several people of one surname: of the sex that the title says, the one named in full last before here, else the first after."""
        fit = [p for p in people if sex is None or p.sex is None or p.sex == sex] or list(people)
        earlier = [p for p in fit if p.last_at <= at]
        return max(earlier, key=lambda p: p.last_at) if earlier else min(fit, key=lambda p: p.last_at)

    def _sentence(self, offset: int) -> Span:
        return self.sentences[max(bisect_right(self.starts, offset) - 1, 0)] if self.sentences else Span(0, len(self.text))

    def _before(self, span: Span) -> Descriptor | None:
        return before(self.text, self._sentence(span.start).start, span)

    def _after(self, span: Span) -> Descriptor | None:
        return after(self.text, self._sentence(span.start).end, span)

    def _with_titles(self, span: Span, descriptors: Sequence[Descriptor]) -> Span:
        return Span(min([span.start, *(d.span.start for d in descriptors if d.link in ("title", "before"))]), span.end)

    def _sex_by_title(self, descriptors: Sequence[Descriptor]) -> str | None:
        for descriptor in descriptors:
            for word in regex.findall(r"[a-z-]+", Span(descriptor.span.start, descriptor.head).of(self.text).lower())[-2:]:
                if word in MALE or word in FEMALE:
                    return "m" if word in MALE else "f"
        return None

    def _speaks(self, span: Span) -> bool:
        follows = _NEXT_WORD.match(self.text, span.end)
        if follows and follows.group(1) in SPEECH:
            return True
        leads = _PREVIOUS_WORD.search(self.text, max(0, span.start - 15), span.start)
        return leads is not None and leads.group(1) in ("said", "says", "added", "asked", "replied", "explained", "recalled", "wrote")


def _within(taken: Sequence[Span], run: Run) -> Sequence[Span]:
    """The taken spans that touch a run; `taken` is in order."""
    first = bisect_left(taken, run.tokens[0].start, key=lambda s: s.end)
    last = bisect_left(taken, run.tokens[-1].end, key=lambda s: s.start)
    return taken[first:last]


def _could_be_given(token: Token) -> bool:
    """Whether a capitalised word may be part of a personal name, not a title, a place's adjective or a sentence's first word."""
    return token.low not in _NO_GIVEN_NAME


def _place(hit: Hit, name: Name, facts: Facts, alone: bool) -> Mention:
    return Mention(hit.span, hit.span, "place", facts.countries[name.id].name, name.id if alone else None, None, name.form)
