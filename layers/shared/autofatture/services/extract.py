"""Extract: what the document says, and who read it."""

from __future__ import annotations

from typing import Any

from autofatture.document_ports import SourceReader
from autofatture.domain.document import Document, Phase
from autofatture.domain.errors import UnreadableDocument
from autofatture.domain.intake import MAX_BYTES
from autofatture.domain.reading import Engine, Reading, ReadingWarning
from autofatture.ports import Blobs
from autofatture.services.transitions import Transitions

_READ_BY = {
    Engine.EMBEDDED: "Letto dalla fattura elettronica contenuta nel file",
    Engine.ANTHROPIC: "Letto dal motore AI",
    Engine.BEDROCK: "Letto dal motore AI",
    Engine.OFFLINE: "Letto dal testo del PDF",
    Engine.NONE: "Non leggibile: i dati vanno compilati a mano",
}


class Extraction:
    def __init__(
        self,
        transitions: Transitions,
        blobs: Blobs,
        reader: SourceReader,
        *,
        deadline_seconds: float,
    ) -> None:
        self._transitions = transitions
        self._blobs = blobs
        self._reader = reader
        self._deadline = deadline_seconds

    def run(self, company_id: str, document_id: str, run: int) -> Document:
        """Read the source of a document in phase READ and keep the result beside the row.

        A document that cannot be read is not a failure: it goes on empty, for a person to type.
        """
        stored = self._transitions.current(company_id, document_id, run)
        document = stored.document
        if document.phase is not Phase.READ or stored.reading is not None:
            return document
        body = self._blobs.get(document.source_key or "", max_bytes=MAX_BYTES)
        try:
            reading = self._reader.read(body, content_type=document.content_type, deadline=self._deadline)
        except UnreadableDocument as error:
            warning = ReadingWarning(code=error.error_code, message=error.message)
            reading = Reading(engine=Engine.NONE, pages=document.pages or 0, warnings=(warning,))
        return self._transitions.apply(document, _READ_BY[reading.engine], reading=reading, **summary_of(reading))


def summary_of(reading: Reading) -> dict[str, Any]:
    """The part of a reading that lists show."""
    return {
        "engine": reading.engine,
        "pages": reading.pages or None,
        "supplier_name": reading.supplier_name.value,
        "invoice_number": reading.invoice_number.value,
        "invoice_date": reading.invoice_date.value,
        "currency": reading.currency.value,
        "net": reading.total_net.value,
        "gross": reading.total_gross.value,
    }
