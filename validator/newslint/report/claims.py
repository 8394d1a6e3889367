"""Claims as rows: one JSON object each, or a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from ..article import Article
from ..claim import (
    Claim,
    DateClaim,
    DurationClaim,
    FigureClaim,
    ListClaim,
    NameClaim,
    QuoteClaim,
    ResponseClaim,
    RoleClaim,
    SettingClaim,
)
from .json import location, place
from .safe import visible, width

Row = Mapping[str, Any]

#: fields that every claim has
_SHARED = frozenset(f.name for f in fields(Claim))
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def document_row(article: Article) -> Row:
    """When the document was published, how that is known, and its headline."""
    published = article.origin.published
    headline = next((p.span.of(article.text) for p in article.paragraphs if p.kind == "headline"), None)
    return {
        "kind": "document",
        "path": article.document.path,
        "published": _iso(published.day),
        "published_from": published.source,
        "headline": headline,
    }


def row(claim: Claim) -> Row:
    """A claim as others may rely on it; a plugin's kind shows all fields of its own that hold plain values."""
    quoted = claim.place.in_quote
    return {"kind": claim.kind, **place(claim.place), "in_quote": {"speaker": quoted.speaker} if quoted else None, **_fields(claim)}


def _fields(claim: Claim) -> dict[str, Any]:
    match claim:
        case DateClaim():
            return {
                "value": claim.value,
                "earliest": _iso(claim.readings.earliest if claim.readings else None),
                "latest": _iso(claim.readings.latest if claim.readings else None),
                "weekday": None if claim.weekday is None else _WEEKDAYS[claim.weekday],
                "explicit_year": claim.explicit_year,
            }
        case DurationClaim():
            return {"event": claim.event, "low": claim.low, "high": claim.high, "hedge": claim.hedge, "as_of": _iso(claim.as_of)}
        case RoleClaim():
            return {
                "person": claim.person,
                "person_id": claim.person_id,
                "role": claim.role,
                "role_id": claim.role_id,
                "organisation": claim.organisation,
                "former": claim.former,
                "as_of": _iso(claim.as_of),
            }
        case ListClaim():
            return {
                "noun": claim.noun,
                "topic": claim.topic,
                "stated": claim.stated,
                "items": list(claim.items),
                "counted": claim.counted,
                "open": claim.open,
            }
        case QuoteClaim():
            mention = claim.speaker_place
            return {
                "text": claim.text,
                "speaker": claim.speaker,
                "speaker_start": location(mention.start) if mention else None,
                "speaker_end": location(mention.end) if mention else None,
                "cue": claim.cue,
                "closed": claim.closed,
                "type": claim.type,
                "found_by": claim.found_by,
            }
        case FigureClaim():
            return {
                "measure": claim.measure,
                "event": claim.event,
                "place": claim.place_name,
                "low": claim.low,
                "high": claim.high,
                "unit": claim.unit,
                "by": claim.by,
                "as_of": _iso(claim.as_of),
            }
        case NameClaim():
            return {"entity": claim.entity, "name": claim.name, "spelling": claim.spelling, "entity_id": claim.entity_id}
        case ResponseClaim():
            return {"party": claim.party, "to": claim.to, "status": claim.status, "as_of": _iso(claim.as_of)}
        case SettingClaim():
            return {"event": claim.event, "occasion": claim.occasion, "place": claim.where, "as_of": _iso(claim.as_of)}
    own = {f.name: getattr(claim, f.name) for f in fields(claim) if f.name not in _SHARED}
    return {name: _iso(v) if isinstance(v, date) else v for name, v in own.items() if v is None or isinstance(v, str | int | float | date)}


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None


#: what of a kind goes into the table's last column
_SHOWN = {
    "document": ("published", "published_from", "headline"),
    "date": ("value", "weekday"),
    "duration": ("event", "hedge", "low", "high", "as_of"),
    "role": ("person", "role", "organisation", "former"),
    "list": ("stated", "counted", "items", "open"),
    "quote": ("speaker", "found_by", "type"),
    "figure": ("measure", "low", "high", "unit", "event", "by"),
    "name": ("entity", "name"),
    "response": ("party", "status"),
    "setting": ("event", "occasion", "place"),
}


_PLACE = frozenset(["kind", "path", "start", "end", "excerpt", "in_quote"])


def table(rows: Iterable[Row]) -> str:
    """Rows in columns: place, kind, the text, and what it was read as."""
    cells = [("place", "kind", "text", "read as")]
    for item in rows:
        start = item.get("start")
        where = f"{item['path']}:{start['line']}:{start['column']}" if start else item["path"]
        shown = _SHOWN.get(item["kind"]) or [key for key in item if key not in _PLACE]
        values = ", ".join(f"{key} {_cell(item[key])}" for key in shown if item.get(key) not in (None, False, [], ""))
        cells.append((visible(where), item["kind"], _cut(visible(item.get("excerpt") or ""), 48), visible(values)))
    widths = [max(width(line[k]) for line in cells) for k in range(3)]
    return "".join(
        "  ".join(cell + " " * (size - width(cell)) for cell, size in zip(line[:3], widths, strict=True)) + f"  {line[3]}\n" for line in cells
    )


def _cell(value: Any) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else f"{value:g}" if isinstance(value, float) else str(value)


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else text[: room - 1] + "…"
