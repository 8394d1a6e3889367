"""The day of publication, as the text itself tells it, or not."""

from __future__ import annotations

import pytest

from newslint import Article, Document, Facts, Origin, Published
from newslint.extract import BUILTIN
from newslint.publication import infer


def inferred(text: str) -> str | None:
    found = infer(Article(Document("a.txt", text, text), Origin("a.txt", Published()), Facts(), BUILTIN))
    return found.day.isoformat() if found and found.day else None


@pytest.mark.parametrize(
    "text",
    [
        "Mill closes\n\nPORT MERROW, May 3, 2024 (Coast Wire) — The mill will close, its owner said.",
        "Mill closes\n\nPublished: 3 May 2024, 10:15\n\nThe mill will close, its owner said.",
        "Mill closes\n\nBy Ada Holm | May 3, 2024\n\nThe mill will close, its owner said.",
        "Mill closes\n\nThe mill will close, its owner said on Friday, May 3, 2024.",
        "Mill closes\n\nThe owner told reporters in the yard on May 3, 2024, that the mill will close.",
        "Mill closes\n\nOn May 3, 2024, the owner closed the mill.",
        "Mill burns\n\nTwo clerks were rescued from the roof of the mill on Friday, May 3, 2024, as it burned.",
        "Mill closes\n\n(Coast Wire) - The mill will close, its owner said on May 3, 2024. "
        + "It rained on the yard all day. " * 20
        + "He showed an image.",
        "What happened and why. Three lines of summary. And one more.\n\nMill closes\n\nOn May 3, 2024, the owner closed the mill.",
    ],
)
def test_the_text_tells(text: str) -> None:
    assert inferred(text) == "2024-05-03"


@pytest.mark.parametrize(
    "text",
    [
        "Mill closes\n\nThe mill, open since May 3, 2004, will close.",
        "Mill closes\n\n“We decided on May 3, 2004,” the owner said. “Then we waited.”",
        "The mill was closed on Friday, May 3, 2024. Thirty years later, its owner still mourns.",
        "On May 3, 2024, the owner closed the mill. That was ten years ago.",
        "The mill closed on May 3, 2024, a Friday, and its owner mourned.",
        "Mill closes\n\nThe mill will close on May 3, 2024.",
        "Mill closes\n\nThe mill was to be closed on Friday, May 3, 2024.",
        "Mill closes\n\nThe mill is seen from the yard, where it was opened on Friday, May 3, 2024. (File photo)",
        "Mill closes\n\nThe mill was seen on the anniversary, May 3, 2024.",
        "Mill closes\n\nThe owner said on Monday, May 3, 2024, that the mill will close.",
        "Mill closes\n\nOn May 3, 2004, the owner closed the mill. It opened again in 2014, and in 2019, and in 2022.",
        "Mill closes\n\nThe owner said on 03/05/2024 that the mill will close.",
        "Mill closes\n\nIt rained. It rained more. It rained on. The owner said on May 3, 2024, that the mill will close.",
    ],
)
def test_the_text_does_not_tell(text: str) -> None:
    assert inferred(text) is None
