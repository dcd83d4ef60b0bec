"""The company whose self-invoices are made: identity, settings and the VAT types of its FiC account.

``company_id`` is the FiC company id, globally one. The VAT id is the one that FiC returns for the linked
company: it is the source of truth for Italian ids (VIES knows only those who trade inside the EU).
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from autofatture.domain.money import Rate


class Regime(StrEnum):
    """VAT regime of the company; it changes the VAT period, the notes and some outcomes."""

    ORDINARIO = "ordinario"
    TRIMESTRALE = "trimestrale"
    FORFETTARIO = "forfettario"
    ESPORTATORE_ABITUALE = "esportatore_abituale"
    ENTE = "ente"
    PRO_RATA = "pro_rata"
    GRUPPO_IVA = "gruppo_iva"


class RateSource(StrEnum):
    """Who publishes the exchange rate; chosen per company and calendar year (art. 13 c. 4 DPR 633/72)."""

    BANCA_ITALIA = "banca_italia"
    ECB = "ecb"


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class VatType(_Model):
    """One VAT type of the company's FiC account; ids differ from company to company."""

    id: int
    value: Rate
    natura: str | None = None
    """FiC's ``ei_type``: ``N4``, ``N3.6`` ...; None for a rate above zero."""
    description: str = ""
    e_invoice: bool = True
    is_disabled: bool = False


class CompanyProfile(_Model):
    company_id: str
    name: str
    vat_id: str
    """Eleven digits, without ``IT``."""
    tax_code: str | None = None
    """Sixteen characters for a sole trader, eleven digits otherwise."""
    owner_name: str | None = None
    """Name and surname of a sole trader: an invoice addressed to that person is accepted."""
    street: str | None = None
    postal_code: str | None = None
    city: str | None = None
    province: str | None = None

    regime: Regime = Regime.ORDINARIO
    in_vies: bool | None = None
    intra_goods_option: bool | None = None
    """Of forfettari and bodies: opted for VAT on EU goods below 10,000 euro a year."""
    intra_goods_total: Rate | None = None
    """EUR of goods bought in the EU in the calendar year, when it is counted."""
    rate_source: dict[int, RateSource] = Field(default_factory=dict)
    """Source by calendar year; a year that is absent uses *Banca d'Italia*."""
    numeration: str = "/AF"
    """The *sezionale* in FiC."""
    ei_code: str = "M5UXCR1"
    """Recipient code of the company itself: the self-invoice comes back to it."""
    conventional_id: str = "99999999999"
    """``IdCodice`` of a supplier without any id (the Agenzia's FAQ; accepted alternatives are settings)."""
    vat_types: tuple[VatType, ...] = ()

    def rate_source_of(self, year: int) -> RateSource:
        return self.rate_source.get(year, RateSource.BANCA_ITALIA)

    def vat_type(self, rate: Rate, natura: str | None) -> VatType | None:
        """The usable FiC VAT type of this value and natura, or None when the company has to create it."""
        usable = (t for t in self.vat_types if t.e_invoice and not t.is_disabled)
        return next((t for t in usable if t.value == rate and (t.natura or None) == (natura or None)), None)
