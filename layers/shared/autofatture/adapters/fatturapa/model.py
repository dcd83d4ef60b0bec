"""What a FatturaPA file says, as a model: any file, also one made by others."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from pydantic import BaseModel, ConfigDict

from autofatture.domain.money import Amount, Rate


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Address(_Model):
    """1.2.2, 1.4.2. ``street`` and ``house_number`` are two elements."""

    street: str = ""
    house_number: str | None = None
    postal_code: str = ""
    city: str = ""
    province: str | None = None
    country: str = "IT"


class Party(_Model):
    id_country: str | None = None
    id_code: str | None = None
    tax_code: str | None = None
    name: str = ""
    """*Denominazione*, or *Nome* and *Cognome* with a space between."""
    regime: str | None = None
    address: Address = Address()


class Related(_Model):
    """One block of 2.1.6, ``DatiFattureCollegate``."""

    number: str
    date: dt.date | None = None


class Line(_Model):
    number: int
    description: str
    quantity: Amount | None = None
    unit_price: Amount
    total: Amount
    vat_rate: Rate
    natura: str | None = None


class Summary(_Model):
    vat_rate: Rate
    natura: str | None = None
    net: Amount
    vat: Amount
    legal_reference: str | None = None


class Payment(_Model):
    method: str
    amount: Amount


class Attachment(_Model):
    name: str
    format: str | None = None
    size: int
    """Length of the base64 text."""


class Body(_Model):
    document_type: str
    currency: str
    date: dt.date
    number: str
    total: Amount | None = None
    causale: tuple[str, ...] = ()
    linked: tuple[Related, ...] = ()
    lines: tuple[Line, ...] = ()
    summaries: tuple[Summary, ...] = ()
    payments: tuple[Payment, ...] = ()
    attachments: tuple[Attachment, ...] = ()

    @property
    def total_net(self) -> Decimal:
        return sum((one.net for one in self.summaries), Decimal(0))

    @property
    def total_vat(self) -> Decimal:
        return sum((one.vat for one in self.summaries), Decimal(0))


class FatturaPA(_Model):
    version: str
    sender_country: str
    sender_code: str
    progressive: str
    recipient_code: str
    recipient_pec: str | None = None
    supplier: Party
    customer: Party
    issuer: str | None = None
    """``SoggettoEmittente``: CC when the buyer issues for the seller."""
    bodies: tuple[Body, ...]
    signed: bool = False
