"""What a run needs to know, as plain values that travel to workers; and what is loaded from it in each process."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ..article import Extractor
from ..claim import Claim
from ..config import Config, Override
from ..dating import Records
from ..errors import Problem
from ..facts.facts import Facts
from ..facts.load import load_facts
from ..plugins import Plugins, default_extractors, load_plugins
from ..rule import Rule
from ..rulesources import load_rules
from ..strictyaml import did_you_mean


@dataclass(frozen=True, slots=True)
class Job:
    """`published` is the option's date; `modules` are plugins named on the command line or by a trusted config, `untrusted` those of one that is not; `drafts`: house rules need no examples."""

    config: Config
    published: date | None = None
    modules: tuple[str, ...] = ()
    untrusted: tuple[str, ...] = ()
    cache: bool = True
    drafts: bool = False
    jobs: int | None = None


@dataclass(slots=True)
class Workshop:
    """The tools of a run, loaded: rules, facts, extractors, what is on record about the documents; `seconds`: of CPU time for a rule."""

    job: Job
    plugins: Plugins
    rules: list[Rule]
    facts: Facts
    extractors: Mapping[type[Claim], Extractor]
    records: Records
    seconds: float
    problems: list[Problem] = field(default_factory=list)
    variants: dict[tuple[Override, ...], tuple[Facts, tuple[Problem, ...]]] = field(default_factory=dict)

    @property
    def known_rules(self) -> frozenset[str]:
        """The ids of all rules, as far as they are known without loading them, and of those loaded."""
        return frozenset({source.id for source in self.plugins.rules if source.id} | {rule.id for rule in self.rules})

    def facts_for(self, overrides: tuple[Override, ...]) -> tuple[Facts, tuple[Problem, ...]]:
        """The facts in force where some overrides apply, loaded once for each set of them; and what kept some from loading."""
        own = tuple(o for o in overrides if o.facts or o.names)
        if not own:
            return self.facts, ()
        if own not in self.variants:
            packs = (*self.plugins.facts, *self.job.config.facts, *(pack for o in own for pack in o.facts))
            names = {**self.job.config.names, **{name: spellings for o in own for name, spellings in o.names}}
            facts, problems = load_facts(packs, names, cache=self.job.cache)
            self.variants[own] = facts, tuple(problems)
        return self.variants[own]


def open_workshop(job: Job, *, rules: bool = True) -> Workshop:
    """Loads what the job asks for; what does not load is a problem, and the rest is there."""
    plugins = load_plugins(job.config.rules, job.modules, cache=job.cache, drafts=job.drafts)
    if job.untrusted:
        plugins.problems.append(
            Problem(
                f"the config names plugins, and their code did not run: {', '.join(job.untrusted)}",
                path=_where(job.config, "plugins"),
                hint="if you trust this project, say so with --trust, or list its folder under trust: in your own newslint/config.yaml",
            )
        )
    problems = list(plugins.problems)
    wanted = _wanted_anywhere(job.config)
    loaded: list[Rule] = []
    if rules:
        loaded, wrong = load_rules(plugins.rules, wanted)
        problems += wrong
        problems += _unknown_names(job.config, plugins, {rule.id for rule in loaded} | {p.rule for p in wrong if p.rule})
    facts, wrong_facts = load_facts((*plugins.facts, *job.config.facts), job.config.names, cache=job.cache)
    problems += wrong_facts
    records = Records(job.config, job.published)
    return Workshop(job, plugins, loaded, facts, default_extractors(plugins.extractors), records, job.config.rule_seconds, problems)


def _wanted_anywhere(config: Config) -> Callable[[str], bool]:
    """Whether a rule id is selected for some documents at least."""
    everywhere = selection(config.select, config.ignore)
    somewhere = [o.select for o in config.overrides if o.select]
    return lambda identifier: everywhere(identifier) or any(selection(select, ())(identifier) for select in somewhere)


def rules_for(workshop: Workshop, overrides: tuple[Override, ...]) -> list[Rule]:
    """The rules that run on a document to which some overrides apply; of these, later ones count more."""
    config = workshop.job.config
    if not config.overrides:
        return workshop.rules
    everywhere = selection(config.select, config.ignore)

    def wanted(identifier: str) -> bool:
        run = everywhere(identifier)
        for override in overrides:
            if not selection((), override.ignore)(identifier):
                run = False
            elif override.select and selection(override.select, ())(identifier):
                run = True
        return run

    return [rule for rule in workshop.rules if wanted(rule.id)]


def selection(select: Collection[str], ignore: Collection[str]) -> Callable[[str], bool]:
    """Whether a rule id is selected; an id or a family may be named, and the more specific name wins."""

    def wanted(identifier: str) -> bool:
        family = identifier.partition("/")[0]
        if identifier in ignore:
            return False
        if identifier in select:
            return True
        if family in ignore:
            return False
        return not select or family in select

    return wanted


def _unknown_names(config: Config, plugins: Plugins, met: Collection[str]) -> list[Problem]:
    """The names in the config that are of no rule. `met`: the ids of rules that were loaded, and of those that were to be and have a mistake."""
    known = {*met, *(source.id for source in plugins.rules if source.id)}
    if any(source.id is None for source in plugins.rules):
        # the ids of house rules stand in their files: those not selected were loaded all the same, to learn them
        known |= {rule.id for rule in load_rules((s for s in plugins.rules if s.id is None), lambda _: True)[0]}
    families = {identifier.partition("/")[0] for identifier in known}
    named = [(name, "select") for name in config.select] + [(name, "ignore") for name in config.ignore]
    named += [(name, "severity") for name, _, _ in (*config.severity, *config.severity_options)]
    named += [(name, "overrides") for o in config.overrides for name in (*o.select, *o.ignore, *(rule for rule, _ in o.severity))]
    return [
        Problem(f"{key}: there is no rule or family {name!r}", path=_where(config, key), hint=did_you_mean(name, known | families))
        for name, key in dict.fromkeys(named)
        if name not in known and name not in families
    ]


def _where(config: Config, key: str) -> str | None:
    origin = config.origin.get(key, "command line")
    return None if origin in ("command line", "default") else Path(origin).as_posix()
