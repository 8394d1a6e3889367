"""Runs a rule's examples: the finding must cover the marked span exactly, and a good example must stay silent.

For the built-in rules and for other people's alike: `check_examples(rule, facts)` gives what does not hold.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from pathlib import Path

from .article import Article, Extractor
from .claim import Claim, Origin
from .config import Config
from .document import Document, Published
from .engine.job import Job, Workshop, open_workshop
from .engine.lint import group, lint_document, lint_group
from .extract import BUILTIN
from .facts.facts import Facts
from .finding import Finding, Place
from .rule import CorpusRule, Example, Rule, unmarked
from .text import Span, edited

Marked = tuple[int, Span]  # which text of an example, and a stretch of it without its marks


@dataclass(frozen=True, slots=True)
class Mismatch:
    """An example that does not hold: the spans it marks, and those that the rule reported. `problem`: the rule failed."""

    example: Example
    marked: tuple[Marked, ...]
    found: tuple[Marked, ...]
    problem: str | None = None

    def __str__(self) -> str:
        """What was expected and what was found, line by line, as `diff` shows it."""
        lines = [f"a {'bad' if self.example.bad else 'good'} example does not hold:"]
        if self.problem:
            lines.append(f"  the rule failed: {self.problem}")
        for k, text in enumerate(self.example.texts):
            expected, found = (self._shown(k, text, spans) for spans in (self.marked, self.found))
            lines += [f"    {expected}"] if expected == found else [f"  - {expected}", f"  + {found}"]
        return "\n".join(lines)

    def _shown(self, k: int, text: str, spans: tuple[Marked, ...]) -> str:
        first, last = self.example.marks
        plain, _ = unmarked(text, self.example.marks)
        edits = [(Span(at, at), mark) for number, span in spans if number == k for at, mark in zip(span, (first, last), strict=True)]
        return edited(plain, Span(0, len(plain)), edits).replace("\n", "⏎")


def example_articles(example: Example, facts: Facts, extractors: Mapping[type[Claim], Extractor] = BUILTIN) -> list[tuple[Article, tuple[Span, ...]]]:
    """The articles of an example, with the spans that it marks; all are of one story."""
    articles = []
    for k, marked in enumerate(example.texts):
        text, spans = unmarked(marked, example.marks)
        day = example.dates[k] if example.dates else example.published
        published = Published(day, "metadata" if day else "unknown")
        path = f"example-{k + 1}.txt"
        articles.append((Article(Document(path, text, text), Origin(path, published, "example"), facts, extractors), spans))
    return articles


def run_example(rule: Rule, example: Example, facts: Facts, extractors: Mapping[type[Claim], Extractor] = BUILTIN) -> tuple[list[Finding], list[str]]:
    """The findings of one rule on one example, in order, and how it failed, if it did."""
    outcomes = [lint_document(article, [rule]) for article, _ in example_articles(example, facts, extractors)]
    if isinstance(rule, CorpusRule):
        keyed = [claim for outcome in outcomes for claim in outcome.claims]
        outcomes += [lint_group(rule, members, facts) for members in group(keyed).values()]
    findings = {(f.place.path, f.place.start.offset, f.place.end.offset): f for outcome in outcomes for f in outcome.findings}
    return [findings[key] for key in sorted(findings)], [str(p) for outcome in outcomes for p in outcome.problems]


def lacking(rule: Rule) -> str | None:
    """What a rule lacks to be tested: a bad and a good example."""
    missing = [word for word, bad in (("bad", True), ("good", False)) if not any(e.bad == bad for e in rule.examples)]
    return f"it has no {' and no '.join(missing)} example" if missing else None


def check_examples(rule: Rule, facts: Facts, extractors: Mapping[type[Claim], Extractor] = BUILTIN) -> list[Mismatch]:
    """The examples of a rule that do not hold."""
    mismatches = []
    for example in rule.examples:
        articles = example_articles(example, facts, extractors)
        marked = tuple((k, span) for k, (_, spans) in enumerate(articles) for span in spans) if example.bad else ()
        findings, problems = run_example(rule, example, facts, extractors)
        found = tuple(_where(f.place) for f in findings)
        if problems or set(marked) != set(found) or (example.bad and not marked):
            mismatches.append(Mismatch(example, marked, found, "; ".join(problems) or None))
    return mismatches


def _where(place: Place) -> Marked:
    return int(place.path.removeprefix("example-").removesuffix(".txt")) - 1, Span(place.start.offset, place.end.offset)


def failures(plugin: str) -> list[str]:
    """What does not hold of the rules of an installed plugin, for that plugin's own tests: `assert not failures("trams")`.

    `plugin` is the name of its entry point. Its problems, the examples that do not hold, and rules that would report anything.
    """
    workshop = open_workshop(Job(Config(Path.cwd())))
    own = {source.id for source in workshop.plugins.rules if source.plugin == plugin}
    rules = [rule for rule in workshop.rules if rule.id in own or (plugin, rule.where.rpartition(":")[0]) in _files(workshop)]
    told = [str(problem) for problem in workshop.problems]
    if not rules:
        told.append(f"no rules of a plugin {plugin!r} are in force")
    for rule in rules:
        told += [f"{rule.id}: {missing}"] if (missing := lacking(rule)) else []
        told += [f"{rule.id}: {mismatch}" for mismatch in check_examples(rule, workshop.facts, workshop.extractors)]
        if (trial := mutate(rule, workshop.facts, workshop.extractors)).blind:
            told.append(f"{rule.id}: {trial}")
    return told


def _files(workshop: Workshop) -> set[tuple[str, str]]:
    return {(source.plugin, source.where) for source in workshop.plugins.rules}


# -- rules that would report anything


@dataclass(frozen=True, slots=True)
class Trial:
    """How many mutants of a rule's bad examples there are, by what was changed in them, and how many of those changed what it reports."""

    made: Mapping[str, int]
    noticed: Mapping[str, int]

    @property
    def blind(self) -> bool:
        """Whether the rule reports its bad examples whatever they say."""
        return bool(self.made) and not any(self.noticed.values())

    def __str__(self) -> str:
        counts = ", ".join(f"{self.noticed[what]} of {made} with other {what}" for what, made in self.made.items())
        return f"mutants noticed: {counts}" + ("; it reports its bad examples whatever they say" if self.blind else "")


