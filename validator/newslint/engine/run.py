"""One run, from paths to a report or to claims."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .. import __version__
from ..article import Article
from ..claim import Claim
from ..discovery import Found, Source, discover, reported
from ..document import Document
from ..errors import Problem, UserError
from ..finding import Finding
from ..report import Report, RuleInfo
from ..rule import CorpusRule
from ..sift import numbered, settled
from ..strictyaml import did_you_mean
from ..suppressions import suppress
from .job import Job, Workshop, open_workshop, rules_for
from .lint import Group, Outcome, extracted, group, lint_document, lint_group
from .survey import Surveyed, Task, article_of, read, surveyed
from .workers import map_documents

if TYPE_CHECKING:
    from ..baseline import Baseline
    from ..changes import Changed

Progress = Callable[[int, int], None]


class Linted(NamedTuple):
    """What the rules gave on some documents: findings as sifted, and what went wrong."""

    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    suppressed: int
    notices: tuple[Problem, ...]
    compared: Mapping[Group, Sequence[Claim]]


def check(
    job: Job,
    paths: Sequence[Path],
    stdin: Source | None = None,
    progress: Progress | None = None,
    *,
    since: str | None = None,
    baseline: Baseline | None = None,
    workshop: Workshop | None = None,
) -> Report:
    """Lints what the paths name. Everything that can be checked is, and whatever could not is a problem of the report.

    `since`: a revision; only findings on lines changed since then are kept, and those that a change has caused elsewhere.
    `workshop`: one that is open already, of the same job. Raises UserError where git does not know what has changed.
    """
    workshop = workshop or open_workshop(job)
    found = _discover(job, workshop, paths, stdin)
    changed = _changed(since, found.sources) if since else None
    looked = surveyed(job, workshop, found.sources if changed != {} else ())
    problems = [*workshop.problems, *found.problems, *looked.problems]
    if not workshop.rules:
        problems.append(Problem("no rule is selected", hint="look at --select and --ignore"))
    linted = _linted(job, workshop, looked, progress)
    findings = list(linted.findings)
    checked = [task.source.path for task in looked.tasks]
    notices = [*_foreign(looked), *linted.notices]
    if changed:
        findings = _of_changes(job, workshop, findings, found.sources, changed)
    known = 0
    if baseline:
        findings, known, stale = baseline.apply(findings, checked, [rule.id for rule in workshop.rules])
        # what is only out of view is not gone
        notices += stale if changed is None else []
    touched = _touched(findings, looked.tasks, workshop)
    return Report(
        findings=tuple(findings),
        problems=tuple(dict.fromkeys((*problems, *linted.problems))),
        documents=len(checked) + len(looked.unread),
        undated=sum(task.published.day is None for task in looked.tasks),
        skipped=tuple(sorted((*found.skipped, *looked.skipped))),
        rules=tuple(RuleInfo(r.id, r.severity, r.summary, r.why, r.safe) for r in workshop.rules),
        version=__version__,
        sources={path: document.source for path, document in touched.items()},
        articles=touched,
        compared=tuple((rule, tuple(members)) for (rule, _), members in linted.compared.items()),
        published={task.source.path: task.published for task in looked.tasks if task.published.day},
        checked=tuple(checked),
        notices=tuple(notices),
        unread=len(looked.unread),
        suppressed=linted.suppressed,
        known=known,
        unchanged=changed == {} and bool(found.sources),
    )


def claims(
    job: Job, paths: Sequence[Path], names: Collection[str] = (), stdin: Source | None = None
) -> tuple[list[tuple[Article, list[Claim]]], list[Problem]]:
    """Each document's article, with its claims of the kinds asked for, or of all, in order of their places; and the problems.

    The kind `document` is always known, and has no claims beside the article itself. Raises UserError for a kind that is not known.
    """
    workshop = open_workshop(job, rules=False)
    known = {kind.kind: kind for kind in workshop.extractors}
    for name in names:
        if name not in known and name != "document":
            raise UserError(f"--kind: there is no kind {name!r}", hint=did_you_mean(name, ("document", *known)))
    kinds = [kind for name, kind in known.items() if not names or name in names]
    found = _discover(job, workshop, paths, stdin)
    looked = surveyed(job, workshop, found.sources)
    problems = list(looked.problems)
    problems += [Problem(f"is in {language}, which newslint does not read", path) for path, language in looked.unread]
    rows = []
    for task in looked.tasks:
        article, wrong = article_of(workshop, task)
        problems += wrong
        every: list[Claim] = []
        for kind in kinds:
            found_claims, problem = extracted(article, kind)
            every += found_claims
            problems += [problem] if problem else []
        rows.append((article, sorted(every, key=lambda c: (c.span, c.kind))))
    return rows, list(dict.fromkeys([*workshop.problems, *found.problems, *problems]))


def _discover(job: Job, workshop: Workshop, paths: Sequence[Path], stdin: Source | None) -> Found:
    found = discover(paths, workshop.plugins.suffixes, job.config.include, job.config.exclude)
    if stdin:
        found.sources.append(stdin)
    return found


def _foreign(looked: Surveyed) -> list[Problem]:
    return [Problem(f"is in {language}, which newslint does not read: not checked", path) for path, language in looked.unread]


# -- the rules


def lint_task(workshop: Workshop, task: Task) -> Outcome:
    """The map's work on one document."""
    article, problems = article_of(workshop, task)
    outcome = lint_document(article, rules_for(workshop, task.overrides), workshop.seconds)
    return outcome._replace(problems=(*problems, *outcome.problems)) if problems else outcome


