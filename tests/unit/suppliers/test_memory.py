"""What a studio and a company know about a supplier: keys, proposals, what an approval teaches (accountant.md 13)."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from autofatture.domain.draft import Draft, DraftLine, DraftSupplier, ReceiptOrigin
from autofatture.domain.errors import BadInput
from autofatture.domain.reading import DocumentKind, Engine, FieldReading, Nature, Reading
from autofatture.domain.supplier_facts import OF_A_COMPANY, Fact, checked, field_of, label, stated
from autofatture.domain.supplier_memory import (
    Level,
    Owner,
    Remembered,
    SupplierRecord,
    edited,
    id_of,
    key_of,
    lessons,
    remembrance,
)

AT = dt.datetime(2026, 10, 12, 22, 30, tzinfo=dt.UTC)
KEY = "vat:IE6388047V"
STUDIO = Owner(level=Level.STUDIO, owner_id="studio-a")
COMPANY = Owner(level=Level.COMPANY, owner_id="100")
LARK = Draft(
    supplier=DraftSupplier(name="Larkspindle Limited", vat_id="IE 6388047V"),
    nature=Nature.SERVICES,
    invoice_date=dt.date(2026, 10, 3),
    lines=(DraftLine(description="Canone", net=Decimal(10), vat_rate=Decimal("22.00")),),
)


def record(level: Level, *facts: tuple[Fact, str], key: str = KEY) -> SupplierRecord:
    kept = [
        Remembered(fact=fact, value=value, confirmed_by="u-1", confirmed_by_name="Chiara", confirmed_at=AT)
        for fact, value in facts
    ]
    return SupplierRecord(key=key, level=level, version=3, vat_ids=("IE6388047V",), facts=tuple(kept))


def test_memory_is_offered_with_its_origin_and_never_applied() -> None:
    found = remembrance([record(Level.STUDIO, (Fact.COUNTRY, "IE"))], LARK)
    (one,) = found.proposals
    assert found.known
    assert (one.fact, one.value, one.field) == (Fact.COUNTRY, "IE", "supplier.country")
    # 22:30 UTC in October is the next day in Rome.
    assert one.origin == "Confermato da Chiara il 13/10/2026 per questo fornitore (memoria dello studio)"
    assert LARK.supplier.country is None


def test_the_companys_exception_comes_before_the_studios_habit() -> None:
    known = [record(Level.STUDIO, (Fact.VAT_TREATMENT, "0 N4")), record(Level.COMPANY, (Fact.VAT_TREATMENT, "10"))]
    (one,) = remembrance(known, LARK).proposals
    assert (one.value, one.level, one.differs_from) == ("10", Level.COMPANY, "22")
    assert one.origin.endswith("(solo per questa azienda)")


def test_an_exception_that_the_document_follows_silences_the_studios_habit() -> None:
    """The studio's value was offered again although the company had decided otherwise."""
    known = [record(Level.STUDIO, (Fact.VAT_TREATMENT, "0 N4")), record(Level.COMPANY, (Fact.VAT_TREATMENT, "22"))]
    assert remembrance(known, LARK).proposals == ()


def test_what_the_document_says_equally_is_not_offered_and_what_it_says_otherwise_is() -> None:
    assert remembrance([record(Level.STUDIO, (Fact.NATURE, "services"))], LARK).proposals == ()
    (one,) = remembrance([record(Level.STUDIO, (Fact.NATURE, "goods"))], LARK).proposals
    assert (one.value, one.differs_from) == ("goods", "services")


def test_a_supplier_with_a_vat_id_is_not_found_by_its_name() -> None:
    """Two suppliers may share a name."""
    by_name = record(Level.STUDIO, (Fact.COUNTRY, "IE"), key="name:larkspindlelimited")
    assert not remembrance([by_name], LARK).known
    without_id = LARK.model_copy(update={"supplier": DraftSupplier(name="Larkspindle, Limited")})
    assert remembrance([by_name], without_id).known


def test_another_id_of_the_supplier_finds_it_and_the_main_one_comes_first() -> None:
    both = DraftSupplier(name="Larkspindle", vat_id="EU372000041", other_vat_ids=("IE6388047V",))
    known = [
        record(Level.STUDIO, (Fact.COUNTRY, "IE")),
        record(Level.STUDIO, (Fact.COUNTRY, "LU"), key="vat:EU372000041"),
    ]
    draft = LARK.model_copy(update={"supplier": both})
    assert [one.value for one in remembrance(known[:1], draft).proposals] == ["IE"]
    assert [one.value for one in remembrance(known, draft).proposals] == ["LU"]


def test_an_approval_teaches_the_studio_what_it_did_not_know() -> None:
    (lesson,) = lessons(stated(LARK), LARK, [], [COMPANY, STUDIO])[:1]
    assert lesson.owner == STUDIO
    assert lesson.facts[Fact.NATURE] == "services"
    assert lesson.facts[Fact.VAT_TREATMENT] == "22"
    assert (lesson.key, lesson.vat_ids) == (KEY, ("IE 6388047V",))


def test_a_company_without_a_studio_learns_everything_itself() -> None:
    (lesson,) = lessons(stated(LARK), LARK, [], [COMPANY])
    assert lesson.owner == COMPANY
    assert {Fact.NAME, Fact.NATURE, Fact.DESCRIPTION} <= lesson.facts.keys()


def test_what_differs_from_the_studio_becomes_an_exception_of_the_company() -> None:
    known = [record(Level.STUDIO, *((fact, value) for fact, value in stated(LARK).items() if fact not in OF_A_COMPANY))]
    goods = LARK.model_copy(update={"nature": Nature.GOODS})
    (lesson,) = lessons(stated(goods), goods, known, [COMPANY, STUDIO])
    assert lesson.owner == COMPANY
    assert dict(lesson.facts) == {Fact.NATURE: "goods", Fact.DESCRIPTION: "Canone"}


