"""Which document, with which VAT, by when, and why: from facts to advice, without any guess.

Rules are evaluated top-down and the first that answers wins (the decision table of 16 rows, its traps and the
country traps). Each rule is one small function with its source.
"""

from __future__ import annotations

import datetime as dt

from autofatture.domain.advice import Advice, Alternative, DocumentType, ExchangeRate, Outcome, Question
from autofatture.domain.deadlines import effective
from autofatture.domain.decision import rules_charged, rules_document, rules_goods, rules_services, rules_supplier
from autofatture.domain.decision.certainty import confidence_of
from autofatture.domain.decision.correction import correction_path, lateness
from autofatture.domain.decision.dates import Dates, ExchangeDay, dates_of, exchange_day, italian
from autofatture.domain.decision.limits import RateLookup
from autofatture.domain.decision.situation import Situation
from autofatture.domain.decision.treatment import treat
from autofatture.domain.decision.verdict import Rule, Verdict, ask, first
from autofatture.domain.facts import Facts
from autofatture.domain.law import cite

RULES: tuple[Rule, ...] = (
    *rules_document.RULES,
    *rules_supplier.ITALIAN_RULES,
    *rules_supplier.IDENTITY_RULES,
    *rules_charged.RULES,
    rules_supplier.institutional_buyer,
    rules_charged.foreign_vat_by_mistake,
    *rules_goods.RULES,
    *rules_services.RULES,
)
"""Top-down; the last two answer for any goods and any services, so a rule always answers."""

_READ_WITH_DOUBT = {
    "document.kind": "il tipo di documento",
    "document.addressed_to": "l'intestatario",
    "supplier.country": "il Paese del fornitore",
    "supply.nature": "se sono beni o servizi",
    "supply.ship_from": "da dove sono partiti i beni",
}
_FORFETTARI_QUARTER = (
    "Versamento, prima lettura (art. 1, c. 58, lett. e-bis, L. 190/2014, D.Lgs. 81/2025): "
    "entro il 16 del secondo mese successivo al trimestre."
)
_FORFETTARI_MONTH = (
    "Versamento, seconda lettura (art. 1, c. 60, L. 190/2014, per gli acquisti extra UE): "
    "entro il 16 del mese successivo. Decide il commercialista."
)


def advise(facts: Facts, *, at: dt.date | None = None, rates: RateLookup | None = None) -> Advice:
    """Decide on one purchase.

    Args:
        facts: what is known; ``None`` is not known.
        at: the fiscal day of the question (Europe/Rome): lateness and future dates are judged against it.
        rates: official rates of the company's source; without it the day is returned and no rate.
    """
    bare = Situation(facts, at=at)
    day = exchange_day(bare)
    rate = rates(bare.currency, day.day) if rates is not None and day is not None and bare.currency else None
    if rate is not None and day is not None:
        rate = rate.model_copy(update={"reason": _why(rate, day)})
    s = Situation(facts, at=at, rate=rate)
    rule, verdict = first(RULES, s)
    return _advice(s, rule, verdict, dates_of(s, verdict), rate)


def overruled(advice: Advice, facts: Facts, chosen: DocumentType, *, at: dt.date | None = None) -> Advice:
    """The same advice with dates, term and VAT of the type that a person chose instead.

    Outcome and reason stay: what was proposed remains to be seen beside what was chosen.
    """
    if advice.outcome.value == chosen.value:
        return advice
    s = Situation(facts, at=at, rate=advice.exchange_rate)
    law = ("intra_acquisition",) if chosen is DocumentType.TD18 else ("non_established_seller",)
    verdict = Verdict(Outcome(chosen.value), advice.reason, law=law)
    dates = dates_of(s, verdict)
    known = advice.vat_treatment
    last_day = effective(dates.deadline) if dates.deadline else None
    return advice.model_copy(
        update={
            "document_date": dates.document_date,
            "vat_period": dates.vat_period,
            "deadline": dates.deadline,
            "deadline_effective": last_day,
            "deadline_rule": dates.deadline_rule,
            "causale": dates.causale,
            "vat_treatment": known if known.rate is not None else treat(s, verdict),
            "questions": (*advice.questions, *dates.questions, *((dates.choice,) if dates.choice else ())),
            "lateness": lateness(last_day, at) if last_day and at else None,
        }
    )


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _why(rate: ExchangeRate, day: ExchangeDay) -> str:
    if rate.day == day.day:
        return day.reason
    return f"{day.reason}: quel giorno non c'è cambio, vale quello precedente del {italian(rate.day)}"


