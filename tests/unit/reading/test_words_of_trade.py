"""What a line's description says: goods, a service, both, or nothing."""

from __future__ import annotations

import pytest

from autofatture.adapters.reading.offline.lexicon import fold
from autofatture.adapters.reading.offline.natures import word_marks
from autofatture.adapters.reading.offline.trade.words import description
from benchmarks.unseen.descriptions.__main__ import described

SERVICE, GOODS, BOTH, NOTHING = (True, False), (False, True), (True, True), (False, False)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Riparazione pressa, manodopera", SERVICE),
        ("Tubo da giardino", GOODS),
        ("Machine calibration", SERVICE),
        ("Cleaning cloths", GOODS),
        ("Maschinenreparatur", SERVICE),
        ("Bürostuhl", GOODS),
        ("Travaux à façon sur pièces", SERVICE),
        ("Fornitura e posa di tende", BOTH),
        ("Dostawa i montaż", BOTH),
        ("Ricambi e manodopera", BOTH),
        ("Placement", NOTHING),
        ("Articolo 4471", NOTHING),
        ("Pauschale gemäß Vereinbarung", NOTHING),
    ],
)
def test_what_is_sold(text: str, said: tuple[bool, bool]) -> None:
    assert word_marks(text) == said


@pytest.mark.parametrize("text", ["Käse, 12 Monate gereift", "Stuhl, Lieferung binnen 30 Tagen"])
def test_a_length_of_time_makes_no_service_of_goods(text: str) -> None:
    assert word_marks(text) == GOODS


def test_a_measure_or_an_ending_is_weak() -> None:
    for text in ("Express 1.5 kg of it", "Moderation"):
        said = description([fold(word) for word in text.split()])
        assert said.weak or said.service_word
    assert description([fold("Moderazione")]).weak


def test_nothing_is_said_of_a_line_that_says_nothing() -> None:
    """What stays open is asked: of the lines that tell nothing none is called goods or services."""
    for name in ("first", "second", "third"):
        silent = [line for line in described(name) if line.truth == "undecidable"]
        assert len(silent) > 7
        assert [line.text for line in silent if line.read != "undecidable"] == []


@pytest.mark.parametrize(("name", "least"), [("first", 0.95), ("second", 0.9), ("third", 0.3)])
def test_the_lists_are_read_as_well_as_they_were(name: str, least: float) -> None:
    lines = described(name)
    assert sum(line.read == line.truth for line in lines) >= least * len(lines)
