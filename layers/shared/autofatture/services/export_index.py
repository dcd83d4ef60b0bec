"""The index of an export: one line for every document of the period, those without a file and why too."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from autofatture.domain.document import Document, Status

COLUMNS: Final = (
    "azienda",
    "partita IVA",
    "periodo IVA",
    "tipo documento",
    "numero autofattura",
    "data autofattura",
    "fornitore",
    "numero fattura fornitore",
    "data fattura fornitore",
    "valuta",
    "importo in valuta",
    "imponibile EUR",
    "IVA EUR",
    "totale EUR",
    "stato",
    "file originale",
    "SHA-256 originale",
    "copia di lavoro",
    "già scaricata da SdI?",
    "causale consigliata",
    "storno",
    "nota",
)

_STATUS: Final = {
    Status.UPLOADING: "In caricamento",
    Status.READING: "In lettura",
    Status.TO_REVIEW: "Da verificare",
    Status.APPROVED: "Approvata",
    Status.TO_SEND: "Da inviare a SdI",
    Status.IN_TRANSIT: "In invio",
    Status.SENT: "Inviata a SdI",
    Status.NOT_DELIVERED: "Emessa (copia nel cassetto fiscale)",
    Status.DISCARDED: "Scartata",
    Status.SDI_ERROR: "Errore tecnico",
    Status.OTHER_SDI: "Stato particolare",
    Status.DELETED_IN_FIC: "Eliminata in Fatture in Cloud",
    Status.NO_DOCUMENT: "Nessuna autofattura da emettere",
    Status.WAITING_CORRECTION: "In attesa di correzione",
    Status.CANCELLED: "Annullata",
    Status.FAILED: "Errore",
}
_CAUSALE: Final = {
    "TD16": "Reverse charge interno",
    "TD17": "Reverse charge – servizi dall'estero (registro acquisti e vendite)",
    "TD18": "Acquisto intracomunitario di beni (registro acquisti e vendite)",
    "TD19": "Reverse charge – beni in Italia da non residente (registro acquisti e vendite)",
}
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class IndexLine:
    company_name: str
    company_vat_id: str
    document: Document
    original_file: str | None = None
    working_file: str | None = None
    note: str = ""


def index_csv(lines: Iterable[IndexLine]) -> bytes:
    """Semicolons, decimal commas and a byte-order mark: opened with a double click where Italian is set."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for line in lines:
        writer.writerow([_harmless(cell) for cell in _cells(line)])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def note_of(document: Document) -> str:
    """Why a document has no file, or what to do with one exported earlier."""
    if document.exported is not None and document.exported.void:
        return "DA ELIMINARE: scartata da SdI dopo l'export"
    if document.exported is not None:
        return "; ".join(document.exported.differences)
    if document.failure is not None:
        return document.failure.message
    if document.refusal is not None and document.status is Status.DISCARDED:
        return f"Scartata: {document.refusal.reason}"
    return document.reason or "Non ancora inviata a SdI"


def _cells(line: IndexLine) -> list[str]:
    document, fic = line.document, line.document.fic
    return [
        line.company_name,
        line.company_vat_id,
        document.vat_period or "",
        document.document_type or "",
        f"{fic.number or ''}{fic.numeration or ''}" if fic else "",
        _day(fic.date if fic else None),
        document.supplier_name or "",
        document.invoice_number or "",
        _day(document.invoice_date),
        document.currency or "",
        _amount(document.net),
        _amount(fic.net if fic else document.eur_net),
        _amount(fic.vat if fic else None),
        _amount(fic.gross if fic else None),
        _STATUS[document.status],
        line.original_file or "",
        document.exported.original_sha256 if document.exported and line.original_file else "",
        line.working_file or "",
        "da verificare" if line.original_file else "",
        _CAUSALE.get(document.document_type or "", ""),
        _chain(document),
        line.note,
    ]


def _chain(document: Document) -> str:
    """Which documents belong together: the one taken back, the one that takes back, the one made anew."""
    parts = (
        ("storna", document.reversal_of),
        ("rifà", document.redo_of),
        ("stornata da", document.reversed_by),
        ("rifatta con", document.redone_by),
    )
    return ", ".join(f"{what} {document_id}" for what, document_id in parts if document_id)


def _day(day: dt.date | None) -> str:
    return day.strftime("%d/%m/%Y") if day else ""


def _amount(amount: Decimal | None) -> str:
    return f"{amount:.2f}".replace(".", ",") if amount is not None else ""


def _harmless(cell: str) -> str:
    """Text that begins like a formula is text: a supplier's name must not run in a spreadsheet. Amounts stay."""
    number = cell.replace(",", "").replace("-", "", 1)
    return f"'{cell}" if cell.startswith(_FORMULA) and not number.isdigit() else cell
