"""What may be remembered about a supplier, where it stands in a draft, and which values it may have.

Every fact is a short text. No amount, number or file of a document is among them.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from autofatture.domain.draft import Draft, DraftLine, ReceiptOrigin
from autofatture.domain.errors import BadInput
from autofatture.domain.money import as_text
from autofatture.domain.reading import Reading
from autofatture.domain.reading_terms import DocumentKind, Nature


class Fact(StrEnum):
    """What may be remembered. Nothing else is."""

    NAME = "name"
    COUNTRY = "country"
    STREET = "street"
    POSTAL_CODE = "postal_code"
    CITY = "city"
    TERRITORY = "territory"
    ESTABLISHED_IN_ITALY = "established_in_italy"
    TAXABLE_PERSON = "taxable_person"
    VAT_SCHEME = "vat_scheme"
    NATURE = "nature"
    CATEGORY = "category"
    SHIP_FROM = "ship_from"
    VAT_TREATMENT = "vat_treatment"
    """The rate that every line had, with its natura: ``22``, or ``0 N4``."""
    CURRENCY = "currency"
    DOCUMENT_KIND = "document_kind"
    """Only where a person corrected what was read: what this supplier's documents really are."""
    DESCRIPTION = "description"
    RECEIPT_HABIT = "receipt_habit"
    """``same_month`` or ``next_month``: when the invoices of this supplier use to arrive."""


OF_A_COMPANY = frozenset({Fact.DESCRIPTION, Fact.RECEIPT_HABIT})
"""Texts and receipt habits belong to one company; identity and the other habits hold for all of a studio."""

MAX_VALUE = 200


class _Kind(NamedTuple):
    """How a fact is written, where it stands in a draft and what it is called on the screen."""

    label: str
    field: str | None
    pattern: str


_YES_NO = r"true|false"
_TEXT = r"(?s:.{1,200})"
_COUNTRY = r"[A-Z]{2}"
_KINDS: dict[Fact, _Kind] = {
    Fact.NAME: _Kind("Denominazione", "supplier.name", _TEXT),
    Fact.COUNTRY: _Kind("Paese", "supplier.country", _COUNTRY),
    Fact.STREET: _Kind("Indirizzo", "supplier.street", _TEXT),
    Fact.POSTAL_CODE: _Kind("CAP", "supplier.postal_code", r".{1,20}"),
    Fact.CITY: _Kind("Città", "supplier.city", r".{1,100}"),
    Fact.TERRITORY: _Kind("Territorio particolare", "supplier.territory", r"[A-Z_]{2,40}"),
    Fact.ESTABLISHED_IN_ITALY: _Kind("Stabile organizzazione in Italia", "supplier.established_in_italy", _YES_NO),
    Fact.TAXABLE_PERSON: _Kind("Soggetto passivo", "supplier.taxable_person", _YES_NO),
    Fact.VAT_SCHEME: _Kind("Regime IVA", "supplier.vat_scheme", r"ordinary|small_business|margin|private"),
    Fact.NATURE: _Kind("Beni o servizi", "nature", "|".join(Nature)),
    Fact.CATEGORY: _Kind("Categoria", "supply.category", r".{1,60}"),
    Fact.SHIP_FROM: _Kind("Merce spedita da", "supply.ship_from", _COUNTRY),
    Fact.VAT_TREATMENT: _Kind("Aliquota o natura", "lines.vat", r"\d{1,2}(\.\d{1,2})?( N[1-7](\.\d)?)?"),
    Fact.CURRENCY: _Kind("Valuta", "currency", r"[A-Z]{3}"),
    Fact.DOCUMENT_KIND: _Kind("Tipo di documento", "document_kind", "|".join(DocumentKind)),
    Fact.DESCRIPTION: _Kind("Descrizione", "lines.description", _TEXT),
    Fact.RECEIPT_HABIT: _Kind("Quando arriva", None, r"same_month|next_month"),
}

_CHANGING = re.compile(r"\d")


def label(fact: Fact) -> str:
    """The Italian name of a fact."""
    return _KINDS[fact].label


def field_of(fact: Fact) -> str | None:
    """The path in the draft, as the review names its fields; None for what is only told."""
    return _KINDS[fact].field


def checked(fact: Fact, value: str) -> str:
    """``value`` as it is kept.

    Raises:
        BadInput: it is not a value that this fact can have.
    """
    text = " ".join(value.split())
    if not re.fullmatch(_KINDS[fact].pattern, text):
        message = f"{label(fact)}: il valore non è ammesso. La memoria non è cambiata: correggilo e salva di nuovo."
        raise BadInput(message, code="bad_fact", details={"field": fact.value})
    return text


def stated(draft: Draft, reading: Reading | None = None) -> dict[Fact, str]:
    """The facts that a draft states, as text; what is empty, or does not fit, is left out.

    With a ``reading``, the kind of document is among them only where it was corrected: that an invoice is an
    invoice is nothing to remember.
    """
    supplier, supply = draft.supplier, draft.supply
    values: dict[Fact, str | bool | None] = {
        Fact.NAME: supplier.name,
        Fact.COUNTRY: supplier.country,
        Fact.STREET: supplier.street,
        Fact.POSTAL_CODE: supplier.postal_code,
        Fact.CITY: supplier.city,
        Fact.TERRITORY: supplier.territory,
        Fact.ESTABLISHED_IN_ITALY: supplier.established_in_italy,
        Fact.TAXABLE_PERSON: supplier.taxable_person,
        Fact.VAT_SCHEME: supplier.vat_scheme,
        Fact.NATURE: draft.nature,
        Fact.CATEGORY: supply.category,
        Fact.SHIP_FROM: supply.ship_from,
        Fact.VAT_TREATMENT: _treatment(draft.lines),
        Fact.CURRENCY: draft.currency,
        Fact.DOCUMENT_KIND: _kind(draft, reading),
        Fact.DESCRIPTION: _description(draft.lines),
        Fact.RECEIPT_HABIT: _habit(draft),
    }
    found: dict[Fact, str] = {}
    for fact, value in values.items():
        text = ("true" if value else "false") if isinstance(value, bool) else " ".join((value or "").split())
        if text and re.fullmatch(_KINDS[fact].pattern, text):
            found[fact] = text
    return found


def _treatment(lines: tuple[DraftLine, ...]) -> str | None:
    """Rate and natura, when every line has the same."""
    seen = {(line.vat_rate, line.natura) for line in lines}
    if len(seen) != 1:
        return None
    rate, natura = seen.pop()
    if rate is None:
        return None
    plain = as_text(rate)
    number = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return f"{number or '0'} {natura}" if natura else number or "0"


def _kind(draft: Draft, reading: Reading | None) -> str | None:
    if draft.document_kind is None or draft.is_credit_note:
        return None
    if reading is None:
        return draft.document_kind
    read = reading.document_kind.value
    return draft.document_kind if read is not None and read is not draft.document_kind else None


def _description(lines: tuple[DraftLine, ...]) -> str | None:
    """Of a single line, and only a text without figures: numbers, dates and amounts are of one document."""
    texts = [line.description for line in lines]
    return texts[0] if len(texts) == 1 and not _CHANGING.search(texts[0]) else None


def _habit(draft: Draft) -> str | None:
    """From a receipt that somebody declared, never from one that was proposed."""
    if draft.receipt_origin in {None, ReceiptOrigin.PROPOSTA} or not (draft.receipt_date and draft.invoice_date):
        return None
    months = (draft.receipt_date.year - draft.invoice_date.year) * 12 + (
        draft.receipt_date.month - draft.invoice_date.month
    )
    return {0: "same_month", 1: "next_month"}.get(months)