def _linted(job: Job, workshop: Workshop, looked: Surveyed, progress: Progress | None = None) -> Linted:
    """The findings on the documents, at their levels, without those that somebody suppressed."""
    findings: list[Finding] = []
    keyed: list[tuple[Group, Claim]] = []
    problems: list[Problem] = []
    for number, outcome in enumerate(map_documents(lint_task, looked.tasks, job, workshop), 1):
        findings += outcome.findings
        keyed += outcome.claims
        problems += outcome.problems
        if progress:
            progress(number, len(looked.tasks))
    compared = group(keyed, {rule.id for rule in workshop.rules if isinstance(rule, CorpusRule) and rule.alone})
    for outcome in _lint_groups(workshop, compared):
        findings += outcome.findings
        problems += outcome.problems
    levels = {task.source.path: [pair for o in task.overrides for pair in o.severity] for task in looked.tasks if task.overrides}
    suppressions = {task.source.path: task.suppressions for task in looked.tasks if task.suppressions}
    running = {task.source.path: [r.id for r in rules_for(workshop, task.overrides)] for task in looked.tasks if task.suppressions}
    kept, suppressed, notices = suppress(settled(findings, job.config, levels), suppressions, running, workshop.known_rules)
    return Linted(tuple(numbered(kept)), tuple(problems), suppressed, tuple(notices), compared)


def _lint_groups(workshop: Workshop, groups: Mapping[Group, Sequence[Claim]]) -> Iterator[Outcome]:
    rules = {rule.id: rule for rule in workshop.rules if isinstance(rule, CorpusRule)}
    for (rule, _), members in groups.items():
        yield lint_group(rules[rule], members, workshop.facts, workshop.seconds)


# -- what a change causes


def _changed(since: str, sources: Sequence[Source]) -> Mapping[str, Changed]:
    from ..changes import changed_since

    return changed_since(since, sources)


def _of_changes(
    job: Job, workshop: Workshop, findings: Iterable[Finding], sources: Sequence[Source], changed: Mapping[str, Changed]
) -> list[Finding]:
    """The findings at a changed line, or with an end there; and those that were not there before the change, wherever they stand."""
    lines = {s.path: _changed_lines(workshop, s, changed[s.path]) for s in sources if s.path in changed}
    before = [replace(s, data=changed[s.path].before) if s.path in changed else s for s in sources]
    before = [s for s in before if s.path not in changed or s.data is not None]
    old = {f.fingerprint for f in _linted(job, workshop, surveyed(job, workshop, before)).findings}
    return [f for f in findings if f.fingerprint not in old or _touches(f, lines)]


def _changed_lines(workshop: Workshop, source: Source, change: Changed) -> frozenset[int] | None:
    """The changed lines of a document; None: all."""
    from ..changes import changed_lines

    if change.before is None:
        return None
    try:
        now, _ = read(workshop, source)
        then, _ = read(workshop, replace(source, data=change.before))
    except UserError:
        return None
    return changed_lines(then.source, now.source)


def _touches(finding: Finding, lines: Mapping[str, frozenset[int] | None]) -> bool:
    for place in (finding.place, *(other.place for other in finding.related)):
        if place.path in lines:
            own = lines[place.path]
            if own is None or any(line in own for line in range(place.start.line, place.end.line + 1)):
                return True
    return False


def _touched(findings: Iterable[Finding], tasks: Iterable[Task], workshop: Workshop) -> dict[str, Document]:
    """The documents that a finding touches, for reports that show them."""
    paths = {place.path for f in findings for place in (f.place, *(r.place for r in f.related))}
    return {task.source.path: read(workshop, task.source)[0] for task in tasks if task.source.path in paths}


def standard_input(data: bytes, name: str | None) -> Source:
    """Standard input as a source; `name` says what it is, for its format, its date and the report."""
    file = Path(name) if name else Path("<stdin>.txt")
    return Source(reported(file) if name else "<stdin>", file, file.parent, data)
