"""Companies in FiC and the people around them, for the tests of accounts."""

from __future__ import annotations

from typing import Any

from autofatture.fic_ports import FicCompany
from tests.account_world import Browser, World, fic_company

ROSSI = fic_company("100", "Rossi Srl", "01234567897")
VERDI = fic_company("200", "Verdi Spa", "12345678903")


def client_of(world: World, email: str = "cliente@example.it", *companies: FicCompany) -> Browser:
    """Somebody who has linked these companies, Rossi Srl where none is named."""
    browser = world.person(email, "Anna Bianchi")
    browser.link(own=list(companies) or [ROSSI])
    return browser


def names(answer: Any) -> list[str]:
    return [item["name"] for item in answer["items"]]


def settings_of(company: dict[str, Any]) -> dict[str, Any]:
    """The body that saves a company's settings as they stand."""
    return {**company["settings"], "version": company["version"]}