def test_what_is_known_is_not_learnt_again() -> None:
    studio = record(Level.STUDIO, *((f, v) for f, v in stated(LARK).items() if f not in OF_A_COMPANY))
    company = record(Level.COMPANY, (Fact.DESCRIPTION, "Canone"))
    assert lessons(stated(LARK), LARK, [studio, company], [COMPANY, STUDIO]) == ()


def test_a_document_without_a_supplier_teaches_nothing() -> None:
    nobody = LARK.model_copy(update={"supplier": DraftSupplier()})
    assert lessons(stated(nobody), nobody, [], [COMPANY, STUDIO]) == ()
    assert not remembrance([record(Level.STUDIO)], nobody).known


def test_no_amount_number_or_file_can_be_remembered() -> None:
    assert not {"amount", "number", "file", "total", "iban", "date"} & {
        part for fact in Fact for part in fact.value.split("_")
    }
    numbered = LARK.model_copy(
        update={"lines": (DraftLine(description="Servizi - fattura n. 118", net=Decimal(10), vat_rate=Decimal(22)),)}
    )
    assert Fact.DESCRIPTION not in stated(numbered)


def test_lines_of_several_rates_are_no_habit() -> None:
    two = (*LARK.lines, DraftLine(description="Libri", net=Decimal(5), vat_rate=Decimal(4)))
    facts = stated(LARK.model_copy(update={"lines": two}))
    assert not {Fact.VAT_TREATMENT, Fact.DESCRIPTION} & facts.keys()


@pytest.mark.parametrize(
    ("rate", "natura", "text"), [("0.00", "N4", "0 N4"), ("22", None, "22"), ("4.50", None, "4.5"), ("10", None, "10")]
)
def test_the_treatment_as_text(rate: str, natura: str | None, text: str) -> None:
    line = DraftLine(description="x", net=Decimal(1), vat_rate=Decimal(rate), natura=natura)
    assert stated(LARK.model_copy(update={"lines": (line,)}))[Fact.VAT_TREATMENT] == text


@pytest.mark.parametrize(
    ("received", "origin", "habit"),
    [
        (dt.date(2026, 10, 28), ReceiptOrigin.DICHIARATA, "same_month"),
        (dt.date(2026, 11, 2), ReceiptOrigin.CONSEGNA, "next_month"),
        (dt.date(2026, 12, 2), ReceiptOrigin.DICHIARATA, None),
        (dt.date(2026, 10, 3), ReceiptOrigin.PROPOSTA, None),
    ],
)
def test_a_receipt_habit_comes_from_declared_days_only(
    received: dt.date, origin: ReceiptOrigin, habit: str | None
) -> None:
    draft = LARK.model_copy(update={"receipt_date": received, "receipt_origin": origin})
    assert stated(draft).get(Fact.RECEIPT_HABIT) == habit


def test_the_kind_is_a_habit_only_where_it_was_corrected() -> None:
    read = Reading(engine=Engine.OFFLINE, document_kind=FieldReading[DocumentKind](value=DocumentKind.PROFORMA))
    invoice = LARK.model_copy(update={"document_kind": DocumentKind.INVOICE})
    assert stated(invoice, read)[Fact.DOCUMENT_KIND] == "invoice"
    assert Fact.DOCUMENT_KIND not in stated(invoice, Reading(engine=Engine.OFFLINE))
    credit = invoice.model_copy(update={"document_kind": DocumentKind.CREDIT_NOTE, "is_credit_note": True})
    assert Fact.DOCUMENT_KIND not in stated(credit, read)


def test_an_edit_keeps_who_confirmed_what_stays_and_forgets_the_rest() -> None:
    before = record(Level.STUDIO, (Fact.COUNTRY, "IE"), (Fact.NATURE, "services"), (Fact.CITY, "Dublin"))
    later = AT + dt.timedelta(days=9)
    after = edited(before, {Fact.COUNTRY: "IE", Fact.NATURE: "goods"}, by="u-2", name="Marta", at=later)
    assert [(f.fact, f.value, f.confirmed_by_name) for f in after.facts] == [
        (Fact.COUNTRY, "IE", "Chiara"),
        (Fact.NATURE, "goods", "Marta"),
    ]
    assert after.version == before.version + 1
    with pytest.raises(ValueError, match="belongs to a company"):
        edited(before, {Fact.DESCRIPTION: "Canone"}, by="u-2", name="Marta", at=later)


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        (Fact.COUNTRY, "Irlanda"),
        (Fact.VAT_TREATMENT, "22%"),
        (Fact.NATURE, "altro"),
        (Fact.ESTABLISHED_IN_ITALY, "sì"),
        (Fact.RECEIPT_HABIT, "sempre"),
    ],
)
def test_a_value_that_a_fact_cannot_have_is_refused_by_its_name(fact: Fact, value: str) -> None:
    with pytest.raises(BadInput) as refused:
        checked(fact, value)
    assert label(fact) in refused.value.message
    assert refused.value.details == {"field": fact.value}


def test_every_fact_has_a_name_and_a_place() -> None:
    assert all(label(fact) for fact in Fact)
    assert [fact for fact in Fact if field_of(fact) is None] == [Fact.RECEIPT_HABIT]


def test_keys_and_ids() -> None:
    assert key_of(vat_id="ie 6388047v", name=None) == KEY
    assert key_of(vat_id=None, name="Larkspindle, Limited") == "name:larkspindlelimited"
    assert key_of(vat_id=None, name="A") is None
    assert id_of(KEY) == id_of(KEY)
    assert "6388047" not in id_of(KEY)
