"""A Cross Industry Invoice of the EN 16931 profile, built from a bill, and its place inside a PDF/A-3 (Factur-X)."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from lxml import etree

from autofatture.domain.money import as_text
from samples.bill import Bill, Line
from samples.printing import producer_of, title_of
from samples.sheet import Sheet

XML_NAME = "factur-x.xml"
_RSM = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
_RAM = "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
_UDT = "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"
_NAMESPACES = {"rsm": _RSM, "ram": _RAM, "udt": _UDT}
_PROFILE = "urn:cen.eu:en16931:2017"
_UNITS = {"Stk": "H87", "Satz": "SET", "Std": "HUR"}
_EXEMPTION = "Intra-community supply"


class _Element:
    """A thin writer: ``add`` returns the new child, so that nesting reads as the standard's tables."""

    def __init__(self, node: etree._Element) -> None:
        self.node = node

    def add(self, name: str, text: str | None = None, **attributes: str) -> _Element:
        prefix, _, local = name.partition(":")
        child = etree.SubElement(self.node, f"{{{_NAMESPACES[prefix]}}}{local}", attrib=attributes)
        child.text = text
        return _Element(child)

    def date(self, name: str, value: dt.date) -> None:
        self.add(name).add("udt:DateTimeString", f"{value:%Y%m%d}", format="102")


