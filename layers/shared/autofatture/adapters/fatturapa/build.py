"""The XML that we expect FiC to produce for a self-invoice.

FiC builds and sends its own; this one is for checking: it is validated before anything is created, and compared
with what FiC did produce.
"""

from __future__ import annotations

from decimal import Decimal

from lxml import etree

from autofatture.adapters.fatturapa.schema import schema
from autofatture.domain.errors import BadInput
from autofatture.domain.money import EUR, to_cents
from autofatture.domain.self_invoice import Cedente, Cessionario, LinkedDocument, SelfInvoice

FORMAT = "FPR12"
ISSUED_BY_BUYER = "CC"
_SUMMARY_DECIMALS = 2


class IncompleteSelfInvoice(BadInput):
    code = "incomplete_self_invoice"
    default_message = (
        "Mancano dati dell'azienda per costruire l'autofattura. Nulla è stato creato: completali e riprova."
    )


def build(
    invoice: SelfInvoice, *, number: str, progressive: str = "00001", issuer: str | None = ISSUED_BY_BUYER
) -> bytes:
    """UTF-8 bytes of one FatturaPA file.

    Args:
        invoice: what is meant.
        number: the whole number with its series, such as ``12/AF`` (FiC assigns it).
        progressive: ``ProgressivoInvio`` of the transmission.
        issuer: ``SoggettoEmittente``; None leaves it out (1.6, optional; docs/fiscal-rules.md#parties-and-text).

    Raises:
        IncompleteSelfInvoice: the company's address is not known.
    """
    root = etree.Element(f"{{{schema().namespace}}}FatturaElettronica", nsmap={"p": schema().namespace})
    root.set("versione", FORMAT)
    header = etree.SubElement(root, "FatturaElettronicaHeader")
    _transmission(header, invoice, progressive)
    _cedente(header, invoice.cedente)
    _cessionario(header, invoice.cessionario)
    if issuer:
        _leaf(header, "SoggettoEmittente", issuer)
    body = etree.SubElement(root, "FatturaElettronicaBody")
    _general(body, invoice, number)
    _goods(body, invoice)
    _payment(body, invoice)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _transmission(header: etree._Element, invoice: SelfInvoice, progressive: str) -> None:
    data = etree.SubElement(header, "DatiTrasmissione")
    _id(data, "IdTrasmittente", "IT", invoice.cessionario.vat_id)
    _leaf(data, "ProgressivoInvio", progressive)
    _leaf(data, "FormatoTrasmissione", FORMAT)
    _leaf(data, "CodiceDestinatario", invoice.cessionario.ei_code)


def _cedente(header: etree._Element, cedente: Cedente) -> None:
    party = etree.SubElement(header, "CedentePrestatore")
    data = etree.SubElement(party, "DatiAnagrafici")
    _id(data, "IdFiscaleIVA", cedente.id_paese, cedente.id_codice)
    _leaf(etree.SubElement(data, "Anagrafica"), "Denominazione", cedente.name)
    _leaf(data, "RegimeFiscale", cedente.regime_fiscale)
    seat = etree.SubElement(party, "Sede")
    _leaf(seat, "Indirizzo", cedente.street)
    _leaf(seat, "CAP", cedente.postal_code)
    _leaf(seat, "Comune", cedente.city)
    _leaf(seat, "Nazione", cedente.country)


def _cessionario(header: etree._Element, cessionario: Cessionario) -> None:
    if not (cessionario.street and cessionario.postal_code and cessionario.city):
        raise IncompleteSelfInvoice("Manca l'indirizzo dell'azienda (via, CAP, comune). Nulla è stato creato.")
    party = etree.SubElement(header, "CessionarioCommittente")
    data = etree.SubElement(party, "DatiAnagrafici")
    _id(data, "IdFiscaleIVA", "IT", cessionario.vat_id)
    if cessionario.tax_code:
        _leaf(data, "CodiceFiscale", cessionario.tax_code)
    _leaf(etree.SubElement(data, "Anagrafica"), "Denominazione", cessionario.name)
    seat = etree.SubElement(party, "Sede")
    _leaf(seat, "Indirizzo", cessionario.street)
    _leaf(seat, "CAP", cessionario.postal_code)
    _leaf(seat, "Comune", cessionario.city)
    if cessionario.province:
        _leaf(seat, "Provincia", cessionario.province)
    _leaf(seat, "Nazione", "IT")


def _general(body: etree._Element, invoice: SelfInvoice, number: str) -> None:
    general = etree.SubElement(body, "DatiGenerali")
    document = etree.SubElement(general, "DatiGeneraliDocumento")
    _leaf(document, "TipoDocumento", invoice.document_type.value)
    _leaf(document, "Divisa", EUR)
    _leaf(document, "Data", invoice.date.isoformat())
    _leaf(document, "Numero", number)
    _leaf(document, "ImportoTotaleDocumento", _cents(invoice.total_gross))
    for text in invoice.causale:
        _leaf(document, "Causale", text)
    for linked in invoice.linked:
        _linked(general, linked)


def _linked(general: etree._Element, linked: LinkedDocument) -> None:
    """The SdI identifier when the invoice came through SdI, else the supplier's number."""
    block = etree.SubElement(general, "DatiFattureCollegate")
    _leaf(block, "IdDocumento", linked.sdi_id or linked.number)
    if linked.date is not None:
        _leaf(block, "Data", linked.date.isoformat())


def _goods(body: etree._Element, invoice: SelfInvoice) -> None:
    goods = etree.SubElement(body, "DatiBeniServizi")
    for position, line in enumerate(invoice.lines, start=1):
        element = etree.SubElement(goods, "DettaglioLinee")
        _leaf(element, "NumeroLinea", str(position))
        _leaf(element, "Descrizione", line.description)
        _leaf(element, "Quantita", "1.00")
        _leaf(element, "PrezzoUnitario", _cents(line.net))
        _leaf(element, "PrezzoTotale", _cents(line.net))
        _leaf(element, "AliquotaIVA", _cents(line.vat_rate))
        if line.natura:
            _leaf(element, "Natura", line.natura)
    for summary in invoice.summaries:
        element = etree.SubElement(goods, "DatiRiepilogo")
        _leaf(element, "AliquotaIVA", _cents(summary.vat_rate))
        if summary.natura:
            _leaf(element, "Natura", summary.natura)
        _leaf(element, "ImponibileImporto", _cents(summary.net))
        _leaf(element, "Imposta", _cents(summary.vat))
        if summary.natura and summary.legal_reference:
            _leaf(element, "RiferimentoNormativo", summary.legal_reference)
        elif not summary.natura:
            # EsigibilitaIVA stands before RiferimentoNormativo; it says nothing where no tax is due.
            _leaf(element, "EsigibilitaIVA", "I")


def _payment(body: etree._Element, invoice: SelfInvoice) -> None:
    payment = etree.SubElement(body, "DatiPagamento")
    _leaf(payment, "CondizioniPagamento", "TP02")
    detail = etree.SubElement(payment, "DettaglioPagamento")
    _leaf(detail, "ModalitaPagamento", invoice.payment_method)
    _leaf(detail, "ImportoPagamento", _cents(invoice.total_gross))


def _id(parent: etree._Element, name: str, country: str, code: str) -> None:
    element = etree.SubElement(parent, name)
    _leaf(element, "IdPaese", country)
    _leaf(element, "IdCodice", code)


def _leaf(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, name).text = text


def _cents(value: Decimal) -> str:
    return format(to_cents(value), f".{_SUMMARY_DECIMALS}f")
