"""What a reader found, in plain Python.

The process that parses a document starts for each one, so it must not load the validation library (a third of
a second). Results travel as JSON in the shape of ``domain.reading.Reading`` and are validated on arrival.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any, NamedTuple

from autofatture.domain.reading_terms import Confidence, Engine, Origin, WordingKind

TEXT_FIELDS = (
    "supplier_name",
    "supplier_vat_id",
    "supplier_country",
    "supplier_street",
    "supplier_city",
    "supplier_postal_code",
    "customer_name",
    "customer_vat_id",
    "invoice_number",
    "currency",
    "related_number",
    "ship_from",
    "document_kind",
    "nature",
)
DATE_FIELDS = ("invoice_date", "service_from", "service_to", "due_date", "paid_date")
AMOUNT_FIELDS = ("total_net", "total_vat", "total_gross", "total_paid", "total_due")
FLAG_FIELDS = ("is_credit_note", "customer_is_person")
FIELDS = TEXT_FIELDS + DATE_FIELDS + AMOUNT_FIELDS + FLAG_FIELDS

Value = str | Decimal | dt.date | bool


class Spot(NamedTuple):
    """A rectangle: page from 1, fractions of the upright page, origin top left."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float

    def as_json(self) -> dict[str, Any]:
        return {
            "page": self.page,
            "x0": round(self.x0, 5),
            "y0": round(self.y0, 5),
            "x1": round(self.x1, 5),
            "y1": round(self.y1, 5),
        }


class Found(NamedTuple):
    """One value, where it comes from and how sure its reader is."""

    value: Value | None
    origin: Origin | None
    confidence: Confidence
    spots: tuple[Spot, ...] = ()
    others: tuple[Value, ...] = ()
    note: str | None = None

    def as_json(self) -> dict[str, Any]:
        return {
            "value": plain(self.value),
            "origin": self.origin,
            "confidence": self.confidence,
            "boxes": [spot.as_json() for spot in self.spots],
            "others": [plain(other) for other in self.others],
            "note": self.note,
        }


MISSING = Found(None, None, Confidence.MANCANTE)


class FoundVatLine(NamedTuple):
    """VAT as printed: rate in percent, base, amount, and the country whose VAT it is."""

    rate: Decimal | None
    base: Decimal | None
    amount: Decimal | None
    country: str | None = None

    def as_json(self) -> dict[str, Any]:
        return {
            "rate": plain(self.rate),
            "base": plain(self.base),
            "amount": plain(self.amount),
            "country": self.country,
        }


class FoundLine(NamedTuple):
    """One line of the invoice."""

    description: str
    quantity: Decimal | None = None
    unit_price: Decimal | None = None
    net: Decimal | None = None
    vat_rate: Decimal | None = None

    def as_json(self) -> dict[str, Any]:
        return {
            "description": self.description,
            "quantity": plain(self.quantity),
            "unit_price": plain(self.unit_price),
            "net": plain(self.net),
            "vat_rate": plain(self.vat_rate),
        }


class FoundVatId(NamedTuple):
    """A VAT id and whose it is: ``supplier``, ``customer`` or None."""

    value: str
    party: str | None = None
    spot: Spot | None = None

    def as_json(self) -> dict[str, Any]:
        return {"value": self.value, "party": self.party, "box": self.spot.as_json() if self.spot else None}


class FoundWording(NamedTuple):
    """A sentence that changes the fiscal outcome."""

    kind: WordingKind
    text: str
    spot: Spot | None = None

    def as_json(self) -> dict[str, Any]:
        return {"kind": self.kind, "text": self.text, "box": self.spot.as_json() if self.spot else None}


class Warned(NamedTuple):
    """``code`` is stable, ``message`` Italian."""

    code: str
    message: str
    field: str | None = None

    def as_json(self) -> dict[str, Any]:
        return {"code": self.code, "message": self.message, "field": self.field}


class Result:
    """The outcome of one engine on one document. Fields that were not found stay ``MISSING``."""

    def __init__(self, engine: Engine, pages: int = 0) -> None:
        """``pages`` is 0 for an electronic invoice without pages."""
        self.engine = engine
        self.pages = pages
        self.language: str | None = None
        self.fields: dict[str, Found] = {}
        self.nature_evidence: str | None = None
        self.vat_lines: list[FoundVatLine] = []
        self.lines: list[FoundLine] = []
        self.vat_ids: list[FoundVatId] = []
        self.wordings: list[FoundWording] = []
        self.warnings: list[Warned] = []
        self.parts: list[tuple[str, int, int]] = []
        """Several invoices in one file: number, first page and last page of each."""

    def __getitem__(self, name: str) -> Found:
        return self.fields.get(name, MISSING)

    def value(self, name: str) -> Value | None:
        return self[name].value

    def put(self, name: str, found: Found) -> None:
        """Set a field.

        Raises:
            KeyError: no field has this name.
        """
        if name not in FIELDS:
            raise KeyError(name)
        self.fields[name] = found

    def warn(self, code: str, message: str, field: str | None = None) -> None:
        if all(warning.code != code or warning.field != field for warning in self.warnings):
            self.warnings.append(Warned(code, message, field))

    def copy(self) -> Result:
        """Another result with the same values, whose fields can be changed."""
        other = Result(self.engine, self.pages)
        other.__dict__.update(self.__dict__)
        other.fields = dict(self.fields)
        return other

    def as_json(self) -> dict[str, Any]:
        """In the shape of ``domain.reading.Reading``; amounts and dates are strings."""
        return {
            "engine": self.engine,
            "pages": self.pages,
            "language": self.language,
            **{name: found.as_json() for name, found in self.fields.items()},
            "nature_evidence": self.nature_evidence,
            "vat_lines": [line.as_json() for line in self.vat_lines],
            "lines": [line.as_json() for line in self.lines],
            "vat_ids": [vat_id.as_json() for vat_id in self.vat_ids],
            "wordings": [wording.as_json() for wording in self.wordings],
            "parts": [{"number": number, "first_page": first, "last_page": last} for number, first, last in self.parts],
            "warnings": [warning.as_json() for warning in self.warnings],
        }


def plain(value: Value | None) -> str | bool | None:
    """A JSON value: decimals in plain notation, dates in ISO."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value)
