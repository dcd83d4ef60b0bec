"""The VAT types of a company. Their ids differ from company to company, but for the built-in 22 %."""

from __future__ import annotations

from typing import Any

BUILT_IN_22 = 0

_TYPES: tuple[tuple[int, str, str, bool, bool], ...] = (
    # value, natura, description, usable on an e-invoice, disabled
    (10, "0", "", True, False),
    (5, "0", "", True, False),
    (4, "0", "", True, False),
    (20, "0", "Aliquota non più in vigore", True, True),
    (22, "0", "Solo documenti non elettronici", False, False),
    (0, "N1", "Escluso art. 15 DPR 633/72", True, False),
    (0, "N2.1", "Non soggetta artt. da 7 a 7-septies DPR 633/72", True, False),
    (0, "N2.2", "Non soggetta - altri casi", True, False),
    (0, "N3.1", "Non imponibile art. 8 c. 1 lett. a e b DPR 633/72", True, False),
    (0, "N3.4", "Non imponibile art. 9 DPR 633/72", True, False),
    (0, "N3.5", "Non imponibile art. 8 c. 1 lett. c DPR 633/72", True, False),
    (0, "N3.6", "Non imponibile - deposito IVA", True, False),
    (0, "N4", "Esente art. 10 DPR 633/72", True, False),
    (0, "N6.9", "Inversione contabile - altri casi", True, False),
    (0, "", "Senza natura", False, False),
)


def vat_type(
    vat_id: int, value: int, natura: str, description: str, *, e_invoice: bool, disabled: bool
) -> dict[str, Any]:
    return {
        "id": vat_id,
        "value": value,
        "description": description,
        "notes": "",
        "e_invoice": e_invoice,
        "ei_type": natura,
        "ei_description": description,
        "is_disabled": disabled,
        "editable": vat_id != BUILT_IN_22,
        "default": False,
    }


def of_company(first_id: int, *, default_natura: str | None) -> list[dict[str, Any]]:
    """The list of a company: 22 % is the default, or the type with ``default_natura`` (flat-rate regimes)."""
    types = [vat_type(BUILT_IN_22, 22, "0", "", e_invoice=True, disabled=False)]
    for step, (value, natura, description, e_invoice, disabled) in enumerate(_TYPES):
        types.append(vat_type(first_id + step, value, natura, description, e_invoice=e_invoice, disabled=disabled))
    for entry in types:
        entry["default"] = entry["ei_type"] == default_natura if default_natura else entry["id"] == BUILT_IN_22
    return types
