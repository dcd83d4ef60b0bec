"""The company that reads a document is never its foreign supplier."""

from __future__ import annotations

from autofatture.domain.agreement import same
from autofatture.domain.reading import Confidence, FieldReading, Reading, ReadingWarning

_SUPPLIER = (
    "supplier_name",
    "supplier_vat_id",
    "supplier_country",
    "supplier_street",
    "supplier_city",
    "supplier_postal_code",
)
_NOTE = "Il motore aveva letto qui i dati della tua azienda: indica il fornitore."


def guard(reading: Reading, *, vat_id: str, name: str) -> Reading:
    """``reading`` without the company in the supplier's fields.

    Args:
        reading: of any engine.
        vat_id: the company's, with or without ``IT``.
        name: the company's.
    """
    own = vat_id.upper().removeprefix("IT")
    found_id = (reading.supplier_vat_id.value or "").upper().removeprefix("IT")
    found_name = reading.supplier_name.value
    is_own = (bool(own) and found_id == own) or (
        not found_id and found_name is not None and same(found_name, name, "supplier_name")
    )
    if not is_own:
        return reading
    empty = FieldReading[str](confidence=Confidence.DA_CONTROLLARE, note=_NOTE)
    message = (
        "Nel documento la tua azienda risulta come fornitore: potrebbe essere una fattura emessa da te, o letta male."
    )
    warning = ReadingWarning(code="azienda_come_fornitore", message=message, field="supplier_name")
    return reading.model_copy(update={**dict.fromkeys(_SUPPLIER, empty), "warnings": (*reading.warnings, warning)})
