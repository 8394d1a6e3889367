"""The three ways to fail, told apart by type: the user's mistake, a rule's crash, our own bug.

Our own bug has no class here: it is any other exception, and is never swallowed.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that kept the answer from being complete; the run exits with 2.

    `path` and `rule` say what it concerns, where that is known; `line` and `column` are 1-based.
    """

    message: str
    path: str | None = None
    rule: str | None = None
    line: int | None = None
    column: int | None = None
    hint: str | None = None

    def __str__(self) -> str:
        where = self.path or ""
        if self.path and self.line:
            where += f":{self.line}" + (f":{self.column}" if self.column else "")
        head = ": ".join(part for part in (where, self.rule or "") if part)
        text = f"{head}: {self.message}" if head else self.message
        return f"{text} ({self.hint})" if self.hint else text


class NewslintError(Exception):
    """Base of the errors that newslint raises on purpose; carries a `Problem`."""

    def __init__(
        self,
        message: str,
        *,
        path: str | None = None,
        rule: str | None = None,
        line: int | None = None,
        column: int | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.problem = Problem(message, path, rule, line, column, hint)

    def __str__(self) -> str:
        return str(self.problem)


class UserError(NewslintError):
    """What the user gave can't be used: an option, a config, a rule file, a fact pack, a document."""


class NoArticle(UserError):
    """A file with the suffix of an article format that holds something else: no fault where it was only come across."""


class RuleFailed(NewslintError):
    """A rule raised, or ran out of its CPU time, on one document or group."""
