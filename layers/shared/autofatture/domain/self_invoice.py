"""The self-invoice that is meant: what FiC is asked to create and what its XML is compared with.

The foreign supplier is the *cedente*, the Italian company the *cessionario* (SdI 00471, 00473, 00475).
All amounts are EUR.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from pydantic import BaseModel, ConfigDict

from autofatture.domain.advice import DocumentType
from autofatture.domain.money import Amount, Rate, to_cents


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Cedente(_Model):
    """The foreign supplier. ``id_paese``/``id_codice`` are FatturaPA 1.2.1.1, never ``IT``."""

    name: str
    id_paese: str
    id_codice: str
    country: str
    """ISO code of the address (1.2.2.6): GB for Northern Ireland even when ``id_paese`` is XI."""
    street: str
    city: str
    postal_code: str = "00000"
    """Five digits as the XSD demands; the foreign one is written into ``street``."""
    vat_number: str | None = None
    """The id as printed, with prefix: what the FiC supplier registry holds."""
    regime_fiscale: str = "RF18"


class Cessionario(_Model):
    """The Italian company. Its VAT id is mandatory (SdI 00475)."""

    name: str
    vat_id: str
    """Eleven digits, without ``IT``."""
    tax_code: str | None = None
    street: str | None = None
    city: str | None = None
    postal_code: str | None = None
    province: str | None = None
    ei_code: str = "M5UXCR1"
    """Recipient code: the self-invoice comes back to the company itself."""


class SelfInvoiceLine(_Model):
    description: str
    net: Amount
    """Negative on a document that corrects (same TD, negative amounts)."""
    vat_rate: Rate
    natura: str | None = None
    legal_reference: str | None = None


class VatSummary(_Model):
    vat_rate: Rate
    natura: str | None
    net: Amount
    vat: Amount
    legal_reference: str | None = None


class LinkedDocument(_Model):
    """``DatiFattureCollegate`` (2.1.6): the invoice received."""

    number: str
    """At most 20 Basic Latin characters; the full number goes into ``causale``."""
    date: dt.date | None
    sdi_id: str | None = None
    """IdSdI of an invoice that came through SdI: it is written into ``IdDocumento`` instead of the number."""


class SelfInvoice(_Model):
    reference: str
    """Our document id, unchanged by corrections: how a document of ours is found again in FiC."""
    document_type: DocumentType
    date: dt.date
    numeration: str | None = None
    """The company's *sezionale* in FiC, such as ``/AF``."""
    cedente: Cedente
    cessionario: Cessionario
    lines: tuple[SelfInvoiceLine, ...]
    linked: tuple[LinkedDocument, ...] = ()
    causale: tuple[str, ...] = ()
    payment_method: str = "MP05"

    @property
    def summaries(self) -> tuple[VatSummary, ...]:
        """One per rate and natura; VAT is computed from the rounded base, half-up (SdI 00421)."""
        bases: dict[tuple[Decimal, str | None], Decimal] = {}
        references: dict[tuple[Decimal, str | None], str | None] = {}
        for line in self.lines:
            key = (line.vat_rate, line.natura)
            bases[key] = bases.get(key, Decimal(0)) + line.net
            references[key] = references.get(key) or line.legal_reference
        return tuple(
            VatSummary(
                vat_rate=rate,
                natura=natura,
                net=to_cents(net),
                vat=to_cents(to_cents(net) * rate / 100),
                legal_reference=references[(rate, natura)],
            )
            for (rate, natura), net in bases.items()
        )

    @property
    def total_net(self) -> Decimal:
        return sum((summary.net for summary in self.summaries), Decimal(0))

    @property
    def total_vat(self) -> Decimal:
        return sum((summary.vat for summary in self.summaries), Decimal(0))

    @property
    def total_gross(self) -> Decimal:
        return self.total_net + self.total_vat
