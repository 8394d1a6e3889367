"""`newslint test` and `newslint try`: rules against their examples, and a draft against an archive."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path

from ..config import Config
from ..engine.job import open_workshop
from ..engine.run import check as lint
from ..errors import UserError
from ..finding import Finding
from ..report.safe import visible
from ..rule import Rule
from ..rulefile import rule_from
from ..shelf import text_of
from ..testing import check_examples, lacking, mutate
from .options import day, listed, processes
from .project import Project, told

#: places that `try` shows of each group
_PLACES = 3
#: characters that `try` shows on either side of a finding
_AROUND = 40


def test(*, paths: list[Path], select: list[str], project: Project) -> int:
    """Runs the examples of the rules named, or of all; exits with 1 where one does not hold or a rule would report anything."""
    config = project.config_for(paths[0] if paths else Path.cwd())
    if paths:
        config = config.for_rules(*(path for path in paths if path.suffix != ".py"))
    code = tuple(str(path) for path in paths if path.suffix == ".py")
    workshop = open_workshop(replace(project, plugins=(*project.plugins, *code)).job(config.with_options(select=listed(select))))
    rules = [rule for rule in workshop.rules if not paths or _stands_in(rule, paths)]
    incomplete = told(workshop.problems, sys.stdout)
    if not rules:
        raise UserError("no rule to test", hint="name rule files or folders, or look at --select")
    wrong = 0
    for rule in rules:
        mismatches = check_examples(rule, workshop.facts, workshop.extractors)
        trial = mutate(rule, workshop.facts, workshop.extractors)
        missing = lacking(rule)
        ok = not mismatches and not trial.blind and not missing
        wrong += not ok
        print(
            f"{'ok  ' if ok else 'FAIL'}  {rule.id}  {len(rule.examples) - len(mismatches)} of {len(rule.examples)} examples hold; {missing or trial}"
        )
        for mismatch in mismatches:
            print(visible_lines(str(mismatch)))
    print(f"{_counted(len(rules), 'rule')}: " + (f"{wrong} with a fault" if wrong else "all hold"))
    return incomplete or int(wrong > 0)


def visible_lines(text: str) -> str:
    return "\n".join(f"      {visible(line)}" for line in text.splitlines())


def _stands_in(rule: Rule, paths: list[Path]) -> bool:
    file = Path(rule.where if Path(rule.where).suffix == ".py" else rule.where.rpartition(":")[0]).resolve()
    return any(file.is_relative_to(path.resolve()) for path in paths)


def try_rule(*, rule: Path, paths: list[str], published: str | None, jobs: str | None, most: int, project: Project) -> int:
    """Shows what a draft would find in an archive, the most frequent first; exits with 2 where something could not be looked at."""
    text = text_of(rule)
    files = [Path(path) for path in paths]
    config: Config = project.config_for(files[0]).for_rules(rule)
    plain = project.job(config, drafts=True)
    draft = rule_from(text, rule.as_posix(), open_workshop(plain, rules=False).plugins.scope, draft=True)
    job = replace(plain, config=replace(config, select=(draft.id,)), published=day(published), jobs=processes(jobs))
    report = lint(job, files)
    groups: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        groups[" ".join(finding.place.excerpt.casefold().split())].append(finding)
    ordered = sorted(groups.values(), key=lambda group: (-len(group), group[0].place.path, group[0].place.start.offset))
    for group in ordered[:most]:
        _show(group, report.sources)
    if len(ordered) > most:
        print(f"… and {len(ordered) - most} more; --most shows more of them")
    documents = len({finding.place.path for finding in report.findings})
    found = f"{_counted(len(report.findings), 'finding')} of {_counted(len(groups), 'wording')}"
    print(f"{draft.id}: {found} in {documents} of {_counted(report.documents, 'document')}")
    return told(report.problems) or (0 if report.documents else 2)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _show(group: list[Finding], sources: object) -> None:
    """One wording: how often it is, what the rule says of it, and some of its places."""
    assert isinstance(sources, dict)
    wordings = Counter(" ".join(finding.place.excerpt.split()) for finding in group)
    print(f"{len(group):>5}  {visible(wordings.most_common(1)[0][0])}")
    print(f"       {visible(group[0].message)}")
    for finding in group[:_PLACES]:
        at = finding.place
        source = sources[at.path]
        before = " ".join(source[max(at.start.offset - _AROUND, 0) : at.start.offset].split())
        after = " ".join(source[at.end.offset : at.end.offset + _AROUND].split())
        print(
            f"       {visible(at.path)}:{at.start.line}:{at.start.column}  …{visible(before)} «{visible(' '.join(at.excerpt.split()))}» {visible(after)}…"
        )
