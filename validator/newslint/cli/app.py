"""The commands. Each takes its options apart, calls the engine, and prints what came back."""

from __future__ import annotations

import sys
from copy import copy
from pathlib import Path
from typing import Annotated

import typer

from .. import __version__
from ..errors import UserError
from ..report.safe import visible
from .project import Project

app = typer.Typer(
    name="newslint",
    help="A linter for claims in news copy. `newslint PATH…` is short for `newslint check PATH…`.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="Articles, or folders of them; - reads standard input.", show_default=False)]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        help="The report on standard output: text, concise, json, jsonl, html, sarif, github, gitlab, junit, checkstyle, rdjson, rdjsonl, markdown, or a plugin's.",
    ),
]
Output = Annotated[list[str], typer.Option("--output", metavar="FORMAT=PATH", help="Also write the report in this format to this file; repeatable.")]
Select = Annotated[list[str], typer.Option("--select", metavar="RULES", help="Rules or families to run, by comma; repeatable.")]
Ignore = Annotated[list[str], typer.Option("--ignore", metavar="RULES", help="Rules or families to leave out.")]
SeverityOf = Annotated[list[str], typer.Option("--severity", metavar="RULE=LEVEL", help="The level of a rule or family: info, warning, error.")]
FailOn = Annotated[
    str | None, typer.Option("--fail-on", metavar="LEVEL", help="Exit with 1 from this level on: info, warning (default), error, never.")
]
PublishedOn = Annotated[
    str | None, typer.Option("--published", metavar="DATE", help="Publication date, as YYYY-MM-DD, of documents that carry none.")
]
StdinName = Annotated[str | None, typer.Option("--stdin-filename", metavar="NAME", help="What standard input is: for its format, date and report.")]
ConfigPath = Annotated[Path | None, typer.Option("--config", metavar="PATH", help="This config, not the one found upwards from the first path.")]
Isolated = Annotated[bool, typer.Option("--isolated", help="No project config, no house rules, no plugins but the installed ones.")]
Plugin = Annotated[list[str], typer.Option("--plugin", metavar="MODULE|PATH", help="Also this plugin: a module, a file or a folder; repeatable.")]
Trust = Annotated[bool, typer.Option("--trust", help="Run the code that the project's config names under plugins.")]
Jobs = Annotated[str | None, typer.Option("--jobs", metavar="N|auto", help="Processes to use; by itself one, and all cores for some hundred files.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither read nor write the cache of compiled packs.")]
Include = Annotated[list[str], typer.Option("--include", metavar="GLOB", help="Only files below a folder that fit; repeatable.")]
Exclude = Annotated[list[str], typer.Option("--exclude", metavar="GLOB", help="No files below a folder that fit; repeatable.")]
Colour = Annotated[bool | None, typer.Option("--color/--no-color", help="Colours; by itself only on a terminal, and never with NO_COLOR set.")]
BaselinePath = Annotated[Path | None, typer.Option("--baseline", metavar="PATH", help="Findings that stand in this file are not reported again.")]
Since = Annotated[
    str | None,
    typer.Option("--changed-since", metavar="REV", help="Only findings on lines changed since this git revision, or that a change has caused."),
]
Statistics = Annotated[bool, typer.Option("--statistics", help="Count findings by rule, in place of the report.")]


def _version(wanted: bool) -> None:
    if wanted:
        print(f"newslint {__version__}")
        raise typer.Exit


@app.callback()
def _main(version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False) -> None:
    pass