def build_cii(bill: Bill) -> bytes:
    """The XML of an intra-Community supply of goods, exempt in the seller's country (category K)."""
    root = _Element(etree.Element(f"{{{_RSM}}}CrossIndustryInvoice", nsmap=_NAMESPACES))
    context = root.add("rsm:ExchangedDocumentContext")
    context.add("ram:GuidelineSpecifiedDocumentContextParameter").add("ram:ID", _PROFILE)
    document = root.add("rsm:ExchangedDocument")
    document.add("ram:ID", bill.number)
    document.add("ram:TypeCode", "380")
    document.date("ram:IssueDateTime", bill.date)
    for sentence in bill.sentences:
        document.add("ram:IncludedNote").add("ram:Content", sentence.text)
    transaction = root.add("rsm:SupplyChainTradeTransaction")
    for number, line in enumerate(bill.lines, start=1):
        _line(transaction, number, line)
    _agreement(transaction, bill)
    delivery = transaction.add("ram:ApplicableHeaderTradeDelivery")
    _address(delivery.add("ram:ShipToTradeParty"), bill, of_seller=False)
    if bill.delivery:
        delivery.add("ram:ActualDeliverySupplyChainEvent").date("ram:OccurrenceDateTime", bill.delivery)
    _settlement(transaction, bill)
    text: bytes = etree.tostring(root.node, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return text


def _line(transaction: _Element, number: int, line: Line) -> None:
    item = transaction.add("ram:IncludedSupplyChainTradeLineItem")
    item.add("ram:AssociatedDocumentLineDocument").add("ram:LineID", str(number))
    product = item.add("ram:SpecifiedTradeProduct")
    product.add("ram:SellerAssignedID", line.article)
    product.add("ram:Name", line.description)
    price = item.add("ram:SpecifiedLineTradeAgreement").add("ram:NetPriceProductTradePrice")
    price.add("ram:ChargeAmount", as_text(line.unit_price))
    delivered = item.add("ram:SpecifiedLineTradeDelivery")
    delivered.add("ram:BilledQuantity", as_text(line.quantity), unitCode=_UNITS[line.unit])
    settlement = item.add("ram:SpecifiedLineTradeSettlement")
    tax = settlement.add("ram:ApplicableTradeTax")
    tax.add("ram:TypeCode", "VAT")
    tax.add("ram:CategoryCode", "K")
    tax.add("ram:RateApplicablePercent", "0")
    total = settlement.add("ram:SpecifiedTradeSettlementLineMonetarySummation")
    total.add("ram:LineTotalAmount", as_text(line.net))


def _agreement(transaction: _Element, bill: Bill) -> None:
    agreement = transaction.add("ram:ApplicableHeaderTradeAgreement")
    seller = agreement.add("ram:SellerTradeParty")
    seller.add("ram:Name", bill.supplier.name)
    _address(seller, bill, of_seller=True, named=True)
    seller.add("ram:SpecifiedTaxRegistration").add("ram:ID", bill.supplier.vat_id, schemeID="VA")
    buyer = agreement.add("ram:BuyerTradeParty")
    buyer.add("ram:Name", bill.buyer.name)
    _address(buyer, bill, of_seller=False, named=True)
    buyer.add("ram:SpecifiedTaxRegistration").add("ram:ID", bill.printed_buyer_vat_id, schemeID="VA")
    if bill.order:
        agreement.add("ram:BuyerOrderReferencedDocument").add("ram:IssuerAssignedID", bill.order)


def _address(party: _Element, bill: Bill, *, of_seller: bool, named: bool = False) -> None:
    supplier, buyer = bill.supplier, bill.buyer
    if not of_seller and not named:
        party.add("ram:Name", buyer.name)
    postal = party.add("ram:PostalTradeAddress")
    postal.add("ram:PostcodeCode", supplier.postal_code if of_seller else buyer.postal_code)
    postal.add("ram:LineOne", supplier.street if of_seller else buyer.street)
    postal.add("ram:CityName", supplier.city if of_seller else buyer.city)
    postal.add("ram:CountryID", supplier.country if of_seller else "IT")


def _settlement(transaction: _Element, bill: Bill) -> None:
    settlement = transaction.add("ram:ApplicableHeaderTradeSettlement")
    settlement.add("ram:PaymentReference", bill.number)
    settlement.add("ram:InvoiceCurrencyCode", bill.currency)
    means = settlement.add("ram:SpecifiedTradeSettlementPaymentMeans")
    means.add("ram:TypeCode", "58")
    means.add("ram:PayeePartyCreditorFinancialAccount").add("ram:IBANID", bill.supplier.iban)
    means.add("ram:PayeeSpecifiedCreditorFinancialInstitution").add("ram:BICID", bill.supplier.bic)
    tax = settlement.add("ram:ApplicableTradeTax")
    tax.add("ram:CalculatedAmount", "0.00")
    tax.add("ram:TypeCode", "VAT")
    tax.add("ram:ExemptionReason", _EXEMPTION)
    tax.add("ram:BasisAmount", as_text(bill.net))
    tax.add("ram:CategoryCode", "K")
    tax.add("ram:ExemptionReasonCode", "VATEX-EU-IC")
    tax.add("ram:RateApplicablePercent", "0")
    if bill.due:
        settlement.add("ram:SpecifiedTradePaymentTerms").date("ram:DueDateDateTime", bill.due)
    total = settlement.add("ram:SpecifiedTradeSettlementHeaderMonetarySummation")
    total.add("ram:LineTotalAmount", as_text(bill.net))
    total.add("ram:TaxBasisTotalAmount", as_text(bill.net))
    total.add("ram:TaxTotalAmount", as_text(Decimal("0.00")), currencyID=bill.currency)
    total.add("ram:GrandTotalAmount", as_text(bill.gross))
    total.add("ram:DuePayableAmount", as_text(bill.gross))


def attach_cii(sheet: Sheet, bill: Bill) -> None:
    """Put the XML into the document as Factur-X demands: an associated file, named in the XMP metadata."""
    made_on = dt.datetime.combine(bill.date, dt.time(9, 30), tzinfo=dt.UTC)
    sheet.pdf.set_xmp_metadata(_xmp(bill, made_on))
    sheet.pdf.embed_file(
        bytes=build_cii(bill),
        basename=XML_NAME,
        mime_type="text/xml",
        associated_file_relationship="Alternative",
        desc="Factur-X invoice data",
        creation_date=made_on,
        modification_date=made_on,
    )


def _xmp(bill: Bill, made_on: dt.datetime) -> str:
    stamp = made_on.isoformat(timespec="seconds")
    properties = "".join(
        f"""<rdf:li rdf:parseType="Resource"><pdfaProperty:name>{name}</pdfaProperty:name>"""
        f"""<pdfaProperty:valueType>Text</pdfaProperty:valueType>"""
        f"""<pdfaProperty:category>external</pdfaProperty:category>"""
        f"""<pdfaProperty:description>{text}</pdfaProperty:description></rdf:li>"""
        for name, text in (
            ("DocumentFileName", "name of the embedded XML invoice"),
            ("DocumentType", "INVOICE"),
            ("Version", "version of the XML schema"),
            ("ConformanceLevel", "profile of the XML invoice"),
        )
    )
    return f"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{_escaped(title_of(bill))}</rdf:li></rdf:Alt></dc:title>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreateDate>{stamp}</xmp:CreateDate></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>{_escaped(producer_of(bill))}</pdf:Producer></rdf:Description>
<rdf:Description rdf:about="" xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#">
<fx:DocumentType>INVOICE</fx:DocumentType><fx:DocumentFileName>{XML_NAME}</fx:DocumentFileName>
<fx:Version>1.0</fx:Version><fx:ConformanceLevel>EN 16931</fx:ConformanceLevel></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>fx</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta>"""


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
