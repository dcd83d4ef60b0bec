"""What stops a rate or a natura on a line: the rates of the day, the natura of its case, the company's VAT types.

The codes are SdI's where SdI has one: here the mistake is named before the file exists.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from autofatture.domain.advice import Advice
from autofatture.domain.company import CompanyProfile, Regime
from autofatture.domain.decision.charged import italian_rates
from autofatture.domain.draft import Draft, Finding
from autofatture.domain.findings import block, warn

_GENERIC_NATURE = frozenset({"N2", "N3", "N6"})
_OUT_OF_SCOPE_RULES = ("riga-5", "trappola.servizi-localizzati")


def rates_of_lines(draft: Draft, advice: Advice | None, company: CompanyProfile) -> Iterator[Finding]:
    """Line by line, then the question that the advice leaves open."""
    day = draft.operation_date or draft.invoice_date or dt.date(2026, 1, 1)
    for number, line in enumerate(draft.lines):
        field = f"lines.{number}.vat_rate"
        if line.vat_rate is None:
            question = advice.vat_treatment.question if advice else None
            yield block("missing", question or "Manca l'aliquota.", field, "Indica l'aliquota, o 0 con la natura.")
            continue
        yield from _rate_and_natura(line.vat_rate, line.natura, day, field)
        yield from _out_of_scope(draft, advice, line.natura, field)
        yield from _vat_type(line.vat_rate, line.natura, company, field)
        proposed = advice.vat_treatment.rate if advice else None
        if company.regime is Regime.FORFETTARIO and line.vat_rate == 0 and proposed and not draft.override_reason:
            yield block(
                "forfettario_zero",
                "Aliquota zero da forfettario: sull'autofattura l'IVA italiana è dovuta.",
                field,
                f"Usa il {proposed.normalize():f} %.",
            )
    if advice and advice.vat_treatment.question and draft.lines and "vat_treatment" not in draft.confirmed:
        yield warn(
            "vat_question", advice.vat_treatment.question, "lines.0.vat_rate", "Conferma l'aliquota o la natura."
        )


def _rate_and_natura(rate: Decimal, natura: str | None, day: dt.date, field: str) -> Iterator[Finding]:
    if natura and natura.startswith("N6"):
        yield block(
            "00401",
            f"La natura {natura} (inversione contabile interna) non si usa in TD17, TD18 e TD19.",
            field,
            "Indica l'aliquota italiana senza natura, o la natura giusta (N3, N4).",
        )
    elif natura in _GENERIC_NATURE:
        yield block("00445", f"La natura generica {natura} non è ammessa.", field, "Usa il dettaglio, come N3.6.")
    elif rate == 0 and not natura:
        yield block("00400", "Con aliquota zero serve la natura.", field, "Indica la natura, o l'aliquota.")
    elif rate != 0 and natura:
        yield block("00401", "Con un'aliquota la natura non va indicata.", field, "Togli la natura.")
    elif rate != 0 and rate < 1:
        yield block("00424", "L'aliquota va scritta in percentuale.", field, "Scrivi 22 e non 0,22.")
    elif rate != 0 and rate not in italian_rates(day):
        yield block("unknown_rate", f"{rate.normalize():f} % non è un'aliquota italiana.", field, "Usa 22, 10, 5 o 4.")


def _out_of_scope(draft: Draft, advice: Advice | None, natura: str | None, field: str) -> Iterator[Finding]:
    """Refuse *TD17 at 0 % N2, not subject under 7-ter*, the commonest wrong self-invoice."""
    if not (natura or "").startswith("N2") or draft.override_reason:
        return
    if advice is None or not advice.rule.startswith(_OUT_OF_SCOPE_RULES):
        yield block(
            "out_of_scope",
            f"La natura {natura} (non soggetta) non va bene: l'operazione è tassata in Italia dall'acquirente.",
            field,
            "Indica l'aliquota italiana.",
        )


def _vat_type(rate: Decimal, natura: str | None, company: CompanyProfile, field: str) -> Iterator[Finding]:
    if company.vat_types and company.vat_type(rate, natura) is None:
        what = f"aliquota {rate.normalize():f} %" + (f" e natura {natura}" if natura else "")
        yield block(
            "vat_type",
            f"In Fatture in Cloud l'azienda non ha un tipo IVA con {what}, attivo e per la fattura elettronica.",
            field,
            f"Crealo in Fatture in Cloud (Impostazioni, Aliquote IVA) con {what}, poi aggiorna l'azienda.",
        )
