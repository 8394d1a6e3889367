"""The phrases beside a name that say who its bearer is: titles before it, appositions and clauses after it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple, cast

import regex

from ...text import Span
from .model import Descriptor, Link
from .words import ADDRESS, BODIES, DESCRIBES, JOBS, MODIFIERS, SPEECH, STARTERS

#: how far to look, in characters and in words
_REACH = 140
_WORDS = 14

_TOKEN = regex.compile(
    r"[\p{L}\p{N}][\p{L}\p{M}\p{N}&]*(?:[.](?=\p{L}[.])\p{L}|[-‑’'][\p{L}\p{N}]+)*"
    r"(?:[’'](?=\s)|(?<=\b(?:\p{L}[.])*\p{L})[.](?=[\s,’'-])|(?<=Gen|Sen|Rep|Gov|Lt|Col|Maj|Sgt|Adm)[.])?|[^\s]"
)
_LAST_WORD = regex.compile(r"(?r)([\p{L}\p{N}][\p{L}\p{N}.’'-]*)(,?)[ \n\u00a0]$")
_ARTICLE = frozenset("the a an his her its their our my your this one".split())
_CONNECT = frozenset("of for at in to on with".split())
_LATELY = r"(?:(?:also|now|still|currently|then|once|previously|formerly|recently|later) )?"
_AFTER = regex.compile(
    r"(?P<clause>,? who(?:[’']s| (?:is|was|has (?:been|served as)|had (?:been|served as)|became|serves as|served as|will be|remains|works as"
    rf"|worked as)) {_LATELY})"
    rf"|(?P<copula> {_LATELY}(?:is|was|became|remains|has been|had been|served as|serves as|"
    r"was (?:appointed|named|elected|sworn in as|re-elected(?: as)?|installed as|made)(?: as)?|"
    rf"resigned as|stepped down as|took over as|took office as|returned as|quit as|will (?:be|become)) {_LATELY})"
    r"|(?P<apposition>,? (?:\(|[–—-] |)(?:(?:aged )?\d{1,2}, )?)"
)
#: adjectives of time, which a title follows whatever its words are, and nouns that are such at the beginning of a sentence
_TIMES = frozenset("former ex acting interim outgoing incoming onetime longtime vice associate".split())
_DEPUTIES = frozenset("Deputy Assistant".split())
#: jobs by themselves, and marks of rank before another
_RANKING = frozenset("chief deputy assistant associate".split())
_STOP_AFTER = frozenset(
    """
    who which that said says told was is were are has have had and but while when after before as where whose will would could did does by
    from amid during since until
    """.split()
)

#: words in small letters that follow an apposition without a comma; any other is the verb of which it is the subject
_MAY_FOLLOW = _CONNECT | frozenset("who which whose and or but while when after before as where from by amid during since until".split())


_NO_QUALIFIER = _ARTICLE | _CONNECT | _STOP_AFTER | SPEECH


class _Word(NamedTuple):
    start: int
    end: int
    text: str
    low: str


def _words(text: str, start: int, end: int) -> list[_Word]:
    return [_Word(*m.span(), word := m.group(), word.lower().rstrip(".")) for m in _TOKEN.finditer(text, start, end)]


def _forward(text: str, start: int, end: int) -> Iterator[_Word]:
    """The words after a name, up to what can't belong to a phrase about it."""
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        yield _Word(*match.span(), word, word.lower().rstrip("."))
        if word in ".;:!?":
            return


def _is_job(low: str) -> bool:
    return low in JOBS or ("-" in low and (low.rsplit("-", 1)[1] in JOBS or low.rsplit("-", 1)[1] in ("elect", "designate")))


def _foreign(word: _Word) -> bool:
    """Whether a word is no part of a title: what stands on the other side of "and" then is something else."""
    return not (_is_job(word.low) or word.low in DESCRIBES or word.low in MODIFIERS)


def _parts(phrase: list[_Word], i: int) -> bool:
    """Whether a title may begin after the word: after a preposition, but the one in a body's name (Bank of England governor), or after "and"."""
    if phrase[i].low == "and":
        return _foreign(phrase[i - 1]) or (phrase[i - 1].text[0].islower() and phrase[i + 1].text[0].isupper() and not _is_job(phrase[i - 1].low))
    if phrase[i].low not in _CONNECT:
        return False
    return not (phrase[i].low == "of" and phrase[i - 1].low in BODIES and all(phrase[k].text[0].isupper() for k in (i - 1, i + 1)))


def _possessive(word: str) -> bool:
    return word.endswith(("'s", "’s", "s'", "s’"))


