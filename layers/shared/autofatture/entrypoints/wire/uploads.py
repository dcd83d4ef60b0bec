"""Wire models of uploads without a company: *Da assegnare*."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from autofatture.domain.linked_company import LinkedCompany
from autofatture.domain.upload import Upload, UploadState
from autofatture.entrypoints.http import Wire
from autofatture.entrypoints.wire.documents import CompanyRef, DocumentView, UploadForm, UploadRequest
from autofatture.services.unassigned import Listed

MOST_FILES = 25


class UploadsRequest(Wire):
    files: Annotated[list[UploadRequest], Field(min_length=1, max_length=MOST_FILES)]


class UploadView(BaseModel):
    """A file without a company, or one that has found it."""

    upload_id: str
    state: UploadState
    created_at: dt.datetime
    uploaded_by: str
    """Name of the person; empty where it is not known any more."""
    file_name: str
    content_type: str
    reason_code: str | None
    reason: str | None
    """Why it waits or was refused; of a ZIP or an e-mail, what was in it."""
    supplier_name: str | None
    buyer_name: str | None
    buyer_vat_id: str | None
    suggested: list[CompanyRef]
    """Companies that it may be of, among those that this person may read."""
    company: CompanyRef | None
    document_id: str | None
    """Of the company's document, once it is assigned."""
    by_number: bool
    """The number on the page named the company; otherwise a person did."""
    kept_until: dt.datetime
    """When it goes by itself."""


class UploadOpened(BaseModel):
    upload: UploadView
    form: UploadForm


class UploadsAnswer(BaseModel):
    items: list[UploadOpened]
    """In the order of the files."""


class UploadList(BaseModel):
    items: list[UploadView]
    next_cursor: str | None = None


class AssignUploadRequest(Wire):
    company_id: Annotated[str, StringConstraints(pattern=r"^[0-9]{1,20}$")]


class UploadAssigned(BaseModel):
    upload: UploadView
    document: DocumentView
    company: CompanyRef


def upload_view(upload: Upload, companies: Mapping[str, LinkedCompany]) -> UploadView:
    """``companies``: those that this person may read; others are not named."""
    suggested = [companies[company_id] for company_id in upload.suggested if company_id in companies]
    company = companies.get(upload.company_id or "")
    return UploadView(
        upload_id=upload.upload_id,
        state=upload.state,
        created_at=upload.created_at,
        uploaded_by=upload.uploader_name,
        file_name=upload.file_name,
        content_type=upload.content_type,
        reason_code=upload.reason_code,
        reason=upload.reason,
        supplier_name=upload.supplier_name,
        buyer_name=upload.buyer_name,
        buyer_vat_id=upload.buyer_vat_id,
        suggested=[_ref(one) for one in suggested],
        company=_ref(company) if company else None,
        document_id=upload.document_id if company else None,
        by_number=upload.by_number,
        kept_until=upload.expires_at,
    )


def uploads_view(found: Listed) -> UploadList:
    items = [upload_view(upload, found.companies) for upload in found.items]
    return UploadList(items=items, next_cursor=found.next_cursor)


def _ref(company: LinkedCompany) -> CompanyRef:
    return CompanyRef(company_id=company.company_id, name=company.name, vat_id=company.vat_id)
