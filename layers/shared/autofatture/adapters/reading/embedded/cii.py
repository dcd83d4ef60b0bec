"""Cross Industry Invoice: Factur-X, ZUGFeRD 1 and 2, XRechnung, in every profile.

ZUGFeRD 1 has other element names for the same things; each path names both.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from autofatture.adapters.reading.embedded.tree import Node, day, decimal
from autofatture.adapters.reading.embedded.writing import CATEGORIES, put, put_kind, put_nature, vat_id
from autofatture.adapters.reading.result import FoundLine, FoundVatId, FoundVatLine, FoundWording, Result
from autofatture.domain.reading_terms import Engine

ROOTS = frozenset({"CrossIndustryInvoice", "CrossIndustryDocument"})

_DOCUMENT = "ExchangedDocument|HeaderExchangedDocument"
_TRADE = "SupplyChainTradeTransaction|SpecifiedSupplyChainTradeTransaction"
_AGREEMENT = "ApplicableHeaderTradeAgreement|ApplicableSupplyChainTradeAgreement"
_DELIVERY = "ApplicableHeaderTradeDelivery|ApplicableSupplyChainTradeDelivery"
_SETTLEMENT = "ApplicableHeaderTradeSettlement|ApplicableSupplyChainTradeSettlement"
_SUMS = "SpecifiedTradeSettlementHeaderMonetarySummation|SpecifiedTradeSettlementMonetarySummation"


def read_cii(root: Node) -> Result:
    """All fields that a Cross Industry Invoice holds."""
    result = Result(Engine.EMBEDDED)
    document, trade = root.first(_DOCUMENT), root.first(_TRADE)
    if document is None or trade is None:
        return result
    put(result, "invoice_number", document.text("ID"))
    put(result, "invoice_date", _day(document, "IssueDateTime"))
    agreement, settlement = trade.first(_AGREEMENT), trade.first(_SETTLEMENT)
    currency = settlement.text("InvoiceCurrencyCode") if settlement else None
    put(result, "currency", currency)
    if agreement is not None:
        _party(result, agreement.first("SellerTradeParty"), "supplier")
        _party(result, agreement.first("BuyerTradeParty"), "customer")
    if settlement is not None:
        _sums(result, settlement, currency)
        _settled(result, settlement)
    _supplied(result, trade)
    _lines(result, trade)
    gross = result.value("total_gross")
    put_kind(result, document.text("TypeCode"), gross if isinstance(gross, Decimal) else None)
    _wordings(result, document, settlement)
    categories = {code for tax in _taxes(settlement) if (code := tax.text("CategoryCode"))}
    put_nature(result, result.lines, _units(trade), categories)
    return result


def _day(node: Node, path: str) -> dt.date | None:
    return day(node.text(f"{path}/DateTimeString") or node.text(f"{path}/DateString") or node.text(path))


def _party(result: Result, party: Node | None, side: str) -> None:
    if party is None:
        return
    put(result, f"{side}_name", party.text("Name") or party.text("SpecifiedLegalOrganization/TradingBusinessName"))
    registered = next(
        (node.own for node in party.all("SpecifiedTaxRegistration/ID") if node.attribute("schemeID") == "VA"), None
    )
    number = vat_id(registered)
    put(result, f"{side}_vat_id", number)
    if number:
        result.vat_ids.append(FoundVatId(number, side))
    if side == "supplier":
        address = party.first("PostalTradeAddress")
        if address is not None:
            put(result, "supplier_country", address.text("CountryID"))
            put(result, "supplier_street", address.text("LineOne") or address.text("StreetName"))
            put(result, "supplier_city", address.text("CityName"))
            put(result, "supplier_postal_code", address.text("PostcodeCode"))


def _sums(result: Result, settlement: Node, currency: str | None) -> None:
    sums = settlement.first(_SUMS)
    if sums is None:
        return
    net = sums.amount("TaxBasisTotalAmount")
    put(result, "total_net", net if net is not None else sums.amount("LineTotalAmount"))
    put(result, "total_vat", _in_currency(sums.all("TaxTotalAmount"), currency))
    put(result, "total_gross", _in_currency(sums.all("GrandTotalAmount"), currency))
    put(result, "total_paid", sums.amount("TotalPrepaidAmount"))
    put(result, "total_due", sums.amount("DuePayableAmount"))
    rounding = sums.amount("RoundingAmount")
    if rounding:
        result.warn("arrotondamento", f"La fattura contiene un arrotondamento di {rounding}.", "total_due")
    country = result.value("supplier_country")
    for tax in _taxes(settlement):
        amount = tax.amount("CalculatedAmount")
        result.vat_lines.append(
            FoundVatLine(
                _rate(tax.amount("RateApplicablePercent|ApplicablePercent")),
                tax.amount("BasisAmount"),
                amount,
                str(country) if country and amount else None,
            )
        )


def _in_currency(nodes: Iterable[Node], currency: str | None) -> Decimal | None:
    """The amount in the invoice's currency: the same sum may stand beside it in another one."""
    found = [(node.attribute("currencyID"), decimal(node.own)) for node in nodes]
    exact = [value for code, value in found if code == currency and value is not None]
    plain = [value for code, value in found if code is None and value is not None]
    return next(iter(exact or plain), None)


