"""The supplier of a self-invoice in the company's registry: found by VAT id, then by name, or created.

Text goes into FiC's filter language only as letters and digits, since nobody knows how a quote is escaped;
what comes back is compared here.
"""

from __future__ import annotations

import re
from typing import Any, Final

from autofatture.adapters.fattureincloud.countries import Country
from autofatture.adapters.fattureincloud.mapping import supplier_body
from autofatture.adapters.fattureincloud.transport import Transport, json_object
from autofatture.domain.errors import OutcomeUnknown, TransientError
from autofatture.domain.self_invoice import Cedente

_FIELDS: Final = "id,name,vat_number,country"
_LEGAL_FORMS: Final = frozenset(
    {
        "ltd", "limited", "llc", "inc", "corp", "corporation", "co", "company", "gmbh", "ag", "kg", "ug", "sarl",
        "sas", "sa", "srl", "spa", "bv", "nv", "plc", "oy", "ab", "as", "aps", "uc", "dac",
    }
)  # fmt: skip


def normalised_id(value: str | None) -> str:
    return re.sub(r"[^A-Z0-9]", "", (value or "").upper())


def normalised_name(value: str | None) -> str:
    """Lower case without punctuation and without the legal form, which is written in many ways."""
    dotless = re.sub(r"\.", "", (value or "").lower())
    words = re.findall(r"\w+", dotless)
    return " ".join(word for word in words if word not in _LEGAL_FORMS) or " ".join(words)


class Suppliers:
    def __init__(self, transport: Transport, company_id: str) -> None:
        self._transport = transport
        self._path = f"/c/{company_id}/entities/suppliers"

    def match_or_create(self, cedente: Cedente, country: Country) -> int:
        """The id of the supplier. Safe to repeat: a registry entry made by a lost request is found the next time.

        Raises:
            TransientError, RateLimited, RelinkNeeded, PlanLimit, NotAllowed, RefusedByFic.
        """
        found = self.match(cedente)
        return found if found is not None else self._create(cedente, country)

    def match(self, cedente: Cedente) -> int | None:
        """By VAT id; then by name among entries that have no other VAT id. The oldest entry when several fit."""
        vat_id = normalised_id(cedente.vat_number)
        if vat_id:
            fits = [row for row in self._search("vat_number", vat_id[2:] or vat_id) if _same_id(row, vat_id)]
            if fits:
                return _oldest(fits)
        words = [word for word in re.findall(r"[A-Za-z0-9]+", cedente.name) if word.lower() not in _LEGAL_FORMS]
        if not words:
            return None
        wanted = normalised_name(cedente.name)
        fits = [
            row
            for row in self._search("name", max(words, key=len))
            if normalised_name(row.get("name")) == wanted
            and (not normalised_id(row.get("vat_number")) or (bool(vat_id) and _same_id(row, vat_id)))
        ]
        return _oldest(fits) if fits else None

    def _search(self, field: str, text: str) -> list[dict[str, Any]]:
        params = {"fields": _FIELDS, "per_page": "100", "q": f"{field} contains '{text}'"}
        rows = self._transport.get(self._path, params=params).get("data")
        return [row for row in rows or [] if isinstance(row, dict) and row.get("id") is not None]

    def _create(self, cedente: Cedente, country: Country) -> int:
        try:
            response = self._transport.request("POST", self._path, json=supplier_body(cedente, country), once=True)
        except OutcomeUnknown as error:
            # Whether it was made shows at the next match, which comes before any second attempt.
            raise TransientError from error
        answer = json_object(response)
        identifier = (answer.get("data") or {}).get("id")
        if not isinstance(identifier, int):
            raise TransientError(code="unreadable_answer")
        return identifier


def _same_id(row: dict[str, Any], vat_id: str) -> bool:
    """With or without the country prefix, which registries hold either way."""
    held = normalised_id(row.get("vat_number"))
    return held in {vat_id, vat_id[2:]}


def _oldest(rows: list[dict[str, Any]]) -> int:
    return min(int(row["id"]) for row in rows)