@app.command()
def check(
    paths: Paths,
    format: Format = "text",
    output: Output = [],  # noqa: B006 - typer copies defaults
    select: Select = [],  # noqa: B006
    ignore: Ignore = [],  # noqa: B006
    severity: SeverityOf = [],  # noqa: B006
    fail_on: FailOn = None,
    published: PublishedOn = None,
    stdin_filename: StdinName = None,
    config: ConfigPath = None,
    isolated: Isolated = False,
    plugin: Plugin = [],  # noqa: B006
    trust: Trust = False,
    jobs: Jobs = None,
    no_cache: NoCache = False,
    include: Include = [],  # noqa: B006
    exclude: Exclude = [],  # noqa: B006
    color: Colour = None,
    baseline: BaselinePath = None,
    changed_since: Since = None,
    statistics: Statistics = False,
    fix: Annotated[bool, typer.Option("--fix", help="Write the safe suggestions into the files, never inside a quotation; report the rest.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would write, and write nothing.")] = False,
) -> None:
    """Lint articles. Exits with 0: nothing found; 1: findings; 2: the answer is incomplete."""
    from .checking import check as run

    _exit_with(
        run,
        paths=paths,
        formats=(format, *output),
        select=select,
        ignore=ignore,
        severity=severity,
        fail_on=fail_on,
        published=published,
        stdin_filename=stdin_filename,
        project=Project(config, isolated, tuple(plugin), trust),
        jobs=jobs,
        cache=not no_cache,
        include=include,
        exclude=exclude,
        color=color,
        baseline=baseline,
        changed_since=changed_since,
        statistics=statistics,
        fix=fix,
        diff=diff,
    )


@app.command()
def baseline(
    paths: Paths,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="PATH", help="The file; by itself the config's, or newslint-baseline.json.")
    ] = None,
    prune: Annotated[bool, typer.Option("--prune", help="Only take out entries that find nothing any more.")] = False,
    select: Select = [],  # noqa: B006
    ignore: Ignore = [],  # noqa: B006
    published: PublishedOn = None,
    config: ConfigPath = None,
    isolated: Isolated = False,
    plugin: Plugin = [],  # noqa: B006
    trust: Trust = False,
    jobs: Jobs = None,
    include: Include = [],  # noqa: B006
    exclude: Exclude = [],  # noqa: B006
) -> None:
    """Write down the findings of today. `check --baseline PATH` then reports only those that come later."""
    from .baselining import baseline as run

    _exit_with(
        run,
        paths=paths,
        output=output,
        prune=prune,
        select=select,
        ignore=ignore,
        published=published,
        project=Project(config, isolated, tuple(plugin), trust),
        jobs=jobs,
        include=include,
        exclude=exclude,
    )


@app.command()
def claims(
    paths: Paths,
    format: Annotated[str, typer.Option("--format", help="table or jsonl.")] = "table",
    kind: Annotated[list[str], typer.Option("--kind", help="Only these kinds of claim, by comma; repeatable.")] = [],  # noqa: B006
    story: Annotated[
        bool, typer.Option("--story", help="For each story, what its articles say of the same thing; disagreements are marked.")
    ] = False,
    published: PublishedOn = None,
    stdin_filename: StdinName = None,
    config: ConfigPath = None,
    isolated: Isolated = False,
    plugin: Plugin = [],  # noqa: B006
    trust: Trust = False,
    no_cache: NoCache = False,
) -> None:
    """Show what articles assert. That is dates, lengths, titles, lists, quotations and their speakers, figures, names."""
    from .claiming import claims as run

    _exit_with(
        run,
        paths=paths,
        format=format,
        kinds=kind,
        story=story,
        published=published,
        stdin_filename=stdin_filename,
        project=Project(config, isolated, tuple(plugin), trust),
        cache=not no_cache,
    )


@app.command()
def rules(
    config: ConfigPath = None,
    isolated: Isolated = False,
    plugin: Plugin = [],  # noqa: B006
    trust: Trust = False,
    format: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON Schema of rule files, for editors.")] = False,
) -> None:
    """List the rules: id, level, one line."""
    if schema:
        from .telling import schema as show

        _exit_with(show, project=Project(config, isolated, tuple(plugin), trust))
    from .telling import rules as run

    _exit_with(run, project=Project(config, isolated, tuple(plugin), trust), format=format)


