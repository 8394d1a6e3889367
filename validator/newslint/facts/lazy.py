"""Many values of which few are asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Lazy(Mapping[K, V], Generic[K, V]):
    """Records, plain or as JSON text, that are made into values when they are first asked for. No plain record is a string."""

    def __init__(self, records: Mapping[K, Any], make: Callable[[K, Any], V]) -> None:
        self._records = records
        self._make = make
        self._made: dict[K, V] = {}

    def __getitem__(self, key: K) -> V:
        if key not in self._made:
            record = self._records[key]
            self._made[key] = self._make(key, json.loads(record) if isinstance(record, str) else record)
        return self._made[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)

    def __contains__(self, key: object) -> bool:
        return key in self._records
