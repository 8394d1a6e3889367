"""Where rules come from: YAML files and folders of them, packages with a file for each rule, classes; each loaded only when it is wanted."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import redirect_stdout
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from .errors import NewslintError, Problem, UserError
from .finding import Severity
from .rule import CorpusRule, DocumentRule, Rule
from .rulefile import ID
from .shelf import Shelf

#: from a folder, or a file, and the rule files in it, to the shelf that reads them
Shelve = Callable[[Path, Sequence[Path]], Shelf]


class RuleSource(NamedTuple):
    """A rule that has not been loaded yet. `id` None: only loading tells. `where` is its file or module, for messages."""

    plugin: str
    where: str
    load: Callable[[], Rule]
    id: str | None = None


def rule_sources(item: type[Rule] | Path | str, plugin: str, shelve: Shelve) -> Iterable[RuleSource]:
    """The rules that a plugin names: by a class, a path, or a package. Raises TypeError for anything else."""
    if isinstance(item, Path):
        return rule_files(item, plugin, shelve)
    if isinstance(item, str):
        return _rule_package(item, plugin, shelve)
    if not (isinstance(item, type) and issubclass(item, Rule)):
        raise TypeError(f"expected a class of rule, a path or the name of a package, found {item!r:.60}")
    return [RuleSource(plugin, f"{item.__module__}.{item.__qualname__}", item, getattr(item, "id", None))]


def rule_files(path: Path, plugin: str, shelve: Shelve) -> list[RuleSource]:
    """The YAML rules in a file or below a folder; not those in hidden folders."""
    files = sorted(f for f in path.rglob("*") if f.suffix in (".yaml", ".yml") and not _hidden(f, path) and f.is_file()) if path.is_dir() else [path]
    shelf = shelve(path, files)
    return [RuleSource(plugin, f.as_posix(), partial(shelf.rule, f)) for f in files]


def _hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def _rule_package(package: str, plugin: str, shelve: Shelve) -> list[RuleSource]:
    """The rules of a package that has a file for each, family/name.py or family/name.yaml: the path is the id."""
    origin = import_module(package).__file__
    if origin is None:
        raise ImportError(f"{package} has no folder")
    root = Path(origin).parent
    files = [f for f in sorted(root.glob("*/*.yaml")) if f.parent.name != "facts"]
    shelf = shelve(root, files)
    found = [RuleSource(plugin, f.as_posix(), partial(shelf.rule, f), _id_by_place(f)) for f in files]
    for file in sorted(root.glob("*/*.py")):
        if not file.stem.startswith("_"):
            module = f"{package}.{file.parent.name}.{file.stem}"
            found.append(RuleSource(plugin, module, _python_rule(module), _id_by_place(file)))
    return found


def _id_by_place(file: Path) -> str:
    return f"{file.parent.name}/{file.stem.replace('_', '-')}"


def _python_rule(module: str) -> Callable[[], Rule]:
    def load() -> Rule:
        found = import_module(module)
        own = [
            v
            for v in vars(found).values()
            if isinstance(v, type) and issubclass(v, Rule) and v.__module__ == module and not getattr(v, "__abstractmethods__", None)
        ]
        if len(own) != 1:
            raise UserError(f"a rule module holds one rule, this one holds {len(own)}", path=found.__file__)
        rule: Rule = own[0]()
        return rule

    return load


def load_rules(sources: Iterable[RuleSource], wanted: Callable[[str], bool]) -> tuple[list[Rule], list[Problem]]:
    """The wanted rules, by id, and what kept others from loading. An id that stands twice is a problem; the first stays."""
    rules: dict[str, Rule] = {}
    problems: list[Problem] = []
    for source in sources:
        if source.id is not None and not wanted(source.id):
            continue
        try:
            with redirect_stdout(sys.stderr):  # what a rule's module prints is no part of the report
                rule = source.load()
            _check_rule(rule, source.id)
        except NewslintError as error:
            problems.append(error.problem)
            continue
        except (Exception, SystemExit) as error:
            problems.append(Problem(f"the rule does not load: {what(error)}", path=source.where, rule=source.id, hint=where(error)))
            continue
        if rule.id in rules:
            problems.append(Problem(f"the rule id is taken already, by {rules[rule.id].where}", path=source.where, rule=rule.id))
        elif wanted(rule.id):
            rules[rule.id] = rule
    return [rules[key] for key in sorted(rules)], problems


def _check_rule(rule: Rule, promised: str | None) -> None:
    """Whether a rule says what every rule must; those that Python wrote were read by nobody yet."""
    identifier = getattr(rule, "id", None)
    if not isinstance(identifier, str) or not ID.fullmatch(identifier):
        raise UserError(f"{identifier!r} is no rule id", path=rule.where, hint="write family/name, lower case, with hyphens")
    if promised not in (None, identifier):
        raise UserError(f"its id is {identifier!r}, its place says {promised!r}", path=rule.where, rule=identifier)
    if not isinstance(rule.severity, Severity):
        raise UserError("its severity is none", path=rule.where, rule=identifier, hint="write Severity.WARNING, for example")
    if not isinstance(rule, DocumentRule | CorpusRule):
        raise UserError("it is neither a DocumentRule nor a CorpusRule", path=rule.where, rule=identifier)


def what(error: BaseException) -> str:
    """An exception in one line."""
    return f"{type(error).__name__}: {error}".splitlines()[0]


def where(error: BaseException) -> str | None:
    """File and line where an exception was raised, as far as that has a file."""
    import traceback

    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if not frame.filename.startswith("<")]
    return f"raised at {frames[-1].filename}:{frames[-1].lineno}" if frames else None
