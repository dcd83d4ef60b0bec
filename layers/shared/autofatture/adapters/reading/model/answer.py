"""The answer that a model is asked for. On the wire everything is text as printed; an absent value is empty.

Required strings only: optional and union types burn the limits of structured output, and make a model invent.
"""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

_Short = Annotated[
    str, BeforeValidator(lambda value: str(value)[:300] if isinstance(value, int | float | str) else value)
]
_Long = Annotated[
    str, BeforeValidator(lambda value: str(value)[:1000] if isinstance(value, int | float | str) else value)
]


def _lower(value: Any) -> Any:
    """Enum values arrive in any letter case."""
    return value.strip().lower() if isinstance(value, str) else value


class _Wire(BaseModel):
    model_config = ConfigDict(extra="ignore")


class Evidence(_Wire):
    """Where one field stands: its name, the page from 1, and a few words copied from there exactly."""

    field: _Short
    page: int = 0
    quote: _Short


class WireVatLine(_Wire):
    rate: _Short
    base: _Short
    amount: _Short


class WireLine(_Wire):
    description: _Long
    quantity: _Short
    unit_price: _Short
    net: _Short
    vat_rate: _Short


class WireWording(_Wire):
    kind: Annotated[
        Literal[
            "reverse_charge", "exemption", "small_business", "margin_scheme", "installation", "customs", "incoterm",
            "intra_eu_supply", "outside_scope",
        ],
        BeforeValidator(_lower),
    ]  # fmt: skip
    text: _Short


class WireAnswer(_Wire):
    """All fields of an invoice as they are printed. Evidence comes first, so that values follow from it."""

    evidence: list[Evidence]
    document_kind: Annotated[
        Literal[
            "invoice", "credit_note", "proforma", "receipt", "statement", "reminder", "order", "self_billing",
            "not_an_invoice", "unknown",
        ],
        BeforeValidator(_lower),
    ]  # fmt: skip
    language: _Short = Field(description="ISO 639-1 code of the document's language")
    supplier_name: _Short
    supplier_vat_id: _Short
    supplier_country: _Short = Field(description="ISO 3166-1 alpha-2 code of the country in the supplier's address")
    supplier_street: _Short
    supplier_city: _Short
    supplier_postal_code: _Short
    customer_name: _Short
    customer_vat_id: _Short
    customer_is_person: Annotated[Literal["yes", "no", "unknown"], BeforeValidator(_lower)]
    other_vat_ids: list[_Short]
    invoice_number: _Short
    invoice_date: _Short = Field(description="as printed, not converted")
    due_date: _Short
    service_from: _Short
    service_to: _Short
    paid_date: _Short
    currency: _Short = Field(
        description="ISO 4217 code, empty when only a sign shared by several currencies is printed"
    )
    total_net: _Short
    total_vat: _Short
    total_gross: _Short
    total_paid: _Short
    total_due: _Short
    related_number: _Short
    nature: Annotated[Literal["goods", "services", "mixed", "unknown"], BeforeValidator(_lower)]
    nature_evidence: _Short
    ship_from: _Short = Field(description="ISO 3166-1 alpha-2 code of the country the goods leave, only if printed")
    vat_lines: list[WireVatLine]
    lines: list[WireLine]
    wordings: list[WireWording]
    other_invoice_numbers: list[_Short] = Field(description="numbers of further separate invoices in the same file")


@cache
def schema() -> dict[str, Any]:
    """The JSON schema that is sent, made once by the vendor's own rules."""
    from anthropic import transform_schema  # noqa: PLC0415  (costs a second; only for a model)

    transformed: dict[str, Any] = _all_required(transform_schema(WireAnswer))
    return transformed


def _all_required(node: Any) -> Any:
    """Every property required: the order of the answer is then the order of the model."""
    if isinstance(node, dict):
        if "properties" in node:
            node["required"] = list(node["properties"])
        for value in node.values():
            _all_required(value)
    elif isinstance(node, list):
        for value in node:
            _all_required(value)
    return node
