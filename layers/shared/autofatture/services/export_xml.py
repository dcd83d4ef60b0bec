"""ExportXml: the original bytes with their hash, compared with what was meant, and the working copy."""

from __future__ import annotations

import hashlib

from autofatture.document_ports import Companies, Fiscal, Invoicing
from autofatture.domain.document import Document, ExportedXml, Phase
from autofatture.domain.errors import NotFound, PermanentError
from autofatture.domain.intake import xml_key
from autofatture.ports import Blobs
from autofatture.services.transitions import Transitions
from autofatture.stores import IntentStore

XML = "application/xml"


class XmlExport:
    def __init__(
        self,
        *,
        transitions: Transitions,
        companies: Companies,
        invoicing: Invoicing,
        fiscal: Fiscal,
        intents: IntentStore,
        blobs: Blobs,
    ) -> None:
        self._transitions = transitions
        self._companies = companies
        self._invoicing = invoicing
        self._fiscal = fiscal
        self._intents = intents
        self._blobs = blobs

    def run(self, company_id: str, document_id: str, run: int) -> Document:
        """Fetch, keep, compare, copy. Doing it again writes the same objects under the same keys."""
        stored = self._transitions.current(company_id, document_id, run)
        document = stored.document
        if document.phase is not Phase.EXPORT:
            return document
        standing = self._companies.standing(company_id)
        if standing is None:
            raise NotFound
        if document.fic is None:
            raise PermanentError(code="nothing_to_export")
        original = self._invoicing.of(company_id).xml(document.fic.fic_id, attachment=True)
        exported = self._keep(document, original, standing.company.vat_id)
        text = "XML pronto da scaricare"
        if exported.differences:
            text += ": è diverso da quello approvato, controlla"
        return self._transitions.apply(document, text, phase=Phase.DONE, exported=exported)

    def _keep(self, document: Document, original: bytes, vat_id: str) -> ExportedXml:
        company_id, document_id = document.company_id, document.document_id
        sha256 = hashlib.sha256(original).hexdigest()
        key = xml_key(company_id, document_id, "original", sha256)
        self._blobs.put(key, original, content_type=XML)
        copy = self._fiscal.working_copy(original)
        copy_sha256 = hashlib.sha256(copy).hexdigest() if copy is not None else None
        copy_key = xml_key(company_id, document_id, "working-copy", copy_sha256) if copy_sha256 else None
        if copy is not None and copy_key is not None:
            self._blobs.put(copy_key, copy, content_type=XML)
        credit = self._fiscal.credit_copy(original) if copy is not None else None
        credit_sha256 = hashlib.sha256(credit).hexdigest() if credit is not None else None
        credit_key = xml_key(company_id, document_id, "credit-copy", credit_sha256) if credit_sha256 else None
        if credit is not None and credit_key is not None:
            self._blobs.put(credit_key, credit, content_type=XML)
        intent = self._intents.get(company_id, document_id)
        meant = intent.invoice if intent else None
        return ExportedXml(
            original_key=key,
            original_sha256=sha256,
            working_key=copy_key,
            working_sha256=copy_sha256,
            credit_key=credit_key,
            credit_sha256=credit_sha256,
            file_name=xml_file_name(vat_id, document_id),
            differences=tuple(self._fiscal.differences(meant, original)) if meant else (),
            exported_at=self._transitions.clock.now(),
        )


def xml_file_name(vat_id: str, document_id: str) -> str:
    """A name in the form that SdI prescribes, always the same for the same document.

    FiC does not tell under which name it transmits, so the five characters of the progressive are ours.
    """
    number = int.from_bytes(hashlib.sha256(document_id.encode()).digest()[:8], "big")
    letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    progressive = "".join(letters[number // 36**place % 36] for place in range(5))
    return f"IT{vat_id}_{progressive}.xml"


def working_copy_name(file_name: str, *, credit: bool = False) -> str:
    return f"{file_name.removesuffix('.xml')}_{'TD04' if credit else 'TD01'}copia.xml"
