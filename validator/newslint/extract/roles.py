"""Who is given which title: from the descriptors beside names to `RoleClaim`s."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

import regex

from ..annotate.mentions import Descriptor, Mention
from ..annotate.mentions.words import ADDRESS, BODIES, DESCRIBES, JOBS, KIN, MODIFIERS, RANKS
from ..article import Article
from ..claim import RoleClaim
from ..facts.facts import Facts
from ..facts.model import Person
from ..facts.names import folded_name
from ..facts.titles import GENERIC, TitleIndex, normal
from ..pattern import pattern
from ..text import Span

_WORD = pattern(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}&]*(?:[.](?=\p{L}[.])\p{L})*(?:[-‑’'][\p{L}\p{N}]+)*(?:(?<=\b\p{L}[.]\p{L})[.]|[’'](?=\s))?")
_OF = pattern(r"\s+(?:of|for|at|in|to|on|with)\s+", regex.IGNORECASE)
#: from "of" to the country: (minister of) the / foreign affairs of / defence of the Republic of
_LINKED = pattern(
    r"\s*(?:(?P<branch>[^,;]*?\S)\s+(?:of|for)\s+)??(?:the\s+)?(?:(?:\w+\s+)?(?:republic|kingdom|state)\s+of\s+)?(?:the\s+)?", regex.IGNORECASE
)
_FORMER = frozenset(["former", "ex", "onetime", "one-time", "erstwhile", "ousted", "deposed", "retired", "sometime"])
#: a retired (four-star general and CIA director): of two titles before a name, the first says of both that they were held once
_FORMER_PAIR = pattern(r"(?r)\b(?:former|ex|retired)[ -](?:[\w-]+ ){0,2}$", regex.IGNORECASE)
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
_PAST = pattern(
    r"\b(?:ago|at the time|back then|in those days|used to|once|earlier this (?:century|decade)|previously|formerly|"
    r"(?:last|previous) (?:year|decade|century|summer|spring|autumn|fall|winter|month)|[12]\d{3}s|predecessors?|succeeded|successors?|"
    r"administration|presidency|premiership|era|tenure|decades?|history|historic(?:al)?|until|before becoming|served|"
    r"brought down|toppl\w+|oust\w+|impeach\w+|overthr\w+|depos\w+|assassinat\w+|resign\w+|stepped down|"
    r"(?:who|has|had) died|died (?:on|at|in|aged)|when (?:he|she|they|then)|who (?:had|was|served)|had (?:been|\w+ed)|would (?:later|become)|late)\b",
    regex.IGNORECASE,
)
#: (secretary of state) when the embassy fell, (the chancellor) who opened the borders
_ANOTHER_TIME_AFTER = pattern(r"\s+(?:when|while|during|under|throughout|who\s+\w+ed)\b", regex.IGNORECASE)
#: chancellor for most of the century
_ANOTHER_TIME = pattern(r"\b(?:for|of|in|at)\s+(?:[\w-]+\s+){0,5}(?:years?|terms?|decades?|century|centuries|time|days|months)\b", regex.IGNORECASE)
#: (since) Prime Minister X (called the vote); four years after, in the (X years)
_ANOTHER_TIME_BEFORE = pattern(
    r"(?r)(?:\b(?:when|since|under)|\b(?:years|months|decades|weeks)\s+(?:after|before|since))\s+(?:the\s+)?$", regex.IGNORECASE
)
_YEAR = pattern(r"(?<![\d.,$£€])(?:19|20)\d\d(?![\d%]|,\d)")
_PAST_VERB = pattern(r"\b(?:was|had been|has been|served|resigned|stepped down|quit)\b")
_FUTURE_VERB = pattern(r"\bwill\b")
_BEGIN_VERB = pattern(r"\b(?:became|appointed|named|elected|sworn|installed|made|took|returned)\b")
#: words that make an office the one below it
_UNDER = frozenset("deputy vice assistant associate shadow junior".split())
_THE = frozenset("the its his her their our".split())
_HEADS = frozenset(["head-of-state", "head-of-government"])
#: news gives a bare surname a title some weeks before its bearer has it
_SOON = timedelta(60)
_DIRECTIONS = frozenset("north south east west northern southern eastern western central".split())


class _Title(NamedTuple):
    """A descriptor taken apart: the words of the title in lower case, what follows "of", its modifiers, its country or body.

    `lead`: the countries, the bodies and the other names before the title, in order, each with its fact's id. `branch`: what of the words
    after "of" is no country or body ("foreign affairs of Ukraine").
    """

    words: tuple[str, ...]
    of: str
    modifiers: tuple[str, ...]
    organisation: str | None
    organisation_id: str | None
    lead: tuple[tuple[str, str | None], ...]
    branch: str


def extract(article: Article) -> Iterator[RoleClaim]:
    """A claim for every title that the text gives somebody."""
    places = [m for m in article.mentions if m.kind != "person"]
    starts = [m.span.start for m in places]
    named = {m.entity_id for m in places if m.entity_id}
    titles = {d.head for m in article.mentions for d in m.descriptors if d.link == "title"}
    for mention in article.mentions:
        if mention.kind != "person":
            continue
        for descriptor in mention.descriptors:
            if descriptor.link == "apposition" and descriptor.head in titles:
                continue  # a list: X, Minister of Defence Y
            first = bisect_left(starts, descriptor.span.start)
            if (
                first and places[first - 1].span.end > descriptor.span.start
            ):  # the Red Cross president, of the International Committee of the Red Cross
                first -= 1
            inside = places[first : bisect_left(starts, descriptor.span.end)]
            title = _taken_apart(article.text, descriptor, inside, article.facts.titles)
            claim = _claim(article, mention, descriptor, title, named) if title is not None else None
            # a rank before a name is no office; "the garrison's commander" is
            if claim is not None and (claim.role_id is not None or descriptor.link != "title" or not all(w in RANKS for w in claim.role.split())):
                yield claim


def _claim(article: Article, mention: Mention, descriptor: Descriptor, title: _Title, named: set[str]) -> RoleClaim:
    facts = article.facts
    person = facts.people.get(mention.entity_id) if mention.entity_id else None
    if person is None and mention.form in ("full", "surname", "alias"):
        person = _by_surname(mention, title, facts, named, article.origin.today)
    role_id, of, whole = _reading(title, person, facts)
    whose = _possessor(article.text, descriptor.span) if title.organisation is None else None
    span = Span(min(descriptor.span.start, mention.span.start), max(descriptor.span.end, mention.span.end))
    former = (
        any(m in _FORMER for m in title.modifiers)
        or (descriptor.verb is not None and bool(regex.search(r"resigned|stepped|quit", descriptor.verb)))
        or (" and " in descriptor.span.of(article.text) and _FORMER_PAIR.search(article.text, 0, descriptor.span.start) is not None)
    )
    present = not former and _speaks_of_today(article, mention, descriptor, title)
    return RoleClaim(
        **article.base(span),
        person=person.name if person and mention.entity_id is None else mention.name,
        person_id=person.id if person else None,
        role=" ".join(title.words) + (f" of {title.branch.lower()}" if title.branch else ""),
        role_id=role_id,
        organisation=whose or (None if whole else title.organisation),
        organisation_id=None if whose else of,
        former=former,
        as_of=article.origin.today if present else None,
        name_span=mention.span,
        modifiers=title.modifiers,
        wording=descriptor.span.of(article.text),
        present=present,
        article=_article(article.text, descriptor.span),
    )


def _article(text: str, span: Span) -> Literal["the", "a"] | None:
    """Whether the text speaks of the one who holds the post, or of one among several."""
    before = text[max(0, span.start - 7) : span.start].lower().split()
    if before and before[-1] in ("a", "an"):
        return "a"
    return "the" if (before and before[-1] in _THE) or regex.search(r"[’']s?\s", span.of(text)) else None


def _possessor(text: str, span: Span) -> str | None:
    """ "Its president": whose, the text says elsewhere; the pronoun stands for the body that is not known here."""
    before = text[max(0, span.start - 6) : span.start].lower().split()
    return before[-1] if before and before[-1] in ("its", "his", "her", "their", "our", "my") else None


# -- the words of a title


def _taken_apart(text: str, descriptor: Descriptor, inside: Sequence[Mention], titles: TitleIndex) -> _Title | None:
    """None for forms of address and kinship: they are no office."""
    head = Span(descriptor.span.start, descriptor.head).of(text)
    tail = Span(descriptor.head, descriptor.span.end).of(text)
    words = [(m.group(), descriptor.span.start + m.start(), descriptor.span.start + m.end()) for m in _WORD.finditer(head)]
    modifiers: list[str] = []
    title: list[tuple[str, int, int]] = []
    organisation: str | None = None
    organisation_id: str | None = None
    lead: list[tuple[str, str | None]] = []
    foreign: list[str] = []
    for k, (word, start, end) in enumerate(words):
        leading, _, rest = word.partition("-")
        if rest and leading.lower() in ("ex", "then", "former"):  # ex-president, ex-Ukrainian president
            modifiers.append(leading.lower())
            word, start = rest, start + len(leading) + 1
        low = word.lower().rstrip(".")
        place = next((m for m in inside if m.span.start <= start < m.span.end), None)
        if place is not None:
            named = place.entity_id if place.form in ("full", "name", "demonym", "seat") else None
            begins = start == max(place.span.start, descriptor.span.start)
            if begins:
                lead += [*_names(title), (place.span.of(text), named)]
            if begins and text[place.span.end : place.span.end + 1] not in ("-", "‑"):
                split = bool(title or foreign) and bool({w[0].lower() for w in title} & _DIRECTIONS or foreign)
                organisation = place.span.of(text)
                organisation_id = named if not split else None
                title, foreign = _subordinate(title), []
            continue
        if low in _TIMES:
            modifiers.append(low)
            continue
        base, _, suffix = low.rpartition("-")
        if suffix in ("elect", "designate") and base:
            modifiers.append(suffix)
            title.append((base, start, end))
            continue
        if low in ADDRESS and low not in JOBS and not titles.readings(f"{low} {words[k + 1][0] if k + 1 < len(words) else ''}"):
            continue  # but: the lord chancellor
        if (word[0].isupper() and low not in JOBS and low not in DESCRIBES and low not in MODIFIERS and low not in BODIES) or low.endswith(
            ("'s", "’s", "s'", "s’")
        ):
            foreign.append(word)
            lead += [*_names(title), (word, None)]
            title = _subordinate(title)
        else:
            title.append((word, start, end))
    if not title or not any(_job(w[0].lower().rstrip(".")) for w in title):
        return None
    lows = tuple(w[0].lower().rstrip(".") for w in title)
    # spokesman Maj. Gen. X, but deputy commander and whatever the record knows
    while len(lows) > 1 and lows[-1] in RANKS and _job(lows[-2]) and lows[-2] not in MODIFIERS and not titles.readings(" ".join(lows[-2:])):
        lows = lows[:-1]
    if lows[-1] in KIN or all(w in ADDRESS for w in lows):
        return None
    if foreign:
        shown = " ".join(foreign)
        for mark in ("'s", "’s", "'", "’"):
            shown = shown.removesuffix(mark)
        organisation = " ".join(filter(None, [organisation if organisation_id else None, shown])) if foreign[-1][0].isupper() else shown
        organisation_id = None
    of = branch = ""
    link = _OF.match(tail)
    if link:
        of = branch = tail[link.end() :].strip()
        if link.group().strip().lower() in ("of", "for", "at", "in"):
            body = next((m for m in inside if m.span.start >= descriptor.head), None)
            if organisation is None and body is not None:
                linked = _LINKED.fullmatch(text, descriptor.head + link.end(), body.span.start)
                if linked:
                    organisation = body.span.of(text)
                    organisation_id = body.entity_id if body.form in ("full", "name", "seat") else None
                    if body.span.end < descriptor.span.end and body.kind == "place":  # the Tegea Brick Company
                        organisation, organisation_id = text[body.span.start : descriptor.span.end].rstrip(), None
                    branch = linked["branch"] or ""
                    if organisation_id and body.kind == "place" and not branch:
                        of = ""
            if organisation is None:
                organisation = regex.sub(r"^(?:the|a|an|its|his|her|their) ", "", of) or None
    return _Title(lows, of, tuple(modifiers), organisation, organisation_id, tuple(lead), branch)


def _subordinate(title: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Of words cut off from the rest of a title by a name, those that make it another office: the deputy Kremlin chief of staff is not the chief."""
    return [w for w in title if w[0].lower() in _UNDER]


