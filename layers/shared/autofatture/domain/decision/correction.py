"""The path of an invoice that the supplier must correct, and the words for what is late.

Sources: artt. 17 c. 2 DPR 633/1972 and 46 c. 5 DL 331/1993 (the buyer stays the debtor); art. 6 c. 9-bis and art. 11
c. 2-quater D.Lgs. 471/1997. See docs/fiscal-rules.md#corrections-by-the-supplier.
"""

from __future__ import annotations

import datetime as dt

from autofatture.domain.advice import Correction, Lateness
from autofatture.domain.deadlines import fifteenth_of_next_month
from autofatture.domain.decision.dates import italian
from autofatture.domain.decision.limits import days_of
from autofatture.domain.decision.situation import Situation
from autofatture.domain.decision.verdict import Verdict
from autofatture.domain.fiscal_data import in_force, table
from autofatture.domain.law import cite
from autofatture.domain.vat_ids import identify

LANGUAGES = ("en", "de", "fr", "es")
_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DUTY = {
    "inversione_contabile": "Inversione contabile (integrazione o autofattura) non fatta in tempo",
    "comunicazione": "Comunicazione dell'operazione non trasmessa in tempo",
}


def correction_path(s: Situation, verdict: Verdict) -> Correction:
    """Letter, wait, dated fallback, what happens to the foreign VAT."""
    place = s.supplier_place
    data = table("letters")
    start = fallback_from(s.facts.document.receipt_date) if s.facts.document.receipt_date else None
    when = f"dal {italian(start)}" if start else "da quando si conosce la data di ricezione"
    return Correction(
        letters={language: _letter(s, language) for language in LANGUAGES},
        language=data["language_by_country"].get(place.code if place else "", "en"),
        fallback_from=start,
        steps=(
            "Invia al fornitore la richiesta di nota di credito e nuova fattura senza IVA, con la nostra partita IVA.",
            "Il documento resta in attesa di correzione, con un promemoria.",
            f"Se il fornitore non risponde, {when} si può regolarizzare con {verdict.fallback} sul netto o con TD20.",
            "Il ripiego va confermato da una persona dello studio, per nome.",
            "L'IVA addebitata resta un costo, o si chiede indietro al fornitore o allo Stato estero: non si detrae.",
        ),
    )


def fallback_from(received: dt.date) -> dt.date:
    """The day from which the fallback is offered: days of waiting, but early enough before the term."""
    waited = received + dt.timedelta(days=days_of("correction_wait_days", received))
    latest = fifteenth_of_next_month(received).replace(day=days_of("correction_latest_day", received))
    return min(waited, latest)


def _letter(s: Situation, language: str) -> str:
    data = table("letters")
    document = s.facts.document
    unknown = data["unknown"][language]
    day = document.date
    kind = "italian" if s.italian_vat else "foreign"
    return str(data["letters"][language]).format(
        supplier=s.facts.supplier.name or "",
        number=document.number or unknown,
        date=_date(day, language) if day else unknown,
        vat=data["vat"][kind][language],
        vat_id=_with_prefix(s.facts.customer.vat_id) or unknown,
    )


def _with_prefix(text: str | None) -> str | None:
    """Abroad the id is known with its ``IT``."""
    return identify(text).text if text else None


def _date(day: dt.date, language: str) -> str:
    if language == "en":
        return f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}"
    return day.strftime(table("letters")["date_format"][language])


def lateness(deadline: dt.date, at: dt.date) -> Lateness | None:
    """Which duties are late on ``at``: article, range and way out in words; None while in time."""
    if at <= deadline:
        return None
    duties = tuple(
        f"{_DUTY[row['duty']]}: {cite(row['law'], deadline)}, {row['range']}; ravvedimento operoso possibile, "
        "decide il commercialista."
        for row in in_force(table("penalties")["rows"], deadline)
    )
    return Lateness(days=(at - deadline).days, duties=duties)
