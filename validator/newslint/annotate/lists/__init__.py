"""Enumerations in news copy, and the number that the copy gives them.

"four countries, Austria, Malta, Norway and three Gulf states": a number with its noun, something that opens the list, and
items up to the one behind the last "and". What can't be read to its end is no enumeration: a wrong count is worse than none.
"""

from __future__ import annotations

from .annotate import lists
from .model import Enumeration, Item

__all__ = ["Enumeration", "Item", "lists"]
