"""The record in words: offices, days and times in office, as messages and commands tell them."""

from __future__ import annotations

from collections.abc import Sequence

from ..claim import Interval
from .facts import Facts
from .model import Tenure


def office(tenure: Tenure, facts: Facts) -> str:
    """An office: "foreign minister of Ukraine"."""
    role = facts.roles.get(tenure.role)
    titles: Sequence[str] = (tenure.title,) if tenure.title else ()
    if role and not titles:
        local = role.local.get(tenure.of, ())
        titles = local if tenure.of in role.local_only or not role.titles else role.titles
    words = titles[0] if titles else tenure.role.replace("-", " ")
    place = facts.countries.get(tenure.of) or facts.organisations.get(tenure.of)
    if place is None or " of " in words or any(f" {name} " in f" {words} " for name in (place.name, *place.aliases)):
        return words
    if " to " in words:  # an ambassador to one country is another's
        return f"{place.name}’s {words}"
    return f"{words} of {'the ' if place.name.startswith(('United', 'European', 'World', 'Inter')) else ''}{place.name}"


def day(when: Interval) -> str:
    """A day, a month or a year, as it is known."""
    if when.earliest == when.latest:
        return f"{when.earliest.day} {when.earliest:%B %Y}"
    return f"{when.earliest:%B %Y}" if when.earliest.month == when.latest.month else f"{when.earliest:%Y}"


def term(tenure: Tenure) -> str:
    """A time in office: "from 1 May 2020 to 3 June 2021", "since 2 June 2021"."""
    return f"since {day(tenure.start)}" if tenure.end is None else f"from {day(tenure.start)} to {day(tenure.end)}"
