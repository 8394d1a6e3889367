"""What attribution needs of one document: its words on demand, its people by sentence, who has spoken so far."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

import regex

from ...pattern import pattern
from ...text import Span
from .. import cues
from ..mentions import Mention
from ..quotations import Quotation
from .model import Attribution, Cue
from .resolve import Person, Sentence, antecedent, person
from .words import Words, words

_SENTENCES_BACK = 8
_LONGEST_SENTENCE = 2000  # characters of a sentence that are searched for people

_GOVERNED = pattern(r"\b(?:like|with|by|to|of|from|for|about|against|as|between|over|at|after|before|than|and) $")

_INTRODUCED = pattern(
    r"(?<=\p{Ll} (?:like|named|called) )(?P<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)"
    r"|(?<!\S)(?P<name>\p{Lu}\p{Ll}+)\s(?P<verb>\p{Ll}+)"
)

_PRONOUNS = frozenset(["he", "she", "they", "it", "who", "which", "his", "her", "their", "its"])


class Reader:
    """What attribution needs of one document: its words on demand, its people by sentence, who has spoken so far."""

    def __init__(self, text: str, sentences: Sequence[Span], quotes: Sequence[Quotation], mentions: Sequence[Mention]) -> None:
        self.text = text
        self.quotes = quotes
        self._sentences = sentences
        self._starts = [s.start for s in sentences]
        self._stops = frozenset(s.end for s in sentences)
        self._mentions = sorted(mentions, key=lambda m: m.span)
        self._mention_starts = [m.span.start for m in self._mentions]
        self.starts = [q.span.start for q in quotes]
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
        known = self._surnames.get(surname, {})
        who = next(iter(known.values())) if len(known) == 1 else None
        base = replace(base, mention=label, found_by="label", speaker_kind="person")
        return replace(base, speaker=who.name, speaker_id=who.entity_id) if who else replace(base, speaker=label.of(self.text))

    @cached_property
    def _surnames(self) -> dict[str, dict[str, Person]]:
        """The people whom the document names, by surname and full name."""
        found: dict[str, dict[str, Person]] = {}
        for m in self._mentions:
            if m.kind == "person":
                found.setdefault(m.name.split()[-1].casefold(), {})[m.name] = person(m)
        return found

    def _sentence(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)

    def _people_before(self, sentence: int, offset: int) -> list[Sentence]:
        """The sentences up to `offset` that name people outside quotations, the last one cut off there."""
        found: list[Sentence] = []
        for k in range(sentence, max(-1, sentence - _SENTENCES_BACK), -1):
            span = self._sentences[k] if self._sentences else Span(0, offset)
            end = min(span.end, offset)
            span = Span(max(span.start, end - _LONGEST_SENTENCE), end)
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
