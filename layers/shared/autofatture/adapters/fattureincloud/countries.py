"""Countries by FiC's Italian names: a document names its country in words, and Italy is what it means without."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from autofatture.domain.errors import RefusedByFic


class Country(NamedTuple):
    name: str
    iso: str
    fiscal_iso: str
    """Prefix of VAT ids: EL for Greece."""


class Countries:
    """The list of ``/info/detailed_countries``, asked for once."""

    def __init__(self, fetch: Callable[[], dict[str, Any]]) -> None:
        self._fetch = fetch
        self._by_iso: dict[str, Country] | None = None

    def by_iso(self, iso: str) -> Country:
        """The country of an ISO code (or of a VAT prefix).

        Raises:
            RefusedByFic: FiC does not know it; nothing was sent.
        """
        if self._by_iso is None:
            self._by_iso = _table(self._fetch())
        found = self._by_iso.get(iso)
        if found is None:
            message = (
                f"Fatture in Cloud non conosce il paese {iso}. La bozza è salvata: controlla l'indirizzo del fornitore."
            )
            raise RefusedByFic(message, code="country_unknown")
        return found


def _table(answer: dict[str, Any]) -> dict[str, Country]:
    found: dict[str, Country] = {}
    by_prefix: dict[str, Country] = {}
    for row in answer.get("data") or []:
        name, iso = row.get("name"), row.get("iso")
        if isinstance(name, str) and isinstance(iso, str) and iso:
            country = Country(name, iso, row.get("fiscal_iso") or iso)
            found.setdefault(iso, country)
            by_prefix.setdefault(country.fiscal_iso, country)
    return {**by_prefix, **found}