@app.command()
def explain(
    rule: Annotated[str, typer.Argument(metavar="RULE")],
    config: ConfigPath = None,
    isolated: Isolated = False,
    plugin: Plugin = [],  # noqa: B006
    trust: Trust = False,
) -> None:
    """Explain a rule, or a kind of YAML rule. What it does, why, with examples; what its keys hold."""
    from .telling import explain as run

    _exit_with(run, name=rule, project=Project(config, isolated, tuple(plugin), trust))


@app.command("config")
def show_config(
    path: Annotated[Path, typer.Argument(help="Where to look for the config.", metavar="[PATH]")] = Path(),
    config: ConfigPath = None,
) -> None:
    """Show the config in force, and where each value came from."""
    from .telling import show_config as run

    _exit_with(run, path=path, project=Project(config))


@app.command("test")
def run_examples(
    paths: Annotated[list[Path], typer.Argument(metavar="[PATH]...", help="Rule files or folders of them; by itself all rules in force.")] = [],  # noqa: B006
    select: Select = [],  # noqa: B006
    config: ConfigPath = None,
    isolated: Isolated = False,
    plugin: Plugin = [],  # noqa: B006
    trust: Trust = False,
) -> None:
    """Run the examples of rules. Built-in ones, the house's and plugins'; rules that would report anything are found out."""
    from .trying import test as run

    _exit_with(run, paths=paths, select=select, project=Project(config, isolated, tuple(plugin), trust))


@app.command("try")
def try_rule(
    rule: Annotated[Path, typer.Argument(metavar="RULE.yaml", help="A rule, which need not be finished.")],
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="An archive to try it on.", show_default=False)],
    published: PublishedOn = None,
    jobs: Jobs = None,
    most: Annotated[int, typer.Option("--most", metavar="N", help="Show so many wordings.")] = 20,
    config: ConfigPath = None,
    isolated: Isolated = False,
    plugin: Plugin = [],  # noqa: B006
    trust: Trust = False,
) -> None:
    """Show what a draft rule would find. In an archive, grouped by wording, before it goes live."""
    from .trying import try_rule as run

    project = Project(config, isolated, tuple(plugin), trust)
    _exit_with(run, rule=rule, paths=paths, published=published, jobs=jobs, most=most, project=project)


