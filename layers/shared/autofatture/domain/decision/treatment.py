"""Half of the decision: the Italian rate, or rate 0 with its natura, on which base, with which doubt.

Sources: artt. 10 and 16 DPR 633/1972; FatturaPA 2.2.1.12 and 2.2.1.14; SdI 00400, 00401. N6 never appears on TD17,
TD18, TD19 and a generic service is never "0 % N2, not subject under 7-ter".
"""

from __future__ import annotations

from decimal import Decimal

from autofatture.domain.advice import Outcome, VatTreatment
from autofatture.domain.decision.charged import italian_rates
from autofatture.domain.decision.situation import Situation
from autofatture.domain.decision.verdict import Verdict
from autofatture.domain.decision.wording import Said, what_is_said
from autofatture.domain.law import cite, cite_all

_ZERO = Decimal(0)
_REDUCED = "Aliquota ridotta? Per libri, alimentari, prodotti medici o agricoli può essere 4, 5 o 10 %."
_TRANSPORT = (
    "È un trasporto internazionale non imponibile ({law}, natura N3.x)? Si applica solo con la conferma di una persona."
)
_PLAFOND = "L'azienda è esportatore abituale: usa il plafond per questo acquisto (natura N3.5)? Non si propone da solo."
_REASONS = {"goods": "beni senza un'aliquota agevolata dimostrata", "services": "servizi senza prova di esenzione"}


def treat(s: Situation, verdict: Verdict) -> VatTreatment:
    """The treatment of a document that is to be issued; empty for the other outcomes.

    The base of a credit note is negative, however its total is printed.
    """
    treatment = _treat(s, verdict)
    base = treatment.base
    if not s.is_credit_note or base is None or base < 0:
        return treatment
    return treatment.model_copy(update={"base": -base})


def _treat(s: Situation, verdict: Verdict) -> VatTreatment:
    if verdict.outcome is Outcome.FIX:
        return VatTreatment(base=s.net, reason="L'eventuale ripiego si calcola sul netto, senza l'IVA addebitata.")
    if verdict.outcome in (Outcome.NONE, Outcome.ASK):
        return VatTreatment()
    special = {
        "vat_warehouse": _vat_warehouse,
        "out_of_scope": _out_of_scope,
        "domestic": _domestic,
        "charged": _charged,
    }.get(verdict.treatment)
    if special is not None:
        return special(s)
    if s.nature == "services" and s.category is not None and s.category.row.get("natura"):
        return _exempt(s)
    return _ordinary(s, verdict)


def _ordinary(s: Situation, verdict: Verdict) -> VatTreatment:
    ordinary = italian_rates(s.day)[0]
    rate: Decimal | None = ordinary
    reason = f"Aliquota ordinaria: {_REASONS.get(s.nature or '', 'nessuna agevolazione dimostrata')}."
    proposed = s.category.row.get("rate") if s.category and verdict.place == "local" else None
    if proposed:
        rate, reason = Decimal(proposed), f"Aliquota proposta per {s.category.italian if s.category else ''} in Italia."
    if s.nature == "services" and s.category is None and Said.EXEMPTION in s.said:
        rate, reason = None, f"La fattura parla di esenzione («{s.said[Said.EXEMPTION]}»)."
    return VatTreatment(
        rate=rate,
        base=s.net,
        legal_reference=cite_all(verdict.law[:2], s.day),
        reason=reason,
        question=_question(s, verdict),
    )


def _question(s: Situation, verdict: Verdict) -> str | None:
    """The first doubt about rate or natura that applies."""
    category = s.category
    services = s.nature == "services"
    asked = category.row.get("question") if category else None
    rate = category.row.get("rate") if category and verdict.place == "local" else None
    reduced = Said.REDUCED_RATE in s.said or Said.REDUCED_RATE in what_is_said(s.facts.supplier.name)
    exempt = cite("exempt", s.day)
    doubts: tuple[tuple[bool, str], ...] = (
        (
            services and category is None and Said.EXEMPTION in s.said,
            f"È un servizio esente in Italia ({exempt}, natura N4), o si applica l'aliquota ordinaria?",
        ),
        (
            asked == "international_transport" or (services and Said.INTERNATIONAL_TRANSPORT in s.said),
            _TRANSPORT.format(law=cite("international_services", s.day)),
        ),
        (rate is not None, f"L'aliquota del {rate} % vale per {category.italian if category else ''}: è così?"),
        (
            asked == "passenger_transport",
            "Trasporto di persone in Italia: aliquota 5 o 10 %, esenzione urbana, o aliquota ordinaria?",
        ),
        (s.regime == "esportatore_abituale", _PLAFOND),
        (
            services and category is not None and category.key == "medical",
            f"È una prestazione sanitaria esente ({exempt}, natura N4)?",
        ),
        (asked == "reduced_rate" or (s.nature == "goods" and reduced), _REDUCED),
    )
    return next((text for applies, text in doubts if applies), None)


def _exempt(s: Situation) -> VatTreatment:
    """N4 needs category and wording, and is confirmed once per supplier."""
    category = s.category
    if s.exemption_is_disputed or category is None:
        return VatTreatment(
            base=s.net,
            reason=f"Se le commissioni di {s.supplier_label} siano esenti è discusso.",
            question="Commissioni esenti (0 %, N4) o imponibili con aliquota ordinaria? Decide il commercialista.",
        )
    return VatTreatment(
        rate=_ZERO,
        natura=str(category.row["natura"]),
        base=s.net,
        legal_reference=cite(str(category.row["law"]), s.day),
        reason=f"{category.italian.capitalize()}: operazione esente, a qualunque importo.",
        question=f"Confermi che {s.supplier_label} fornisce un servizio esente? Si chiede una volta per fornitore.",
    )


def _vat_warehouse(s: Situation) -> VatTreatment:
    return VatTreatment(
        rate=_ZERO,
        natura="N3.6",
        base=s.net,
        legal_reference=cite("vat_warehouse", s.day),
        reason="Beni in un deposito IVA: l'imposta è sospesa fino all'estrazione.",
    )


def _out_of_scope(s: Situation) -> VatTreatment:
    return VatTreatment(
        rate=_ZERO,
        natura="N2.1",
        base=s.gross,
        legal_reference=cite("territory", s.day),
        reason="Operazione non territoriale sopra 5.000 euro: la base comprende l'IVA estera, che è un costo.",
        question="N2.1 o N2.2? E la base con l'IVA estera compresa va bene? Decide il commercialista.",
    )


def _domestic(s: Situation) -> VatTreatment:
    return VatTreatment(
        base=s.net,
        legal_reference=cite("domestic_reverse_charge", s.day),
        question="Quale aliquota e quale natura N6 riporta la fattura? Il TD16 le vuole entrambe.",
    )


def _charged(s: Situation) -> VatTreatment:
    rates = {one.rate for one in s.charges or () if one.rate is not None}
    rate = rates.pop() if len(rates) == 1 else None
    return VatTreatment(
        rate=rate,
        base=s.net,
        legal_reference=cite("san_marino", s.day),
        reason="L'IVA è quella addebitata da San Marino.",
        question=None if rate is not None else "Con quale aliquota ha addebitato l'IVA il fornitore di San Marino?",
    )
