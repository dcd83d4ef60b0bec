"""What stops a draft before anything is created, what deserves a look, and what is only good to know.

Every finding says what is wrong in Italian and what to do. SdI's own controls on the finished document run
besides (adapters/fatturapa); here are the checks that need the draft, the company and the advice.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from autofatture.domain.advice import Advice, DocumentType, ExchangeRate, Outcome
from autofatture.domain.company import CompanyProfile
from autofatture.domain.composing import NUMBER_LIMIT
from autofatture.domain.conversion import MissingRate, to_eur
from autofatture.domain.decision.dates import NO_LINKED_DATE, RECEIPT_IN_THE_NEW_YEAR, italian
from autofatture.domain.draft import Draft, Finding, ReceiptOrigin, Severity
from autofatture.domain.findings import block, info, warn
from autofatture.domain.fiscal_text import basic
from autofatture.domain.money import EUR
from autofatture.domain.places import Area, place_of
from autofatture.domain.preflight_rates import rates_of_lines
from autofatture.domain.vat_ids import identify, is_valid_italian_vat, same_id

CREATED_ELSEWHERE = frozenset({DocumentType.TD16, DocumentType.TD28})
"""Recognised and explained, but issued in FiC or in the accounting software."""
_INTEGRATIONS = frozenset({DocumentType.TD18})
_FAR_FROM_PRINTED = 20
"""A difference above a twentieth is more than another day's rate or a bank's margin."""


def preflight(
    draft: Draft, advice: Advice | None, company: CompanyProfile, rate: ExchangeRate | None, *, today: dt.date
) -> list[Finding]:
    """All findings, blocking ones first."""
    found = [
        *_parties(draft, company),
        *_document(draft, company),
        *_type(draft, advice),
        *_dates(draft, advice, today),
        *_amounts(draft),
        *_currency(draft, advice, rate),
        *rates_of_lines(draft, advice, company),
        *_notes(draft, advice, today),
    ]
    order = list(Severity)
    return sorted(found, key=lambda one: order.index(one.severity))


def _parties(draft: Draft, company: CompanyProfile) -> Iterator[Finding]:
    supplier = draft.supplier
    if not supplier.name:
        yield block("missing", "Manca il nome del fornitore.", "supplier.name", "Scrivilo come sulla fattura.")
    place = place_of(supplier.country, territory=supplier.territory)
    if place is None:
        yield block("missing", "Manca il Paese del fornitore.", "supplier.country", "Indica il Paese della sua sede.")
    elif place.area is Area.ITALY:
        yield block(
            "00473",
            "Il fornitore risulta italiano: un'autofattura TD17, TD18 o TD19 vuole un fornitore estero.",
            "supplier.country",
            "Indica il Paese della sede estera, o scegli «Nessuna autofattura».",
        )
    if not (supplier.street and supplier.city):
        yield warn(
            "address_incomplete",
            "L'indirizzo del fornitore non è completo: si scriverà quel che c'è.",
            "supplier.street",
            "Completa via e città, se sono sulla fattura.",
        )
    ids = [text for text in (supplier.vat_id, *supplier.other_vat_ids) if text]
    if any(same_id(text, company.vat_id) for text in ids):
        yield block(
            "00471",
            "La partita IVA del fornitore è quella dell'azienda: le parti sono scambiate.",
            "supplier.vat_id",
            "Indica il fornitore estero.",
        )
    for text in ids:
        if identify(text).valid is False:
            yield warn(
                "vat_id_check",
                f"L'identificativo {text} non supera il controllo delle cifre.",
                "supplier.vat_id",
                "Confrontalo con la fattura; SdI non lo verifica.",
            )
    if not is_valid_italian_vat(company.vat_id):
        yield block(
            "00305", "La partita IVA dell'azienda non è valida.", None, "Ricollega l'azienda a Fatture in Cloud."
        )


def _document(draft: Draft, company: CompanyProfile) -> Iterator[Finding]:
    if not draft.invoice_number:
        yield block("missing", "Manca il numero della fattura.", "invoice_number", "Scrivilo come sulla fattura.")
    elif len(basic(draft.invoice_number, 200).value) > NUMBER_LIMIT:
        yield info(
            "number_shortened",
            f"Il numero supera {NUMBER_LIMIT} caratteri: nel collegamento vanno gli ultimi {NUMBER_LIMIT}, "
            "e quello intero nella causale.",
            "invoice_number",
        )
    if draft.invoice_date is None:
        yield block("missing", "Manca la data della fattura.", "invoice_date", "Scrivila come sulla fattura.")
    if not company.numeration:
        yield block(
            "numeration",
            "L'azienda non ha un sezionale per le autofatture.",
            None,
            "Scegline uno nelle impostazioni dell'azienda, per esempio /AF.",
        )
    if company.ei_code.upper() == "XXXXXXX":
        yield block(
            "00313",
            "Il codice destinatario XXXXXXX è per clienti esteri: l'autofattura torna all'azienda.",
            None,
            "Imposta il codice dell'azienda, o 0000000.",
        )


def _type(draft: Draft, advice: Advice | None) -> Iterator[Finding]:
    chosen = draft.document_type
    if chosen is None:
        why = f" {advice.reason}" if advice else ""
        yield block("document_type", f"Non c'è un tipo di documento.{why}", "document_type", "Rispondi alle domande.")
        return
    if chosen in CREATED_ELSEWHERE:
        yield block(
            "created_elsewhere",
            f"Il {chosen.value} si emette in Fatture in Cloud o nel gestionale.",
            "document_type",
            "Qui trovi il motivo; poi archivia il documento.",
        )
    if advice is None or advice.outcome.value == chosen.value:
        return
    if not draft.override_reason:
        yield block(
            "override_reason",
            f"È stato scelto {chosen.value}, ma il risultato è {_outcome(advice.outcome)}: {advice.reason}",
            "override_reason",
            "Scrivi perché, o scegli il tipo proposto.",
        )
    else:
        yield warn(
            "overridden", f"Tipo scelto contro la proposta ({_outcome(advice.outcome)}): {draft.override_reason}"
        )


def _outcome(outcome: Outcome) -> str:
    words = {
        Outcome.NONE: "nessuna autofattura da emettere",
        Outcome.FIX: "da far correggere dal fornitore",
        Outcome.ASK: "serve una scelta",
    }
    return words.get(outcome, outcome.value)


_ASKED_DAYS = ("document.receipt_date", "document.operation_date")


def _field_of(fact: str | None) -> str | None:
    """The field of the form in which a fact stands; None where only the question itself has a place for it."""
    if fact == "supply.nature":
        return "nature"
    group, _, name = (fact or "").partition(".")
    return name if group == "document" and name in Draft.model_fields else None


def _days_asked(advice: Advice | None) -> Iterator[Finding]:
    """Days that are missing or impossible; for a receipt in the new year both days are there and a warning does."""
    for question in advice.questions if advice else ():
        asked = question.fact in _ASKED_DAYS
        if asked and question.code != RECEIPT_IN_THE_NEW_YEAR:
            yield block("missing", question.text, (question.fact or "").removeprefix("document."), "Indica la data.")


def _dates(draft: Draft, advice: Advice | None, today: dt.date) -> Iterator[Finding]:
    yield from _days_asked(advice)
    meant = advice.document_date if advice else None
    day = draft.document_date or meant
    if day is not None and meant is not None and (day.year, day.month) != (meant.year, meant.month):
        yield warn(
            "document_month",
            f"La data {italian(day)} e quella dovuta ({italian(meant)}) sono di mesi diversi: cambia il periodo IVA.",
            "document_date",
            "Usa la data proposta, o controlla ricezione e operazione.",
        )
    if day is None and draft.document_type is not None:
        yield block("missing", "Manca la data dell'autofattura.", "document_date", "Completa le date richieste.")
    if day is not None and day > today:
        yield block(
            "00403", f"La data {italian(day)} è futura: SdI la rifiuta.", "document_date", "Usa oggi o un giorno prima."
        )
    linked = draft.invoice_date if draft.link_choice != NO_LINKED_DATE else None
    linked = draft.reverses.date if draft.reverses else linked
    if day is not None and linked is not None and day < linked:
        yield block(
            "00418",
            f"La data {italian(day)} è prima di quella della fattura collegata ({italian(linked)}).",
            "document_date",
            "Usa la data della fattura, con in causale quando è stata fatta l'operazione.",
        )
    if draft.operation_presumed and "operation_date" not in draft.confirmed:
        yield warn(
            "operation_presumed",
            "La data dell'operazione è proposta come quella della fattura: sul documento non ce n'è un'altra.",
            "operation_date",
            "Confermala, o scrivi quando il servizio è stato concluso o pagato.",
        )
    if draft.receipt_origin is ReceiptOrigin.PROPOSTA and "receipt_date" not in draft.confirmed:
        yield info("receipt_proposed", "La data di ricezione è proposta come quella della fattura.", "receipt_date")
    received, issued = draft.receipt_date, draft.invoice_date
    if received and issued and draft.reverses is None and received.year != issued.year:
        period = (advice.vat_period if advice else None) or str(received.year)
        yield warn(
            "year_end",
            f"Fattura del {issued.year} ricevuta nel {received.year}: l'IVA è del periodo {period}.",
            "receipt_date",
            "Controlla l'anno: da esso dipende anche la detrazione.",
        )


def _amounts(draft: Draft) -> Iterator[Finding]:
    if draft.total_net is None or not draft.lines:
        yield block("missing", "Manca l'imponibile.", "total_net", "Scrivi il totale senza IVA.")
        return
    total = sum((line.net for line in draft.lines), Decimal(0))
    if abs(total) != abs(draft.total_net):
        yield block(
            "lines_total",
            f"Le righe sommano {total:.2f} e il totale è {draft.total_net:.2f}.",
            "lines",
            "Correggi le righe o il totale.",
        )
    signs = {line.net > 0 for line in draft.lines if line.net != 0}
    if total == 0:
        yield block(
            "zero", "L'importo è zero: non c'è un'autofattura da emettere.", "total_net", "Controlla l'importo."
        )
    elif draft.is_credit_note and len(signs) > 1:
        yield block(
            "mixed_signs",
            "In una nota di credito i segni delle righe non vanno d'accordo.",
            "lines",
            "Scrivi tutte le righe con lo stesso segno.",
        )
    elif not draft.is_credit_note and total < 0:
        yield block(
            "negative",
            "L'importo è negativo ma il documento non è segnato come nota di credito.",
            "is_credit_note",
            "Segnalo come nota di credito, o correggi l'importo.",
        )


def _currency(draft: Draft, advice: Advice | None, rate: ExchangeRate | None) -> Iterator[Finding]:
    if draft.currency is None:
        yield block("missing", "Manca la valuta.", "currency", "Scegli la valuta della fattura: non si presume.")
        return
    manual = draft.manual_rate
    if manual is not None and (not manual.reason or manual.units_per_eur <= 0 or manual.currency != draft.currency):
        yield block(
            "manual_rate", "Il cambio indicato a mano non è completo.", "manual_rate", "Indica valore, giorno e motivo."
        )
    if draft.currency != EUR and draft.total_net is not None:
        try:
            to_eur(draft.total_net, draft.currency, rate)
        except MissingRate:
            day = advice.exchange_rate_day if advice else None
            when = f" del {italian(day)}" if day else ""
            yield block(
                "exchange_rate",
                f"Non c'è il cambio ufficiale {draft.currency}{when}.",
                "manual_rate",
                "Riprova fra poco, oppure indica il cambio a mano con il motivo. La fonte non si cambia da sola.",
            )
    yield from _printed_by_the_supplier(draft, rate)
    if manual is not None:
        yield warn("manual_rate_used", f"Cambio indicato a mano: {manual.reason}", "manual_rate")


def _printed_by_the_supplier(draft: Draft, rate: ExchangeRate | None) -> Iterator[Finding]:
    """The supplier's own amount in EUR: the difference is shown, the official rate counts (art. 13 c. 4)."""
    total = draft.total_gross if draft.total_gross is not None else draft.total_net
    if draft.printed_eur is None or total is None or draft.currency in (None, EUR) or rate is None:
        return
    if rate.currency != draft.currency or rate.units_per_eur <= 0:
        return
    ours = to_eur(abs(total), rate.currency, rate)
    difference = ours - abs(draft.printed_eur)
    message = (
        f"Il fornitore indica {_italian_amount(abs(draft.printed_eur))} EUR; al cambio del {italian(rate.day)} sono "
        f"{_italian_amount(ours)} EUR: differenza {_italian_amount(difference)} EUR."
    )
    fix = "Vale il cambio ufficiale; controlla valuta, totale e giorno del cambio se la differenza è grande."
    far = abs(difference) * _FAR_FROM_PRINTED > ours
    yield (warn if far else info)("printed_eur", message, "manual_rate", fix)


def _italian_amount(amount: Decimal) -> str:
    return f"{amount:,.2f}".translate({ord(","): ".", ord("."): ","})


def _notes(draft: Draft, advice: Advice | None, today: dt.date) -> Iterator[Finding]:
    if advice is None:
        return
    if advice.lateness is not None:
        yield warn(
            "late",
            f"Il termine era il {italian(advice.deadline_effective or today)}. " + " ".join(advice.lateness.duties),
            "document_date",
            "Emetti subito; valuta il ravvedimento con il commercialista.",
        )
    for question in advice.questions:
        if question.fact == "customer.in_vies":
            yield warn("not_in_vies", question.text, None, "Controlla l'iscrizione al VIES dell'azienda.")
        elif draft.document_type is not None and question.fact not in _ASKED_DAYS:
            # The type stands without the answer; nobody should send without having read the question.
            yield warn(
                "open_question",
                question.text,
                _field_of(question.fact),
                "Rispondi accanto al tipo di documento.",
            )
    if draft.document_type in _INTEGRATIONS and draft.currency != EUR:
        yield info("currency", "L'integrazione si scrive in euro: l'importo estero resta nella causale.")