def _advice(s: Situation, rule: Rule, verdict: Verdict, dates: Dates, rate: ExchangeRate | None) -> Advice:
    day = exchange_day(s)
    treatment = treat(s, verdict)
    outcome, alternatives, reason = verdict.outcome, verdict.alternatives, verdict.reason
    questions: tuple[Question, ...] = (
        *verdict.questions,
        *verdict.doubts,
        *dates.questions,
        *_questions_of_any_document(s, outcome),
    )
    if dates.choice is not None and outcome not in (Outcome.FIX, Outcome.ASK):
        outcome, alternatives, reason = _choose_the_date(verdict)
        questions = (dates.choice, *questions)
    issued = outcome not in (Outcome.NONE, Outcome.ASK, Outcome.FIX)
    deadline = dates.deadline
    last_day = effective(deadline) if deadline else None
    return Advice(
        outcome=outcome,
        vat_treatment=treatment,
        reason=reason,
        rule=rule.key,
        alternatives=alternatives,
        questions=questions,
        document_date=dates.document_date if issued else None,
        vat_period=dates.vat_period if outcome is not Outcome.FIX else None,
        deadline=deadline,
        deadline_effective=last_day,
        deadline_rule=dates.deadline_rule,
        exchange_rate=rate,
        exchange_rate_day=day.day if day else None,
        confidence=confidence_of(s, verdict, outcome, asked=bool(questions or treatment.question)),
        notes=(
            *verdict.notes,
            *_notes_of_the_document(s, outcome, issued=issued),
            *_notes_of_the_buyer(s, issued=issued),
            *([_sentence(day.reason)] if day and issued else []),
        ),
        law=tuple(cite(key, s.day) for key in verdict.law),
        correction=correction_path(s, verdict) if outcome is Outcome.FIX else None,
        lateness=lateness(last_day, s.at) if last_day and s.at else None,
        causale=dates.causale,
    )


def _questions_of_any_document(s: Situation, outcome: Outcome) -> tuple[Question, ...]:
    """No default currency, no contradiction between facts, no self-invoice of nothing."""
    if outcome not in (Outcome.TD16, Outcome.TD17, Outcome.TD18, Outcome.TD19, Outcome.TD28):
        return ()
    doubts = (
        (
            not s.facts.document.currency and s.net is not None,
            ask("currency", "In quale valuta sono gli importi della fattura?", "document.currency"),
        ),
        (
            s.nature_contradicts_category,
            ask(
                "nature",
                "Natura e categoria non vanno d'accordo: sono beni o servizi?",
                "supply.nature",
                "goods",
                "services",
            ),
        ),
        (
            s.totals_contradict,
            ask(
                "totals",
                "Netto e lordo non differiscono dell'IVA indicata: quali importi sono giusti?",
                "document.total_gross",
            ),
        ),
        (
            s.net is not None and s.net == 0,
            ask("nothing_owed", "Il totale è zero: c'è un'operazione da documentare?", "document.total_net"),
        ),
    )
    return tuple(question for applies, question in doubts if applies)


def _choose_the_date(verdict: Verdict) -> tuple[Outcome, tuple[Alternative, ...], str]:
    """The type is clear and the date is not: a person chooses between the two ways (accountant.md item 23)."""
    how = f"Il documento è {verdict.outcome}, qualunque delle due date si scelga."
    reason = verdict.reason.removesuffix(".") + ", ma operazione e fattura cadono in mesi diversi e la data va scelta."
    return Outcome.ASK, (Alternative(outcome=verdict.outcome, when=how), *verdict.alternatives), reason


def _notes_of_the_document(s: Situation, outcome: Outcome, *, issued: bool) -> tuple[str, ...]:
    """What the document itself adds: the sign of a credit note, the id of a seller known by its Italian one."""
    notes: list[str] = []
    if issued and s.is_credit_note:
        notes.append(
            f"Nota di credito: stesso tipo ({outcome}) con importi negativi, collegata alla nota di credito del "
            "fornitore."
        )
    foreigner = not s.supplier_is_italian and not s.in_an_enclave
    if issued and s.italian_ids and foreigner and outcome is not Outcome.TD16:
        notes.append(
            "In IdPaese va il Paese del fornitore e mai IT (00473): come IdCodice la sua partita IVA del Paese "
            "d'origine, altrimenti 99999999999."
        )
    if issued and s.supplier_place is not None and s.in_an_enclave:
        notes.append(f"In IdPaese va OO, ammesso per {s.supplier_place.italian} (00473).")
    if issued and s.facts.doubtful:
        read = ", ".join(_READ_WITH_DOUBT.get(fact, fact) for fact in s.facts.doubtful)
        notes.append(f"Letti ma da controllare sul documento: {read}.")
    if issued and not s.kind:
        notes.append("Il tipo di documento non risulta: si è assunto che sia una fattura.")
    return tuple(notes)


def _notes_of_the_buyer(s: Situation, *, issued: bool) -> tuple[str, ...]:
    """What the buyer's regime adds (accountant.md items 4, 19)."""
    if not issued:
        return ()
    if s.regime in ("forfettario", "minimi"):
        return (
            "Regime forfettario: l'IVA si calcola con l'aliquota ordinaria, non è detraibile e si versa con F24.",
            _FORFETTARI_QUARTER,
            _FORFETTARI_MONTH,
        )
    if s.regime == "esportatore_abituale":
        return ("Esportatore abituale: il plafond (N3.5) si usa solo con la scelta di una persona.",)
    if s.regime == "gruppo_iva":
        return ("Gruppo IVA: l'acquirente è il gruppo, con la sua partita IVA (SdI 00327).",)
    if s.regime == "pro_rata":
        return ("Pro-rata: l'IVA si detrae nella percentuale dell'azienda.",)
    return ()
