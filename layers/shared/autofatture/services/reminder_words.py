"""The words of reminders: which documents, for how much, by when, and where to press."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from autofatture.domain.document import Document
from autofatture.domain.notices import Words

_LAST = dt.date.max


def reminder(company_name: str, documents: Sequence[Document], *, fic_document_url: str, public_url: str) -> Words:
    """One letter for all the documents of a company that wait to be sent."""
    one = len(documents) == 1
    subject = (
        f"{company_name}: un'autofattura da inviare a SdI"
        if one
        else f"{company_name}: {len(documents)} autofatture da inviare a SdI"
    )
    text = (
        f"{listing(company_name, documents, fic_document_url=fic_document_url)}\n\n"
        "Aprila in Fatture in Cloud e premi «Invia a SdI»: noi non possiamo farlo al posto tuo.\n"
        f"Se l'hai già inviata, lo stato si aggiorna da solo entro mezz'ora.\n\nAutofatture\n{public_url}"
    )
    return Words(subject=subject, text=text)


def listing(company_name: str, documents: Sequence[Document], *, fic_document_url: str) -> str:
    """The list alone, to be copied into a message."""
    ordered = sorted(documents, key=lambda document: document.deadline or _LAST)
    lines = [_line(document, fic_document_url) for document in ordered]
    return f"Autofatture di {company_name} da inviare a SdI da Fatture in Cloud:\n\n" + "\n\n".join(lines)


def _line(document: Document, fic_document_url: str) -> str:
    fic = document.fic
    number = f"n. {fic.number}{fic.numeration or ''} del {fic.date:%d/%m/%Y}" if fic and fic.number else "autofattura"
    amount = f"{_euro(fic.gross)} €" if fic else ""
    deadline = f"da inviare entro il {document.deadline:%d/%m/%Y}" if document.deadline else "da inviare"
    link = document.page_in_fic(fic_document_url) if fic else ""
    parts = [f"- {number}", document.supplier_name or "", amount, deadline]
    return ", ".join(part for part in parts if part) + (f"\n  {link}" if link else "")


def _euro(amount: Decimal) -> str:
    """1.234,56 as it is written in Italy."""
    return f"{amount:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")
