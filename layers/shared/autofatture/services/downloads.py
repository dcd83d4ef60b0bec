"""The XML of one document: a link of one minute, after the right was read again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from autofatture.document_ports import Asker, AuditTrail, Gate, Opened
from autofatture.domain.access import Action
from autofatture.domain.accounting_software import NegativeForm
from autofatture.domain.document import ExportedXml
from autofatture.domain.errors import Conflict, NotFound
from autofatture.ports import Blobs
from autofatture.services.export_xml import XML, working_copy_name
from autofatture.stores import DocumentStore

NEGATIVE_TO_CHOOSE: Final = (
    "Il documento ha importi negativi e i software li trattano in modi diversi: scegli TD01 con importi negativi "
    "oppure TD04 con importi positivi. La scelta si può fissare una volta in Account → Studio."
)


@dataclass(frozen=True)
class XmlLink:
    url: str
    file_name: str
    sha256: str
    expires_in: int
    void: bool


NO_CREDIT_COPY: Final = (
    "Di questo documento non c'è la copia TD04 con importi positivi. Nulla è stato scaricato: scegli TD01 con importi "
    "negativi, oppure usa l'originale."
)


class XmlDownloads:
    def __init__(
        self, gate: Gate, documents: DocumentStore, blobs: Blobs, audit: AuditTrail, *, link_seconds: int
    ) -> None:
        self._gate = gate
        self._documents = documents
        self._blobs = blobs
        self._audit = audit
        self._link_seconds = link_seconds

    def original(self, asker: Asker, company_id: str, document_id: str) -> XmlLink:
        """The bytes as Fatture in Cloud gives them.

        Raises:
            Conflict: nothing was exported yet.
        """
        opened, exported = self._exported(asker, company_id, document_id)
        self._record(opened, "xml.download_original")
        return self._link(exported, exported.original_key, exported.file_name, exported.original_sha256)

    def working_copy(
        self, asker: Asker, company_id: str, document_id: str, *, negative: NegativeForm | None = None
    ) -> XmlLink:
        """The copy for accounting software. ``negative`` overrules the studio's choice for a negative document.

        Raises:
            Conflict: nothing was exported yet; or the document is negative and nobody chose how it is copied, or the
                copy that was chosen cannot be made of it.
            NotFound: a type that needs no copy.
        """
        opened, exported = self._exported(asker, company_id, document_id)
        if exported.working_key is None or exported.working_sha256 is None:
            raise NotFound(code="no_working_copy")
        credit = False
        if exported.credit_key is None and opened.found.document.is_negative:
            chosen = negative or self._gate.software(opened.linked).choice.negative
            if chosen is NegativeForm.TD04_POSITIVE:
                choices = [NegativeForm.TD01_NEGATIVE]
                raise Conflict(NO_CREDIT_COPY, code="no_credit_copy", details={"choices": choices})
        if exported.credit_key is not None:
            form = negative or self._gate.software(opened.linked).choice.negative
            if form is NegativeForm.ASK:
                choices = [NegativeForm.TD01_NEGATIVE, NegativeForm.TD04_POSITIVE]
                raise Conflict(NEGATIVE_TO_CHOOSE, code="choose_negative_form", details={"choices": choices})
            credit = form is NegativeForm.TD04_POSITIVE
        self._record(opened, "xml.download_working_copy")
        if credit and exported.credit_key is not None and exported.credit_sha256 is not None:
            name = working_copy_name(exported.file_name, credit=True)
            return self._link(exported, exported.credit_key, name, exported.credit_sha256)
        name = working_copy_name(exported.file_name)
        return self._link(exported, exported.working_key, name, exported.working_sha256)

    def _exported(self, asker: Asker, company_id: str, document_id: str) -> tuple[Opened, ExportedXml]:
        opened = self._gate.open(asker, company_id, Action.READ, document_id=document_id)
        exported = opened.found.document.exported
        if exported is None:
            message = "L'XML si può scaricare quando il documento è stato inviato a SdI da Fatture in Cloud."
            raise Conflict(message, code="not_sent_yet")
        return opened, exported

    def _record(self, opened: Opened, action: str) -> None:
        document_id = opened.found.document.document_id
        self._documents.record(self._audit.recording(opened, action, document_id=document_id, details={}))

    def _link(self, exported: ExportedXml, key: str, file_name: str, sha256: str) -> XmlLink:
        url = self._blobs.download_url(key, file_name=file_name, expires_in=self._link_seconds, content_type=XML)
        return XmlLink(url, file_name, sha256, self._link_seconds, exported.void)
