"""Runs a rule's examples: the finding must cover the marked span exactly, and a good example must stay silent.

For the built-in rules and for other people's alike: `check_examples(rule, facts)` gives what does not hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .article import Article, Extractor
from .claim import Claim, Origin
from .document import Document, Published
from .engine.lint import group, lint_document, lint_group
from .extract import BUILTIN
from .facts.model import Facts
from .finding import Finding
from .rule import CorpusRule, Example, Rule, unmarked
from .text import Span


@dataclass(frozen=True, slots=True)
class Mismatch:
    """An example that does not hold: the spans it marks, and what the rule reported. `problem`: the rule failed."""

    example: Example
    marked: tuple[tuple[int, Span, str], ...]
    found: tuple[tuple[int, Span, str], ...]
    problem: str | None = None

    def __str__(self) -> str:
        word = "bad" if self.example.bad else "good"
        lines = [f"a {word} example does not hold: {' | '.join(self.example.texts)}"]
        if self.problem:
            lines.append(f"  the rule failed: {self.problem}")
        lines += [f"  marked but not found: {text!r} (text {k + 1})" for k, span, text in self.marked if (k, span, text) not in self.found]
        lines += [f"  found but not marked: {text!r} (text {k + 1})" for k, span, text in self.found if (k, span, text) not in self.marked]
        return "\n".join(lines)


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


def check_examples(rule: Rule, facts: Facts, extractors: Mapping[type[Claim], Extractor] = BUILTIN) -> list[Mismatch]:
    """The examples of a rule that do not hold."""
    mismatches = []
    for example in rule.examples:
        articles = example_articles(example, facts, extractors)
        marked = tuple((k, span, span.of(article.text)) for k, (article, spans) in enumerate(articles) for span in spans) if example.bad else ()
        findings, problems = run_example(rule, example, facts, extractors)
        found = tuple(
            (int(f.place.path.removeprefix("example-").removesuffix(".txt")) - 1, Span(f.place.start.offset, f.place.end.offset), f.place.excerpt)
            for f in findings
        )
        if problems or set(marked) != set(found) or (example.bad and not marked):
            mismatches.append(Mismatch(example, marked, found, "; ".join(problems) or None))
    return mismatches
