"""Speech: who says each quotation, how that is known, and what kind of quotation it is.

The speaker is sought in the quotation's own sentence by the patterns of English news (verbs of saying and their order, "according to",
colons, owned nouns, signatures), then carried on from the quotation before. Pronouns are resolved to the last subject of that sex.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import regex

from ...text import Span
from .. import cues
from ..mentions import Mention
from ..quotations import Quotation, Quotations
from ..structure import Paragraph
from .cue import Cue, How, cue_of, indirect
from .kinds import Type, kind
from .resolve import Person, Sentence, antecedent, person
from .words import Words, words

__all__ = ["Attribution", "attributions"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says a quotation.

    `speaker` is the full name where it is known, the mention as written for bodies and unnamed sources, None where nobody is named or
    a pronoun may mean two; `speaker_kind` tells people from the rest. `mention` is the phrase that governs the cue, a pronoun too, never its antecedent; `cue` the cue word's place.
    """

    quotation: Span
    type: Type
    speaker: str | None = None
    speaker_id: str | None = None
    mention: Span | None = None
    cue: Span | None = None
    found_by: How | None = None
    speaker_kind: Literal["person", "other"] | None = None

    @property
    def known(self) -> bool:
        return self.mention is not None or self.speaker is not None


def attributions(
    text: str, paragraphs: Sequence[Paragraph], sentences: Sequence[Span], quotations: Quotations, mentions: Sequence[Mention]
) -> tuple[Attribution, ...]:
    """One attribution for each quotation, in the order of `quotations.quotes`."""
    if not quotations.quotes:
        return ()
    reader = _Reader(text, sentences, quotations.quotes, mentions)
    quotes = quotations.quotes
    found: list[Attribution | None] = [None] * len(quotes)
    at = 0
    before: Attribution | None = None  # what the paragraph before left speaking
    for paragraph in paragraphs:
        first = at
        while at < len(quotes) and quotes[at].span.start < paragraph.span.end:
            at += 1
        if at > first:
            tokens = reader.words(paragraph.span, [k for k in range(first, at) if not quotes[k].depth], paragraph.kind == "headline")
            before = _attribute(reader, tokens, range(first, at), 0, before, found)
        elif paragraph.kind == "heading" or before is not None:
            before = None
    return tuple(a for a in _run_on(quotes, found) if a is not None)


def _attribute(
    reader: _Reader, tokens: Words, indices: Sequence[int], depth: int, before: Attribution | None, found: list[Attribution | None]
) -> Attribution | None:
    """Attributes the quotations `indices` of a paragraph, or of a quotation that holds others; returns the last that has a speaker."""
    quotes, text = reader.quotes, reader.text
    last: Attribution | None = None
    for at, letter in enumerate(tokens.kinds):
        if letter not in "QEF":
            continue
        k = tokens.what[at]
        quote = quotes[k]
        cue = cue_of(tokens, at)
        attribution = Attribution(quote.span, kind(quote.inside.of(text), tokens, at, cue))
        label = _LABEL.match(text, quote.inside.start, quote.inside.end)
        if label:
            attribution = reader.labelled(attribution, Span(*label.span(1)))
        elif cue is not None and attribution.type != "title":
            attribution = reader.attribution(attribution, tokens, cue)
        elif attribution.type in ("direct", "partial"):
            attribution = _carried(reader, attribution, tokens, at, last, before)
        found[k] = attribution
        if attribution.known:
            last = attribution
        inner = [j for j in indices if j > k and quote.span.contains(quotes[j].span)]
        if inner:
            nested = reader.words(quote.inside, [j for j in inner if quotes[j].depth == depth + 1])
            _attribute(reader, nested, inner, depth + 1, None, found)
    return last


#: transcripts: "GRAY: We never saw it."
_LABEL = regex.compile(r"((?:\p{Lu}[\p{Lu}.’'-]+\s?){1,4}):\s")


