"""Two readers compared, and the company's own guard."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from autofatture.domain.agreement import agree, same
from autofatture.domain.cross_check import cross_check
from autofatture.domain.own_company import guard
from autofatture.domain.reading import Box, Confidence, Engine, FieldReading, Nature, Origin, Reading

BOX = Box(page=1, x0=0.1, y0=0.1, x1=0.2, y1=0.12)
SURE, CHECK = Confidence.SICURO, Confidence.DA_CONTROLLARE


def field(
    value: Any, confidence: Confidence = CHECK, *, boxes: tuple[Box, ...] = (BOX,), origin: Origin = Origin.TEXT
) -> Any:
    return FieldReading[Any](value=value, origin=origin, confidence=confidence, boxes=boxes)


def reading(engine: Engine = Engine.OFFLINE, **fields: Any) -> Reading:
    return Reading(engine=engine, pages=1, **{name: value.model_dump() for name, value in fields.items()})


@pytest.mark.parametrize(
    ("one", "two", "name", "equal"),
    [
        ("Brackenfold Tools Ltd", "BRACKENFOLD TOOLS LTD.", "supplier_name", True),
        ("Brackenfold Tools", "Brackenfold Tools Ltd", "supplier_name", True),
        ("Brackenfold", "Harrowfen", "supplier_name", False),
        ("IE 3206488LH", "IE3206488LH", "supplier_vat_id", True),
        ("HX-118", "HX-119", "invoice_number", False),
        (Decimal("240.00"), Decimal(240), "total_gross", True),
        (Decimal("240.00"), Decimal("-240.00"), "total_gross", False),
        (dt.date(2026, 3, 4), dt.date(2026, 4, 3), "invoice_date", False),
        (None, "x", "currency", False),
    ],
)
def test_values_that_say_the_same(one, two, name, equal):
    assert same(one, two, name) is equal


def test_disagreement_shows_both_values():
    agreed = agree(Decimal(240), SURE, Decimal(24), SURE, field="total_gross", names=("Motore AI", "Lettura del testo"))
    assert agreed.confidence is CHECK
    assert agreed.other == Decimal(24)
    assert "Motore AI: 240; Lettura del testo: 24" in (agreed.note or "")


def test_agreement_on_a_value_seen_on_the_page_raises_confidence():
    model = reading(Engine.ANTHROPIC, total_gross=field("240.00", origin=Origin.MODEL))
    page = reading(total_gross=field("240.00"))
    assert cross_check(model, page).total_gross.confidence is SURE


def test_agreement_on_a_value_that_is_nowhere_on_the_page_raises_nothing():
    """Peers 5.5 and F6: what is not on the visible page is never sure."""
    model = reading(Engine.ANTHROPIC, total_gross=field("240.00", boxes=(), origin=Origin.MODEL))
    page = reading(total_gross=field("240.00", SURE, boxes=()))
    assert cross_check(model, page).total_gross.confidence is CHECK


def test_two_readers_that_agree_on_a_conclusion_are_not_sure_of_it():
    """Nature and currency: both may draw the same wrong conclusion."""
    model = reading(
        Engine.ANTHROPIC, nature=field("goods", origin=Origin.MODEL), currency=field("USD", origin=Origin.MODEL)
    )
    page = reading(nature=field("goods"), currency=field("USD"))
    checked = cross_check(model, page)
    assert checked.nature.value is Nature.GOODS
    assert checked.nature.confidence is CHECK
    assert checked.currency.confidence is CHECK


def test_disagreement_keeps_both_and_warns():
    checked = cross_check(
        reading(Engine.ANTHROPIC, invoice_number=field("HX-118", SURE)), reading(invoice_number=field("HX-119", SURE))
    )
    assert (checked.invoice_number.value, checked.invoice_number.others) == ("HX-118", ("HX-119",))
    assert checked.invoice_number.confidence is CHECK
    assert "letture_diverse" in {warning.code for warning in checked.warnings}


def test_a_value_that_only_the_page_gives_is_taken_over_to_be_checked():
    checked = cross_check(reading(Engine.ANTHROPIC), reading(invoice_number=field("HX-118", SURE)))
    assert (checked.invoice_number.value, checked.invoice_number.confidence) == ("HX-118", CHECK)


@pytest.mark.parametrize("vat_id", ["00743110157", "IT00743110157"])
def test_the_company_is_never_its_own_supplier(vat_id):
    """Peers 31: own company read as the supplier in a third of the first suggestions."""
    read = reading(supplier_name=field("Officina Ferrante S.r.l."), supplier_vat_id=field("IT00743110157"))
    guarded = guard(read, vat_id=vat_id, name="OFFICINA FERRANTE SRL")
    assert guarded.supplier_name.value is None
    assert guarded.supplier_vat_id.value is None
    assert "azienda_come_fornitore" in {warning.code for warning in guarded.warnings}


def test_a_foreign_supplier_passes_the_guard_untouched():
    read = reading(supplier_name=field("Brackenfold Tools Ltd"), supplier_vat_id=field("GB980780684"))
    assert guard(read, vat_id="00743110157", name="Officina Ferrante") is read
