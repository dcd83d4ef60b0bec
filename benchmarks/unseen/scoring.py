"""How a reading is held against the truth: field by field, with its confidence and its place on the page."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pypdfium2

TARGETS = {
    "invoice_number": 95.0,
    "invoice_date": 95.0,
    "currency": 95.0,
    "total_gross": 95.0,
    "total_net": 92.0,
    "total_vat": 92.0,
    "supplier_vat_id": 92.0,
    "supplier_name": 88.0,
    "supplier_country": 88.0,
    "customer_vat_id": 92.0,
    "document_kind": 92.0,
    "vat_charged": 92.0,
    "customer_name": 0.0,
    "vat_country": 0.0,
    "vat_lines": 0.0,
    "is_credit_note": 0.0,
    "nature": 0.0,
}
"""Fields that are scored and what is asked of each, in percent."""
AMOUNTS = frozenset({"total_net", "total_vat", "total_gross"})
EMPTY_IS_TRUE = frozenset({"supplier_vat_id", "customer_vat_id"})
"""Fields whose null says that nothing is printed: any value given for sure is wrong."""
GROUNDED = (
    "invoice_number",
    "invoice_date",
    "total_net",
    "total_vat",
    "total_gross",
    "supplier_vat_id",
    "customer_vat_id",
    "supplier_name",
    "customer_name",
)
NEVER_WRONG = frozenset({"nature", "currency"})


@dataclass
class Failure:
    """A field that was read wrong or not at all."""

    file: str
    field: str
    truth: Any
    value: Any
    word: str


@dataclass
class Score:
    """Counts over a set."""

    asked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    sure: int = 0
    sure_wrong: list[Failure] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    placed: int = 0
    placed_right: int = 0
    misplaced: list[Failure] = field(default_factory=list)
    documents: int = 0
    documents_right: int = 0
    checked: dict[str, list[int]] = field(default_factory=lambda: {"sicuro": [0, 0], "da_controllare": [0, 0]})
    """How well each word of confidence is kept: values with it that are right, and all of them."""

    def share(self, name: str) -> float:
        """Percent of ``name`` that is right."""
        return 100.0 * self.right[name] / self.asked[name] if self.asked[name] else 100.0

    def below_target(self) -> list[str]:
        return [name for name, target in TARGETS.items() if self.share(name) < target]


def score_document(score: Score, truth: Mapping[str, Any], reading: Mapping[str, Any], source: bytes) -> None:
    """Add one document to ``score``."""
    complete = True
    for name, target in TARGETS.items():
        value, word = _value(reading, name)
        expected = truth.get(name)
        is_open = name in truth.get("open", ())
        if name == "vat_country" and expected is None:
            continue
        scored = expected is not None
        ok = _equal(name, expected, value) if scored else True
        if scored:
            score.asked[name] += 1
            score.right[name] += ok
            if word in score.checked and value is not None:
                score.checked[word][0] += ok
                score.checked[word][1] += 1
            if not ok:
                complete = complete and target == 0
                score.failures.append(Failure(truth["file"], name, expected, value, word))
        if word == "sicuro" and (scored or is_open or name in EMPTY_IS_TRUE):
            score.sure += 1
            if (scored and not ok) or (not scored and value is not None):
                score.sure_wrong.append(Failure(truth["file"], name, expected, value, word))
    score.documents += 1
    score.documents_right += complete
    _score_places(score, truth["file"], reading, source)


def _value(reading: Mapping[str, Any], name: str) -> tuple[Any, str]:
    """The value of a field and its confidence word; VAT charged follows from the amounts."""
    if name in {"vat_charged", "vat_country", "vat_lines"}:
        rows = reading["vat_lines"]
        total = (reading.get("total_vat") or {}).get("value")
        charged = bool(Decimal(total or 0)) or any(Decimal(row["amount"] or 0) for row in rows)
        if name == "vat_charged":
            return charged, ""
        if name == "vat_country":
            return next((row["country"] for row in rows if row["country"]), None), ""
        return [{"rate": row["rate"], "base": row["base"], "amount": row["amount"]} for row in rows], ""
    found = reading.get(name) or {}
    return found.get("value"), found.get("confidence", "mancante")


def _equal(name: str, expected: Any, value: Any) -> bool:
    if value is None:
        return False
    compare = _COMPARISONS.get(name)
    if compare is not None:
        return compare(expected, value)
    return bool(value) is expected if isinstance(expected, bool) else str(expected) == str(value)


def _same_amount(expected: str, value: str) -> bool:
    return Decimal(expected) == Decimal(value)


def _same_id(expected: str, value: str) -> bool:
    return re.sub(r"[\s.\-]", "", expected).upper() == re.sub(r"[\s.\-]", "", value).upper()


def _same_text(expected: str, value: str) -> bool:
    return _bare(expected) == _bare(value)


def _rows(rows: Iterable[Mapping[str, Any]]) -> list[tuple[Decimal, Decimal, Decimal]]:
    return sorted((Decimal(row["rate"] or 0), Decimal(row["base"] or 0), Decimal(row["amount"] or 0)) for row in rows)


def _same_rows(expected: Any, value: Any) -> bool:
    return _rows(expected) == _rows(value)


_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    **dict.fromkeys(AMOUNTS, _same_amount),
    **dict.fromkeys(("supplier_vat_id", "customer_vat_id"), _same_id),
    **dict.fromkeys(("supplier_name", "customer_name", "invoice_number"), _same_text),
    "vat_lines": _same_rows,
}


def _bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _score_places(score: Score, file: str, reading: Mapping[str, Any], source: bytes) -> None:
    """Whether the text inside the rectangles of a header field is the value."""
    document = pypdfium2.PdfDocument(source)
    for name in GROUNDED:
        found = reading.get(name) or {}
        if found.get("value") is None or found.get("origin") != "text":
            continue
        shown = " ".join(_text_in(document, box) for box in found["boxes"])
        score.placed += 1
        if _says(name, found["value"], shown):
            score.placed_right += 1
        else:
            score.misplaced.append(Failure(file, name, found["value"], shown, found["confidence"]))
    document.close()


def _text_in(document: Any, box: Mapping[str, Any]) -> str:
    """The text inside a rectangle given in fractions of the upright page."""
    page = document[box["page"] - 1]
    left, bottom, right, top = page.get_bbox()
    x0, y0, x1, y1 = box["x0"], box["y0"], box["x1"], box["y1"]
    width, height = right - left, top - bottom
    if page.get_rotation() == 90:
        area = (left + y0 * width, bottom + x0 * height, left + y1 * width, bottom + x1 * height)
    elif page.get_rotation() == 180:
        area = (right - x1 * width, bottom + y0 * height, right - x0 * width, bottom + y1 * height)
    elif page.get_rotation() == 270:
        area = (right - y1 * width, top - x1 * height, right - y0 * width, top - x0 * height)
    else:
        area = (left + x0 * width, top - y1 * height, left + x1 * width, top - y0 * height)
    return str(
        page.get_textpage().get_text_bounded(left=area[0] - 0.3, bottom=area[1], right=area[2] + 0.3, top=area[3])
    )


def _says(name: str, value: str, shown: str) -> bool:
    if name in AMOUNTS:
        digits = re.sub(r"\D", "", f"{abs(Decimal(value)):f}").lstrip("0")
        return re.sub(r"\D", "", shown).lstrip("0").rstrip("0") == digits.rstrip("0")
    if name == "invoice_date":
        year, _, day = value.split("-")
        numbers = re.findall(r"\d+", shown)
        joined = "".join(numbers)
        return (
            str(int(day)) in {number.lstrip("0") for number in numbers}
            and any(number in {year, year[2:]} for number in numbers)
        ) or joined == value.replace("-", "")
    if name.endswith("vat_id"):
        bare = re.sub(r"\W", "", shown).upper()
        return re.sub(r"\W", "", value).upper() in {
            bare,
            *(country + bare for country in ("IT", "PL", "NL", "DE", "PT", "ES")),
        }
    return _bare(value) == _bare(shown) or _bare(value).strip(".,") == _bare(shown).strip(".,;:#()")