def mutate(rule: Rule, facts: Facts, extractors: Mapping[type[Claim], Extractor] = BUILTIN) -> Trial:
    """Changes the bad examples of a rule, dates, digits and marked words in turn, and counts after which it reports something else."""
    made: Counter[str] = Counter()
    noticed: Counter[str] = Counter()
    for example in rule.examples:
        if not example.bad:
            continue
        before = _reported(rule, example, facts, extractors)
        for what, mutant in _mutants(example):
            after = _reported(rule, mutant, facts, extractors)
            made[what] += 1
            # where the copy's length is another, so are the places: there it is how many that counts
            noticed[what] += len(after) != len(before) if what == "length" else after != before
    return Trial(made, noticed)


def _reported(rule: Rule, example: Example, facts: Facts, extractors: Mapping[type[Claim], Extractor]) -> set[Marked]:
    return {_where(f.place) for f in run_example(rule, example, facts, extractors)[0]}


#: days by which dates are shifted: more than a year, and more than any term of office
_SHIFTS = (-4000, -400, 400, 4000)
_DIGITS = [str.maketrans("0123456789", "".join(str((d + by) % 9 + 1) for d in range(10))) for by in (2, 5)]
_LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "bcdfeghjiklmpnoqrstvuwxzyaBCDFEGHJIKLMPNOQRSTVUWXZYA")


def _mutants(example: Example) -> Iterator[tuple[str, Example]]:
    """Texts of the same length, so that a rule that looks at nothing but places reports the same; and shorter and longer ones."""
    if example.published or example.dates:
        for days in _SHIFTS:
            yield (
                "dates",
                replace(
                    example,
                    published=example.published + timedelta(days) if example.published else None,
                    dates=tuple(day + timedelta(days) for day in example.dates),
                ),
            )
    if any(c.isdigit() for text in example.texts for c in text):
        for table in _DIGITS:
            yield "digits", replace(example, texts=tuple(text.translate(table) for text in example.texts))
    first, last = example.marks
    inside = re.compile(rf"(?<!\\){re.escape(first)}.*?(?<!\\){re.escape(last)}", re.DOTALL)
    for what, change in _CHANGES:
        changed = tuple(inside.sub(partial(_inside, change, example.marks), text) for text in example.texts)
        if changed != example.texts:
            yield what, replace(example, texts=changed)


def _inside(change: Callable[[str], str], marks: tuple[str, str], m: re.Match[str]) -> str:
    first, last = marks
    return first + change(m[0][len(first) : -len(last)]) + last


def _other_letters(words: str) -> str:
    return words.translate(_LETTERS)


def _letters_alone(words: str) -> str:
    """Words without marks or digits, as long as those were."""
    return re.sub(r"[^\s\\]", "x", words)


def _first_word(words: str) -> str:
    return (words.split() or [""])[0]


def _many_times(words: str) -> str:
    return "\n\n".join([words] * 9)


_CHANGES = (("words", _other_letters), ("words", _letters_alone), ("length", _first_word), ("length", _many_times))
