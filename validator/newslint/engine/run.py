"""One run, from paths to a report or to claims."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .. import __version__
from ..article import Article
from ..claim import Claim, Origin
from ..discovery import Found, Source, discover, reported
from ..document import Document, Published
from ..errors import Problem, UserError
from ..finding import Finding
from ..publication import infer
from ..read import decode
from ..report import Report, RuleInfo
from ..rule import CorpusRule
from ..sift import sift
from ..stories import Signature, days_by_story, links, signature, sources, stories
from ..strictyaml import did_you_mean
from .job import Job, Workshop, open_workshop
from .lint import Group, Outcome, extracted, group, lint_document, lint_group
from .workers import map_documents

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Task:
    """A document to lint, and what is known of it beforehand."""

    source: Source
    published: Published
    story: str | None = None
    copy: str | None = None


def check(job: Job, paths: Sequence[Path], stdin: Source | None = None, progress: Progress | None = None) -> Report:
    """Lints what the paths name. Everything that can be checked is, and whatever could not is a problem of the report."""
    workshop = open_workshop(job)
    found = _discover(job, workshop, paths, stdin)
    tasks, problems = _tasks(job, workshop, found)
    problems = [*workshop.problems, *found.problems, *problems]
    if not workshop.rules:
        problems.append(Problem("no rule is selected", hint="look at --select and --ignore"))
    findings: list[Finding] = []
    keyed: list[tuple[Group, Claim]] = []
    for number, outcome in enumerate(map_documents(lint_task, tasks, job, workshop), 1):
        findings += outcome.findings
        keyed += outcome.claims
        problems += outcome.problems
        if progress:
            progress(number, len(tasks))
    for outcome in _lint_groups(workshop, keyed):
        findings += outcome.findings
        problems += outcome.problems
    kept = sift(findings, job.config)
    return Report(
        findings=tuple(kept),
        problems=tuple(dict.fromkeys(problems)),
        documents=len(tasks),
        undated=sum(task.published.day is None for task in tasks),
        skipped=tuple(found.skipped),
        rules=tuple(RuleInfo(r.id, r.severity, r.summary, r.why) for r in workshop.rules),
        version=__version__,
        sources=_sources(kept, tasks),
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
    tasks, problems = _tasks(job, workshop, found)
    rows = []
    for task in tasks:
        article = _article(workshop, task)
        every: list[Claim] = []
        for kind in kinds:
            found_claims, problem = extracted(article, kind)
            every += found_claims
            problems += [problem] if problem else []
        rows.append((article, sorted(every, key=lambda c: (c.span, c.kind))))
    return rows, [*workshop.problems, *found.problems, *problems]


def _discover(job: Job, workshop: Workshop, paths: Sequence[Path], stdin: Source | None) -> Found:
    found = discover(paths, workshop.plugins.suffixes, job.config.include, job.config.exclude)
    if stdin:
        found.sources.append(stdin)
    return found


# -- before the rules: reading and dating


@dataclass(frozen=True, slots=True)
class Survey:
    """What one look at a document tells: its date, and what its story is recognised by. `published` None: it can't be read."""

    source: Source
    published: Published | None
    signature: Signature | None
    problems: tuple[Problem, ...]


def survey(workshop: Workshop, source: Source) -> Survey:
    """The map's first work on a document."""
    try:
        document, problems = read(workshop, source)
    except UserError as error:
        return Survey(source, None, None, (error.problem,))
    published, unread = workshop.records.published(document, source)
    if published.day is None:
        article = Article(document, Origin(document.path, Published()), workshop.facts, workshop.extractors)
        published = infer(article) or published
    return Survey(source, published, signature(document.path, document.text, published.day), (*problems, *unread))


def _tasks(job: Job, workshop: Workshop, found: Found) -> tuple[list[Task], list[Problem]]:
    """The documents that can be read, each with its date and its story as far as record, text and corpus tell."""
    surveys = list(map_documents(survey, found.sources, job, workshop))
    pairs = links([s.signature for s in surveys if s.signature]) if len(surveys) > 1 else []
    told, copies = stories(pairs), sources(pairs)
    days = days_by_story(pairs, {s.source.path: s.published.day for s in surveys if s.published and s.published.day})
    tasks: list[Task] = []
    for looked in surveys:
        if (published := looked.published) is None:
            continue
        path = looked.source.path
        if published.day is None and path in days:
            published = Published(days[path], "corpus")
        tasks.append(Task(looked.source, published, told.get(path), copies.get(path)))
    return tasks, [problem for looked in surveys for problem in looked.problems]


def read(workshop: Workshop, source: Source) -> tuple[Document, tuple[Problem, ...]]:
    """Raises UserError where the file can't be read or decoded."""
    if source.data is not None:
        data = source.data
    else:
        try:
            data = source.file.read_bytes()
        except OSError as error:
            raise UserError(f"can't be read: {error.strerror}", path=source.path) from None
    reader = workshop.plugins.reader(Path(source.path).suffix)
    text = decode(data, source.path)
    try:
        return reader.read(source.path, text)
    except UserError:
        raise
    except Exception as error:  # a plugin's reader costs the document, not the run
        raise UserError(f"the reader {reader.name!r} crashed: {type(error).__name__}: {error}", path=source.path) from error


# -- the rules


def _article(workshop: Workshop, task: Task) -> Article:
    document, _ = read(workshop, task.source)
    return Article(document, Origin(document.path, task.published, task.story, task.copy), workshop.facts, workshop.extractors)


def lint_task(workshop: Workshop, task: Task) -> Outcome:
    """The map's work on one document."""
    return lint_document(_article(workshop, task), workshop.rules, workshop.seconds)


def _lint_groups(workshop: Workshop, keyed: Iterable[tuple[Group, Claim]]) -> Iterator[Outcome]:
    rules = {rule.id: rule for rule in workshop.rules if isinstance(rule, CorpusRule)}
    for (rule, _), members in group(keyed).items():
        yield lint_group(rules[rule], members, workshop.facts, workshop.seconds)


def _sources(findings: Iterable[Finding], tasks: Iterable[Task]) -> dict[str, str]:
    """The text of each file that a finding touches, for reports that show it."""
    touched = {place.path for f in findings for place in (f.place, *(r.place for r in f.related))}
    texts: dict[str, str] = {}
    for task in tasks:
        if task.source.path in touched:
            data = task.source.data if task.source.data is not None else task.source.file.read_bytes()
            texts[task.source.path] = decode(data, task.source.path)
    return texts


def standard_input(data: bytes, name: str | None) -> Source:
    """Standard input as a source; `name` says what it is, for its format, its date and the report."""
    file = Path(name) if name else Path("<stdin>.txt")
    return Source(reported(file) if name else "<stdin>", file, file.parent, data)
