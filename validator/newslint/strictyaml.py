"""YAML, strictly: every value knows its file, line and column, and nothing is guessed.

YAML 1.2 core scalars only (`no`, `22:30` and a date are strings), no duplicate keys, no tags, no anchors; what a schema
does not know is refused with a "did you mean". Built on PyYAML's C parser.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING, NoReturn

from .errors import UserError

if TYPE_CHECKING:  # slow to import, and not needed where everything was read before
    import yaml

Scalar = str | int | float | bool | None

_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_CORE: dict[str, Scalar] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
#: characters of a text that messages show
_SHOWN = 60
#: digits of a number; what is longer is text
_LONGEST = 300
_TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in "str int float bool null timestamp value seq map".split())
#: what the parser finds -> what it mostly means
_HINTS = {
    "mapping values are not allowed": "put text that has a colon in it between quotation marks",
    "tab character": "indent with spaces",
    "cannot start any token": "put text that begins with a sign between quotation marks",
    "end of stream": "close the quotation mark or bracket",
    "expected key": "look at the indentation, and for a quotation mark inside quotation marks",
    "expected ':'": "write key: value, with a space after the colon",
    "expected ',' or": "close the bracket, or put text that has brackets or commas in it between quotation marks",
    "escape": "between double quotation marks a backslash begins an escape; use single ones",
    "another document": "one file holds one rule or pack; take out the line ---",
}


@dataclass(frozen=True, slots=True)
class Node:
    """A YAML value and where it stands. `line` and `column` are 1-based.

    The accessors check the type and raise UserError, with the place, when it is another.
    """

    value: Scalar | tuple[Node, ...] | Mapping[str, Node]
    path: str
    line: int
    column: int
    #: of a mapping: where each key stands
    keys: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def fail(self, message: str, hint: str | None = None) -> NoReturn:
        raise UserError(message, path=self.path, line=self.line, column=self.column, hint=hint)

    # -- containers

    def fields(self, known: Collection[str], required: Collection[str] = ()) -> Mapping[str, Node]:
        """The mapping's values by key; an unknown or a missing key is an error."""
        fields = self.mapping()
        for key, node in fields.items():
            if key not in known:
                line, column = self.keys.get(key, (node.line, node.column))
                raise UserError(f"unknown key {key!r}", path=self.path, line=line, column=column, hint=did_you_mean(key, known))
        for key in required:
            if key not in fields:
                self.fail(f"the key {key!r} is missing")
        return fields

    def mapping(self) -> Mapping[str, Node]:
        if not isinstance(self.value, Mapping):
            self.fail(f"expected a mapping (key: value), found {self._what(quoted=False)}")
        return self.value

    def items(self) -> tuple[Node, ...]:
        if not isinstance(self.value, tuple):
            self.fail(f"expected a list, found {self._what(quoted=False)}")
        return self.value

    # -- scalars

    def text(self) -> str:
        if not isinstance(self.value, str):
            hint = "put it in quotation marks" if isinstance(self.value, int | float) else None
            self.fail(f"expected text, found {self._what()}", hint)
        return self.value

    def texts(self) -> tuple[str, ...]:
        """A list of texts; a single text counts as a list of one."""
        return (self.value,) if isinstance(self.value, str) else tuple(item.text() for item in self.items())

    def integer(self) -> int:
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            self.fail(f"expected a whole number, found {self._what()}")
        return self.value

    def number(self) -> float:
        if not isinstance(self.value, int | float) or isinstance(self.value, bool) or not isfinite(self.value):
            self.fail(f"expected a number, found {self._what()}")
        return float(self.value)

    def boolean(self) -> bool:
        if not isinstance(self.value, bool):
            self.fail(f"expected true or false, found {self._what()}")
        return self.value

    def day(self) -> date:
        """An ISO date, as YYYY-MM-DD."""
        try:
            return date.fromisoformat(str(self.value))
        except ValueError:
            self.fail(f"expected a date as YYYY-MM-DD, found {self._what()}")

    def choice(self, *known: str) -> str:
        """One of some words."""
        if not isinstance(self.value, str) or self.value not in known:
            self.fail(f"expected one of {', '.join(known)}, found {self._what()}", _nearest(str(self.value), known))
        return self.value

    def plain(self) -> object:
        """The value without its places: dict, list and scalars."""
        if isinstance(self.value, Mapping):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, tuple):
            return [node.plain() for node in self.value]
        return self.value

    def _what(self, *, quoted: bool = True) -> str:
        """What stands here, for messages. Not `quoted`: text is not shown, for a config may name a file that is none of its project's."""
        if isinstance(self.value, Mapping):
            return "a mapping"
        if isinstance(self.value, tuple):
            return "a list"
        if self.value is None or isinstance(self.value, bool):
            return {None: "nothing", True: "true", False: "false"}[self.value]
        if isinstance(self.value, str):
            return repr(self.value if len(self.value) <= _SHOWN else f"{self.value[:_SHOWN]}…") if quoted else "text"
        return f"{self.value!r}"


