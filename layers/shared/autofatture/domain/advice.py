"""The answer to *which document, with which VAT, by when, and why*."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from autofatture.domain.money import Amount, Currency, Rate
from autofatture.domain.reading_terms import Confidence


class DocumentType(StrEnum):
    """FatturaPA ``TipoDocumento`` codes that this product creates or recognises (XSD 1.2.3)."""

    TD16 = "TD16"
    TD17 = "TD17"
    TD18 = "TD18"
    TD19 = "TD19"
    TD20 = "TD20"
    TD28 = "TD28"


class Outcome(StrEnum):
    TD16 = "TD16"
    TD17 = "TD17"
    TD18 = "TD18"
    TD19 = "TD19"
    TD20 = "TD20"
    TD28 = "TD28"
    NONE = "NONE"
    """No self-invoice is due; the reason says what remains to do."""
    FIX = "FIX"
    """The supplier has to correct the invoice; the alternatives hold the fallback."""
    ASK = "ASK"
    """A person has to answer a question first."""


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class VatTreatment(_Model):
    """Half of the decision: ``rate`` without ``natura``, or rate 0 with ``natura`` (SdI 00400, 00401)."""

    rate: Rate | None = None
    natura: str | None = None
    base: Amount | None = None
    """What is owed to the supplier, in the currency of the invoice."""
    legal_reference: str | None = None
    reason: str | None = None
    question: str | None = None


class Alternative(_Model):
    outcome: Outcome
    when: str
    """One Italian sentence: when this one is right instead."""


class Question(_Model):
    code: str
    text: str
    fact: str | None = None
    """The fact that the answer fills, as a dotted path of :class:`~autofatture.domain.facts.Facts`."""
    choices: tuple[str, ...] = ()


class ExchangeRate(_Model):
    """Units of ``currency`` for one euro, on ``day``, from ``source`` (art. 13 c. 4 DPR 633/72)."""

    currency: Currency
    units_per_eur: Amount
    day: date
    source: str
    """``banca_italia``, ``ecb`` or ``manual``."""
    reason: str
    """One Italian sentence: why this day."""


class Correction(_Model):
    """The path of a FIX: what to ask the supplier, until when to wait, what to do if nobody answers."""

    letters: dict[str, str] = {}
    """Ready-to-send text by language: ``en``, ``de``, ``fr``, ``es``."""
    language: str = "en"
    """The supplier's."""
    fallback_from: date | None = None
    """From this day the alternatives that regularise are offered, confirmed by a named person."""
    steps: tuple[str, ...] = ()


class Lateness(_Model):
    """Which duties are late and what that means: an explanation for the studio, never one figure."""

    days: int
    duties: tuple[str, ...]


class Advice(_Model):
    outcome: Outcome
    vat_treatment: VatTreatment = VatTreatment()
    reason: str
    """One Italian sentence that names the facts used."""
    rule: str
    alternatives: tuple[Alternative, ...] = ()
    questions: tuple[Question, ...] = ()
    document_date: date | None = None
    vat_period: str | None = None
    """``2026-11`` for monthly payers, ``2026-Q4`` for quarterly ones."""
    deadline: date | None = None
    deadline_effective: date | None = None
    deadline_rule: str | None = None
    exchange_rate: ExchangeRate | None = None
    exchange_rate_day: date | None = None
    """The day whose rate applies, when a currency other than EUR is used and the rate is still to be had."""
    confidence: Confidence = Confidence.DA_CONTROLLARE
    notes: tuple[str, ...] = ()
    """What remains to do or to know, in Italian sentences."""
    law: tuple[str, ...] = ()
    """The texts cited, in force on the day of the operation."""
    correction: Correction | None = None
    lateness: Lateness | None = None
    causale: tuple[str, ...] = ()
    """Sentences that the document itself must carry, such as *operazione effettuata il ...*."""
