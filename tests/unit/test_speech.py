"""Who says what: every pattern of attribution in English news that newslint knows."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from newslint import Article, Document, Facts, Origin, Published, QuoteClaim
from newslint.annotate.mentions import mentions
from newslint.annotate.quotations import quotations
from newslint.annotate.sentences import sentences
from newslint.annotate.speech import Attribution, attributions
from newslint.annotate.structure import paragraphs
from newslint.extract import BUILTIN

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).parents[1].joinpath("cases", "speakers.yaml").read_text("utf-8"))


def attributed(text: str) -> tuple[Attribution, ...]:
    blocks = paragraphs(text)
    lines = sentences(text, blocks)
    return attributions(text, blocks, lines, quotations(text, blocks), mentions(text, lines, Facts()))


@pytest.mark.parametrize("case", CASES, ids=[c["why"] for c in CASES])
def test_speakers(case: dict[str, Any]) -> None:
    text = case["text"]
    found = attributed(text)
    said = []
    for a, expected in zip(found, case["said"], strict=True):
        words = a.speaker or "null"
        said.append(f"{words} | {a.mention.of(text)}" if "|" in expected and a.mention else words)
    assert said == case["said"]
    if "found_by" in case:
        assert found[-1].found_by == case["found_by"]
    if "type" in case:
        assert found[-1].type == case["type"]


def test_a_claim_knows_its_quotation_and_its_speaker() -> None:
    text = "“The dam is safe,” engineer Ada Brenner said.\n\n“It is,” she added, “and it will be."
    document = Document("a.txt", text, text)
    article = Article(document, Origin("a.txt", Published(date(2024, 5, 6), "metadata")), Facts(), BUILTIN)
    first, second, third = article.claims(QuoteClaim)
    assert (first.text, first.speaker, first.cue, first.closed) == ("The dam is safe,", "Ada Brenner", "said", True)
    assert first.speaker_place is not None
    assert first.speaker_place.excerpt == "engineer Ada Brenner"
    assert first.named
    assert second.speaker == "Ada Brenner"
    assert not second.named
    assert first.same_speaker(second) is None
    assert (third.text, third.closed, third.found_by) == ("and it will be.", False, "cue-before")


def test_a_place_in_a_quotation_knows_its_speaker() -> None:
    text = "“The dam was built in 1961,” engineer Ada Brenner said."
    article = Article(Document("a.txt", text, text), Origin("a.txt", Published()), Facts(), BUILTIN)
    (quote,) = article.quotations.quotes
    inside = article.place(quote.inside).in_quote
    assert inside is not None
    assert inside.speaker == "Ada Brenner"
    assert article.place(quote.span).in_quote is None


WORDS = st.lists(
    st.sampled_from(
        [
            "“",
            "”",
            '"',
            "said",
            "Ada",
            "Brenner",
            "he",
            ",",
            ".",
            "the",
            "who",
            "and",
            "according",
            "to",
            ":",
            "told",
            "—",
            "\n",
            "saying",
            "'s",
            "mayor",
        ]
    ),
    max_size=40,
).map(" ".join)


@given(WORDS)
def test_any_text_gives_one_attribution_a_quotation(text: str) -> None:
    blocks = paragraphs(text)
    found = attributed(text)
    assert [a.quotation for a in found] == [q.span for q in quotations(text, blocks).quotes]
    for a in found:
        assert a.mention is None or a.mention.of(text).strip()