def before(text: str, floor: int, name: Span) -> Descriptor | None:
    """The title before a name ("Ukrainian Foreign Minister X", "the foreign minister, X,"), no further left than `floor`."""
    if name.start - floor < 2 or not _may_end_a_title(text, floor, name.start):
        return None
    words = _words(text, max(floor, name.start - _REACH), name.start)
    link: Link = "title"
    if words and words[-1].text == "," and not text[words[-1].end : name.start].strip():
        if text[name.end : name.end + 1] not in ',.;:)”"—' and text[name.end : name.end + 2] not in (" —", " –", ""):
            return None
        words.pop()
        link = "before"
    if not words or text[words[-1].end : name.start].strip(" ,\n\u00a0"):
        return None
    k = _of_phrase(words) if link == "before" else len(words)
    while k > 0 and len(words) - k < _WORDS and _belongs(words, k - 1):
        k -= 1
    k = _qualified(words, k)
    phrase = words[k:]
    while phrase and (phrase[0].low in _CONNECT or phrase[0].low in _ARTICLE or phrase[0].low in ("and", "-")):
        phrase.pop(0)
    heads = [i for i, w in enumerate(phrase) if _is_job(w.low) or w.low in ADDRESS]
    if not heads:
        return None
    head = heads[-1]
    governed = [i for i in heads if i + 1 < len(phrase) and phrase[i + 1].low in _CONNECT]
    if (
        head == len(phrase) - 1 and governed and phrase[head - 1].low == "the" and phrase[head - 2].low in (_CONNECT if link == "title" else ("of",))
    ):  # head of the office of the president X; but: a spokesman for President X, an adviser to the president, X
        head = governed[0]
    elif head == len(phrase) - 1:
        # a spokesman for President X: the title is what stands after the last preposition
        cut = max((i for i in range(1, head) if _parts(phrase, i)), default=0)
        if cut and not (cut == head - 1 and phrase[head].low in DESCRIBES):  # Minister of Justice
            phrase = phrase[cut + 1 :]
            while phrase and phrase[0].low in _ARTICLE:
                phrase.pop(0)
            head = len(phrase) - 1
    else:
        if not governed or phrase[-1].low in _ARTICLE or phrase[-1].low in _CONNECT:
            return None
        # an adviser to Secretary of State X; but: head of the office of the prosecutor of the province X
        head = next((i for i in reversed(governed[1:]) if phrase[i].text[0].isupper() and _parts(phrase, i - 1)), governed[0])
        cut = max((i for i in range(1, head) if _parts(phrase, i)), default=-1)  # the office of Foreign / Minister of Trade X
        phrase, head = phrase[cut + 1 :], head - cut - 1
        while phrase[0].low in _ARTICLE:
            phrase, head = phrase[1:], head - 1
    if link == "before":
        at = begin = next(i for i, w in enumerate(words) if w.start == phrase[0].start)
        while at - begin < 2 and begin > 1 and words[begin - 1].text[0].islower() and not _leads(words[begin - 1]):
            begin -= 1  # the presiding judge, X; the theatre's assistant stage manager, X
        led = begin > 0 and (words[begin - 1].low in _ARTICLE or _possessive(words[begin - 1].text))
        if led:
            begin -= _possessive(words[begin - 1].text)
            head += at - begin
            phrase = words[begin:at] + phrase
        if not led and not any(_possessive(w.text) or w.text[0].isupper() for w in phrase[:head]):
            return None
    return Descriptor(Span(phrase[0].start, phrase[-1].end), phrase[head].end, link)


def _may_end_a_title(text: str, floor: int, end: int) -> bool:
    """A quick look at the last word before a name, which mostly is none that a title ends with."""
    last = _LAST_WORD.search(text, max(floor, end - 30), end)
    if last is None:
        return False
    word = last.group(1)
    low = word.lower()
    return last.group(2) != "" or word[0].isupper() or low in JOBS or low in ADDRESS or low in BODIES or low in DESCRIBES or "-" in low


def _of_phrase(words: list[_Word]) -> int:
    """Where the title ends that a phrase with "of" follows, up to the comma: "commander of the garrison" -> 1; all of it if there is none."""
    if words and _is_job(words[-1].low):
        return len(words)
    for i in range(len(words) - 2, max(len(words) - 8, 0), -1):
        if words[i].low in _CONNECT and _is_job(words[i - 1].low):
            return i
        if not words[i].text[0].isalnum() or words[i].low in _STOP_AFTER:
            break
    return len(words)


def _leads(word: _Word) -> bool:
    """Whether what stands behind the word may be a phrase of its own."""
    return word.low in _NO_QUALIFIER or _possessive(word.text)