def _carried(reader: _Reader, base: Attribution, tokens: Words, at: int, last: Attribution | None, before: Attribution | None) -> Attribution:
    """The speaker of what went before, where a quotation goes on without a cue of its own."""
    kinds = tokens.kinds
    low = max((kinds.rfind(stop, 0, at) for stop in "eEF"), default=-1) + 1
    if low < at and not all(k in "dk" for k in kinds[low:at]):
        same = last if "Q" in kinds[low:at] else None
        return replace(same, quotation=base.quotation, type=base.type, found_by="same-sentence") if same else base
    start = max((kinds.rfind(stop, 0, max(low - 1, 0)) for stop in "eEF"), default=-1) + 1
    told = start < low and not set(kinds[start : low - 1]) & set("QEF") and kinds[low - 1] == "e"
    if told and (cue := indirect(tokens, start, low - 1)):
        return reader.attribution(base, tokens, cue)
    if last is not None:
        return replace(last, quotation=base.quotation, type=base.type, found_by="floating")
    if before is not None and at == 0 and all(k in "QEFedk" for k in kinds):
        return replace(before, quotation=base.quotation, type=base.type, found_by="floating", mention=None, cue=None)
    return base


def _run_on(quotes: Sequence[Quotation], found: Sequence[Attribution | None]) -> list[Attribution | None]:
    """A quotation that runs on over paragraphs has one speaker, wherever in it that is said."""
    out = list(found)
    outer = [k for k, q in enumerate(quotes) if q.depth == 0]
    for order, linked in ((outer, "continues"), (outer[::-1], "runs_on")):
        for a, b in zip(order, order[1:], strict=False):
            one, two = out[a], out[b]
            if getattr(quotes[b], linked) and one and two and one.known and two.mention is None:
                out[b] = replace(
                    one, quotation=two.quotation, type="direct" if two.type == "scare" else two.type, mention=None, cue=None, found_by="runs-on"
                )
    return out


