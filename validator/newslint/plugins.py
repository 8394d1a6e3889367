"""The pluggy boundary: plugins in, rules and their helpers out, loaded only when asked for.

Built-in rules enter by the same entry-point group as a stranger's. A plugin that fails to load is a problem that
names it; it costs only itself.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import pluggy

from . import hookspecs, installed
from .article import Extractor
from .claim import Claim
from .errors import Problem, UserError
from .kinds import BUILTIN as BUILTIN_SCOPE
from .kinds import Kind, Scope
from .read import BUILTIN as BUILTIN_READERS
from .read import Reader
from .read import builtin as builtin_reader
from .report import BUILTIN as BUILTIN_REPORTERS
from .report import Reporter
from .report import builtin as builtin_reporter
from .rule import Rule
from .rulesources import RuleSource, rule_files, rule_sources, what, where
from .shelf import Shelf
from .strictyaml import did_you_mean

GROUP = "newslint"


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

    def shelf(self, root: Path, files: Sequence[Path]) -> Shelf:
        # the scope is complete only when all plugins were asked; rules are loaded after that
        return Shelf(root, files, lambda: self.scope, cache=self.cache, draft=self.drafts)


def load_plugins(house_rules: Sequence[Path] = (), modules: Sequence[str] = (), *, cache: bool = True, drafts: bool = False) -> Plugins:
    """Asks the installed plugins, then those named by module (code that the user has asked for by name), then the house's rule files.

    What plugins print meanwhile goes to standard error: standard output is the report's.
    `cache`: whether YAML rules that were read before may be taken from the cache, and kept there; `drafts`: rules need no examples.
    """
    plugins = Plugins(cache=cache, drafts=drafts)
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(hookspecs)
    with redirect_stdout(sys.stderr):
        for name, load in _plugin_modules(modules):
            try:
                manager.register(load(), name=name)
            except UserError as error:
                plugins.problems.append(Problem(f"the plugin {name!r} does not load: {error.problem.message}", hint=error.problem.hint))
            except (Exception, SystemExit) as error:
                plugins.problems.append(Problem(f"the plugin {name!r} does not load: {what(error)}", rule=None, hint=where(error)))
        # built-in first, then by name: no answer may depend on the order of installation
        for name, plugin in sorted(manager.list_name_plugin(), key=lambda item: (item[0] != "builtin", item[0])):
            _ask(name, plugin, plugins)
    for path in house_rules:
        plugins.rules += rule_files(path, "house", plugins.shelf)
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
        try:
            return import_module(name)
        except ModuleNotFoundError as error:
            if error.name != name.partition(".")[0]:
                raise
            raise UserError(f"there is no module {name}", hint=f"a file or a folder is named by its path: ./{name}") from None
    from importlib.util import module_from_spec, spec_from_file_location

    file = path / "__init__.py" if path.is_dir() else path
    if not file.is_file():
        raise UserError(f"there is no {file.as_posix()}")
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
                plugins.problems.append(Problem(f"the plugin {name!r} raised in {hook}: {what(error)}", hint=where(error)))


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
        plugins.rules += rule_sources(item, name, plugins.shelf)


_TAKE: Mapping[str, Callable[[Any, str, Plugins], None]] = {
    "newslint_kinds": _take_kinds,
    "newslint_extractors": _take_extractors,
    "newslint_facts": _take_facts,
    "newslint_readers": _take_readers,
    "newslint_reporters": _take_reporters,
    "newslint_rules": _take_rules,
}


def default_extractors(extra: Mapping[type[Claim], Extractor]) -> Mapping[type[Claim], Extractor]:
    """The built-in extractors, each imported when first called, and those of plugins."""
    from .extract import BUILTIN

    return {**BUILTIN, **extra}