def _qualified(words: list[_Word], k: int) -> int:
    """Where a title begins whose first words are no title's by themselves: "former hostel | manager" -> the place of "former"."""
    at = k
    while at > 0 and k - at < 2 and words[at - 1].text.isalpha() and words[at - 1].text.islower() and words[at - 1].low not in _NO_QUALIFIER:
        at -= 1
        if at and (words[at - 1].low in _TIMES or words[at - 1].text in _DEPUTIES):
            return at - 1
    return k


def _belongs(words: list[_Word], i: int) -> bool:
    """Whether the word may be part of a title that ends further right."""
    word = words[i]
    low = word.low
    if not word.text[0].isalnum():
        return word.text == "-" and i + 1 < len(words)
    last = i + 1 == len(words)
    if low in _CONNECT or low == "and":
        return not last and word.text[0].islower()
    if low in _ARTICLE:
        return i > 0 and words[i - 1].low in _CONNECT
    if word.text[0].isupper() and low in STARTERS and low not in MODIFIERS and (i == 0 or low not in DESCRIBES):
        return False  # but: British Work and Pensions Secretary
    return (
        _is_job(low)
        or low in ADDRESS
        or low in MODIFIERS
        or low in DESCRIBES
        or low in BODIES
        or word.text[0].isupper()
        or low.startswith(("ex-", "then-", "former-"))
        or (_possessive(word.text) and not last)
    )


def after(text: str, ceiling: int, name: Span) -> Descriptor | None:
    """The apposition, clause or predicate after a name ("X, the foreign minister,", "X, who was mayor", "X became pope")."""
    match = _AFTER.match(text, name.end, ceiling)
    if match is None or match.end() == name.end:
        return None
    link = match.lastgroup
    verb = " ".join(match.group().replace(",", "").split()) if link != "apposition" else None
    if link == "apposition" and not match.group().lstrip().startswith((",", "(", "–", "—", "-")):
        return None
    words = list(islice(_forward(text, match.end(), ceiling), 2 * _WORDS))
    start = 0
    if words and words[0].low in _ARTICLE:
        start = 1
    head = None
    end = start
    for i in range(start, min(len(words), start + _WORDS)):
        word = words[i]
        if not word.text[0].isalnum():
            if word.text in "-–" and i + 1 < len(words):
                continue
            break
        if word.low in _STOP_AFTER or word.low in _CONNECT or (word.low in _ARTICLE and i > start):
            break
        if _is_job(word.low):
            head = i
        elif head is not None and words[head].low in _RANKING and _job_follows(words, i):
            continue  # chief financial officer, deputy stage manager
        elif head is not None:
            if word.text[0].isupper():  # "X, President Y and": the title is another's
                return None
            break
        end = i + 1
    if head is None or not _fits(words, start, head):
        return None
    end = head + 1
    if end < len(words) and words[end].low in _CONNECT:
        k = end + 1
        while k < len(words) and k - end < 8 and words[k].text[0].isalnum() and words[k].low not in _STOP_AFTER:
            k += 1
        while k > end and (words[k - 1].low in _CONNECT or words[k - 1].low in _ARTICLE):
            k -= 1
        end = k
    follows = words[end : end + 2]
    if link == "apposition" and start and follows:
        if len(follows) == 2 and follows[0].text == "," and follows[1].text[0].isupper():
            return None  # "X, the foreign minister, Y, and": a list
        if follows[0].low == "and" and text[name.start - 2 : name.start] == ", ":
            return None  # "W, X, the pope and": a list
        if follows[0].text[0].islower() and follows[0].low not in _MAY_FOLLOW:
            return None  # "Asked by X, the president said": the title is the subject
    return Descriptor(Span(words[start].start, words[end - 1].end), words[head].end, cast("Link", link), verb)


def _job_follows(words: list[_Word], i: int) -> bool:
    """Whether the word and at most one more lead up to a job."""
    for word in words[i : i + 3]:
        if _is_job(word.low):
            return True
        if not word.text.isalpha() or word.text[0].isupper() or word.low in _NO_QUALIFIER:
            return False
    return False


def _fits(words: list[_Word], start: int, head: int) -> bool:
    """Whether the words before the head noun are such as stand in a title; a few others are let pass after an article."""
    strange = sum(
        not (
            w.text[0].isupper()
            or w.low in MODIFIERS
            or w.low in DESCRIBES
            or w.low in BODIES
            or _is_job(w.low)
            or _possessive(w.text)
            or not w.text[0].isalnum()
        )
        for w in words[start:head]
    )
    return strange <= (3 if start else 0)
