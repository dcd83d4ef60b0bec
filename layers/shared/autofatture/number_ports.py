"""Port of the numbers under which the documents of a company may be found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from pydantic import BaseModel, ConfigDict

MOST_WITH_ONE_NUMBER = 25
"""Documents of one company that are looked at for one number."""


class Numbered(BaseModel):
    """One document under one number printed on it. No amount and no text of the document is part of it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    document_id: str
    number: str
    """Of :func:`autofatture.domain.supplier_keys.number_key`."""
    year: int | None = None
    name: str | None = None
    """Of :func:`autofatture.domain.supplier_keys.name_key`."""
    vat_id: str | None = None
    receipt: bool = False
    """A receipt stands under the number of the invoice that it pays, and under its own."""


class InvoiceNumbers(Protocol):
    def with_number(self, company_id: str, number: str) -> Sequence[Numbered]:
        """The documents of this company with this number, at most :data:`MOST_WITH_ONE_NUMBER`. One call."""

    def keep(self, company_id: str, entries: Sequence[Numbered], *, gone: Sequence[Numbered]) -> None:
        """Write ``entries`` and take ``gone`` off. One call."""