def _names(title: list[tuple[str, int, int]]) -> list[tuple[str, None]]:
    """The others of these words: they belong to the name that cuts them off (the Supreme Allied commander)."""
    return [(w[0], None) for w in title if w[0].lower() not in _UNDER]


def _job(low: str) -> bool:
    return low in JOBS or low.rpartition("-")[2] in JOBS


# -- which office, and whose


def _phrases(title: _Title) -> Iterator[tuple[str, str | None, bool]]:
    """The wordings under which the record may know a title, the fullest first; never without a "deputy" or a "vice".

    With each, whose office it then is ("British Northern Ireland secretary": of the United Kingdom), and whether a name that the copy
    puts beside the title is a part of the wording ("head of the presidential office").
    """
    plain = " ".join(title.words)
    full = f"{plain} of {title.of}" if title.of else plain
    for k in range(len(title.lead)):
        names, of = " ".join(text for text, _ in title.lead[k:]), title.lead[k - 1][1] if k else None
        yield f"{names} {full}", of, True
        if title.of:
            yield f"{names} {plain}", of, True
    if title.of:
        yield full, title.organisation_id if title.lead else None, not title.lead
    if title.branch != title.of:
        yield f"{plain} of {title.branch}" if title.branch else plain, title.organisation_id, False
    if not title.branch or (title.organisation_id and plain not in GENERIC):
        yield plain, title.organisation_id, False
    if len(title.words) > 1 and title.words[0] in _NEUTRAL:
        yield from _phrases(title._replace(words=title.words[1:]))


