"""Dates as metadata writes them."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
import time_machine

from newslint.config import Config
from newslint.dating import Records, day_of
from newslint.discovery import Source
from newslint.document import Document, Published


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


def published(**metadata: object) -> Published:
    document = Document("a.html", "", "", metadata=metadata)
    found, problems = Records(Config(Path()), None).published(document, Source("a.html", Path("a.html"), Path()))
    assert problems == ()
    return found


@pytest.mark.parametrize(
    "path", ["2025/09/03/slug", "2025/9/3/slug", "2025/sep/03/slug", "world/2025-09-03/slug", "2025/WORLD/09/03/slug/index.html", "2025/09/03"]
)
def test_the_address_of_a_page_tells_the_day(path: str) -> None:
    assert published(url=f"https://example.org/{path}").day == date(2025, 9, 3)


@pytest.mark.parametrize("path", ["2025/13/03/slug", "2025/02/30/x", "12025/09/03", "2025/09/0377", "story-20250903", "2025/09/slug", ""])
def test_an_address_without_a_day_tells_none(path: str) -> None:
    assert published(url=f"https://example.org/{path}").day is None


@pytest.mark.parametrize(
    ("instant", "address", "day"),
    [
        ("2025-09-04T02:12:54.361Z", "2025/09/03", 3),
        ("2025-09-04T02:12:54+00:00", "2025/09/03", 3),
        ("2025-09-04T02:12:54+09:00", "2025/09/03", 4),
        ("2025-09-04", "2025/09/03", 4),
        ("2025-09-04T02:12:54Z", "2025/08/03", 4),
    ],
)
def test_an_instant_in_utc_is_of_the_day_that_the_address_names(instant: str, address: str, day: int) -> None:
    found = published(url=f"https://example.org/{address}/x", **{"article:published_time": instant})
    assert found.day == date(2025, 9, day)


def test_a_bare_date_beside_that_of_publication_is_the_later_one() -> None:
    found = published(date="2025-09-06", datePublished="2025-09-03")
    assert (found.day, found.today) == (date(2025, 9, 3), date(2025, 9, 6))
