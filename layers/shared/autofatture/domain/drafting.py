"""From a reading to the first draft, and from a draft to the facts of the decision."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from autofatture.domain.advice import Advice, DocumentType
from autofatture.domain.company import CompanyProfile
from autofatture.domain.draft import Draft, DraftLine, DraftSupplier, DraftVat, ReceiptOrigin, SupplyAnswers
from autofatture.domain.facts import Facts
from autofatture.domain.places import country_code
from autofatture.domain.reading import DocumentKind, Reading
from autofatture.domain.reading_terms import Nature
from autofatture.domain.vat_ids import clean, same_id

_MAX_LINES, _MAX_TEXT = 500, 1000


def first_draft(reading: Reading, company: CompanyProfile, seed: Draft, *, today: dt.date) -> Draft:
    """What a person starts from. ``seed`` holds what was declared at the upload and always wins.

    The receipt date is proposed as the invoice date only when both lie in the month of the upload (``today``);
    otherwise it is left empty and asked (accountant.md item 3).
    """
    invoice_date = reading.invoice_date.value
    receipt, origin = _receipt(seed, invoice_date, today)
    operation = _end_of_service(reading) or _payment(reading)
    credit = bool(reading.is_credit_note.value) or reading.document_kind.value is DocumentKind.CREDIT_NOTE
    draft = Draft(
        document_kind=reading.document_kind.value,
        supplier=_supplier(reading, company),
        customer_name=_cut(reading.customer_name.value, 200),
        customer_vat_id=_cut(reading.customer_vat_id.value, 40),
        invoice_number=_cut(reading.invoice_number.value, 100),
        invoice_date=invoice_date,
        operation_date=operation or invoice_date,
        operation_presumed=operation is None and invoice_date is not None,
        payment_date=reading.paid_date.value,
        receipt_date=receipt,
        receipt_origin=origin,
        currency=reading.currency.value,
        total_net=_net(reading),
        total_vat=reading.total_vat.value,
        total_gross=reading.total_gross.value,
        printed_eur=reading.printed_eur.value,
        is_credit_note=credit,
        nature=reading.nature.value,
        supply=SupplyAnswers(ship_from=reading.ship_from.value),
        lines=_lines(reading),
        vat_lines=_vat_lines(reading),
        wording=_cut(" | ".join(one.text for one in reading.wordings), 4000),
        related_number=_cut(reading.related_number.value, 100),
        buyer=seed.buyer.model_copy(
            update={"addressed_to": "person" if reading.customer_is_person.value else seed.buyer.addressed_to}
        ),
    )
    return draft.model_copy(update=_declared(seed))


def _declared(seed: Draft) -> dict[str, object]:
    """What was declared: a seed that comes back from the table has every field set, most of them to their default."""
    empty = Draft()
    return {
        name: getattr(seed, name)
        for name in Draft.model_fields
        if name != "buyer" and getattr(seed, name) != getattr(empty, name)
    }


def _end_of_service(reading: Reading) -> dt.date | None:
    """The end of the period; that of a period invoiced in advance is not the day of the operation."""
    ended, invoiced = reading.service_to.value, reading.invoice_date.value
    return None if ended and invoiced and ended > invoiced else ended


def with_advice(draft: Draft, advice: Advice) -> Draft:
    """The draft filled with what was decided, where a person has not decided otherwise.

    The document date is left to the advice: it follows the receipt and the operation when they are edited.
    """
    outcome = advice.outcome.value
    chosen = DocumentType(outcome) if outcome in DocumentType.__members__ else None
    treatment = advice.vat_treatment
    lines = tuple(
        line
        if line.vat_rate is not None or treatment.rate is None
        else line.model_copy(update={"vat_rate": treatment.rate, "natura": treatment.natura})
        for line in draft.lines
    )
    return draft.model_copy(
        update={
            "document_type": draft.document_type or chosen,
            "lines": lines,
        }
    )


def facts_from(draft: Draft, company: CompanyProfile) -> Facts:
    """The facts that a draft holds about one purchase of this company."""
    supplier, supply = draft.supplier, draft.supply
    ids = [text for text in (supplier.vat_id, *supplier.other_vat_ids) if text]
    return Facts.model_validate(
        {
            "supplier": {
                "name": supplier.name,
                "country": supplier.country,
                "vat_ids": ids or None,
                "established_in_italy": supplier.established_in_italy,
                "territory": supplier.territory,
                "vat_scheme": supplier.vat_scheme,
                "taxable_person": supplier.taxable_person,
            },
            "customer": {
                "vat_id": f"IT{company.vat_id}",
                "regime": company.regime.value,
                "in_vies": company.in_vies,
                "acting_as": draft.buyer.acting_as,
                "intra_goods_option": company.intra_goods_option,
                "intra_goods_total": company.intra_goods_total,
            },
            "supply": {
                "nature": draft.nature.value if draft.nature else None,
                "wording": draft.wording,
                **supply.model_dump(),
            },
            "vat_charged": None if draft.vat_lines is None else [one.model_dump() for one in draft.vat_lines],
            "document": {
                "kind": _kind(draft),
                "form": draft.form,
                "sdi_id": draft.sdi_id,
                "addressed_to": addressed_to(draft, company),
                "number": draft.invoice_number,
                "date": draft.reverses.date if draft.reverses else draft.invoice_date,
                "operation_date": draft.operation_date,
                "receipt_date": draft.receipt_date,
                "payment_date": draft.payment_date,
                "currency": draft.currency,
                "total_net": draft.total_net,
                "total_gross": draft.total_gross,
                "related_number": draft.related_number,
                "link_choice": draft.link_choice,
            },
        }
    )


def addressed_to(draft: Draft, company: CompanyProfile) -> str | None:
    """The buyer check: by VAT id, else by name; a person's answer overrules both (accountant.md item 9)."""
    stated = draft.buyer.addressed_to
    if draft.customer_vat_id:
        codes = [company.vat_id, company.tax_code]
        if any(same_id(draft.customer_vat_id, code) for code in codes if code):
            return "company"
        return stated if stated == "company" else "other"
    if stated == "person" and _same_name(draft.customer_name, company.owner_name):
        return "company"
    if stated:
        return stated
    return "company" if _same_name(draft.customer_name, company.name, company.owner_name) else None


