"""Export jobs: what a person asks for, and where it can be fetched."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from autofatture.document_ports import Asker, Gate, Viewer
from autofatture.domain.accounting_software import NegativeForm
from autofatture.domain.document import new_document_id
from autofatture.domain.errors import BadInput, NotFound
from autofatture.domain.export import ExportJob, ExportKind, ExportState
from autofatture.ports import Blobs, Clock, Queue
from autofatture.stores import JobStore, Once

KEPT = dt.timedelta(days=7)
"""The bucket forgets archives after a week; the originals stay with their documents."""
MOST_COMPANIES = 500


@dataclass(frozen=True)
class ExportWish:
    kinds: tuple[ExportKind, ...]
    negative: NegativeForm | None = None
    company_ids: Sequence[str] | None = None
    vat_period: str | None = None
    from_day: dt.date | None = None
    to_day: dt.date | None = None


@dataclass(frozen=True)
class PartLink:
    file_name: str
    url: str
    expires_in: int


class Exports:
    def __init__(
        self,
        *,
        gate: Gate,
        jobs: JobStore,
        queue: Queue,
        once: Once,
        blobs: Blobs,
        clock: Clock,
        link_seconds: int,
    ) -> None:
        self._gate = gate
        self._jobs = jobs
        self._queue = queue
        self._once = once
        self._blobs = blobs
        self._clock = clock
        self._link_seconds = link_seconds

    def start(self, asker: Asker, wish: ExportWish, *, idempotency_key: str | None) -> ExportJob:
        """Write the job and wake the worker. Its companies are those that the person may read now.

        Raises:
            NotFound: one of the companies asked for is not among them.
            BadInput: no company, or too many for one archive.
        """
        viewer = self._gate.viewer(asker)
        company_ids = self._companies(viewer, wish.company_ids)
        now = self._clock.now()
        job = ExportJob(
            user_id=asker.user_id,
            session_id=asker.session_id,
            job_id=self._job_id(asker, idempotency_key),
            state=ExportState.WAITING,
            created_at=now,
            expires_at=now + KEPT,
            company_ids=tuple(company_ids),
            vat_period=wish.vat_period,
            from_day=wish.from_day,
            to_day=wish.to_day,
            kinds=tuple(dict.fromkeys(wish.kinds)),
            negative=wish.negative,
        )
        known = self._jobs.get(job.user_id, job.job_id)
        if known is None:
            self._jobs.add(job)
        elif known.state is not ExportState.WAITING:
            return known
        # The message of a job that still waits may never have been sent; a second one does no harm.
        self._queue.send({"user_id": job.user_id, "job_id": job.job_id, "part": 0})
        return known or job

    def one(self, asker: Asker, job_id: str) -> ExportJob:
        viewer = self._gate.viewer(asker)
        job = self._jobs.get(viewer.actor.user_id, job_id)
        if job is None:
            raise NotFound
        return job

    def mine(self, asker: Asker, *, limit: int, cursor: str | None) -> tuple[list[ExportJob], str | None]:
        viewer = self._gate.viewer(asker)
        return self._jobs.of_user(viewer.actor.user_id, limit=limit, cursor=cursor)

    def links(self, asker: Asker, job: ExportJob) -> list[PartLink]:
        """Links of one minute to a finished job. A right that was lost since then gives none.

        Raises:
            NotFound: the person may no longer read one of the companies.
        """
        if job.state is not ExportState.READY:
            return []
        self._companies(self._gate.viewer(asker), job.company_ids)
        return [
            PartLink(
                file_name=name,
                url=self._blobs.download_url(key, file_name=name, expires_in=self._link_seconds),
                expires_in=self._link_seconds,
            )
            for number, key in enumerate(job.part_keys)
            for name in [_part_name(job, number)]
        ]

    def _companies(self, viewer: Viewer, wanted: Sequence[str] | None) -> list[str]:
        if wanted is None:
            found = list(self._gate.companies(viewer))
        else:
            found = list(dict.fromkeys(wanted))
            for start in range(0, len(found), 100):
                chunk = found[start : start + 100]
                if set(chunk) - set(self._gate.readable(viewer, chunk)):
                    raise NotFound
        if not found or len(found) > MOST_COMPANIES:
            message = f"Un export può contenere da 1 a {MOST_COMPANIES} aziende. Scegline meno, poi riprova."
            raise BadInput(message, code="companies_of_export")
        return found

    def _job_id(self, asker: Asker, idempotency_key: str | None) -> str:
        if idempotency_key is None:
            return new_document_id(self._clock.now())
        fresh = new_document_id(self._clock.now())
        digest = hashlib.sha256(idempotency_key.encode()).hexdigest()
        expires = self._clock.now() + dt.timedelta(hours=24)
        return self._once.first(f"USER#{asker.user_id}", f"EXPORT#{digest}", expires_at=expires, value=fresh) or fresh


def _part_name(job: ExportJob, number: int) -> str:
    span = job.vat_period or f"{job.from_day}_{job.to_day}"
    part = f"_parte{number + 1}" if len(job.part_keys) > 1 else ""
    return f"autofatture_{span}{part}.zip"
