"""The date of the document, its VAT period and its term.

Sources: accountant.md items 2, 3, 16, 23; autofattura.md 2 (2.1.1.3). An integration of an EU invoice follows the
receipt; a self-invoice follows the operation. What is not known gives no date, but a question.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from autofatture.domain.advice import Outcome, Question
from autofatture.domain.deadlines import fifteenth_of_next_month, twelve_days_after, vat_period
from autofatture.domain.decision.situation import Situation
from autofatture.domain.decision.verdict import Verdict, ask
from autofatture.domain.law import cite
from autofatture.domain.money import EUR
from autofatture.domain.places import Area

_QUARTERLY = frozenset({"trimestrale", "forfettario", "minimi"})
_MONTHS = (
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
    "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
)  # fmt: skip
_DECEMBER = 12
RECEIPT_IN_THE_NEW_YEAR = "receipt_in_the_new_year"
LINKED_DATE, NO_LINKED_DATE = "linked_date", "no_linked_date"


_INVOICE_DATE = ask(
    "invoice_date",
    "Che data ha la fattura del fornitore? Se è successiva all'operazione, la data dell'autofattura cambia (00418).",
    "document.date",
)


class Dates(NamedTuple):
    document_date: dt.date | None = None
    vat_period: str | None = None
    deadline: dt.date | None = None
    deadline_rule: str | None = None
    questions: tuple[Question, ...] = ()
    causale: tuple[str, ...] = ()
    choice: Question | None = None
    """00418 against the date rule across months: nothing is chosen until a person does."""


class ExchangeDay(NamedTuple):
    day: dt.date
    reason: str


def dates_of(s: Situation, verdict: Verdict) -> Dates:
    """Dates of the document that the verdict names, or of the fallback of a FIX."""
    outcome = verdict.fallback or verdict.outcome
    if outcome in (Outcome.NONE, Outcome.ASK, Outcome.FIX):
        return Dates()
    if _receipt_or_operation_is_open(s, outcome):
        question = ask(
            "supplier_country",
            "In quale Paese è stabilito il fornitore? Da un Paese UE data e termine seguono la ricezione, da fuori UE "
            "l'operazione.",
            "supplier.country",
        )
        return Dates(questions=(question,))
    if follows_receipt(s, outcome):
        return _by_receipt(s, outcome)
    return _by_operation(s, outcome, verdict)


def follows_receipt(s: Situation, outcome: Outcome) -> bool:
    """An integration (EU supplier, San Marino and Vatican goods, an electronic TD19), not a self-invoice."""
    if outcome in (Outcome.TD16, Outcome.TD18, Outcome.TD28, Outcome.TD20):
        return True
    if s.supplier_in_eu:
        return True
    small_states = (Area.SAN_MARINO, Area.VATICAN)
    origin = s.ship.area if s.ship else s.supplier_area
    return outcome is Outcome.TD19 and (origin in small_states or s.electronic)


def _receipt_or_operation_is_open(s: Situation, outcome: Outcome) -> bool:
    """Services and goods in Italy of a foreigner whose country is not known; an OSS id ``EU...`` is extra-EU."""
    by_country = outcome in (Outcome.TD17, Outcome.TD19) and not follows_receipt(s, outcome)
    return by_country and s.supplier_area in (None, Area.ITALY) and s.consumer_scheme is None


def operation_day(s: Situation) -> dt.date | None:
    """The operation, or the payment if it came earlier (art. 6 c. 6 DPR 633/72)."""
    document = s.facts.document
    operation, payment = document.operation_date, document.payment_date
    if operation is not None:
        return min(operation, payment) if payment is not None else operation
    if payment is not None and (document.date is None or payment <= document.date):
        return payment
    return None


def exchange_day(s: Situation) -> ExchangeDay | None:
    """The day whose rate applies (art. 13 c. 4 DPR 633/72); None for EUR or when no day is known."""
    document = s.facts.document
    if s.currency in (None, EUR):
        return None
    operation, payment = document.operation_date, document.payment_date
    earlier = payment is not None and all(payment <= day for day in (operation, document.date) if day is not None)
    if payment is not None and earlier:
        return ExchangeDay(payment, f"cambio del {italian(payment)}, data di pagamento")
    if operation is not None:
        return ExchangeDay(operation, f"cambio del {italian(operation)}, data di effettuazione dell'operazione")
    if document.date is not None:
        return ExchangeDay(document.date, f"cambio del {italian(document.date)}, data della fattura")
    return None


def italian(day: dt.date) -> str:
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def _by_receipt(s: Situation, outcome: Outcome) -> Dates:
    document = s.facts.document
    received = document.receipt_date
    if received is None:
        december = document.date is not None and document.date.month == _DECEMBER
        effect = f" ({_across_years(document.date)})" if document.date is not None and december else ""
        question = ask(
            "receipt_date",
            f"Quando è stata ricevuta la fattura? Il mese di ricezione decide il periodo IVA e il termine{effect}.",
            "document.receipt_date",
        )
        return Dates(questions=(question,))
    if document.date is not None and received < document.date:
        question = ask(
            "receipt_before_invoice",
            f"La ricezione ({italian(received)}) precede la fattura ({italian(document.date)}): quale data è giusta?",
            "document.receipt_date",
        )
        return Dates(questions=(question,))
    rule = f"entro il 15 del mese successivo a quello di ricezione ({cite('integration_terms', s.day)})"
    questions = (*_received_in_the_new_year(document.date, received), *_not_in_the_future(s, received))
    if outcome is Outcome.TD16:
        return Dates(received, _period(s, received), questions=questions)
    return Dates(
        received,
        _period(s, received),
        fifteenth_of_next_month(received),
        rule,
        questions=questions,
    )


def _received_in_the_new_year(invoiced: dt.date | None, received: dt.date) -> tuple[Question, ...]:
    """Across a year end the receipt is always asked about, with its effect in words (accountant.md item 3)."""
    if invoiced is None or invoiced.year == received.year:
        return ()
    return (
        ask(
            RECEIPT_IN_THE_NEW_YEAR,
            f"La fattura del {italian(invoiced)} è stata ricevuta davvero il {italian(received)}? Il mese di ricezione "
            f"decide: {_across_years(invoiced, received)}.",
            "document.receipt_date",
        ),
    )


def _across_years(invoiced: dt.date, received: dt.date | None = None) -> str:
    later = received or dt.date(invoiced.year + 1, 1, 1)
    return f"IVA di {_month(invoiced)} o di {_month(later)}"


def _month(day: dt.date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.year}"


def _by_operation(s: Situation, outcome: Outcome, verdict: Verdict) -> Dates:
    operation = operation_day(s)
    if operation is None:
        question = ask(
            "operation_date",
            "Quando è stata effettuata l'operazione (fine del servizio o consegna, o pagamento se prima)?",
            "document.operation_date",
        )
        return Dates(questions=(question,))
    deadline, rule, doubt = _term(s, operation, outcome, verdict)
    period = _period(s, operation)
    linked = s.facts.document.date
    done = f"Operazione effettuata il {italian(operation)}"
    questions = (doubt,) if doubt else ()
    if linked is None:
        questions = (*questions, _INVOICE_DATE)
    if linked is None or linked <= operation:
        return Dates(operation, period, deadline, rule, (*questions, *_not_in_the_future(s, operation)))
    if (linked.year, linked.month) == (operation.year, operation.month):
        return Dates(linked, period, deadline, rule, (*questions, *_not_in_the_future(s, linked)), (done,))
    choice = s.facts.document.link_choice
    if choice == LINKED_DATE:
        return Dates(linked, period, deadline, rule, questions, (done,))
    if choice == NO_LINKED_DATE:
        text = f"Riferimento: fattura {s.facts.document.number or ''} del {italian(linked)}".replace("  ", " ")
        return Dates(operation, period, deadline, rule, questions, (text,))
    return Dates(None, period, deadline, rule, questions, (), _across_months(operation, linked))


def _across_months(operation: dt.date, linked: dt.date) -> Question:
    return ask(
        "date_across_months",
        f"L'operazione è del {italian(operation)} e la fattura del {italian(linked)}, di un altro mese: SdI rifiuta "
        "(00418) un'autofattura con data anteriore alla fattura collegata. "
        f"Datarla {italian(linked)} scrivendo «operazione effettuata il {italian(operation)}», "
        f"oppure datarla {italian(operation)} e mettere numero e data della fattura solo nella causale?",
        "document.link_choice",
        LINKED_DATE,
        NO_LINKED_DATE,
    )


def _term(s: Situation, operation: dt.date, outcome: Outcome, verdict: Verdict) -> tuple[dt.date, str, Question | None]:
    """15th of the next month for generic services, 12 days for what is immediate."""
    immediate = verdict.place != "out_of_scope" and (outcome is Outcome.TD19 or verdict.place == "local")
    if not immediate:
        rule = f"entro il 15 del mese successivo all'operazione ({cite('issue_terms', operation)})"
        return fifteenth_of_next_month(operation), rule, None
    if s.facts.supply.transport_document is True:
        rule = "entro il 15 del mese successivo: c'è un documento di trasporto (fattura differita)"
        return fifteenth_of_next_month(operation), rule, None
    doubt = None
    if s.facts.supply.transport_document is None:
        doubt = ask(
            "transport_document",
            "C'è un documento di trasporto o simile? Allora il termine è il 15 del mese successivo e non 12 giorni.",
            "supply.transport_document",
            "true",
            "false",
        )
    rule = f"entro 12 giorni dall'operazione: autofattura immediata ({cite('issue_terms', operation)})"
    return twelve_days_after(operation), rule, doubt


def _period(s: Situation, day: dt.date) -> str:
    return vat_period(day, quarterly=s.regime in _QUARTERLY)


def _not_in_the_future(s: Situation, day: dt.date) -> tuple[Question, ...]:
    """SdI 00403: the date may not be later than the day of sending."""
    if s.at is None or day <= s.at:
        return ()
    return (
        ask("date_in_future", f"La data {italian(day)} è futura: SdI la rifiuta (00403). È giusta?", "document_date"),
    )
