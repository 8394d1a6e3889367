"""The pluggy boundary: plugins in, rules and their helpers out, loaded only when asked for.

Built-in rules enter by the same entry-point group as a stranger's. A plugin that fails to load is a problem that
names it; it costs only itself.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import pluggy

from . import hookspecs, installed
from .article import Extractor
from .claim import Claim
from .errors import NewslintError, Problem, UserError
from .finding import Severity
from .kinds import BUILTIN as BUILTIN_SCOPE
from .kinds import Kind, Scope
from .read import BUILTIN as BUILTIN_READERS
from .read import Reader
from .read import builtin as builtin_reader
from .report import BUILTIN as BUILTIN_REPORTERS
from .report import Reporter
from .report import builtin as builtin_reporter
from .rule import CorpusRule, DocumentRule, Rule
from .rulefile import ID
from .shelf import Shelf
from .strictyaml import did_you_mean

GROUP = "newslint"


class RuleSource(NamedTuple):
    """A rule that has not been loaded yet. `id` None: only loading tells. `where` is its file or module, for messages."""

    plugin: str
    where: str
    load: Callable[[], Rule]
    id: str | None = None


@dataclass(slots=True)
class Plugins:
    """Everything that plugins bring, and what went wrong while they were asked."""

    rules: list[RuleSource] = field(default_factory=list)
    facts: list[Path] = field(default_factory=list)
    kinds: dict[str, Kind] = field(default_factory=dict)
    extractors: dict[type[Claim], Extractor] = field(default_factory=dict)
    readers: dict[str, Reader] = field(default_factory=dict)
    reporters: dict[str, Reporter] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    cache: bool = True
    drafts: bool = False

    @property
    def suffixes(self) -> frozenset[str]:
        return frozenset((*BUILTIN_READERS, *self.readers))

    def reader(self, suffix: str) -> Reader:
        """The reader for a suffix, plain text for one that no reader knows."""
        suffix = suffix.lower()
        if suffix in self.readers:
            return self.readers[suffix]
        return builtin_reader(suffix if suffix in BUILTIN_READERS else ".txt")

    def reporter(self, name: str) -> Reporter:
        """Raises KeyError for an unknown format."""
        return self.reporters[name] if name in self.reporters else builtin_reporter(name)

    @property
    def formats(self) -> tuple[str, ...]:
        return (*BUILTIN_REPORTERS, *sorted(self.reporters))

    @property
    def scope(self) -> Scope:
        """What rule files may refer to; what a plugin brings counts before the built-in one of that name."""

        def kind(name: str) -> Kind:
            return self.kinds[name] if name in self.kinds else BUILTIN_SCOPE.kind(name)

        names = dict.fromkeys((*BUILTIN_SCOPE.kind_names, *sorted(self.kinds)))
        return Scope(kind, tuple(names), {**BUILTIN_SCOPE.claims, **{claim.kind: claim for claim in self.extractors}})


def load_plugins(house_rules: Sequence[Path] = (), modules: Sequence[str] = (), *, cache: bool = True, drafts: bool = False) -> Plugins:
    """Asks the installed plugins, then those named by module (code that the user has asked for by name), then the house's rule files.

    `cache`: whether YAML rules that were read before may be taken from the cache, and kept there; `drafts`: rules need no examples.
    """
    plugins = Plugins(cache=cache, drafts=drafts)
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(hookspecs)
    for name, load in _plugin_modules(modules):
        try:
            manager.register(load(), name=name)
        except (Exception, SystemExit) as error:
            plugins.problems.append(Problem(f"the plugin {name!r} does not load: {_what(error)}", rule=None, hint=_where(error)))
    # built-in first, then by name: no answer may depend on the order of installation
    for name, plugin in sorted(manager.list_name_plugin(), key=lambda item: (item[0] != "builtin", item[0])):
        _ask(name, plugin, plugins)
    for path in house_rules:
        plugins.rules += _rule_files(path, "house", plugins)
    return plugins


def _plugin_modules(modules: Sequence[str]) -> Iterator[tuple[str, Callable[[], Any]]]:
    for name, target in installed.entry_points(GROUP).items():
        yield name, partial(installed.load, target)
    for module in modules:
        yield module, partial(_named_module, module)


def _named_module(name: str) -> Any:
    """A module by its import name, or by the path of its file or of its folder."""
    path = Path(name)
    if not path.is_absolute():
        return import_module(name)
    from importlib.util import module_from_spec, spec_from_file_location

    file = path / "__init__.py" if path.is_dir() else path
    before = sys.modules.get(path.stem)
    if before is not None:
        if getattr(before, "__file__", None) == str(file):
            return before
        raise ImportError(f"another module is called {path.stem!r}; give the plugin another name")
    spec = spec_from_file_location(path.stem, file, submodule_search_locations=[str(path)] if path.is_dir() else None)
    if spec is None or spec.loader is None:
        raise ImportError(f"no module at {name}")
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[spec.name]
        raise
    return module


def _ask(name: str, plugin: Any, plugins: Plugins) -> None:
    """Calls the hooks that one plugin implements, each apart, so that one that raises, or brings what is of no use, costs only itself."""
    hooks = {hook for hook in dir(plugin) if hasattr(getattr(plugin, hook), f"{GROUP}_impl")}
    for hook in sorted(hooks - _TAKE.keys()):
        plugins.problems.append(Problem(f"the plugin {name!r} implements {hook}, which is no hook", hint=did_you_mean(hook, _TAKE)))
    if not hooks:
        plugins.problems.append(Problem(f"the plugin {name!r} brings nothing", hint="mark its hooks with newslint.hookimpl"))
    for hook, take in _TAKE.items():  # in this order: rules may be of the kinds that their plugin brings
        if hook in hooks:
            try:
                take(getattr(plugin, hook)(), name, plugins)
            except (Exception, SystemExit) as error:
                plugins.problems.append(Problem(f"the plugin {name!r} raised in {hook}: {_what(error)}", hint=_where(error)))


def _take_kinds(kinds: Iterable[Kind], name: str, plugins: Plugins) -> None:
    plugins.kinds.update({kind.name: kind for kind in kinds})


def _take_extractors(extractors: Mapping[type[Claim], Extractor], name: str, plugins: Plugins) -> None:
    plugins.extractors.update(extractors)


def _take_facts(packs: Iterable[Path], name: str, plugins: Plugins) -> None:
    plugins.facts += packs


def _take_readers(readers: Iterable[Reader], name: str, plugins: Plugins) -> None:
    for reader in readers:
        plugins.readers.update(dict.fromkeys(reader.suffixes, reader))


def _take_reporters(reporters: Iterable[Reporter], name: str, plugins: Plugins) -> None:
    plugins.reporters.update({reporter.name: reporter for reporter in reporters})


def _take_rules(items: Iterable[type[Rule] | Path | str], name: str, plugins: Plugins) -> None:
    for item in items:
        plugins.rules += _rule_sources(item, name, plugins)


_TAKE: Mapping[str, Callable[[Any, str, Plugins], None]] = {
    "newslint_kinds": _take_kinds,
    "newslint_extractors": _take_extractors,
    "newslint_facts": _take_facts,
    "newslint_readers": _take_readers,
    "newslint_reporters": _take_reporters,
    "newslint_rules": _take_rules,
}


def _rule_sources(item: type[Rule] | Path | str, plugin: str, plugins: Plugins) -> Iterable[RuleSource]:
    if isinstance(item, Path):
        return _rule_files(item, plugin, plugins)
    if isinstance(item, str):
        return _rule_package(item, plugin, plugins)
    if not (isinstance(item, type) and issubclass(item, Rule)):
        raise TypeError(f"expected a class of rule, a path or the name of a package, found {item!r:.60}")
    return [RuleSource(plugin, f"{item.__module__}.{item.__qualname__}", item, getattr(item, "id", None))]


def _rule_files(path: Path, plugin: str, plugins: Plugins) -> list[RuleSource]:
    """The YAML rules in a file or below a folder."""
    files = sorted(f for f in path.rglob("*") if f.suffix in (".yaml", ".yml")) if path.is_dir() else [path]
    shelf = _shelf(path, files, plugins)
    return [RuleSource(plugin, f.as_posix(), partial(shelf.rule, f)) for f in files]


def _shelf(root: Path, files: Sequence[Path], plugins: Plugins) -> Shelf:
    # the scope is complete only when all plugins were asked; rules are loaded after that
    return Shelf(root, files, lambda: plugins.scope, cache=plugins.cache, draft=plugins.drafts)


def _rule_package(package: str, plugin: str, plugins: Plugins) -> list[RuleSource]:
    """The rules of a package that has a file for each, family/name.py or family/name.yaml: the path is the id."""
    origin = import_module(package).__file__
    if origin is None:
        raise ImportError(f"{package} has no folder")
    root = Path(origin).parent
    files = [f for f in sorted(root.glob("*/*.yaml")) if f.parent.name != "facts"]
    shelf = _shelf(root, files, plugins)
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
            rule = source.load()
            _check_rule(rule)
        except NewslintError as error:
            problems.append(error.problem)
            continue
        except (Exception, SystemExit) as error:
            problems.append(Problem(f"the rule does not load: {_what(error)}", path=source.where, rule=source.id, hint=_where(error)))
            continue
        if rule.id in rules:
            problems.append(Problem(f"the rule id {rule.id!r} is taken already", path=source.where, rule=rule.id))
        elif wanted(rule.id):
            rules[rule.id] = rule
    return [rules[key] for key in sorted(rules)], problems


def _check_rule(rule: Rule) -> None:
    """Whether a rule says what every rule must; those that Python wrote were read by nobody yet."""
    identifier = getattr(rule, "id", None)
    if not isinstance(identifier, str) or not ID.fullmatch(identifier):
        raise UserError(f"{identifier!r} is no rule id", path=rule.where, hint="write family/name, lower case, with hyphens")
    if not isinstance(rule.severity, Severity):
        raise UserError("its severity is none", path=rule.where, rule=identifier, hint="write Severity.WARNING, for example")
    if not isinstance(rule, DocumentRule | CorpusRule):
        raise UserError("it is neither a DocumentRule nor a CorpusRule", path=rule.where, rule=identifier)


def _what(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}".splitlines()[0]


def _where(error: BaseException) -> str | None:
    """File and line where an exception was raised."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    return f"raised at {frames[-1].filename}:{frames[-1].lineno}" if frames else None


def default_extractors(extra: Mapping[type[Claim], Extractor]) -> Mapping[type[Claim], Extractor]:
    """The built-in extractors, each imported when first called, and those of plugins."""
    from .extract import BUILTIN

    return {**BUILTIN, **extra}
