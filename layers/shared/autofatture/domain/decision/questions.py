"""Questions that several rules ask in the same words."""

from __future__ import annotations

from autofatture.domain.advice import Question
from autofatture.domain.decision.situation import Situation
from autofatture.domain.decision.verdict import ask

SHIP_FROM = ask("ship_from", "Da quale Paese sono partiti i beni per questa consegna?", "supply.ship_from")
SUPPLIER_COUNTRY = ask("supplier_country", "In quale Paese è stabilito il fornitore?", "supplier.country")
ESTABLISHED = ask(
    "established_in_italy",
    "Il fornitore vende da una stabile organizzazione in Italia?",
    "supplier.established_in_italy",
    "true",
    "false",
)
BRANCH = ask(
    "established_in_italy",
    "Il fornitore ha anche una partita IVA italiana: vende da una stabile organizzazione in Italia?",
    "supplier.established_in_italy",
    "true",
    "false",
)
NATURE = ask("nature", "La fattura riguarda beni o servizi?", "supply.nature", "goods", "services", "mixed")
CUSTOMS = ask("customs_bill", "C'è una bolla doganale di importazione?", "supply.customs_bill", "true", "false")


def vat_charged_question() -> Question:
    return ask("vat_charged", "Il fornitore ha addebitato IVA? Di quale Paese e con quale aliquota?", "vat_charged")


def doubts_of_td18(s: Situation) -> tuple[Question, ...]:
    doubts: list[Question] = []
    if s.facts.customer.in_vies is False:
        doubts.append(
            ask(
                "in_vies",
                "L'azienda non risulta iscritta al VIES: va iscritta, o l'acquisto è fuori dal regime UE?",
                "customer.in_vies",
            )
        )
    if not s.eu_ids:
        doubts.append(ask("eu_vat_id", "Con quale partita IVA UE ha venduto il fornitore?", "supplier.vat_ids"))
    if s.charges is None:
        doubts.append(vat_charged_question())
    if s.branch_possible:
        doubts.append(BRANCH)
    if s.accessory_by_words:
        doubts.append(
            ask(
                "accessory_only",
                "Le voci di servizio sono solo accessorie ai beni?",
                "supply.accessory_only",
                "true",
                "false",
            )
        )
    return tuple(doubts)
