"""How values of an electronic invoice become fields: exact, with their origin, and without rectangles yet."""

from __future__ import annotations

from decimal import Decimal

from autofatture.adapters.reading.offline.natures import word_marks
from autofatture.adapters.reading.result import Found, FoundLine, Result, Value
from autofatture.adapters.reading.vocabulary import words
from autofatture.domain.reading_terms import Confidence, DocumentKind, Nature, Origin, WordingKind

CATEGORIES = {
    "AE": WordingKind.REVERSE_CHARGE,
    "K": WordingKind.INTRA_EU_SUPPLY,
    "E": WordingKind.EXEMPTION,
    "G": WordingKind.CUSTOMS,
    "O": WordingKind.OUTSIDE_SCOPE,
}
"""VAT category codes (UNTDID 5305) of EN 16931 that change the fiscal outcome."""
SERVICE_UNITS = words("HUR DAY MON ANN MIN SEC WEE E48 LH KMT E49")
GOODS_UNITS = words("KGM GRM LTR MLT MTR CMT MTK MTQ TNE CT BX PF NPR SET BO PK")
_CREDIT = frozenset({"81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532"})
_SELF_BILLING = frozenset({"389", "261", "527"})


def put(result: Result, name: str, value: Value | None) -> None:
    """Set a field that the XML holds; an absent one stays missing."""
    if value is not None and value != "":
        result.put(name, Found(value, Origin.EMBEDDED_XML, Confidence.SICURO))


def put_kind(result: Result, code: str | None, gross: Decimal | None, *, credit_root: bool = False) -> None:
    """The kind by its UNTDID 1001 code; 384 and unknown codes are told by the sign of the total."""
    negative = gross is not None and gross < 0
    credit = credit_root or code in _CREDIT or negative
    if code in _SELF_BILLING and not negative:
        kind = DocumentKind.CREDIT_NOTE if code == "261" else DocumentKind.SELF_BILLING
    elif code == "325":
        kind = DocumentKind.PROFORMA
    else:
        kind = DocumentKind.CREDIT_NOTE if credit else DocumentKind.INVOICE
    put(result, "document_kind", str(kind))
    put(result, "is_credit_note", kind is DocumentKind.CREDIT_NOTE)


def put_nature(result: Result, lines: list[FoundLine], units: set[str], categories: set[str]) -> None:
    """Goods or services from the descriptions and units of the lines; exact data, but our own conclusion."""
    marks = [word_marks(line.description) for line in lines]
    services = any(service and not goods for service, goods in marks) or bool(units & SERVICE_UNITS)
    goods = any(goods and not service for service, goods in marks) or bool(units & GOODS_UNITS)
    if "K" in categories and not services:
        goods = True
    if not services and not goods:
        return
    nature = Nature.MIXED if services and goods else Nature.SERVICES if services else Nature.GOODS
    result.nature_evidence = lines[0].description[:200] if lines else None
    result.put("nature", Found(str(nature), Origin.COMPUTED, Confidence.DA_CONTROLLARE))


def vat_id(text: str | None) -> str | None:
    """A VAT id without the spaces and points it may be written with; Swiss ones keep their form."""
    if not text:
        return None
    if text.upper().startswith("CHE"):
        return text
    return text.replace(" ", "").replace(".", "").upper()
