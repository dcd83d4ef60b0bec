"""Text for the file: Latin-1 or ASCII, the original kept."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autofatture.adapters.romanise import romanise
from autofatture.domain.fiscal_text import basic, basic_ending, latin


@pytest.mark.parametrize(
    ("original", "written"),
    [
        ("Łódź – „Firma” Sp. z o.o.", 'Lódz - "Firma" Sp. z o.o.'),
        ("Müller & Söhne", "Müller & Söhne"),
        ("Dvořák s.r.o.", "Dvorák s.r.o."),
        ("Çağrı Şirketi", "Çagri Sirketi"),
        ("Ελληνική Εταιρεία", "Elliniki Etaireia"),
        ("Българска фирма", "Balgarska firma"),
        ("l’azienda… 5 €", "l'azienda... 5 EUR"),
        ("a\tb\nc", "a b c"),
    ],
)
def test_latin(original: str, written: str) -> None:
    found = latin(original, 80)

    assert found.value == written
    assert found.original == " ".join(original.split())


def test_other_scripts_go_through_the_injected_function() -> None:
    assert latin("株式会社", 80).value == "????"
    assert latin("株式会社", 80, romanise).value.isascii()
    assert "?" not in latin("株式会社", 80, romanise).value


@pytest.mark.parametrize(("text", "written"), [("Straße 5", "Strasse 5"), ("Ærø", "AEro"), ("€-CODE", "EUR-CODE")])
def test_basic(text: str, written: str) -> None:
    assert basic(text, 60).value == written


def test_long_numbers_keep_their_end() -> None:
    found = basic_ending("INV-2026-000000000000123456", 20)

    assert found.value == "6-000000000000123456"
    assert found.original == "INV-2026-000000000000123456"


@settings(deadline=None)
@given(st.text(max_size=300), st.integers(1, 100))
def test_whatever_comes_fits_the_schema(text: str, limit: int) -> None:
    for found, highest in ((latin(text, limit, romanise), 0xFF), (basic(text, limit, romanise), 0x7F), (basic_ending(text, limit, romanise), 0x7F)):  # fmt: skip
        assert len(found.value) <= limit
        assert all(0x20 <= ord(character) <= highest for character in found.value)
