"""UBL 2: Invoice and CreditNote, as XRechnung and Peppol BIS use them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from autofatture.adapters.reading.embedded.tree import Node, day, decimal
from autofatture.adapters.reading.embedded.writing import CATEGORIES, put, put_kind, put_nature, vat_id
from autofatture.adapters.reading.result import FoundLine, FoundVatId, FoundVatLine, FoundWording, Result
from autofatture.domain.reading_terms import Engine

ROOTS = frozenset({"Invoice", "CreditNote"})
NAMESPACE = "urn:oasis:names:specification:ubl:schema:xsd:"


def read_ubl(root: Node) -> Result:
    """All fields that a UBL invoice or credit note holds."""
    result = Result(Engine.EMBEDDED)
    put(result, "invoice_number", root.text("ID"))
    put(result, "invoice_date", day(root.text("IssueDate")))
    put(result, "due_date", day(root.text("DueDate") or root.text("PaymentMeans/PaymentDueDate")))
    currency = root.text("DocumentCurrencyCode")
    put(result, "currency", currency)
    _party(result, root.first("AccountingSupplierParty/Party"), "supplier")
    _party(result, root.first("AccountingCustomerParty/Party"), "customer")
    _sums(result, root, currency)
    _dates(result, root)
    put(result, "related_number", root.text("BillingReference/InvoiceDocumentReference/ID"))
    put(result, "ship_from", root.text("Delivery/DeliveryParty/PostalAddress/Country/IdentificationCode"))
    _lines(result, root)
    gross = result.value("total_gross")
    code = root.text("InvoiceTypeCode|CreditNoteTypeCode")
    put_kind(result, code, gross if isinstance(gross, Decimal) else None, credit_root=root.name == "CreditNote")
    categories = _wordings(result, root, currency)
    put_nature(result, result.lines, _units(root), categories)
    return result


def _party(result: Result, party: Node | None, side: str) -> None:
    if party is None:
        return
    put(result, f"{side}_name", party.text("PartyLegalEntity/RegistrationName") or party.text("PartyName/Name"))
    number = next(
        (
            vat_id(scheme.text("CompanyID"))
            for scheme in party.all("PartyTaxScheme")
            if (scheme.text("TaxScheme/ID") or "VAT") == "VAT"
        ),
        None,
    )
    put(result, f"{side}_vat_id", number)
    if number:
        result.vat_ids.append(FoundVatId(number, side))
    if side == "supplier":
        put(result, "supplier_country", party.text("PostalAddress/Country/IdentificationCode"))
        put(result, "supplier_street", party.text("PostalAddress/StreetName"))
        put(result, "supplier_city", party.text("PostalAddress/CityName"))
        put(result, "supplier_postal_code", party.text("PostalAddress/PostalZone"))


def _sums(result: Result, root: Node, currency: str | None) -> None:
    total = root.first("LegalMonetaryTotal")
    if total is not None:
        net = total.amount("TaxExclusiveAmount")
        put(result, "total_net", net if net is not None else total.amount("LineExtensionAmount"))
        put(result, "total_gross", total.amount("TaxInclusiveAmount"))
        put(result, "total_paid", total.amount("PrepaidAmount"))
        put(result, "total_due", total.amount("PayableAmount"))
        rounding = total.amount("PayableRoundingAmount")
        if rounding:
            result.warn("arrotondamento", f"La fattura contiene un arrotondamento di {rounding}.", "total_due")
    taxes = list(_tax_totals(root, currency))
    amounts = [amount for tax in taxes if (amount := tax.amount("TaxAmount")) is not None]
    if amounts:
        put(result, "total_vat", sum(amounts, Decimal(0)))
    country = result.value("supplier_country")
    for tax in taxes:
        for line in tax.all("TaxSubtotal"):
            amount = line.amount("TaxAmount")
            rate = line.amount("TaxCategory/Percent")
            where = str(country) if country and amount else None
            result.vat_lines.append(FoundVatLine(_plain(rate), line.amount("TaxableAmount"), amount, where))


def _tax_totals(root: Node, currency: str | None) -> Iterable[Node]:
    """Tax totals in the invoice's currency; a second one may repeat the VAT in the accounting currency."""
    for tax in root.all("TaxTotal"):
        amount = tax.first("TaxAmount")
        code = amount.attribute("currencyID") if amount is not None else None
        if code in {None, currency} or currency is None:
            yield tax


def _plain(rate: Decimal | None) -> Decimal | None:
    return None if rate is None else Decimal(format(rate.normalize(), "f"))


def _dates(result: Result, root: Node) -> None:
    start, end = day(root.text("InvoicePeriod/StartDate")), day(root.text("InvoicePeriod/EndDate"))
    delivered = day(root.text("Delivery/ActualDeliveryDate"))
    put(result, "service_from", start or delivered)
    put(result, "service_to", end or delivered)


def _lines(result: Result, root: Node) -> None:
    for item in root.all("InvoiceLine|CreditNoteLine"):
        name = item.text("Item/Name") or item.text("Item/Description") or ""
        quantity = decimal(item.text("InvoicedQuantity|CreditedQuantity"))
        rate = _plain(item.amount("Item/ClassifiedTaxCategory/Percent"))
        net = item.amount("LineExtensionAmount")
        result.lines.append(FoundLine(name[:1000], quantity, item.amount("Price/PriceAmount"), net, rate))


def _units(root: Node) -> set[str]:
    path = "InvoiceLine|CreditNoteLine/InvoicedQuantity|CreditedQuantity"
    return {unit for node in root.all(path) if (unit := node.attribute("unitCode"))}


def _wordings(result: Result, root: Node, currency: str | None) -> set[str]:
    categories: set[str] = set()
    for tax in _tax_totals(root, currency):
        for line in tax.all("TaxSubtotal/TaxCategory"):
            code = line.text("ID") or ""
            categories.add(code)
            kind = CATEGORIES.get(code)
            if kind and all(wording.kind is not kind for wording in result.wordings):
                text = line.text("TaxExemptionReason") or root.text("Note") or f"Categoria IVA {code}"
                result.wordings.append(FoundWording(kind, text[:300]))
    return categories
