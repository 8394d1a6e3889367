"""Who and what a text names: people, bodies and places, known to the record or not.

People are found by the record's names, and beyond them by capitalised words beside a title, an age, a verb of speech or a usual given name.
Surnames alone are resolved to the full name that the document gives.
"""

from __future__ import annotations

from .annotate import mentions
from .model import Descriptor, Mention

__all__ = ["Descriptor", "Mention", "mentions"]
