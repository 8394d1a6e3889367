"""The pure middle: an article to findings and claims, claims to groups, a group to findings.

Serial runs, process pools and whatever else distributes the work call the very same functions.
"""

from __future__ import annotations

import traceback
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from ..article import Article
from ..claim import Claim
from ..errors import Problem
from ..facts.model import Facts
from ..finding import Finding, Severity
from ..rule import CorpusRule, DocumentRule, Rule
from .limits import LIMIT, OutOfTime, cpu_limit

Group = tuple[str, str]  # rule id, key


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one document, or one group, gave."""

    findings: tuple[Finding, ...] = ()
    claims: tuple[tuple[Group, Claim], ...] = ()
    problems: tuple[Problem, ...] = ()


def lint_document(article: Article, rules: Iterable[Rule]) -> Outcome:
    """The findings of the document rules, and the claims that the corpus rules will compare."""
    findings: list[Finding] = []
    claims: list[tuple[Group, Claim]] = []
    problems: list[Problem] = []
    path = article.document.path
    for rule in rules:
        if isinstance(rule, DocumentRule):
            found, problem = _guarded(rule.id, path, partial(_checked, rule, article))
            findings += _settled(rule, found)
        elif isinstance(rule, CorpusRule):
            keyed, problem = _guarded(rule.id, path, partial(_keyed, rule, article))
            claims += keyed
        else:
            continue
        if problem:
            problems.append(problem)
    return Outcome(tuple(findings), tuple(claims), tuple(problems))


def _checked(rule: DocumentRule, article: Article) -> list[Finding]:
    return list(rule.check(article))


def _keyed(rule: CorpusRule[Any], article: Article) -> list[tuple[Group, Claim]]:
    return [((rule.id, key), claim) for claim in rule.claims(article) for key in dict.fromkeys(rule.keys(claim))]


def group(claims: Iterable[tuple[Group, Claim]]) -> dict[Group, list[Claim]]:
    """Claims by group, each group of at least two in order of (published, path, offset); groups in order of their keys."""
    groups: defaultdict[Group, list[Claim]] = defaultdict(list)
    for key, claim in claims:
        groups[key].append(claim)
    return {key: sorted(groups[key], key=_order) for key in sorted(groups) if len(groups[key]) > 1}


def _order(claim: Claim) -> tuple[date, str, int, int]:
    return (claim.origin.published.day or date.max, claim.origin.path, claim.span.start, claim.span.end)


def lint_group(rule: CorpusRule[Any], claims: Sequence[Claim], facts: Facts) -> Outcome:
    """The findings of one corpus rule on one group."""
    found, problem = _guarded(rule.id, None, lambda: list(rule.check(claims, facts)))
    return Outcome(tuple(_settled(rule, found)), (), (problem,) if problem else ())


def extracted(article: Article, kind: type[Claim]) -> tuple[list[Claim], Problem | None]:
    """An article's claims of one kind; or none, and why its extractor failed."""
    return _guarded(f"claims of kind {kind.kind}", article.document.path, lambda: list(article.claims(kind)))


def _settled(rule: Rule, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings under the rule's policy for quotations: what is said by a speaker is one level lower."""
    for finding in findings:
        quoted = finding.place.in_quote is not None
        if (quoted and rule.quotes == "skip") or (not quoted and rule.quotes == "only"):
            continue
        if quoted and rule.asserts and rule.quotes == "include":
            yield replace(finding, severity=Severity(max(finding.severity - 1, Severity.INFO)))
        else:
            yield finding


def _guarded(name: str, path: str | None, work: Callable[[], list[Any]]) -> tuple[list[Any], Problem | None]:
    """What the work gives; or nothing, and a problem that names it, where it raises or runs out of time."""
    try:
        with cpu_limit():
            return work(), None
    except OutOfTime:
        return [], Problem(f"it ran out of its CPU time ({LIMIT:.0f} s) and was stopped", path, name, hint="look for a pattern that backtracks")
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        where = f"raised at {frames[-1].filename}:{frames[-1].lineno}" if frames else None
        return [], Problem(f"it crashed: {type(error).__name__}: {error}".splitlines()[0], path, name, hint=where)
