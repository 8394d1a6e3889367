"""Dates as metadata writes them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
import time_machine

from newslint.dating import day_of


@pytest.mark.parametrize(
    "written",
    [
        "2025-09-03",
        "2025-09-03T14:05:00+02:00",
        "2025-09-03 14:05",
        "Wed, 03 Sep 2025 14:05:00 +0000",
        "3 September 2025",
        "September 3rd, 2025",
        "Sept. 3, 2025, 2:05 pm",
        "Wednesday 3 September 2025 14:05 BST",
        date(2025, 9, 3),
        datetime(2025, 9, 3, 23, 59),  # noqa: DTZ001
    ],
)
def test_a_day_in_many_forms(written: object) -> None:
    assert day_of(written) == date(2025, 9, 3)


@pytest.mark.parametrize(
    "written",
    ["", "soon", "yesterday", "3 September", "September 2025", "03/04/2025", "31 September 2025", "2025", "2025-13-01", "in 3 days of 2025"],
)
def test_what_is_no_day_is_none_on_any_day(written: str) -> None:
    for now in (datetime(2025, 9, 3), datetime(2036, 2, 29)):  # noqa: DTZ001
        with time_machine.travel(now):
            assert day_of(written) is None
