"""How many documents of a company stand where, and the nearest day that somebody has to act by."""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel, ConfigDict, Field

from autofatture.domain.document import Status


class CompanyCounts(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    by_status: dict[str, int] = Field(default_factory=dict)
    """Documents by :class:`~autofatture.domain.document.Status`; statuses without a document are absent."""
    by_deadline: dict[dt.date, int] = Field(default_factory=dict)
    """Documents that still have to reach SdI, by their deadline."""

    @property
    def nearest_deadline(self) -> dt.date | None:
        return min(self.by_deadline, default=None)

    @property
    def risk(self) -> tuple[int, dt.date]:
        """Sorts the companies that need somebody first: refused documents, then the nearest deadline."""
        refused = self.by_status.get(Status.DISCARDED.value, 0) + self.by_status.get(Status.SDI_ERROR.value, 0)
        return (-refused, self.nearest_deadline or dt.date.max)
