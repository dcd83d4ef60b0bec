"""What a rule answers, and the registry that keeps each rule with its source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from autofatture.domain.advice import Alternative, Outcome, Question
from autofatture.domain.decision.situation import Situation

Apply = Callable[[Situation], "Verdict | None"]


@dataclass(frozen=True)
class Verdict:
    """An outcome with its reason: one Italian sentence that names the facts used."""

    outcome: Outcome
    reason: str
    law: tuple[str, ...] = ()
    """Keys of ``law.json``."""
    alternatives: tuple[Alternative, ...] = ()
    questions: tuple[Question, ...] = ()
    doubts: tuple[Question, ...] = ()
    """Asked beside a definite outcome; any doubt makes it *da controllare*."""
    notes: tuple[str, ...] = ()
    sure: bool = True
    treatment: str = "ordinary"
    """How the VAT is treated: ``ordinary``, ``vat_warehouse``, ``out_of_scope`` or ``none``."""
    place: str = "general"
    """``general`` (7-ter), ``local`` (7-quater ff.) or ``out_of_scope``: it decides the term."""
    fallback: Outcome | None = None
    """Of a FIX: the document that regularises when the supplier does not answer."""


class Rule(NamedTuple):
    """One row of the table in docs/fiscal-rules.md: its key, what it rests on, and when it answers what."""

    key: str
    source: str
    about: str
    apply: Apply


def rule(key: str, *, source: str) -> Callable[[Apply], Rule]:
    """Name a rule and say what it rests on; the decorated function becomes a :class:`Rule`.

    Args:
        key: ``riga-N`` for a row of the decision table; it stands in every answer.
        source: law first, then circulars, SdI codes and FatturaPA paragraphs, as an Italian accountant cites them.
    """

    def register(function: Apply) -> Rule:
        return Rule(key, source, " ".join((function.__doc__ or "").split()), function)

    return register


@dataclass
class Sentence:
    """Builds the one sentence of a reason: what is known, then what follows."""

    situation: Situation
    parts: list[str] = field(default_factory=list)

    def supplier(self) -> Sentence:
        """Name and place, as far as they are known."""
        place = self.situation.supplier_place
        where = f" (sede: {place.italian}, {place.id_paese or place.code})" if place else ""
        self.parts.append(f"{self.situation.supplier_label}{where}")
        return self

    def add(self, text: str) -> Sentence:
        self.parts.append(text)
        return self

    def supply(self) -> Sentence:
        """``fornisce servizi (pubblicità)``."""
        words = {"goods": "beni", "services": "servizi", "mixed": "beni e servizi insieme"}
        nature = words.get(self.situation.nature or "", "qualcosa che non si sa se beni o servizi")
        if self.situation.nature == "goods" and self.situation.services_are_accessory:
            nature = "beni con i soli servizi accessori"
        category = self.situation.category
        self.parts.append(f"fornisce {nature}" + (f" ({category.italian})" if category else ""))
        if self.situation.electronic:
            number = self.situation.facts.document.sdi_id
            self.parts.append("con una fattura arrivata da SdI" + (f" (IdSdI {number})" if number else ""))
        return self

    def charged(self) -> Sentence:
        """What is known about VAT on the invoice."""
        if self.situation.charges is None:
            self.parts.append("e non risulta se abbia addebitato IVA")
        elif self.situation.nothing_charged:
            self.parts.append("senza addebitare IVA")
        else:
            self.parts.append(f"e ha addebitato {self.situation.charged_label}")
        return self

    def so(self, conclusion: str) -> str:
        return f"{_capital(' '.join(self.parts)).rstrip(',')}: {conclusion}."


def ask(code: str, text: str, fact: str | None = None, *choices: str) -> Question:
    return Question(code=code, text=text, fact=fact, choices=choices)


def instead(outcome: Outcome, when: str) -> Alternative:
    return Alternative(outcome=outcome, when=when)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def first(rules: tuple[Any, ...], situation: Situation) -> tuple[Rule, Verdict]:
    """The first rule that answers.

    Raises:
        LookupError: no rule answered: the last one must always answer, a test proves it.
    """
    for one in rules:
        verdict = one.apply(situation)
        if verdict is not None:
            return one, verdict
    raise LookupError("no rule answers")
