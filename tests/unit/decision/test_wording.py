"""Words of an invoice that are quoted to a person: whole, and nothing around them."""

from __future__ import annotations

import pytest

from autofatture.domain.decision.wording import Said, what_is_said


@pytest.mark.parametrize(
    ("text", "said", "quoted"),
    [
        ("Vrijgesteld, kleineondernemersregeling (KOR), btw nihil", Said.SMALL_BUSINESS, "(KOR)"),
        ("kleineondernemersregeling (KOR", Said.SMALL_BUSINESS, "kleineondernemersregeling"),
        ("Margenbesteuerung / Sonderregelung für Reisebüros", Said.MARGIN, "Sonderregelung"),
    ],
)
def test_quoted_words_are_whole(text: str, said: Said, quoted: str) -> None:
    """Defect: a bracket was left open, a stroke before the words was quoted with them."""
    words = what_is_said(text)[said]

    assert words.endswith(quoted)
    assert words.count("(") == words.count(")")
    assert words[0].isalnum()