class _Reader:
    """What attribution needs of one document: its words on demand, its people by sentence, who has spoken so far."""

    def __init__(self, text: str, sentences: Sequence[Span], quotes: Sequence[Quotation], mentions: Sequence[Mention]) -> None:
        self.text = text
        self.quotes = quotes
        self._sentences = sentences
        self._starts = [s.start for s in sentences]
        self._stops = frozenset(s.end for s in sentences)
        self._mentions = sorted(mentions, key=lambda m: m.span)
        self._mention_starts = [m.span.start for m in self._mentions]
        self._quote_starts = [q.span.start for q in quotes if q.depth == 0]
        self._outer = [q for q in quotes if q.depth == 0]
        self._spoken: dict[int, Person] = {}

    def words(self, span: Span, indices: Iterable[int], headline: bool = False) -> Words:
        named = range(bisect_left(self._mention_starts, span.start), bisect_left(self._mention_starts, span.end))
        quoted = [(k, self.quotes[k].span, self.quotes[k].inside) for k in indices]
        return words(self.text, span, quoted, [(m, self._mentions[m]) for m in named], self._stops, headline)

    def attribution(self, base: Attribution, tokens: Words, cue: Cue) -> Attribution:
        """`base` with the speaker that `cue` names."""
        who = cue.who
        head, letter = tokens.spans[who.head], tokens.kinds[who.head]
        place = tokens.spans[cue.at] if cue.at >= 0 else None
        sentence = self._sentence(head.start)
        base = replace(base, cue=place, found_by=cue.how)
        if letter == "M":
            mention = self._mentions[tokens.what[who.head]]
            return self._said(base, sentence, person(mention), mention.full)
        if letter == "I":
            return replace(base, mention=head)
        if who.start == who.end and tokens.low[who.head] in _PRONOUNS:
            meant = antecedent(tokens.low[who.head], self._people_before(sentence, head.start))
            return self._said(base, sentence, meant, head) if meant else replace(base, mention=head)
        whole = Span(tokens.spans[who.start].start, tokens.spans[who.end].end)
        return replace(base, speaker=whole.of(self.text), mention=whole, speaker_kind="other")

    def _said(self, base: Attribution, sentence: int, who: Person, mention: Span) -> Attribution:
        self._spoken[sentence] = who
        return replace(base, speaker=who.name, speaker_id=who.entity_id, mention=mention, speaker_kind="person")

    def labelled(self, base: Attribution, label: Span) -> Attribution:
        """`base` with the speaker whose name stands before a colon in capitals: the person of that surname, if the document names one."""
        surname = label.of(self.text).split()[-1].casefold()
        known = {m.name: m for m in self._mentions if m.kind == "person" and m.name.split()[-1].casefold() == surname}
        who = next(iter(known.values())) if len(known) == 1 else None
        base = replace(base, mention=label, found_by="label", speaker_kind="person")
        return replace(base, speaker=who.name, speaker_id=who.entity_id) if who else replace(base, speaker=label.of(self.text))

    def _sentence(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)

    def _people_before(self, sentence: int, offset: int) -> list[Sentence]:
        """The sentences up to `offset` that name people outside quotations, the last one cut off there."""
        found: list[Sentence] = []
        for k in range(sentence, max(-1, sentence - _SENTENCES_BACK), -1):
            span = self._sentences[k] if self._sentences else Span(0, offset)
            end = min(span.end, offset)
            named = self._mentions[bisect_left(self._mention_starts, span.start) : bisect_left(self._mention_starts, end)]
            people = [(m.full.start, person(m)) for m in named if m.kind == "person" and not self._quoted(m.span.start)]
            people = sorted([*people, *self._introduced(Span(span.start, end), named)], key=lambda p: p[0])
            speaker = self._spoken.get(k) if k < sentence or people else None
            if people or speaker:
                first = self.text[span.start : span.start + 4].lower()
                if k < sentence and speaker is None and first.startswith(("he ", "she ")):
                    continue  # it speaks of whoever the sentence before does
                governed = people and _GOVERNED.search(self.text, max(span.start, people[0][0] - 12), people[0][0])
                subject = people[0][1] if people and not governed else None
                found.append(Sentence(tuple(p for _, p in people), subject, speaker))
        return found[::-1]

    def _introduced(self, span: Span, named: Sequence[Mention]) -> Iterator[tuple[int, Person]]:
        """Names that only their place tells: "soldiers like Ilko", "a farmer named Joan", or a capital before a verb of saying."""
        for m in _INTRODUCED.finditer(self.text, span.start, span.end):
            start, end = m.span("name")
            known = any(mention.full.start < end and start < mention.full.end for mention in named)
            form = cues.verb(m["verb"]) if m["verb"] else None
            says = m["verb"] is None or (form is not None and form[1] == "finite" and start == span.start and self._only_a_name(m["name"]))
            if not known and says and not self._quoted(start):
                yield start, Person(m["name"], None, None)

    def _only_a_name(self, word: str) -> bool:
        """Whether a capitalised word never stands in the text in small letters."""
        return regex.search(rf"(?<!\w){regex.escape(word.lower())}(?!\w)", self.text) is None

    def _quoted(self, offset: int) -> bool:
        k = bisect_right(self._quote_starts, offset) - 1
        return k >= 0 and self._outer[k].span.end > offset


_SENTENCES_BACK = 8
_GOVERNED = regex.compile(r"\b(?:like|with|by|to|of|from|for|about|against|as|between|over|at|after|before|than|and) $")
_INTRODUCED = regex.compile(
    r"(?<=\p{Ll} (?:like|named|called) )(?P<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)"
    r"|(?<!\S)(?P<name>\p{Lu}\p{Ll}+)\s(?P<verb>\p{Ll}+)"
)
_PRONOUNS = frozenset(["he", "she", "they", "it", "who", "which", "his", "her", "their", "its"])
