"""Text and elements of HTML, escaped: nothing that an article holds is ever markup."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from ..safe import visible


def text(value: str) -> str:
    """Text as it is to be seen, control characters and turns of the writing direction as visible stand-ins."""
    return escape(visible(value), quote=True).encode("utf-8", "replace").decode("utf-8")


def element(name: str, attributes: Mapping[str, str], content: str = "") -> str:
    """An element; `content` is HTML already."""
    given = "".join(f' {key}="{text(value)}"' for key, value in attributes.items())
    return f"<{name}{given}>{content}</{name}>"


def address(value: str, said: str) -> str:
    """A link to a source on record, if it is one that a browser may follow; else its text."""
    if value.startswith(("https://", "http://")):
        return element("a", {"href": value, "rel": "noreferrer noopener"}, text(said))
    return text(value)
