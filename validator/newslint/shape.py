"""What a YAML value may be: one description, that the strict reader and the JSON Schema of editors are both made from.

A `Shape` reads a node into a plain value (what JSON can hold), or refuses it with its place; a `Key` is a shape with its meaning.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Formatter
from typing import Any, NamedTuple

from .strictyaml import Node, did_you_mean

Schema = Mapping[str, Any]


class Shape(NamedTuple):
    """`read` gives the plain value of a node or raises UserError; `schema` says the same as JSON Schema, as far as that can."""

    read: Callable[[Node], Any]
    schema: Schema


class Key(NamedTuple):
    """A key of a mapping: what it holds, what that means, and what counts where it is left out."""

    shape: Shape
    doc: str
    required: bool = False
    default: Any = None

    @property
    def schema(self) -> Schema:
        return {**self.shape.schema, "description": self.doc}


Keys = Mapping[str, Key]


def read_keys(node: Node, keys: Keys) -> dict[str, Any]:
    """The plain values of a mapping's keys, those that stand there; an unknown, missing or wrong one raises UserError."""
    fields = node.fields(keys, [name for name, key in keys.items() if key.required])
    return {name: keys[name].shape.read(field) for name, field in fields.items()}


def keys_schema(keys: Keys) -> Schema:
    """The JSON Schema of a mapping with those keys and no others."""
    return {
        "type": "object",
        "properties": {name: key.schema for name, key in keys.items()},
        "required": [name for name, key in keys.items() if key.required],
        "additionalProperties": False,
    }


# -- scalars


def _filled(node: Node) -> str:
    text = node.text()
    if not text.strip():
        node.fail("expected text, found nothing")
    return text


def _day(node: Node) -> str:
    return node.day().isoformat()


TEXT = Shape(_filled, {"type": "string", "pattern": r"\S"})
INTEGER = Shape(Node.integer, {"type": "integer"})
NUMBER = Shape(Node.number, {"type": "number"})
BOOLEAN = Shape(Node.boolean, {"type": "boolean"})
DAY = Shape(_day, {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})


def choice(*words: str) -> Shape:
    """One of some words."""
    return Shape(lambda node: node.choice(*words), {"type": "string", "enum": list(words)})


def template(*names: str) -> Shape:
    """A text in which `{name}` is filled in for the names given."""

    def read(node: Node) -> str:
        for name in placeholders(node):
            if name not in names:
                node.fail(f"there is no {{{name}}} to fill in", did_you_mean(name, names))
        return node.text()

    return Shape(read, TEXT.schema)


def placeholders(node: Node) -> list[str]:
    """The names that a text asks to have filled in. Raises UserError for braces that are not of the form `{name}`."""
    try:
        parts = list(Formatter().parse(_filled(node)))
    except ValueError as error:
        node.fail(f"not a text with {{names}} to fill in: {error}", "write {{ and }} for braces of the copy")
    names = []
    for _, name, form, conversion in parts:
        if name is None:
            continue
        if not name.isidentifier() or form or conversion:
            node.fail(
                f"expected {{name}}, found {{{name}{'!' + conversion if conversion else ''}{':' + form if form else ''}}}",
                "write {{ and }} for braces",
            )
        names.append(name)
    return names


#: a text whose `{names}` the kind checks itself
TEMPLATE = Shape(lambda node: (placeholders(node), node.text())[1], TEXT.schema)


def _pattern(node: Node) -> str:
    import regex

    source = _filled(node)
    try:
        compiled = regex.compile(source)
    except regex.error as error:
        node.fail(f"not a pattern: {error}")
    except RecursionError:
        node.fail("not a pattern: it is nested too deep")
    if compiled.fullmatch(""):
        node.fail("the pattern matches nothing at all, anywhere", "let it need at least one character")
    return source


#: a pattern of the `regex` module
PATTERN = Shape(_pattern, TEXT.schema)


# -- containers


def list_of(shape: Shape, least: int = 1) -> Shape:
    """A list of at least so many; one alone need not be written as a list, where it is none itself."""
    single = least <= 1 and shape.schema.get("type") not in ("object", "array")

    def read(node: Node) -> list[Any]:
        if not isinstance(node.value, tuple):
            if single and not (node.value is None or isinstance(node.value, Mapping)):
                return [shape.read(node)]
            node.items()
        items = [shape.read(item) for item in node.items()]
        if len(items) < least:
            node.fail(f"expected a list of at least {least}, found {len(items)}")
        return items

    several = {"type": "array", "items": shape.schema, "minItems": least}
    return Shape(read, {"anyOf": [shape.schema, several]} if single else several)


def mapping_of(shape: Shape) -> Shape:
    """A mapping of any keys to values of one shape."""

    def read(node: Node) -> dict[str, Any]:
        fields = {key: shape.read(item) for key, item in node.mapping().items()}
        if not fields:
            node.fail("expected a mapping with at least one key")
        return fields

    return Shape(read, {"type": "object", "additionalProperties": shape.schema, "minProperties": 1})


def record(keys: Keys) -> Shape:
    """A mapping of known keys."""
    return Shape(lambda node: read_keys(node, keys), keys_schema(keys))


TEXTS = list_of(TEXT)
PATTERNS = list_of(PATTERN)