def _reading(title: _Title, person: Person | None, facts: Facts) -> tuple[str | None, str | None, bool]:
    """(role, country or body, whether a name beside the title is a part of it) that the words mean.

    Of several readings, one that fits the person, else one that somebody is known to have held.
    """
    tenures = person.tenures if person else ()
    held: set[tuple[str, str | None]] = {(t.role, t.of) for t in tenures}
    roles = {role for role, _ in held}
    called = {normal(t.title): t for t in tenures if t.title}
    for phrase, of, whole in _phrases(title):
        own = called.get(normal(phrase))
        if own is not None and of in (own.of, None):
            return own.role, own.of, whole
        readings = facts.titles.readings(phrase, of)
        if not readings and of:
            # the words of another country's office: read so only of one who held it ("Polish foreign secretary" of a British one), or who
            # leads a country that has no such head ("French chancellor" of its president)
            leads = any(place == of and facts.roles[role].rank in _HEADS for role, place in held)
            readings = [r for r in facts.titles.readings(phrase) if (r.role, r.of) in held or (leads and facts.roles[r.role].rank in _HEADS)]
        if title.organisation and not whole and of is None:  # the agency's director is not the CIA's
            readings = [r for r in readings if r.of is None or (r.role, r.of) in held]
        if not readings:
            continue
        options: list[tuple[str, str | None]] = [(r.role, of or r.of) for r in readings]
        fitting = (
            [o for o in options if o in held]
            or [
                (t.role, t.of) for t in tenures if of is None and t.role in {role for role, _ in options} and _called(title.organisation, t.of, facts)
            ]
            or [(role, of) for role, place in options if role in roles and (of or place is None)]
            or [o for o in options if o[1] is not None and of is None and any(theirs == o[1] for _, theirs in held)]
            or [o for o in options if of and o in facts.holders]
        )
        if fitting:
            return (*fitting[0], whole)
        if len({role for role, _ in options}) == 1:
            places = {place for _, place in options}
            if len(places) > 1 and None not in places:
                return None, title.organisation_id, False  # a prince is the head of no state but of two
            return options[0][0], next(iter(places)) if len(places) == 1 else None, whole
        return (*options[0], whole) if phrase in GENERIC else (None, title.organisation_id, False)
    return None, title.organisation_id, False