def _rate(rate: Decimal | None) -> Decimal | None:
    return None if rate is None else Decimal(format(rate.normalize(), "f"))


def _taxes(settlement: Node | None) -> Iterable[Node]:
    return settlement.all("ApplicableTradeTax") if settlement is not None else ()


def _settled(result: Result, settlement: Node) -> None:
    period = settlement.first("BillingSpecifiedPeriod")
    if period is not None:
        put(result, "service_from", _day(period, "StartDateTime"))
        put(result, "service_to", _day(period, "EndDateTime"))
    for terms in settlement.all("SpecifiedTradePaymentTerms"):
        due = _day(terms, "DueDateDateTime")
        if due:
            put(result, "due_date", due)
            break
    put(result, "related_number", settlement.text("InvoiceReferencedDocument/IssuerAssignedID|ID"))


def _supplied(result: Result, trade: Node) -> None:
    delivery = trade.first(_DELIVERY)
    if delivery is None:
        return
    supplied = delivery.first("ActualDeliverySupplyChainEvent")
    when = _day(supplied, "OccurrenceDateTime") if supplied is not None else None
    if when and result.value("service_from") is None:
        put(result, "service_from", when)
        put(result, "service_to", when)
    put(result, "ship_from", delivery.text("ShipFromTradeParty/PostalTradeAddress/CountryID"))


def _lines(result: Result, trade: Node) -> None:
    for item in trade.all("IncludedSupplyChainTradeLineItem"):
        product = item.text("SpecifiedTradeProduct/Name") or item.text("SpecifiedTradeProduct/Description")
        agreement = "SpecifiedLineTradeAgreement|SpecifiedSupplyChainTradeAgreement"
        delivery = "SpecifiedLineTradeDelivery|SpecifiedSupplyChainTradeDelivery"
        settlement = "SpecifiedLineTradeSettlement|SpecifiedSupplyChainTradeSettlement"
        sums = "SpecifiedTradeSettlementLineMonetarySummation|SpecifiedTradeSettlementMonetarySummation"
        net = item.amount(f"{settlement}/{sums}/LineTotalAmount")
        if product is None and net is None:
            continue
        result.lines.append(
            FoundLine(
                (product or "")[:1000],
                item.amount(f"{delivery}/BilledQuantity"),
                item.amount(f"{agreement}/NetPriceProductTradePrice/ChargeAmount"),
                net,
                _rate(item.amount(f"{settlement}/ApplicableTradeTax/RateApplicablePercent|ApplicablePercent")),
            )
        )


def _units(trade: Node) -> set[str]:
    path = (
        "IncludedSupplyChainTradeLineItem/SpecifiedLineTradeDelivery|SpecifiedSupplyChainTradeDelivery/BilledQuantity"
    )
    return {unit for node in trade.all(path) if (unit := node.attribute("unitCode"))}


def _wordings(result: Result, document: Node, settlement: Node | None) -> None:
    reasons = [text for tax in _taxes(settlement) if (text := tax.text("ExemptionReason"))]
    notes = [text for note in document.all("IncludedNote/Content") if (text := note.own)]
    for tax in _taxes(settlement):
        kind = CATEGORIES.get(tax.text("CategoryCode") or "")
        if kind and all(wording.kind is not kind for wording in result.wordings):
            text = tax.text("ExemptionReason") or next(
                iter(reasons + notes), f"Categoria IVA {tax.text('CategoryCode')}"
            )
            result.wordings.append(FoundWording(kind, text[:300]))
