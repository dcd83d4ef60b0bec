"""From the XML to the model."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal, InvalidOperation

from lxml import etree
from pydantic import ValidationError

from autofatture.adapters.fatturapa.container import NotAFatturaPA, open_fattura
from autofatture.adapters.fatturapa.model import (
    Address,
    Attachment,
    Body,
    FatturaPA,
    Line,
    Party,
    Payment,
    Related,
    Summary,
)
from autofatture.adapters.fatturapa.signature import PREFIX


def parse(data: bytes) -> FatturaPA:
    """Read any FatturaPA file, in or out of its envelope.

    Raises:
        NotAFatturaPA: it is not XML, or lacks what every FatturaPA has.
    """
    root = open_fattura(data).root
    if etree.QName(root).localname != "FatturaElettronica":
        raise NotAFatturaPA("Il file è XML, ma non è una fattura elettronica.")
    try:
        return _fattura(root)
    except (ValidationError, LookupError, ValueError, InvalidOperation) as error:
        raise NotAFatturaPA("La fattura elettronica è incompleta o ha valori che non si leggono.") from error


def _fattura(root: etree._Element) -> FatturaPA:
    transmission = _need(root, "FatturaElettronicaHeader/DatiTrasmissione")
    header = _need(root, "FatturaElettronicaHeader")
    return FatturaPA(
        version=root.get("versione", ""),
        sender_country=_text(transmission, "IdTrasmittente/IdPaese") or "",
        sender_code=_text(transmission, "IdTrasmittente/IdCodice") or "",
        progressive=_text(transmission, "ProgressivoInvio") or "",
        recipient_code=_text(transmission, "CodiceDestinatario") or "",
        recipient_pec=_text(transmission, "PECDestinatario"),
        supplier=_party(_need(header, "CedentePrestatore")),
        customer=_party(_need(header, "CessionarioCommittente")),
        issuer=_text(header, "SoggettoEmittente"),
        bodies=tuple(_body(one) for one in root.iterfind("FatturaElettronicaBody")),
        signed=root.find(f"{PREFIX}Signature") is not None,
    )


def _party(element: etree._Element) -> Party:
    data = _need(element, "DatiAnagrafici")
    seat = element.find("Sede")
    names = [_text(data, f"Anagrafica/{name}") for name in ("Denominazione", "Nome", "Cognome")]
    return Party(
        id_country=_text(data, "IdFiscaleIVA/IdPaese"),
        id_code=_text(data, "IdFiscaleIVA/IdCodice"),
        tax_code=_text(data, "CodiceFiscale"),
        name=" ".join(name for name in names if name),
        regime=_text(data, "RegimeFiscale"),
        address=_address(seat) if seat is not None else Address(),
    )


def _address(element: etree._Element) -> Address:
    return Address(
        street=_text(element, "Indirizzo") or "",
        house_number=_text(element, "NumeroCivico"),
        postal_code=_text(element, "CAP") or "",
        city=_text(element, "Comune") or "",
        province=_text(element, "Provincia"),
        country=_text(element, "Nazione") or "IT",
    )


def _body(element: etree._Element) -> Body:
    general = _need(element, "DatiGenerali/DatiGeneraliDocumento")
    return Body(
        document_type=_text(general, "TipoDocumento") or "",
        currency=_text(general, "Divisa") or "",
        date=_day(_text(general, "Data")),
        number=_text(general, "Numero") or "",
        total=_amount(general, "ImportoTotaleDocumento"),
        causale=tuple((one.text or "").strip() for one in general.iterfind("Causale")),
        linked=tuple(_related(one) for one in element.iterfind("DatiGenerali/DatiFattureCollegate")),
        lines=tuple(_line(one) for one in element.iterfind("DatiBeniServizi/DettaglioLinee")),
        summaries=tuple(_summary(one) for one in element.iterfind("DatiBeniServizi/DatiRiepilogo")),
        payments=tuple(
            Payment(method=_text(one, "ModalitaPagamento") or "", amount=_exact(one, "ImportoPagamento"))
            for one in element.iterfind("DatiPagamento/DettaglioPagamento")
        ),
        attachments=tuple(
            Attachment(
                name=_text(one, "NomeAttachment") or "",
                format=_text(one, "FormatoAttachment"),
                size=len(one.findtext("Attachment") or ""),
            )
            for one in element.iterfind("Allegati")
        ),
    )


def _related(element: etree._Element) -> Related:
    day = _text(element, "Data")
    return Related(number=_text(element, "IdDocumento") or "", date=_day(day) if day else None)


def _line(element: etree._Element) -> Line:
    return Line(
        number=int(_text(element, "NumeroLinea") or 0),
        description=_text(element, "Descrizione") or "",
        quantity=_amount(element, "Quantita"),
        unit_price=_exact(element, "PrezzoUnitario"),
        total=_exact(element, "PrezzoTotale"),
        vat_rate=_exact(element, "AliquotaIVA"),
        natura=_text(element, "Natura"),
    )


def _summary(element: etree._Element) -> Summary:
    return Summary(
        vat_rate=_exact(element, "AliquotaIVA"),
        natura=_text(element, "Natura"),
        net=_exact(element, "ImponibileImporto"),
        vat=_exact(element, "Imposta"),
        legal_reference=_text(element, "RiferimentoNormativo"),
    )


def _need(parent: etree._Element, path: str) -> etree._Element:
    found = parent.find(path)
    if found is None:
        raise LookupError(path)
    return found


def _text(parent: etree._Element, path: str) -> str | None:
    text = parent.findtext(path)
    return text.strip() or None if text is not None else None


def _amount(parent: etree._Element, path: str) -> Decimal | None:
    text = _text(parent, path)
    return Decimal(text) if text is not None else None


def _exact(parent: etree._Element, path: str) -> Decimal:
    return Decimal(_text(parent, path) or "")


def _day(text: str | None) -> dt.date:
    return dt.date.fromisoformat((text or "")[:10])
