"""The worker of export jobs: a plan first, then one archive a message, until everything is written."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import IO, Any, Final, Protocol

from autofatture.document_ports import Asker, Gate
from autofatture.domain.accounting_software import WORKING_COPY_WARNINGS, ExportForm, InForce, NegativeForm
from autofatture.domain.document import Document, ExportedXml
from autofatture.domain.errors import AutofattureError, BadInput, NotFound
from autofatture.domain.export import ExportJob, ExportKind, ExportState
from autofatture.domain.intake import archive_key, base64_size
from autofatture.domain.linked_company import LinkedCompany
from autofatture.observability import logger
from autofatture.ports import Blobs, Queue
from autofatture.services.export_index import IndexLine, index_csv, note_of
from autofatture.services.export_xml import working_copy_name
from autofatture.stores import DocumentStore, JobStore

PART_BYTES: Final = 150 * 1024 * 1024
"""Of XML in one archive: it is put together on the function's own disk."""
PART_DOCUMENTS: Final = 1000
MOST_DOCUMENTS: Final = 10_000
_TOO_MANY: Final = "L'export supera i 10.000 documenti. Scegli un periodo più breve o meno aziende, poi riprova."
_NO_CREDIT_COPY: Final = "Documento negativo di cui non c'è la copia TD04: esportalo come TD01 negativo"
_ASK_NEGATIVE: Final = (
    "Documento negativo senza copia di lavoro: scegli come esportarlo (TD01 negativo o TD04 positivo), poi ripeti"
)
_XML_BYTES: Final = 30_000
_FETCHERS: Final = 16
_IN_MEMORY: Final = 32 * 1024 * 1024

_READ_ME = """Export di Autofatture

originali/         l'XML come lo dà Fatture in Cloud: è la fattura elettronica.
copie-di-lavoro/   copie con tipo documento TD01 (o TD04 per i documenti negativi, se scelto), solo per
                   importarle nel software contabile.
                   NON sono documenti fiscali e non vanno trasmesse.
indice.csv         una riga per documento, anche per quelli senza file, con il motivo.

{warnings}
"""


class Archives(Blobs, Protocol):
    def put_file(self, key: str, body: IO[bytes], *, content_type: str) -> None:
        """A large object from a file."""