new = typer.Typer(help="Write a working skeleton: of a rule, of a plugin.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(new, name="new")


@new.command("rule")
def new_rule(
    name: Annotated[str, typer.Argument(metavar="FAMILY/NAME", help="The rule's id.")],
    kind: Annotated[str, typer.Option("--kind", help="The kind of YAML rule.")] = "pattern",
    folder: Annotated[Path, typer.Option("--folder", help="Where it goes.")] = Path("rules"),
) -> None:
    """Write a YAML rule with examples. They hold; change it into your own."""
    from .scaffold import rule as run

    _exit_with(run, name=name, kind=kind, folder=folder)


@new.command("plugin")
def new_plugin(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name of the package: newslint-trams.")],
    folder: Annotated[Path, typer.Option("--folder", help="Where it goes.")] = Path(),
) -> None:
    """Write a plugin package. With a Python rule, a YAML rule, tests, and a workflow for CI."""
    from .scaffold import plugin as run

    _exit_with(run, name=name, folder=folder)


facts = typer.Typer(help="The record that rules check against.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(facts, name="facts")


@facts.command("check")
def facts_check(
    packs: Annotated[list[Path], typer.Argument(metavar="[PACK]...", help="Packs to check; by itself those in force.")] = [],  # noqa: B006
    config: ConfigPath = None,
    plugin: Plugin = [],  # noqa: B006
    trust: Trust = False,
    notes: Annotated[bool, typer.Option("--notes", help="List gaps between holders, and offices not reviewed for long.")] = False,
) -> None:
    """Check fact packs. For overlaps, gaps, unknown ids, missing sources, stale offices."""
    from .facts import check as run

    _exit_with(run, packs=packs, project=Project(config, False, tuple(plugin), trust), notes=notes)


@facts.command("show")
def facts_show(
    name: Annotated[str, typer.Argument(metavar="PERSON|EVENT", help="An id, a name, or a surname.")],
    config: ConfigPath = None,
    isolated: Isolated = False,
    plugin: Plugin = [],  # noqa: B006
    trust: Trust = False,
) -> None:
    """Show a person or an event on record. With sources and review dates."""
    from .facts import show as run

    _exit_with(run, name=name, project=Project(config, isolated, tuple(plugin), trust))


@facts.command("add")
def facts_add(
    pack: Annotated[Path | None, typer.Option("--pack", metavar="PATH", help="The pack to write; by itself the config's first.")] = None,
    name: Annotated[str | None, typer.Option("--name", help="The person's usual name, or the id of one on record.")] = None,
    alias: Annotated[list[str], typer.Option("--alias", metavar="NAME", help="Another spelling of the full name; repeatable.")] = [],  # noqa: B006
    born: Annotated[str | None, typer.Option("--born", metavar="DATE", help="Date of birth.")] = None,
    sex: Annotated[str | None, typer.Option("--sex", metavar="m|f", help="For pronouns.")] = None,
    role: Annotated[str | None, typer.Option("--role", metavar="OFFICE", help="The office: its id, or a title.")] = None,
    of: Annotated[str | None, typer.Option("--of", metavar="PLACE", help="Its country or body: an id, or a name.")] = None,
    start: Annotated[str | None, typer.Option("--from", metavar="DATE", help="The first day, as YYYY-MM-DD, YYYY-MM or YYYY.")] = None,
    end: Annotated[str | None, typer.Option("--to", metavar="DATE", help="The last day; without it, still in office.")] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="WORDS", help="What the office is called, if by another title.")] = None,
    tolerance: Annotated[int | None, typer.Option("--tolerance", metavar="DAYS", help="By how much sources differ (3).")] = None,
    acting: Annotated[bool, typer.Option("--acting", help="A stand-in.")] = False,
    source: Annotated[str | None, typer.Option("--source", metavar="URL", help="A page that states person, office and dates.")] = None,
    verified: Annotated[bool, typer.Option("--verified", help="You opened that page, and it does.")] = False,
    reviewed: Annotated[str | None, typer.Option("--reviewed", metavar="DATE", help="Until when the office was checked.")] = None,
    config: ConfigPath = None,
    plugin: Plugin = [],  # noqa: B006
    trust: Trust = False,
) -> None:
    """Add a tenure to the newsroom's own pack. What is needed and not given is asked for."""
    from .adding import Given
    from .adding import add as run

    given = Given(pack, name, tuple(alias), born, sex, role, of, start, end, title, tolerance, acting, source, verified, reviewed)
    _exit_with(run, given=given, project=Project(config, False, tuple(plugin), trust))


def only(command: str) -> typer.Typer:
    """The app with one of its commands: the options of each are worked out at every start, which takes longer than linting a short article."""
    narrowed = copy(app)
    narrowed.registered_commands = [c for c in app.registered_commands if (c.name or getattr(c.callback, "__name__", None)) == command]
    narrowed.registered_groups = [group for group in app.registered_groups if group.name == command]
    return narrowed


def _exit_with(run: object, **options: object) -> None:
    """Runs a command and exits with its code; what the user got wrong is said in one line, with exit code 2."""
    assert callable(run)
    try:
        code = run(**options)
    except UserError as error:
        print(f"newslint: {visible(str(error))}", file=sys.stderr)
        code = 2
    except KeyboardInterrupt:
        print("newslint: interrupted", file=sys.stderr)
        code = 2
    except BrokenPipeError:
        sys.stderr.close()
        code = 2
    raise typer.Exit(code)
