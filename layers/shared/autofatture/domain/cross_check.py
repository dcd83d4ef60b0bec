"""A model's reading against our own reading of the page: agreement raises confidence, disagreement asks a person."""

from __future__ import annotations

from typing import Any

from autofatture.domain.agreement import agree, same
from autofatture.domain.reading import Confidence, Engine, FieldReading, Reading, ReadingWarning

FIELDS = (
    "document_kind",
    "supplier_name",
    "supplier_vat_id",
    "supplier_country",
    "customer_name",
    "customer_vat_id",
    "invoice_number",
    "invoice_date",
    "due_date",
    "currency",
    "total_net",
    "total_vat",
    "total_gross",
    "is_credit_note",
    "nature",
)
TWO_SUFFICE = frozenset(
    {
        "supplier_name",
        "supplier_vat_id",
        "supplier_country",
        "customer_name",
        "customer_vat_id",
        "invoice_number",
        "invoice_date",
        "due_date",
        "total_net",
        "total_vat",
        "total_gross",
    }
)
"""Fields that two independent readers, agreeing on a value seen on the page, make sure. Kind, nature and currency
are conclusions that both may draw wrongly: they stay as sure as the page reader found them."""
NAMES = ("Motore AI", "Lettura del testo")


def cross_check(model: Reading, page: Reading | None) -> Reading:
    """``model`` with each field's confidence settled by what the page reader found.

    A value that only the model has keeps its own confidence, which is never ``sicuro`` when it is not on the
    visible page. A value that only the page reader has is taken over, to be checked.
    """
    if page is None or page.engine is Engine.NONE:
        return model
    changed: dict[str, Any] = {}
    for name in FIELDS:
        mine, theirs = getattr(model, name), getattr(page, name)
        settled = _settled(mine, theirs, name)
        if settled is not mine:
            changed[name] = settled
    differing = [name for name in FIELDS if name in changed and changed[name].others]
    warnings = model.warnings
    if differing:
        message = "Il motore AI e la lettura del testo non coincidono su alcuni campi: sono mostrati entrambi i valori."
        warnings = (*warnings, ReadingWarning(code="letture_diverse", message=message))
    taken = {name: getattr(page, name) for name in ("vat_ids", "wordings") if not getattr(model, name)}
    return model.model_copy(update={**changed, **taken, "warnings": warnings})


def _settled(mine: FieldReading[Any], theirs: FieldReading[Any], name: str) -> FieldReading[Any]:
    if mine.value is None:
        return _taken_over(mine, theirs)
    if theirs.value is None:
        return mine
    agreed = agree(mine.value, mine.confidence, theirs.value, theirs.confidence, field=name, names=NAMES)
    if agreed.other is not None:
        return mine.model_copy(update={"confidence": agreed.confidence, "others": (theirs.value,), "note": agreed.note})
    boxes = mine.boxes or theirs.boxes
    sure = bool(boxes) and (agreed.confidence is Confidence.SICURO or name in TWO_SUFFICE)
    confidence = Confidence.SICURO if sure else Confidence.DA_CONTROLLARE
    return mine.model_copy(update={"confidence": confidence, "boxes": boxes, "note": None if boxes else mine.note})


def _taken_over(mine: FieldReading[Any], theirs: FieldReading[Any]) -> FieldReading[Any]:
    if theirs.value is None:
        return mine
    return theirs.model_copy(update={"confidence": Confidence.DA_CONTROLLARE})


def equal(one: Reading, two: Reading, field: str) -> bool:
    """Whether two readings say the same in a field."""
    return same(getattr(one, field).value, getattr(two, field).value, field)