def load(text: str, path: str) -> Node:
    """The value of a YAML text; `path` is for the errors. Raises UserError."""
    import yaml

    try:
        root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        what = error.problem or error.context or ""
        # a quotation that is never closed is found at the end, but it is its beginning that is wrong
        mark = error.context_mark if "end of stream" in what and error.context_mark else error.problem_mark or error.context_mark
        indented = mark is not None and "\t" in re.findall(r"^\s*", text.split("\n")[min(mark.line, text.count("\n"))])[0]
        hint = _HINTS["tab character"] if indented else next((hint for words, hint in _HINTS.items() if words in what), None)
        raise UserError(
            f"not YAML: {what}", path=path, line=mark.line + 1 if mark else None, column=mark.column + 1 if mark else None, hint=hint
        ) from None
    except yaml.YAMLError as error:  # a control character
        position = getattr(error, "position", None)
        line = text.count("\n", 0, position) + 1 if position is not None else None
        raise UserError(f"not YAML: {str(error).splitlines()[0]}", path=path, line=line) from None
    except RecursionError:
        raise UserError("not YAML that can be read: it is nested too deep", path=path) from None
    if root is None:
        return Node(None, path, 1, 1)
    return _node(root, path, set())


def _node(node: yaml.Node, path: str, seen: set[int]) -> Node:
    from yaml import ScalarNode, SequenceNode

    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    if id(node) in seen:
        raise UserError("anchors and aliases (& and *) are not used here; write the value out", path=path, line=line, column=column)
    seen.add(id(node))
    if node.tag not in _TAGS:
        raise UserError(f"tags are not used here: {node.tag}", path=path, line=line, column=column)
    if isinstance(node, ScalarNode):
        return Node(_scalar(node), path, line, column)
    if isinstance(node, SequenceNode):
        return Node(tuple(_node(child, path, seen) for child in node.value), path, line, column)
    fields: dict[str, Node] = {}
    keys: dict[str, tuple[int, int]] = {}
    for key, child in node.value:
        at = {"path": path, "line": key.start_mark.line + 1, "column": key.start_mark.column + 1}
        if not isinstance(key, ScalarNode):
            raise UserError("a key must be a word", **at)
        if key.tag == "tag:yaml.org,2002:merge":
            raise UserError("merge keys (<<) are not used here; write the keys out", **at)
        if key.value in fields:
            raise UserError(f"the key {key.value!r} stands twice", **at)
        value = _node(child, path, seen)
        # an empty value has no place of its own: blame the key's
        keys[key.value] = (at["line"], at["column"])
        fields[key.value] = value if value.value is not None else Node(None, path, at["line"], at["column"])
    return Node(fields, path, line, column, keys)


def _scalar(node: yaml.ScalarNode) -> Scalar:
    text: str = node.value
    if node.style:  # None or, from the C parser, "" for plain scalars
        return text
    if text in _CORE:
        return _CORE[text]
    if len(text) > _LONGEST:
        return text
    if _INT.fullmatch(text):
        return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
    if _FLOAT.fullmatch(text):
        return float(text.replace(".inf", "inf").replace(".Inf", "inf").replace(".INF", "inf").lower().replace(".nan", "nan"))
    return text


def did_you_mean(word: str, known: Collection[str]) -> str | None:
    """A hint that names the nearest known word, or all of them where they are few."""
    return _nearest(word, known) or (f"known are {', '.join(sorted(known))}" if 0 < len(known) <= 15 else None)


def _nearest(word: str, known: Collection[str]) -> str | None:
    from difflib import get_close_matches

    near = get_close_matches(word, known, n=1, cutoff=0.6)
    return f"did you mean {near[0]!r}?" if near else None
