"""Before the rules: documents read and dated, and what is on record about them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ..article import Article
from ..claim import Origin
from ..config import Override
from ..discovery import Source
from ..document import Document, Published, Suppression
from ..errors import NoArticle, Problem, UserError
from ..language import unread
from ..publication import infer
from ..stories import Signature, days_by_story, links, signature, sources, stories
from ..suppressions import sidecar
from .job import Job, Workshop
from .lint import guarded
from .workers import map_documents


class Task(NamedTuple):
    """A document to lint, and what is known of it beforehand."""

    source: Source
    published: Published
    story: str | None = None
    copy: str | None = None
    overrides: tuple[Override, ...] = ()
    suppressions: tuple[Suppression, ...] = ()


class Survey(NamedTuple):
    """What one look at a document tells: its date, what its story is recognised by, and what goes for it alone.

    `published` None: it can't be read, or is no article (`skipped`). `language`: the one it is in, where newslint does not read that.
    """

    source: Source
    published: Published | None = None
    signature: Signature | None = None
    problems: tuple[Problem, ...] = ()
    overrides: tuple[Override, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    language: str | None = None
    skipped: bool = False


class Surveyed(NamedTuple):
    """The documents to lint, those in a language that newslint does not read, and what is no article after all."""

    tasks: tuple[Task, ...]
    unread: tuple[tuple[str, str], ...]
    skipped: tuple[str, ...]
    problems: tuple[Problem, ...]


def survey(workshop: Workshop, source: Source) -> Survey:
    """The map's first work on a document."""
    try:
        document, problems = read(workshop, source)
    except NoArticle as error:
        return Survey(source, skipped=True) if source.found else Survey(source, problems=(error.problem,))
    except UserError as error:
        return Survey(source, problems=(error.problem,))
    suppressions = document.suppressions
    try:
        suppressions += sidecar(source.file, source.path, document.source) if source.data is None else ()
    except UserError as error:
        # it hides nothing
        problems += (error.problem,)
    if language := unread(document.text):
        return Survey(source, problems=problems, language=language)
    published, wrong = workshop.records.published(document, source)
    if published.day is None:
        article = Article(document, Origin(document.path, Published()), workshop.facts, workshop.extractors)
        told, problem = guarded("the day of publication", document.path, lambda: [infer(article)])
        published = next(iter(told), None) or published
        wrong += (problem,) if problem else ()
    config = workshop.job.config
    overrides = config.overrides_for(source.file, workshop.records.metadata(document, source)) if config.overrides else ()
    recognised = signature(document.path, document.text, published.day)
    return Survey(source, published, recognised, (*problems, *wrong), overrides, suppressions)


def surveyed(job: Job, workshop: Workshop, files: Sequence[Source]) -> Surveyed:
    """The documents that can be read, each with its date and its story as far as record, text and corpus tell."""
    surveys = list(map_documents(survey, files, job, workshop))
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
        tasks.append(Task(looked.source, published, told.get(path), copies.get(path), looked.overrides, looked.suppressions))
    return Surveyed(
        tasks=tuple(tasks),
        unread=tuple((s.source.path, s.language) for s in surveys if s.language),
        skipped=tuple(s.source.path for s in surveys if s.skipped),
        problems=tuple(problem for s in surveys for problem in s.problems),
    )


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
    try:
        return reader.read(source.path, reader.decode(data, source.path))
    except UserError:
        raise
    except Exception as error:  # a plugin's reader costs the document, not the run
        raise UserError(f"the reader {reader.name!r} crashed: {type(error).__name__}: {error}", path=source.path) from error


def article_of(workshop: Workshop, task: Task) -> tuple[Article, tuple[Problem, ...]]:
    """The document of a task, with the facts that are in force for it; and what kept some of these from loading."""
    document, _ = read(workshop, task.source)
    facts, problems = workshop.facts_for(task.overrides)
    return Article(document, Origin(document.path, task.published, task.story, task.copy), facts, workshop.extractors), problems