def _kind(draft: Draft) -> str | None:
    if draft.is_credit_note:
        return DocumentKind.CREDIT_NOTE.value
    return draft.document_kind.value if draft.document_kind else None


def _same_name(printed: str | None, *names: str | None) -> bool:
    wanted = _words(printed)
    return bool(wanted) and any(name is not None and _words(name) == wanted for name in names)


def _words(name: str | None) -> frozenset[str]:
    """Words of a name without legal forms and punctuation, in any order."""
    plain = "".join(character if character.isalnum() else " " for character in (name or "").casefold().replace(".", ""))
    return frozenset(plain.split()) - {"srl", "spa", "snc", "sas", "srls", "societa", "di", "the", "e", "c"}


def _supplier(reading: Reading, company: CompanyProfile) -> DraftSupplier:
    main = reading.supplier_vat_id.value
    ours = (company.vat_id, reading.customer_vat_id.value)
    others = [
        one.value
        for one in reading.vat_ids
        if one.party == "supplier"
        and (main is None or clean(one.value) != clean(main))
        and not _is_any(one.value, ours)
    ]
    return DraftSupplier(
        name=_cut(reading.supplier_name.value, 200),
        vat_id=_cut(main if main is None or not _is_any(main, ours) else None, 40),
        other_vat_ids=tuple(dict.fromkeys(others)),
        country=country_code(reading.supplier_country.value),
        street=_cut(reading.supplier_street.value, 200),
        city=_cut(reading.supplier_city.value, 100),
        postal_code=_cut(reading.supplier_postal_code.value, 20),
    )


def _is_any(text: str, ids: Iterable[str | None]) -> bool:
    return any(same_id(text, one) for one in ids)


def _receipt(seed: Draft, invoice_date: dt.date | None, today: dt.date) -> tuple[dt.date | None, ReceiptOrigin | None]:
    if seed.receipt_date is not None:
        return seed.receipt_date, seed.receipt_origin or ReceiptOrigin.DICHIARATA
    if invoice_date is not None and (invoice_date.year, invoice_date.month) == (today.year, today.month):
        return invoice_date, ReceiptOrigin.PROPOSTA
    return None, None


def _payment(reading: Reading) -> dt.date | None:
    """A payment at or before the invoice is the operation (art. 6 c. 6 DPR 633/72)."""
    paid, issued = reading.paid_date.value, reading.invoice_date.value
    return paid if paid is not None and (issued is None or paid <= issued) else None


def _net(reading: Reading) -> Decimal | None:
    """The net total; where it is not printed and no VAT was charged, the gross one is the same."""
    if reading.total_net.value is not None:
        return reading.total_net.value
    gross, vat = reading.total_gross.value, reading.total_vat.value
    return gross - vat if gross is not None and vat is not None else None


def _lines(reading: Reading) -> tuple[DraftLine, ...]:
    """The printed lines when they add up to the net total, else one line that sums them up."""
    net = _net(reading)
    nets = [one.net for one in reading.lines]
    complete = bool(nets) and None not in nets and sum((one for one in nets if one is not None), Decimal(0)) == net
    if complete and len(nets) <= _MAX_LINES:
        return tuple(
            DraftLine(description=_cut(one.description, _MAX_TEXT) or "", net=one.net)
            for one in reading.lines
            if one.net is not None
        )
    if net is None:
        return ()
    words = {Nature.GOODS: "Beni", Nature.SERVICES: "Servizi"}
    what = words.get(reading.nature.value, "Acquisto") if reading.nature.value else "Acquisto"
    number = reading.invoice_number.value
    return (DraftLine(description=f"{what} - fattura n. {number}" if number else what, net=net),)


def _vat_lines(reading: Reading) -> tuple[DraftVat, ...] | None:
    if reading.vat_lines:
        return tuple(DraftVat(country=one.country, rate=one.rate, amount=one.amount) for one in reading.vat_lines)
    vat = reading.total_vat.value
    if vat is None:
        return None
    return () if vat == 0 else (DraftVat(amount=vat),)


def _cut(text: str | None, limit: int) -> str | None:
    return text[:limit] if text else None
