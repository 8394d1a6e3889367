"""The command line: the composition root, and the only place that prints."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import MutableMapping

#: commands; anything else that comes first is a path for `check`
COMMANDS = ("check", "claims", "rules", "explain", "config", "facts", "baseline", "test", "try", "new")
_TOP = ("--help", "-h", "--version", "--install-completion", "--show-completion")


def main() -> None:
    """The entry point of the command `newslint`."""
    # much is made that stays, little that is garbage in circles: the collector would look through all of it again and again
    gc.set_threshold(50_000, 20, 20)

    # nor may the processes that this one starts import what lies in the working folder
    os.environ["PYTHONSAFEPATH"] = "1"

    from .app import app, only

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    complete_as_check(os.environ)
    args = arguments(sys.argv[1:])
    try:
        (only(args[0]) if args[0] in COMMANDS else app)(args=args, prog_name="newslint")
    except Exception:  # our own bug: said in full, and never taken for findings (exit code 1)
        import traceback

        traceback.print_exc()
        print("newslint: this is a bug of newslint itself; please report it with the lines above", file=sys.stderr)
        sys.exit(2)


def arguments(given: list[str]) -> list[str]:
    """The arguments with their command first: `newslint PATH` is `newslint check PATH`, and options may come before the command.

    A bare word that equals a command is the command.
    """
    if not given or given[0] in _TOP:
        return given or ["--help"]
    k = 0
    while k < len(given) and given[k].startswith("-") and given[k] not in ("-", "--"):
        takes_value = given[k] in _VALUED
        k += 2 if takes_value else 1
    if k < len(given) and given[k] in COMMANDS:
        return [given[k], *given[:k], *given[k + 1 :]]
    return ["check", *given]


def complete_as_check(environment: MutableMapping[str, str]) -> None:
    """Lets the shell's completion see the command that `newslint --sel` leaves out; the shell's words stand in the environment."""
    for key in ("COMP_WORDS", "_TYPER_COMPLETE_ARGS"):
        words = environment.get(key, "").split() if "_NEWSLINT_COMPLETE" in environment else []
        if len(words) < 2 or words[1] in (*COMMANDS, *_TOP):
            continue
        if words[1].startswith("-") or len(words) > 2:
            environment[key] = " ".join((words[0], "check", *words[1:]))
            environment["COMP_CWORD"] = str(int(environment.get("COMP_CWORD") or 0) + 1)


#: options that take the next argument as their value
_VALUED = frozenset(
    "--format --output --select --ignore --severity --fail-on --published --stdin-filename --config --archive --jobs --baseline "
    "--changed-since --include --exclude --kind --plugin --most --folder".split()
)
