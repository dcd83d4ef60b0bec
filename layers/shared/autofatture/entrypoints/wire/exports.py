"""Bodies and answers of ``api_exports``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints, model_validator

from autofatture.domain.accounting_software import NegativeForm
from autofatture.domain.export import ExportJob, ExportKind, ExportState
from autofatture.entrypoints.http import Wire
from autofatture.entrypoints.wire.documents import CompanyId
from autofatture.services import downloads as services
from autofatture.services.exports import ExportWish, PartLink


class XmlLink(BaseModel):
    """The original: the bytes as Fatture in Cloud gives them."""

    url: str
    file_name: str
    sha256: str
    expires_in: int
    void: bool = False


class WorkingCopyLink(BaseModel):
    """The copy for accounting software. It is not a fiscal document and is never sent anywhere."""

    url: str
    file_name: str
    sha256: str
    expires_in: int
    fiscal: Literal[False] = False
    warnings: list[str]
    void: bool = False


VatPeriod = Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2]|Q[1-4])$")]


class ExportRequest(Wire):
    """Without ``company_ids``: every company that the person may read. A VAT period, or days of issue."""

    company_ids: Annotated[list[CompanyId], Field(min_length=1, max_length=500)] | None = None
    vat_period: VatPeriod | None = None
    from_: dt.date | None = Field(default=None, alias="from")
    to: dt.date | None = None
    kinds: Annotated[list[ExportKind], Field(min_length=1)] = Field(
        default_factory=lambda: [ExportKind.CHOSEN, ExportKind.CSV]
    )
    negative: NegativeForm | None = None
    """How working copies of negative documents are made; without it, as each studio chose."""

    @model_validator(mode="after")
    def _one_span(self) -> ExportRequest:
        days = self.from_ is not None and self.to is not None and self.from_ <= self.to
        if (self.vat_period is not None) == days:
            message = "vat_period, or from and to"
            raise ValueError(message)
        return self


class ExportPart(BaseModel):
    file_name: str
    url: str
    expires_in: int


class ExportJobView(BaseModel):
    job_id: str
    state: ExportState
    created_at: dt.datetime
    vat_period: str | None
    from_: dt.date | None = Field(default=None, serialization_alias="from", validation_alias="from")
    to: dt.date | None
    kinds: list[ExportKind]
    documents: int
    done: int
    failed: int
    message: str | None
    url: str | None
    """The ZIP, when there is one part (the usual case) and it is ready."""
    parts: list[ExportPart]


def xml_link(link: services.XmlLink) -> XmlLink:
    return XmlLink(
        url=link.url, file_name=link.file_name, sha256=link.sha256, expires_in=link.expires_in, void=link.void
    )


def working_copy_link(link: services.XmlLink, *, warnings: Sequence[str]) -> WorkingCopyLink:
    return WorkingCopyLink(
        url=link.url,
        file_name=link.file_name,
        sha256=link.sha256,
        expires_in=link.expires_in,
        warnings=list(warnings),
        void=link.void,
    )


def wish_of(body: ExportRequest) -> ExportWish:
    return ExportWish(
        kinds=tuple(body.kinds),
        negative=body.negative,
        company_ids=body.company_ids,
        vat_period=body.vat_period,
        from_day=body.from_,
        to_day=body.to,
    )


class ExportJobs(BaseModel):
    items: list[ExportJobView]
    next_cursor: str | None = None


def job_view(job: ExportJob, parts: Sequence[PartLink] = ()) -> ExportJobView:
    ready = [ExportPart(file_name=part.file_name, url=part.url, expires_in=part.expires_in) for part in parts]
    return ExportJobView.model_validate(
        {
            "job_id": job.job_id,
            "state": job.state,
            "created_at": job.created_at,
            "vat_period": job.vat_period,
            "from": job.from_day,
            "to": job.to_day,
            "kinds": list(job.kinds),
            "documents": job.documents,
            "done": job.done,
            "failed": job.failed,
            "message": job.message,
            "url": ready[0].url if len(ready) == 1 else None,
            "parts": [part.model_dump() for part in ready],
        }
    )
