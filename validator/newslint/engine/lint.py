"""The pure middle: an article to findings and claims, claims to groups, a group to findings.

Serial runs, process pools and whatever else distributes the work call the very same functions.
"""

from __future__ import annotations

import sys
import traceback
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Sequence
from contextlib import redirect_stdout
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import islice
from typing import Any, NamedTuple

from ..article import Article
from ..claim import Claim
from ..errors import Problem
from ..facts.facts import Facts
from ..finding import Finding, Severity
from ..rule import CorpusRule, DocumentRule, Rule
from .limits import DOCUMENT_LIMITS, LATE_SHARE, LIMIT, OutOfTime, cpu_limit, cpu_seconds

Group = tuple[str, str]  # rule id, key

#: findings of one rule on one document or group; a rule that has more is out of its mind
_MOST = 10_000


class Outcome(NamedTuple):
    """What one document, or one group, gave."""

    findings: tuple[Finding, ...] = ()
    claims: tuple[tuple[Group, Claim], ...] = ()
    problems: tuple[Problem, ...] = ()


def lint_document(article: Article, rules: Iterable[Rule], seconds: float = LIMIT) -> Outcome:
    """The findings of the document rules, and the claims that the corpus rules will compare.

    Each rule has `seconds` of CPU time. Once all together have taken a few times that, those that are left have a tenth of it: enough for a
    rule that does its work, whereas copy that stalls an annotator would cost every rule its limit.
    """
    findings: list[Finding] = []
    claims: list[tuple[Group, Claim]] = []
    problems: list[Problem] = []
    path = article.document.path
    begun = cpu_seconds()
    for rule in rules:
        left = seconds if cpu_seconds() - begun < DOCUMENT_LIMITS * seconds else LATE_SHARE * seconds
        if isinstance(rule, DocumentRule):
            found, problem = guarded(rule.id, path, partial(_settled, rule, rule.check, article), rule.where, left)
            findings += found
        elif isinstance(rule, CorpusRule):
            keyed, problem = guarded(rule.id, path, partial(_keyed, rule, article), rule.where, left)
            claims += keyed
        else:
            continue
        if problem:
            problems.append(problem)
    return Outcome(tuple(findings), tuple(claims), tuple(problems))


def _keyed(rule: CorpusRule[Any], article: Article) -> list[tuple[Group, Claim]]:
    keyed = [((rule.id, key), claim) for claim in rule.claims(article) for key in dict.fromkeys(rule.keys(claim))]
    for (_, key), claim in keyed:
        if not isinstance(key, str) or not isinstance(claim, Claim):
            raise TypeError(f"a rule gives claims and, for each, keys that are text; this one gave {key!r:.60} for {claim!r:.60}")
    return keyed


def group(claims: Iterable[tuple[Group, Claim]], alone: Container[str] = ()) -> dict[Group, list[Claim]]:
    """Claims by group, each group of at least two in order of (published, path, offset); groups in order of their keys.

    `alone`: the ids of rules that look at groups of one, too.
    """
    groups: defaultdict[Group, list[Claim]] = defaultdict(list)
    for key, claim in claims:
        groups[key].append(claim)
    return {key: sorted(groups[key], key=_order) for key in sorted(groups) if len(groups[key]) > 1 or key[0] in alone}


def _order(claim: Claim) -> tuple[date, str, int, int]:
    return (claim.origin.published.day or date.max, claim.origin.path, claim.span.start, claim.span.end)


def lint_group(rule: CorpusRule[Any], claims: Sequence[Claim], facts: Facts, seconds: float = LIMIT) -> Outcome:
    """The findings of one corpus rule on one group, within `seconds` of CPU time."""
    found, problem = guarded(rule.id, None, partial(_settled, rule, rule.check, claims, facts), rule.where, seconds)
    return Outcome(tuple(found), (), (problem,) if problem else ())


def extracted(article: Article, kind: type[Claim]) -> tuple[list[Claim], Problem | None]:
    """An article's claims of one kind; or none, and why its extractor failed."""
    return guarded(f"claims of kind {kind.kind}", article.document.path, lambda: list(article.claims(kind)))


def _settled(rule: Rule, check: Callable[..., Iterable[Finding]], *arguments: Any) -> list[Finding]:
    """What a rule reports, under its policy for quotations: what is said by a speaker is one level lower."""
    settled: list[Finding] = []
    for finding in islice(check(*arguments), _MOST + 1):
        _check_finding(rule, finding)
        quoted = finding.place.in_quote is not None
        if (quoted and rule.quotes == "skip") or (not quoted and rule.quotes == "only"):
            continue
        if quoted and rule.asserts and rule.quotes == "include":
            finding = replace(finding, severity=Severity(max(finding.severity - 1, Severity.INFO)))
        settled.append(finding)
    if len(settled) > _MOST:
        raise ValueError(f"more than {_MOST} findings on one document")
    return settled


def _check_finding(rule: Rule, finding: Finding) -> None:
    """Whether what a rule yields can be reported. Raises TypeError."""
    if not isinstance(finding, Finding):
        raise TypeError(f"a rule yields findings, this one yielded {finding!r:.60}")
    if finding.rule != rule.id:
        raise TypeError(f"a rule reports under its own id, this one reported {finding.rule!r:.60}")
    if not isinstance(finding.severity, Severity) or not all(isinstance(text, str) for text in (finding.message, *finding.suggestions)):
        raise TypeError(f"a finding has a Severity, and text for its message and suggestions; this one has {finding!r:.200}")


def guarded(name: str, path: str | None, work: Callable[[], list[Any]], where: str = "", seconds: float = LIMIT) -> tuple[list[Any], Problem | None]:
    """What the work gives; or nothing, and a problem that names it, with the line, where it raises or runs out of time.

    `where`: the file that its code or its declaration stands in. What it prints goes to standard error: standard output is the report's.
    """
    try:
        with redirect_stdout(sys.stderr), cpu_limit(seconds):
            return work(), None
    except OutOfTime as error:
        message = f"it ran out of its CPU time ({seconds:g} s) and was stopped"
        return [], Problem(message, path, name, hint=f"at {_line(error, where)}; look for a loop, or a pattern that backtracks")
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # a rule that calls sys.exit ends itself, not the run
        message = f"it crashed: {type(error).__name__}: {error}".splitlines()[0]
        return [], Problem(message, path, name, hint=f"raised at {_line(error, where)}")


def _line(error: BaseException, where: str) -> str:
    """Where a rule's own file was when it failed; a declaration's file and line; else where the failure arose."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if frame.filename == where]
    if own or not where:
        return f"{(own or frames)[-1].filename}:{(own or frames)[-1].lineno}"
    return where
