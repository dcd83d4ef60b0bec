"""From the self-invoice that is meant to the body that FiC is sent.

The shape is the one that the evidence supports; each line that looks odd is a trap that somebody fell into:

* the document type is ``self_supplier_invoice``; the TD code stands in ``ei_raw`` and nowhere else;
* every leaf of ``ei_raw`` is text, and a block that may repeat is a list (an object is torn apart by FiC);
* the foreign seller's RegimeFiscale is left out by FiC unless ``ei_raw`` gives it;
* ``entity`` is written in full, as an id copies nothing, and its ``ei_code`` is the *buyer's* recipient code;
* the payment is ``reversed``: any other state duns the foreign supplier;
* defaults of the company (stamp duty, withholding …) are zeroed one by one;
* the number is left to FiC.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from autofatture.adapters.fattureincloud.countries import Country
from autofatture.domain.company import VatType
from autofatture.domain.errors import RefusedByFic
from autofatture.domain.money import to_cents
from autofatture.domain.self_invoice import Cedente, LinkedDocument, SelfInvoice, SelfInvoiceLine

DOCUMENT_TYPE: Final = "self_supplier_invoice"
FOREIGN_POSTAL_CODE: Final = "00000"
FOREIGN_PROVINCE: Final = "EE"
LONGEST_LINKED_NUMBER: Final = 20
IMPORTED_BY: Final = "autofatture:"
"""Prefix of ``extra_data.imported_by``: our mark beside the subject."""

_ZEROED: Final = (
    "rivalsa", "cassa", "cassa2", "withholding_tax", "other_withholding_tax", "stamp_duty", "amount_due_discount",
)  # fmt: skip

CountryOf = Callable[[str], Country]


def document_body(
    invoice: SelfInvoice,
    *,
    vat_types: Sequence[VatType],
    country_of: CountryOf,
    supplier_id: int | None = None,
    attachment_token: str | None = None,
) -> dict[str, Any]:
    """The JSON body of create, totals and modify. Amounts are ``Decimal``.

    Raises:
        RefusedByFic: a VAT type that the company does not have, a country that FiC does not know, or a number
            of a linked invoice that does not fit: nothing was sent.
    """
    data: dict[str, Any] = {
        "type": DOCUMENT_TYPE,
        "date": _day(invoice.date),
        "numeration": invoice.numeration or "",
        "subject": invoice.reference,
        "visible_subject": _visible_subject(invoice),
        "notes": "\n".join(invoice.causale),
        "language": {"code": "it", "name": "Italiano"},
        "currency": {"id": "EUR", "exchange_rate": "1.00000"},
        "e_invoice": True,
        "use_gross_prices": False,
        "use_split_payment": False,
        **dict.fromkeys(_ZEROED, 0),
        "entity": _entity(invoice, country_of(invoice.cedente.country), supplier_id),
        "items_list": [_item(line, vat_types) for line in invoice.lines],
        "payments_list": [
            {
                "amount": to_cents(invoice.total_gross),
                "due_date": _day(invoice.date),
                "status": "reversed",
            }
        ],
        "ei_data": {"payment_method": invoice.payment_method, "vat_kind": "I"},
        "extra_data": {
            "debt_vat_detect": True,
            "revenue_detect": False,
            "imported_by": f"{IMPORTED_BY}{invoice.reference}",
        },
        "ei_raw": ei_raw(invoice, country_of(invoice.cedente.country)),
    }
    if attachment_token is not None:
        data["attachment_token"] = attachment_token
    return {"data": data, "options": {"fix_payments": True}}


def ei_raw(invoice: SelfInvoice, country: Country) -> dict[str, Any]:
    """The parts of the XML that FiC does not fill by itself."""
    seller: dict[str, Any] = {"RegimeFiscale": invoice.cedente.regime_fiscale}
    if invoice.cedente.id_paese not in {country.iso, country.fiscal_iso}:
        # XI for goods from Northern Ireland, OO for Livigno: the address names another country than the VAT id.
        seller["IdFiscaleIVA"] = {"IdPaese": invoice.cedente.id_paese, "IdCodice": invoice.cedente.id_codice}
    general: dict[str, Any] = {"DatiGeneraliDocumento": {"TipoDocumento": invoice.document_type.value}}
    linked = [_linked(document) for document in invoice.linked]
    if linked:
        general["DatiFattureCollegate"] = linked
    return {
        "FatturaElettronicaHeader": {"CedentePrestatore": {"DatiAnagrafici": seller}},
        "FatturaElettronicaBody": {"DatiGenerali": general},
    }


def vat_type_for(line: SelfInvoiceLine, vat_types: Sequence[VatType]) -> VatType:
    """The company's usable VAT type of the line's rate and natura.

    Raises:
        RefusedByFic: code ``vat_type_missing``, with the exact type to create in FiC.
    """
    for candidate in vat_types:
        usable = candidate.e_invoice and not candidate.is_disabled
        if usable and candidate.value == line.vat_rate and (candidate.natura or None) == (line.natura or None):
            return candidate
    wanted = f"{format(line.vat_rate.normalize(), 'f')} %" + (f" con natura {line.natura}" if line.natura else "")
    message = (
        f"In Fatture in Cloud manca l'aliquota IVA {wanted}. La bozza è salvata: creala in Impostazioni → "
        "Aliquote IVA, attiva per la fattura elettronica, poi riprova."
    )
    details = {"vat_rate": str(line.vat_rate), "natura": line.natura}
    raise RefusedByFic(message, code="vat_type_missing", details=details)


def supplier_body(cedente: Cedente, country: Country) -> dict[str, Any]:
    """A new entry of the supplier registry."""
    fields = _party(cedente, country, vat_number=cedente.vat_number or "")
    return {"data": {"type": "company", **fields}}


def _entity(invoice: SelfInvoice, country: Country, supplier_id: int | None) -> dict[str, Any]:
    cedente = invoice.cedente
    # Always the id of the XML, prefix first: the registry may hold it as it is printed somewhere.
    entity = _party(cedente, country, vat_number=f"{cedente.id_paese}{cedente.id_codice}")
    entity |= {"type": "company", "ei_code": invoice.cessionario.ei_code}
    return entity if supplier_id is None else {"id": supplier_id, **entity}


def _party(cedente: Cedente, country: Country, *, vat_number: str) -> dict[str, Any]:
    return {
        "name": cedente.name,
        "vat_number": vat_number,
        "tax_code": "",
        "country": country.name,
        "country_iso": country.iso,
        "address_street": cedente.street,
        "address_city": cedente.city,
        "address_postal_code": cedente.postal_code or FOREIGN_POSTAL_CODE,
        "address_province": FOREIGN_PROVINCE,
    }


def _item(line: SelfInvoiceLine, vat_types: Sequence[VatType]) -> dict[str, Any]:
    return {
        "name": line.description,
        "description": "",
        "qty": Decimal(1),
        "net_price": line.net,
        "discount": Decimal(0),
        "not_taxable": False,
        "apply_withholding_taxes": False,
        "stock": False,
        "vat": {"id": vat_type_for(line, vat_types).id},
    }


def _linked(document: LinkedDocument) -> dict[str, str]:
    """Never half a reference, and never a number cut silently."""
    number = document.sdi_id or document.number
    if not number or len(number) > LONGEST_LINKED_NUMBER:
        message = (
            f"Il numero della fattura collegata supera {LONGEST_LINKED_NUMBER} caratteri. La bozza è salvata: "
            "accorcialo e riporta il numero intero nella causale."
        )
        raise RefusedByFic(message, code="linked_number_too_long")
    block = {"IdDocumento": number}
    if document.date is not None:
        block["Data"] = _day(document.date)
    return block


def _visible_subject(invoice: SelfInvoice) -> str:
    parts: list[str] = [invoice.document_type.value, invoice.cedente.name]
    parts += [document.number for document in invoice.linked[:1]]
    return " - ".join(part for part in parts if part)[:200]


def _day(day: dt.date) -> str:
    return day.isoformat()


def reference_of(document: Mapping[str, Any]) -> str | None:
    """Our reference in a document of FiC: its subject, or our mark where somebody rewrote the subject."""
    mark = (document.get("extra_data") or {}).get("imported_by")
    if isinstance(mark, str) and mark.startswith(IMPORTED_BY):
        return mark.removeprefix(IMPORTED_BY)
    subject = document.get("subject")
    return subject if isinstance(subject, str) and subject else None