def _called(name: str | None, of: str, facts: Facts) -> bool:
    """Whether a country may go by a name that others bear as well (Congolese, Dominican)."""
    country = facts.countries.get(of)
    return country is not None and name in country.demonyms


def _by_surname(mention: Mention, title: _Title, facts: Facts, named: set[str], today: date | None) -> Person | None:
    """The one person of the record of that name who holds or held an office of that title, in that country or in one that the text names.

    Of a full name all of it counts: there are two David Johnstons.
    """
    found: list[Person] = []
    wanted_name = folded_name(mention.name)
    latest = today + _SOON if today else date.max
    for person in facts.by_surname.get(wanted_name if mention.form == "surname" else wanted_name.split()[-1], ()):
        if mention.form == "full" and wanted_name not in map(folded_name, (person.name, *person.aliases)):
            continue
        role, _, _ = _reading(title, person, facts)
        offices = {(t.role, t.of) for t in person.tenures if t.start.earliest <= latest}
        wanted = {title.organisation_id} if title.organisation_id else named
        if role and any(r == role and of in wanted for r, of in offices):
            found.append(person)
    return found[0] if len(found) == 1 else None


# -- when


def _speaks_of_today(article: Article, mention: Mention, descriptor: Descriptor, title: _Title) -> bool:
    """Whether the sentence speaks of the document's own day, as news does unless it says otherwise."""
    today = article.origin.today
    if "then" in title.modifiers or "late" in title.modifiers:
        return False
    if descriptor.verb and (_PAST_VERB.search(descriptor.verb) or _FUTURE_VERB.search(descriptor.verb) or _BEGIN_VERB.search(descriptor.verb)):
        return False
    sentence = article.sentence(mention.span.start)
    around = article.text[sentence.start : descriptor.span.start] + " " + article.text[max(descriptor.span.end, mention.span.end) : sentence.end]
    if _PAST.search(around) or _ANOTHER_TIME_AFTER.match(article.text, descriptor.span.end) or _ANOTHER_TIME.search(descriptor.span.of(article.text)):
        return False
    if _ANOTHER_TIME_BEFORE.search(article.text, sentence.start, min(descriptor.span.start, mention.span.start)):
        return False
    return not any(today is None or int(m.group()) != today.year for m in _YEAR.finditer(around))
