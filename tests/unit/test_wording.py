"""Whether two quotations are the same words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import wording

LINE = "The lower sluice will be rebuilt before the autumn storms"


@pytest.mark.parametrize(
    "other",
    [
        "the lower sluice will be rebuilt before the autumn storms,",
        "The lower sluice will be rebuilt — before the autumn storms!",
        "The lower sluice’ll be rebuilt before the autumn storms",
        "The lower sluice ... before the autumn storms",
        "The lower sluice will be rebuilt [by Ida] before the autumn storms",
        "[T]he lower sluice will be rebuilt before the autumn storms",
        "And I tell you the lower sluice will be rebuilt before the autumn storms, so help me.",
        "rebuilt before the autumn storms",
    ],
)
def test_the_same_words(other: str) -> None:
    found = wording.difference(LINE, other)
    assert found is not None
    assert (found.weight, found.ratio) == ("none", 1.0)


@pytest.mark.parametrize(
    ("other", "weight", "ours", "theirs"),
    [
        ("The lower sluice will not be rebuilt before the autumn storms", "grave", (), ("not",)),
        ("The lower sluice will be repaired before the autumn storms", "word", ("rebuilt",), ("repaired",)),
        ("The lower sluice will just be rebuilt before the autumn storms", "light", (), ("just",)),
        ("The lower sluice will be rebuilt before 3 autumn storms", "grave", ("the",), ("3",)),
    ],
)
def test_what_differs(other: str, weight: str, ours: tuple[str, ...], theirs: tuple[str, ...]) -> None:
    found = wording.difference(LINE, other)
    assert found is not None
    assert (found.weight, found.ours, found.theirs) == (weight, ours, theirs)
    assert set(wording.keys(LINE)) & set(wording.keys(other))


def test_quotations_with_no_run_in_common_are_not_compared() -> None:
    assert wording.difference(LINE, "Herons nest along the eastern bank in spring") is None


def test_a_speakers_own_words() -> None:
    assert "weak" not in wording.own("They said ‘it is weak’ and left")
    assert wording.folded(wording.own("They said ‘it is weak’ and left")).words == ("they", "said", wording.GAP, "and", "left")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ida Brandt", "Brandt", True),
        ("Ida Calderón", "Ida Calderon", True),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", True),
        ("Mr. Brandt", "Ida Brandt", True),
        ("Ida Brandt", "Tom Hale", False),
        ("Ida Brandt", "Ida Hale", False),
    ],
)
def test_names(one: str, other: str, same: bool) -> None:
    assert wording.same_name(one, other) is same
    assert wording.same_name(other, one) is same


TEXT = st.text(alphabet="abcdehst ’'.,…[]*!?0-", max_size=120)


@given(TEXT)
def test_a_text_never_differs_from_itself(text: str) -> None:
    found = wording.difference(text, text)
    assert found is None or found.weight == "none"


@given(st.lists(st.sampled_from("harbour sluice engine heron lantern market orchard bridge".split()), min_size=6, max_size=14))
def test_short_sentences_share_a_key_with_what_contains_them(words: list[str]) -> None:
    line = " ".join(words)
    assert set(wording.keys(line)) & set(wording.keys(f"Well then. {line}"))
