"""The electronic invoice against the printed page: where they differ both are shown, none is silently preferred."""

from __future__ import annotations

from decimal import Decimal

from autofatture.adapters.reading.result import Found, Result
from autofatture.domain.agreement import agree, same
from autofatture.domain.reading_terms import Confidence, Engine

CHECKED = (
    "invoice_number",
    "invoice_date",
    "currency",
    "total_gross",
    "total_net",
    "total_vat",
    "supplier_vat_id",
    "supplier_name",
    "supplier_country",
    "customer_vat_id",
    "customer_name",
)
_LABELS = {
    "invoice_number": "numero",
    "invoice_date": "data",
    "currency": "valuta",
    "total_gross": "totale",
    "total_net": "imponibile",
    "total_vat": "IVA",
    "supplier_vat_id": "partita IVA del fornitore",
    "supplier_name": "fornitore",
    "supplier_country": "paese del fornitore",
    "customer_vat_id": "partita IVA del cliente",
    "customer_name": "cliente",
}
_IDENTITY = ("invoice_number", "total_gross", "supplier_name")
NAMES = ("Fattura elettronica", "Pagina stampata")


def compare(exact: Result, page: Result) -> None:
    """Give each exact value its place on the page, and mark those that the page contradicts."""
    differing = [name for name in CHECKED if _differs(exact, page, name)]
    unlike = {name for name in ("supplier_name", "customer_name") if _unlike(exact, page, name)}
    for name in list(exact.fields):
        exact.fields[name] = _checked(exact[name], page[name], name, differs=name in differing or name in unlike)
    exact.pages = page.pages
    exact.language = page.language
    if page.engine is Engine.NONE or not differing:
        return
    listed = ", ".join(_LABELS[name] for name in differing)
    exact.warn(
        "xml_e_pagina_diversi",
        f"La fattura elettronica incorporata e la pagina stampata non coincidono: {listed}. "
        "Sono mostrati entrambi i valori.",
    )
    if sum(name in differing for name in _IDENTITY) >= 2:
        exact.warn(
            "xml_di_altra_fattura", "La fattura elettronica incorporata sembra appartenere a un altro documento."
        )


def best_of(exact: Result, page: Result) -> Result:
    """What is shown first after ``compare``: the exact reading, with the page's value where the two differ.

    The page is what a person sees and what the supplier printed; the exact value stands beside it.
    """
    if of_other_document(exact):
        return page_first(exact, page)
    shown = exact.copy()
    for name, found in exact.fields.items():
        if found.others and page[name].value is not None and not name.endswith("_name"):
            shown.fields[name] = page[name]._replace(
                confidence=Confidence.DA_CONTROLLARE,
                others=(found.value,) if found.value is not None else (),
                note=found.note,
            )
    return shown


def of_other_document(exact: Result) -> bool:
    """Whether the embedded invoice seems to belong to another document than the page."""
    return any(warning.code == "xml_di_altra_fattura" for warning in exact.warnings)


def page_first(exact: Result, page: Result) -> Result:
    """The page's reading with the values of a foreign XML beside it, where the two are different documents."""
    for name in CHECKED:
        found, other = page[name], exact[name].value
        if found.value is not None and other is not None and not same(found.value, other, name):
            page.fields[name] = found._replace(
                confidence=Confidence.DA_CONTROLLARE, others=(other,), note=exact[name].note
            )
    page.warnings = exact.warnings + [item for item in page.warnings if item not in exact.warnings]
    return page


def _differs(exact: Result, page: Result, name: str) -> bool:
    mine, theirs = exact.value(name), page.value(name)
    if mine is None or theirs is None or _same_amount(mine, theirs) or same(mine, theirs, name):
        return False
    if name.startswith(("supplier_", "customer_")):
        # Names and parties on the page are a conclusion; only a certain one contradicts exact data.
        return page[name].confidence is Confidence.SICURO or (name == "supplier_name" and not _on_page(exact, page))
    return page[name].confidence is not Confidence.MANCANTE


def _unlike(exact: Result, page: Result, name: str) -> bool:
    """A name that the page seems to print otherwise: shown to a person, without a word against the whole document."""
    mine, theirs = exact.value(name), page.value(name)
    return mine is not None and theirs is not None and not same(mine, theirs, name)


def _same_amount(one: object, two: object) -> bool:
    """Credit notes are written with either sign."""
    return isinstance(one, Decimal) and isinstance(two, Decimal) and abs(one) == abs(two)


def _on_page(exact: Result, page: Result) -> bool:
    """Whether anything that identifies the exact supplier stands on the page."""
    number = exact.value("supplier_vat_id")
    return number is None or any(item.value == number for item in page.vat_ids) or page.value("supplier_vat_id") is None


def _checked(mine: Found, theirs: Found, name: str, *, differs: bool) -> Found:
    if differs and mine.value is not None and theirs.value is not None:
        agreed = agree(mine.value, mine.confidence, theirs.value, theirs.confidence, field=name, names=NAMES)
        others = (agreed.other,) if agreed.other is not None else ()
        return mine._replace(confidence=agreed.confidence, others=others, note=agreed.note, spots=theirs.spots)
    if theirs.value is not None and (_same_amount(mine.value, theirs.value) or same(mine.value, theirs.value, name)):
        return mine._replace(spots=theirs.spots)
    return mine
