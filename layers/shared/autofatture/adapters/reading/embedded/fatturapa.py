"""FatturaPA: a foreign supplier's electronic invoice that came through SdI without VAT (source of a TD17/TD19)."""

from __future__ import annotations

from decimal import Decimal

from autofatture.adapters.reading.embedded.tree import Node, day
from autofatture.adapters.reading.embedded.writing import put, put_nature
from autofatture.adapters.reading.result import FoundLine, FoundVatId, FoundVatLine, FoundWording, Result
from autofatture.domain.reading_terms import DocumentKind, Engine, WordingKind

ROOTS = frozenset({"FatturaElettronica", "FatturaElettronicaSemplificata"})
CREDIT = frozenset({"TD04", "TD08"})
NATURES = {
    "N2": WordingKind.OUTSIDE_SCOPE,
    "N3": WordingKind.INTRA_EU_SUPPLY,
    "N4": WordingKind.EXEMPTION,
    "N5": WordingKind.MARGIN_SCHEME,
    "N6": WordingKind.REVERSE_CHARGE,
}
"""First two characters of ``Natura`` (FatturaPA 2.2.1.14)."""


def read_fatturapa(root: Node) -> Result:
    """The first body of a FatturaPA file; further bodies are listed as parts. IdSdI is not in the file."""
    result = Result(Engine.EMBEDDED)
    header = root.first("FatturaElettronicaHeader")
    bodies = list(root.all("FatturaElettronicaBody"))
    if header is None or not bodies:
        return result
    _party(result, header.first("CedentePrestatore"), "supplier")
    _party(result, header.first("CessionarioCommittente"), "customer")
    _body(result, bodies[0])
    numbers = [body.text("DatiGenerali/DatiGeneraliDocumento/Numero") or "?" for body in bodies]
    if len(bodies) > 1:
        result.parts = [(number, index, index) for index, number in enumerate(numbers, 1)]
        result.warn(
            "piu_fatture", f"Il file contiene {len(bodies)} fatture: è stata letta solo la prima ({numbers[0]})."
        )
    result.warn(
        "idsdi_da_indicare",
        "La fattura elettronica è arrivata da SdI: indica l'IdSdI, che serve per collegarla all'autofattura.",
        "sdi_id",
    )
    return result


def _party(result: Result, party: Node | None, side: str) -> None:
    if party is None:
        return
    person = party.first("DatiAnagrafici/Anagrafica") or party.first("IdFiscaleIVA")
    name = party.text("DatiAnagrafici/Anagrafica/Denominazione") or party.text("Denominazione")
    if name is None and person is not None:
        words = [person.text("Nome"), person.text("Cognome")]
        name = " ".join(word for word in words if word) or None
    put(result, f"{side}_name", name)
    fiscal = party.first("DatiAnagrafici/IdFiscaleIVA") or party.first("IdentificativiFiscali/IdFiscaleIVA")
    if fiscal is not None:
        country, code = fiscal.text("IdPaese"), fiscal.text("IdCodice")
        if country and code:
            number = code if code.startswith(country) else f"{country}{code}"
            put(result, f"{side}_vat_id", number)
            result.vat_ids.append(FoundVatId(number, side))
    if side == "supplier":
        put(result, "supplier_country", party.text("Sede/Nazione"))
        put(result, "supplier_street", party.text("Sede/Indirizzo"))
        put(result, "supplier_city", party.text("Sede/Comune"))
        put(result, "supplier_postal_code", party.text("Sede/CAP"))


def _body(result: Result, body: Node) -> None:
    general = body.first("DatiGenerali/DatiGeneraliDocumento")
    if general is None:
        return
    put(result, "invoice_number", general.text("Numero"))
    put(result, "invoice_date", day(general.text("Data")))
    put(result, "currency", general.text("Divisa"))
    put(result, "related_number", body.text("DatiGenerali/DatiFattureCollegate/IdDocumento"))
    put(result, "due_date", day(body.text("DatiPagamento/DettaglioPagamento/DataScadenzaPagamento")))
    _sums(result, body, general)
    for line in body.all("DatiBeniServizi/DettaglioLinee"):
        result.lines.append(
            FoundLine(
                (line.text("Descrizione") or "")[:1000],
                line.amount("Quantita"),
                line.amount("PrezzoUnitario"),
                line.amount("PrezzoTotale"),
                _plain(line.amount("AliquotaIVA")),
            )
        )
    kind = DocumentKind.CREDIT_NOTE if general.text("TipoDocumento") in CREDIT else DocumentKind.INVOICE
    put(result, "document_kind", str(kind))
    put(result, "is_credit_note", kind is DocumentKind.CREDIT_NOTE)
    put_nature(result, result.lines, set(), set())


def _sums(result: Result, body: Node, general: Node) -> None:
    net = vat = Decimal("0.00")
    for row in body.all("DatiBeniServizi/DatiRiepilogo"):
        base, amount = row.amount("ImponibileImporto"), row.amount("Imposta")
        net += base or 0
        vat += amount or 0
        result.vat_lines.append(FoundVatLine(_plain(row.amount("AliquotaIVA")), base, amount, "IT" if amount else None))
        wording = NATURES.get((row.text("Natura") or "")[:2])
        if wording and all(item.kind is not wording for item in result.wordings):
            text = row.text("RiferimentoNormativo") or f"Natura {row.text('Natura')}"
            result.wordings.append(FoundWording(wording, text[:300]))
    if result.vat_lines:
        put(result, "total_net", net)
        put(result, "total_vat", vat)
        total = general.amount("ImportoTotaleDocumento")
        put(result, "total_gross", total if total is not None else net + vat)


def _plain(rate: Decimal | None) -> Decimal | None:
    return None if rate is None else Decimal(format(rate.normalize(), "f"))
