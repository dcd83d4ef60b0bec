"""Export jobs: the XML and the register of many documents as ZIP files."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from autofatture.domain.accounting_software import NegativeForm


class ExportKind(StrEnum):
    CHOSEN = "chosen"
    """For each company what its studio chose for the accounting software in use; the original where nothing was."""
    ORIGINAL = "original"
    """*Originale*: the bytes as Fatture in Cloud gives them."""
    WORKING_COPY = "working_copy"
    """*Copia di lavoro*: ``TipoDocumento`` TD01, not a fiscal document."""
    CSV = "csv"
    """The register alone: one row per document. The index inside a ZIP is always there."""


class ExportState(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    READY = "ready"
    FAILED = "failed"
    EXPIRED = "expired"


class ExportJob(BaseModel):
    """One request of a person. The companies are fixed when it is asked for and checked again when it runs."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    user_id: str
    session_id: str
    """The session that asked: the rights are read again with it when each part runs."""
    job_id: str
    state: ExportState
    created_at: dt.datetime
    expires_at: dt.datetime
    company_ids: tuple[str, ...]
    vat_period: str | None = None
    from_day: dt.date | None = None
    to_day: dt.date | None = None
    kinds: tuple[ExportKind, ...]
    negative: NegativeForm | None = None
    """How working copies of negative documents are made in this export; None: as the studio chose."""
    documents: int = 0
    done: int = 0
    failed: int = 0
    message: str | None = None
    part_keys: tuple[str, ...] = ()
