"""Recognised text in the form of a text layer. The library itself is a local extra and is not needed here."""

from __future__ import annotations

from autofatture.adapters.reading.offline.engine import read_offline
from autofatture.adapters.reading.pdf.words import PageText
from autofatture.adapters.reading.recognition import words as recognition
from autofatture.domain.reading_terms import Confidence, Origin


def run(x: float, y: float, text: str, score: float = 0.95) -> tuple[list[list[float]], str, float]:
    """What the library gives for one run of text: four corners, the text, how sure it is."""
    width = 11.0 * len(text)
    return [[x, y], [x + width, y], [x + width, y + 24], [x, y + 24]], text, score


FOUND = [
    run(100, 100, "Brackfeld Werkzeuge GmbH"),
    run(100, 130, "Industrieweg 8"),
    run(100, 160, "D-50968 Köln"),
    run(100, 190, "USt-IdNr:DE136695976"),
    run(900, 100, "RechnungR0005532486", 0.4),
    run(900, 140, "Rechnungsnummer:R0005532486"),
    run(900, 170, "Rechnungsdatum:19.01.2016"),
    run(900, 700, "Gesamtbetrag"),
    run(1300, 700, "104,00 EUR"),
]


def test_glued_labels_and_values_come_apart_and_noise_is_dropped():
    texts = [word.text for word in recognition._words(FOUND, 1700, 2400)]
    assert "R0005532486" in texts
    assert "DE136695976" in texts
    assert not any(text.startswith("RechnungR") for text in texts)


def test_recognised_values_say_so_and_none_is_sure():
    page = PageText(1, 1700, 2400, list(recognition._words(FOUND, 1700, 2400)), characters=400)
    reading = read_offline([page], recognised=True)
    assert reading.value("invoice_number") == "R0005532486"
    assert reading.value("supplier_vat_id") == "DE136695976"
    assert {found.origin for found in reading.fields.values()} == {Origin.OCR}
    assert Confidence.SICURO not in {found.confidence for found in reading.fields.values()}
    assert "testo_da_ocr" in {warning.code for warning in reading.warnings}