class ExportWorker:
    def __init__(
        self,
        *,
        gate: Gate,
        documents: DocumentStore,
        jobs: JobStore,
        queue: Queue,
        blobs: Archives,
        tell: Callable[[ExportJob], None],
    ) -> None:
        """``tell`` leaves a notice when a job is over."""
        self._gate = gate
        self._documents = documents
        self._jobs = jobs
        self._queue = queue
        self._blobs = blobs
        self._tell = tell

    def run(self, user_id: str, job_id: str, part: int) -> None:
        """One step of a job. Done again after a crash it writes the same archive under the same key."""
        job = self._jobs.get(user_id, job_id)
        if job is None or job.state in {ExportState.READY, ExportState.FAILED}:
            return
        try:
            companies = self._still_readable(job)
        except AutofattureError as refused:
            message = "L'accesso a una delle aziende è cambiato mentre l'export era in corso. Avvialo di nuovo."
            logger().info("export stopped", extra={"job_id": job_id, "error_code": refused.error_code})
            self._over(job.model_copy(update={"state": ExportState.FAILED, "message": message}))
            return
        done = part < len(job.part_keys)
        try:
            plan = self._plan(job) if part == 0 and not done else self._planned(job)
        except BadInput as refused:
            self._over(job.model_copy(update={"state": ExportState.FAILED, "message": str(refused)}))
            return
        if done:
            # Delivered twice, or the message for the next archive was lost.
            self._go_on(job, part, plan)
            return
        if part == 0:
            total = sum(len(chunk) for chunk in plan)
            job = job.model_copy(update={"state": ExportState.RUNNING, "documents": total, "done": 0, "failed": 0})
        job = self._write_part(job, companies, plan[part], part)
        if part + 1 < len(plan):
            self._jobs.save(job)
        self._go_on(job, part, plan)

    def _go_on(self, job: ExportJob, part: int, plan: Sequence[object]) -> None:
        if part + 1 < len(plan):
            self._queue.send({"user_id": job.user_id, "job_id": job.job_id, "part": part + 1})
        else:
            self._over(job.model_copy(update={"state": ExportState.READY}))

    def _over(self, job: ExportJob) -> None:
        self._jobs.save(job)
        self._tell(job)

    def _still_readable(self, job: ExportJob) -> dict[str, LinkedCompany]:
        """The rights of this moment: what was revoked since the job was asked for is not exported."""
        viewer = self._gate.viewer(Asker(user_id=job.user_id, session_id=job.session_id))
        found: dict[str, LinkedCompany] = {}
        for start in range(0, len(job.company_ids), 100):
            chunk = job.company_ids[start : start + 100]
            found |= self._gate.readable(viewer, chunk)
        if set(job.company_ids) - set(found):
            raise NotFound
        return found

    # ------------------------------------------------------------------------- the plan

    def _plan(self, job: ExportJob) -> list[list[tuple[str, str]]]:
        """Documents of each archive, kept in the bucket so that every message sees the same."""
        chunks: list[list[tuple[str, str]]] = [[]]
        size = 0
        for number, document in enumerate(self._wanted(job)):
            if number >= MOST_DOCUMENTS:
                raise BadInput(_TOO_MANY, code="documents_of_export")
            weight = 2 * (_XML_BYTES + base64_size(document.source_size or 0)) if document.exported else 0
            if chunks[-1] and (size + weight > PART_BYTES or len(chunks[-1]) >= PART_DOCUMENTS):
                chunks.append([])
                size = 0
            chunks[-1].append((document.company_id, document.document_id))
            size += weight
        self._blobs.put(_plan_key(job), json.dumps(chunks).encode(), content_type="application/json")
        return chunks

    def _planned(self, job: ExportJob) -> list[list[tuple[str, str]]]:
        found: list[list[Any]] = json.loads(self._blobs.get(_plan_key(job)))
        return [[(str(company_id), str(document_id)) for company_id, document_id in chunk] for chunk in found]

    def _wanted(self, job: ExportJob) -> Iterator[Document]:
        for company_id in job.company_ids:
            cursor: str | None = None
            while True:
                page = self._documents.of_company(company_id, vat_period=job.vat_period, limit=500, cursor=cursor)
                yield from (document for document in page.items if _in_span(document, job))
                cursor = page.next_cursor
                if cursor is None:
                    break

    # ------------------------------------------------------------------------- one archive

    def _write_part(
        self,
        job: ExportJob,
        companies: dict[str, LinkedCompany],
        chunk: Sequence[tuple[str, str]],
        part: int,
    ) -> ExportJob:
        key = archive_key(job.user_id, job.job_id, part)
        failed = 0
        wanted = set(job.kinds) - {ExportKind.CSV}
        software = {company_id: self._gate.software(companies[company_id]) for company_id in {c for c, _ in chunk}}
        with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as archive:
            with zipfile.ZipFile(archive, "w", compression=zipfile.ZIP_DEFLATED) as target:
                lines: list[IndexLine] = []
                with ThreadPoolExecutor(_FETCHERS) as pool:
                    for line, files in pool.map(lambda ids: self._fetch(job, companies, software, *ids), chunk):
                        for name, body in files.items():
                            target.writestr(name, body)
                        failed += 1 if wanted and not files else 0
                        lines.append(line)
                target.writestr("indice.csv", index_csv(lines))
                target.writestr("LEGGIMI.txt", _READ_ME.format(warnings="\n".join(WORKING_COPY_WARNINGS)))
            archive.seek(0)
            self._blobs.put_file(key, archive, content_type="application/zip")
        return job.model_copy(
            update={
                "done": job.done + len(chunk),
                "failed": job.failed + failed,
                "part_keys": (*job.part_keys[:part], key),
            }
        )

    def _fetch(
        self,
        job: ExportJob,
        companies: dict[str, LinkedCompany],
        software: dict[str, InForce],
        company_id: str,
        document_id: str,
    ) -> tuple[IndexLine, dict[str, bytes]]:
        """The line of one document and its files by their names in the archive."""
        company = companies[company_id]
        document = self._documents.get(company_id, document_id)
        if document is None:
            raise NotFound
        line = IndexLine(company.name, company.vat_id, document, note=note_of(document))
        exported = document.exported
        if exported is None or exported.void:
            return line, {}
        files: dict[str, bytes] = {}
        names: dict[str, str] = {}
        note = line.note
        forms = _forms(job, software[company_id], exported)
        try:
            if ExportForm.ORIGINAL in forms:
                names["original_file"] = f"originali/{company.vat_id}/{exported.file_name}"
                files[names["original_file"]] = self._blobs.get(exported.original_key)
            if ExportForm.WORKING_COPY in forms:
                form = job.negative or software[company_id].choice.negative
                key, name = _copy_of(document, exported, form)
                if key is None:
                    missing = _ASK_NEGATIVE if form is NegativeForm.ASK else _NO_CREDIT_COPY
                    note = "; ".join(filter(None, (note, missing)))
                else:
                    names["working_file"] = f"copie-di-lavoro/{company.vat_id}/{name}"
                    files[names["working_file"]] = self._blobs.get(key)
        except AutofattureError as error:
            logger().warning("a file is missing in an export", extra={"document_id": document_id})
            return IndexLine(company.name, company.vat_id, document, note=f"File non disponibile: {error.message}"), {}
        return IndexLine(company.name, company.vat_id, document, note=note, **names), files


def _forms(job: ExportJob, software: InForce, exported: ExportedXml) -> set[ExportForm]:
    """In which forms a document goes into the archive. Where a type needs no copy, the original is what counts."""
    forms = {form for form in ExportForm if form.value in job.kinds}
    if ExportKind.CHOSEN in job.kinds:
        forms.add(software.choice.form if exported.working_key is not None else ExportForm.ORIGINAL)
    return forms if exported.working_key is not None else forms - {ExportForm.WORKING_COPY}


def _copy_of(document: Document, exported: ExportedXml, negative: NegativeForm) -> tuple[str | None, str]:
    """Key and name of the working copy; no key where the document is negative and nobody chose its form.

    Nor where the form that was chosen cannot be made of it: another one in its place would be booked wrongly.
    """
    if exported.credit_key is None and negative is NegativeForm.TD04_POSITIVE and document.is_negative:
        return None, ""
    if exported.credit_key is None or negative is NegativeForm.TD01_NEGATIVE:
        return exported.working_key, working_copy_name(exported.file_name)
    if negative is NegativeForm.TD04_POSITIVE:
        return exported.credit_key, working_copy_name(exported.file_name, credit=True)
    return None, ""


def _plan_key(job: ExportJob) -> str:
    return archive_key(job.user_id, job.job_id, 0).replace("000.zip", "plan.json")


def _in_span(document: Document, job: ExportJob) -> bool:
    """By day of the self-invoice; a document that does not exist in FiC counts by its supplier's date."""
    if job.from_day is None or job.to_day is None:
        return True
    day: dt.date | None = document.fic.date if document.fic else document.invoice_date
    return day is not None and job.from_day <= day <= job.to_day
