"""Who is given which title: from the descriptors beside names to `RoleClaim`s."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from ..annotate.mentions import Descriptor, Mention
from ..annotate.mentions.words import ADDRESS, BODIES, DESCRIBES, JOBS, KIN, MODIFIERS, RANKS
from ..article import Article
from ..claim import RoleClaim
from ..facts.model import Facts, Person
from ..facts.names import fold, folded_name
from ..facts.titles import GENERIC
from ..text import Span

_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}&]*(?:[.](?=\p{L}[.])\p{L})*(?:[-‑’'][\p{L}\p{N}]+)*(?:(?<=\b\p{L}[.]\p{L})[.]|’(?=\s))?")
_OF = regex.compile(r"\s+(?:of|for|at|in|to|on|with)\s+", regex.IGNORECASE)
_FORMER = frozenset(["former", "ex", "onetime", "one-time", "erstwhile", "ousted", "deposed", "retired", "sometime"])
#: words that qualify the title's time, and are no part of it
_TIMES = _FORMER | frozenset(
    ["then", "acting", "interim", "caretaker", "outgoing", "incoming", "designate", "elect", "current", "new", "newly-elected", "re-elected", "reelected",
     "longtime", "long-time", "late", "designated", "departing", "embattled", "next", "first-ever", "newly-appointed", "first-term", "veteran", "own"]
)  # fmt: skip
#: words that say which kind of person holds an office, and do not change which office it is
_NEUTRAL = frozenset(
    """conservative liberal republican democratic democrat labour socialist nationalist populist right-wing left-wing far-right far-left centre-right centre-left
    islamist pro-western pro-russian pro-kremlin hardline reformist outspoken popular controversial autocratic authoritarian powerful country's nation's
    billionaire secular independent incumbent sitting long-serving strongman fellow newly elected interim self-styled communist green tory""".split()
)
_PAST = regex.compile(
    r"\b(?:ago|at the time|back then|in those days|used to|once|earlier this (?:century|decade)|previously|formerly|"
    r"(?:last|previous) (?:year|decade|century|summer|spring|autumn|fall|winter|month)|[12]\d{3}s|predecessors?|succeeded|successors?|"
    r"administration|presidency|premiership|era|tenure|decades?|history|historic(?:al)?|until|before becoming|served|"
    r"when (?:he|she|they|then)|who (?:had|was|served)|had (?:been|\w+ed)|would (?:later|become)|late)\b",
    regex.IGNORECASE,
)
_YEAR = regex.compile(r"(?<![\d.,$£€])(?:19|20)\d\d(?![\d%]|,\d)")
_PAST_VERB = regex.compile(r"\b(?:was|had been|has been|served|resigned|stepped down|quit)\b")
_FUTURE_VERB = regex.compile(r"\bwill\b")
_BEGIN_VERB = regex.compile(r"\b(?:became|appointed|named|elected|sworn|installed|made|took|returned)\b")
_DIRECTIONS = frozenset("north south east west northern southern eastern western central".split())


@dataclass(frozen=True, slots=True)
class _Title:
    """A descriptor taken apart: the words of the title in lower case, what follows "of", its modifiers, its country or body."""

    words: tuple[str, ...]
    of: str
    modifiers: tuple[str, ...]
    organisation: str | None
    organisation_id: str | None
    prefix: str


def extract(article: Article) -> Iterator[RoleClaim]:
    """A claim for every title that the text gives somebody."""
    places = [m for m in article.mentions if m.kind != "person"]
    starts = [m.span.start for m in places]
    named = {m.entity_id for m in places if m.entity_id}
    for mention in article.mentions:
        if mention.kind != "person":
            continue
        for descriptor in mention.descriptors:
            inside = places[bisect_left(starts, descriptor.span.start) : bisect_left(starts, descriptor.span.end)]
            title = _taken_apart(article.text, descriptor, inside)
            if title is not None:
                yield _claim(article, mention, descriptor, title, named)


def _claim(article: Article, mention: Mention, descriptor: Descriptor, title: _Title, named: set[str]) -> RoleClaim:
    facts = article.facts
    person = facts.people.get(mention.entity_id) if mention.entity_id else None
    if person is None and mention.form in ("surname", "alias"):
        person = _by_surname(mention, title, facts, named)
    role_id, of, whole = _reading(title, person, facts)
    span = Span(min(descriptor.span.start, mention.span.start), max(descriptor.span.end, mention.span.end))
    former = any(m in _FORMER for m in title.modifiers) or (
        descriptor.verb is not None and bool(regex.search(r"resigned|stepped|quit", descriptor.verb))
    )
    return RoleClaim(
        **article.base(span),
        person=person.name if person and mention.entity_id is None else mention.name,
        person_id=person.id if person else None,
        role=" ".join(title.words) + (f" of {title.of.lower()}" if title.of and not _names_the_place(title) else ""),
        role_id=role_id,
        organisation=None if whole else title.organisation,
        organisation_id=title.organisation_id or of,
        former=former,
        as_of=None if former or not _speaks_of_today(article, mention, descriptor, title) else article.origin.today,
        name_span=mention.span,
        modifiers=title.modifiers,
        wording=descriptor.span.of(article.text),
    )


# -- the words of a title


def _taken_apart(text: str, descriptor: Descriptor, inside: Sequence[Mention]) -> _Title | None:
    """None for forms of address, ranks alone and kinship: they are no office."""
    head = Span(descriptor.span.start, descriptor.head).of(text)
    tail = Span(descriptor.head, descriptor.span.end).of(text)
    words = [(m.group(), descriptor.span.start + m.start(), descriptor.span.start + m.end()) for m in _WORD.finditer(head)]
    modifiers: list[str] = []
    title: list[tuple[str, int, int]] = []
    organisation: str | None = None
    organisation_id: str | None = None
    prefix: list[str] = []
    foreign: list[str] = []
    for word, start, end in words:
        low = word.lower().rstrip(".")
        place = next((m for m in inside if m.span.start <= start < m.span.end), None)
        if place is not None:
            if start == place.span.start:
                prefix.append(place.span.of(text))
            if start == place.span.start and text[place.span.end : place.span.end + 1] not in ("-", "‑"):
                split = bool(title or foreign) and bool({w[0].lower() for w in title} & _DIRECTIONS or foreign)
                organisation = place.span.of(text)
                organisation_id = place.entity_id if place.form in ("full", "name", "demonym", "seat") and not split else None
                title, foreign = [], []
            continue
        if low in _TIMES:
            modifiers.append(low)
            continue
        leading, _, rest = low.partition("-")
        if leading in ("ex", "then", "former") and rest in JOBS:
            modifiers.append(leading)
            title.append((rest, start, end))
            continue
        base, _, suffix = low.rpartition("-")
        if suffix in ("elect", "designate") and base:
            modifiers.append(suffix)
            title.append((base, start, end))
            continue
        if low in ADDRESS and low not in JOBS:
            continue
        if (word[0].isupper() and low not in JOBS and low not in DESCRIBES and low not in MODIFIERS and low not in BODIES) or low.endswith(
            ("'s", "’s", "s'", "s’")
        ):
            foreign.append(word)
            title = []
        else:
            title.append((word, start, end))
    if not title or not any(_job(w[0].lower().rstrip(".")) for w in title):
        return None
    lows = tuple(w[0].lower().rstrip(".") for w in title)
    while len(lows) > 1 and lows[-1] in RANKS and any(_job(w) for w in lows[:-1]):  # spokesman Maj. Gen. X
        lows = lows[:-1]
    if lows[-1] in KIN or all(w in RANKS or w in ADDRESS for w in lows):
        return None
    if foreign:
        shown = " ".join(foreign)
        for mark in ("'s", "’s", "'", "’"):
            shown = shown.removesuffix(mark)
        organisation = " ".join(filter(None, [organisation if organisation_id else None, shown])) if foreign[-1][0].isupper() else shown
        organisation_id = None
    of = ""
    link = _OF.match(tail)
    if link:
        of = tail[link.end() :].strip()
        if link.group().strip().lower() in ("of", "for", "at", "in"):
            body = next((m for m in inside if m.span.start >= descriptor.head), None)
            if organisation is None and body is not None and not of.lower().startswith(("state ", "foreign ", "defen")):
                rest = text[descriptor.head + link.end() : body.span.start].strip().lower()
                if rest in ("", "the"):
                    organisation = body.span.of(text)
                    organisation_id = body.entity_id if body.form in ("full", "name", "seat") else None
                    if body.span.end < descriptor.span.end and body.kind == "place":
                        organisation_id = None
                    of = "" if organisation_id and body.kind == "place" else of
            if organisation is None:
                organisation = regex.sub(r"^(?:the|a|an|its|his|her|their) ", "", of) or None
    return _Title(lows, of, tuple(modifiers), organisation, organisation_id, " ".join(prefix))


def _job(low: str) -> bool:
    return low in JOBS or low.rpartition("-")[2] in JOBS


# -- which office, and whose


def _phrases(title: _Title) -> Iterator[tuple[str, bool]]:
    """The wordings under which the record may know a title, the fullest first; never without a "deputy" or a "vice".

    With each, whether the body that the copy names is a part of the wording ("head of the presidential office").
    """
    plain = " ".join(title.words)
    if title.of:
        if title.prefix:
            yield f"{title.prefix} {plain} of {title.of}", True
        yield f"{plain} of {title.of}", not title.prefix
    if title.prefix:
        yield f"{title.prefix} {plain}", True
    if title.organisation and not title.of:
        yield f"{title.organisation} {plain}", True
    if not title.of or title.organisation_id or _names_the_place(title):
        yield plain, False
        words = list(title.words)
        while len(words) > 1 and words[0] in _NEUTRAL:
            words.pop(0)
            yield " ".join(words), False


def _names_the_place(title: _Title) -> bool:
    """Whether what follows "of" is the place of the office ("mayor of Tegea"), no part of the title."""
    return title.organisation is not None and folded_name(title.organisation) in fold(title.of)


def _reading(title: _Title, person: Person | None, facts: Facts) -> tuple[str | None, str | None, bool]:
    """(role, country or body, whether the body is a part of the title) that the words mean.

    Of several readings, one that fits the person, else one that somebody is known to have held.
    """
    held: set[tuple[str, str | None]] = {(t.role, t.of) for t in person.tenures} if person else set()
    roles = {role for role, _ in held}
    for phrase, whole in _phrases(title):
        readings = facts.titles.readings(phrase, title.organisation_id)
        if not readings and title.organisation_id:
            # the words of another country's office: read so only of one who held it ("Polish foreign secretary" of a British one)
            readings = [r for r in facts.titles.readings(phrase) if (r.role, r.of) in held]
        if not readings:
            continue
        options: list[tuple[str, str | None]] = [(r.role, title.organisation_id or r.of) for r in readings]
        fitting = (
            [o for o in options if o in held]
            or [(role, title.organisation_id) for role, _ in options if role in roles]
            or [o for o in options if o[1] is not None and title.organisation_id is None and any(of == o[1] for _, of in held)]
            or [o for o in options if title.organisation_id and o in facts.holders]
        )
        if fitting:
            return (*fitting[0], whole)
        if len({role for role, _ in options}) == 1:
            places = {of for _, of in options}
            return options[0][0], next(iter(places)) if len(places) == 1 else None, whole
        return (*options[0], whole) if phrase in GENERIC else (None, None, False)
    return None, None, False


def _by_surname(mention: Mention, title: _Title, facts: Facts, named: set[str]) -> Person | None:
    """The one person of the record of that surname who ever held an office of that title, in that country or in one that the text names."""
    found: list[Person] = []
    for person in facts.by_surname.get(folded_name(mention.name.split()[-1] if mention.form == "alias" else mention.name), ()):
        role, _, _ = _reading(title, person, facts)
        offices = {(t.role, t.of) for t in person.tenures}
        wanted = {title.organisation_id} if title.organisation_id else named
        if role and any(r == role and of in wanted for r, of in offices):
            found.append(person)
    return found[0] if len(found) == 1 else None


# -- when


def _speaks_of_today(article: Article, mention: Mention, descriptor: Descriptor, title: _Title) -> bool:
    """Whether the sentence speaks of the document's own day, as news does unless it says otherwise."""
    today = article.origin.today
    if today is None or "then" in title.modifiers or "late" in title.modifiers:
        return False
    if descriptor.verb and (_PAST_VERB.search(descriptor.verb) or _FUTURE_VERB.search(descriptor.verb) or _BEGIN_VERB.search(descriptor.verb)):
        return False
    sentence = article.sentence(mention.span.start)
    around = article.text[sentence.start : descriptor.span.start] + " " + article.text[max(descriptor.span.end, mention.span.end) : sentence.end]
    if _PAST.search(around):
        return False
    return not any(int(m.group()) != today.year for m in _YEAR.finditer(around))
