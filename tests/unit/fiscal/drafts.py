"""A company, a reading and a service to assess them with."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from autofatture.adapters.fatturapa.files import Files
from autofatture.adapters.romanise import romanise
from autofatture.domain.advice import ExchangeRate
from autofatture.domain.company import CompanyProfile, VatType
from autofatture.domain.draft import Assessment, Draft, DraftLine, DraftSupplier, DraftVat, ReceiptOrigin, Severity
from autofatture.domain.errors import TransientError
from autofatture.domain.reading import Engine, FieldReading, Nature, Reading, Wording, WordingKind
from autofatture.services.fiscal import FiscalRules

TODAY = dt.date(2026, 11, 25)
COMPANY = CompanyProfile(
    company_id="77",
    name="Rossi S.r.l.",
    vat_id="01234560157",
    street="Via Roma 1",
    postal_code="20121",
    city="Milano",
    province="MI",
    vat_types=(VatType(id=0, value=Decimal(22)), VatType(id=9, value=Decimal(0), natura="N4")),
)


def reading(**values: Any) -> Reading:
    """An Irish advertising invoice; ``values`` replace its fields (None removes one)."""
    facts: dict[str, Any] = {
        "document_kind": "invoice",
        "supplier_name": "Google Ireland Limited",
        "supplier_vat_id": "IE6388047V",
        "supplier_country": "IE",
        "supplier_street": "Gordon House, Barrow Street",
        "supplier_city": "Dublin",
        "supplier_postal_code": "D04 E5W5",
        "customer_name": "ROSSI SRL",
        "customer_vat_id": "IT01234560157",
        "invoice_number": "5123456789",
        "invoice_date": dt.date(2026, 11, 3),
        "currency": "EUR",
        "total_net": Decimal("100.00"),
        "total_vat": Decimal("0.00"),
        "total_gross": Decimal("100.00"),
        "nature": "services",
    } | values
    wordings = facts.pop("wordings", ())
    lines = facts.pop("lines", ())
    vat_ids = facts.pop("vat_ids", ())
    return Reading.model_validate(
        {
            "engine": Engine.OFFLINE,
            "wordings": [Wording(kind=WordingKind.REVERSE_CHARGE, text=text) for text in wordings],
            "lines": lines,
            "vat_ids": vat_ids,
            **{name: FieldReading(value=value) for name, value in facts.items() if value is not None},
        }
    )


def draft(**values: Any) -> Draft:
    """The same purchase as a verified draft."""
    base = Draft(
        supplier=DraftSupplier(
            name="Google Ireland Limited",
            vat_id="IE6388047V",
            country="IE",
            street="Gordon House, Barrow Street",
            city="Dublin",
            postal_code="D04 E5W5",
        ),
        customer_vat_id="IT01234560157",
        invoice_number="5123456789",
        invoice_date=dt.date(2026, 11, 3),
        receipt_date=dt.date(2026, 11, 4),
        receipt_origin=ReceiptOrigin.DICHIARATA,
        currency="EUR",
        total_net=Decimal("100.00"),
        nature=Nature.SERVICES,
        lines=(DraftLine(description="Pubblicità", net=Decimal("100.00")),),
        vat_lines=(),
    )
    supplier = {name: values.pop(name) for name in list(values) if name in DraftSupplier.model_fields}
    changes = values | ({"supplier": base.supplier.model_copy(update=supplier)} if supplier else {})
    return Draft.model_validate({**dict(base), **changes})


def charged(country: str, rate: str, amount: str) -> tuple[DraftVat, ...]:
    return (DraftVat(country=country, rate=Decimal(rate), amount=Decimal(amount)),)


class FakeRates:
    def __init__(self, units: str | None = "1.0876", *, down: bool = False) -> None:
        self.units = units
        self.down = down
        self.asked: list[tuple[str, dt.date, str]] = []

    def rate_for(self, currency: str, day: dt.date, *, source: str, reason: str) -> ExchangeRate | None:
        self.asked.append((currency, day, source))
        if self.down:
            raise TransientError
        if self.units is None:
            return None
        return ExchangeRate(currency=currency, units_per_eur=Decimal(self.units), day=day, source=source, reason=reason)


class FakeVies:
    def __init__(self, answer: str = "valid") -> None:
        self.answer = answer

    def check(self, vat_id: str) -> str:
        assert vat_id
        return self.answer


def rules(rates: FakeRates | None = None, vies: FakeVies | None = None) -> FiscalRules:
    return FiscalRules(rates or FakeRates(), vies or FakeVies(), Files(), romanise)


def assess(one: Draft, **changes: object) -> Assessment:
    return rules().assess(one, COMPANY.model_copy(update=changes), today=TODAY)


def blocking(assessment: Assessment) -> set[str]:
    return {finding.code for finding in assessment.blocking}


def codes(assessment: Assessment) -> dict[str, Severity]:
    return {finding.code: finding.severity for finding in assessment.findings}
