"""The Italian companies of the demo: one studio, the six companies it controls in FiC, and the demo client's own.

All of them are made up. Their VAT ids have a valid check digit, but start with a serial (71…) that no tax office
has reached, so they cannot be those of a real company. The FiC sandbox seeds the same companies: whoever changes
one here changes it there.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Company:
    """An Italian company as it appears in FiC and as foreign suppliers print it."""

    company_id: str
    """FiC company id."""
    name: str
    vat_id: str
    """Eleven digits, without ``IT``."""
    tax_code: str
    """The VAT id again, or the 16 characters of a sole trader."""
    street: str
    postal_code: str
    city: str
    province: str
    regime: str = "ordinario"
    """As in :class:`autofatture.domain.facts.CustomerFacts`."""
    numeration: str = "/AF"
    """The *sezionale* of its self-invoices, which exists in its FiC."""
    owner: str
    """``studio`` (reached through the studio's FiC account) or ``demo_client`` (linked by its owner)."""

    @property
    def printed_vat_id(self) -> str:
        """With the prefix, as an EU supplier prints it."""
        return f"IT{self.vat_id}"

    @property
    def address(self) -> tuple[str, ...]:
        """Street and town as foreign systems print them, without the country."""
        return (self.street, f"{self.postal_code} {self.city} {self.province}")


@dataclass(frozen=True, kw_only=True)
class Studio:
    """The accountant's own FiC account, of type ``accountant``."""

    company_id: str
    name: str
    vat_id: str
    street: str
    postal_code: str
    city: str
    province: str


STUDIO = Studio(
    company_id="1100100",
    name="STUDIO LOMBARDI E ASSOCIATI",
    vat_id="71001000158",
    street="Via Santa Sofia 22",
    postal_code="20122",
    city="Milano",
    province="MI",
)

ROSSI_IMPIANTI = Company(
    company_id="1100001",
    name="ROSSI IMPIANTI SRL",
    vat_id="71000010158",
    tax_code="71000010158",
    street="Via Privata Grandi 14",
    postal_code="20097",
    city="San Donato Milanese",
    province="MI",
    owner="studio",
)
BIANCHI_FERRAMENTA = Company(
    company_id="1100002",
    name="BIANCHI FERRAMENTA SNC DI BIANCHI LUCA E C.",
    vat_id="71000020017",
    tax_code="71000020017",
    street="Corso Vercelli 231",
    postal_code="10155",
    city="Torino",
    province="TO",
    regime="trimestrale",
    owner="studio",
)
VERDI_COMUNICAZIONE = Company(
    company_id="1100003",
    name="VERDI COMUNICAZIONE SRLS",
    vat_id="71000030370",
    tax_code="71000030370",
    street="Via del Porto 9/B",
    postal_code="40122",
    city="Bologna",
    province="BO",
    owner="studio",
)
ALPE_MECCANICA = Company(
    company_id="1100004",
    name="ALPE MECCANICA SPA",
    vat_id="71000040304",
    tax_code="71000040304",
    street="Viale dell'Industria 40",
    postal_code="33050",
    city="Pavia di Udine",
    province="UD",
    owner="studio",
)
GIULIA_FERRI = Company(
    company_id="1100005",
    name="FERRI GIULIA",
    vat_id="71000050485",
    tax_code="FRRGLI85E52D612T",
    street="Via Pisana 318",
    postal_code="50143",
    city="Firenze",
    province="FI",
    regime="forfettario",
    owner="studio",
)
HOTEL_BELVEDERE = Company(
    company_id="1100006",
    name="HOTEL BELVEDERE SAS DI SERRA ANNA E C.",
    vat_id="71000060401",
    tax_code="71000060401",
    street="Viale Carducci 77",
    postal_code="47841",
    city="Cattolica",
    province="RN",
    owner="studio",
)
TORREFAZIONE_AURORA = Company(
    company_id="1100007",
    name="TORREFAZIONE AURORA SRL",
    vat_id="71000070327",
    tax_code="71000070327",
    street="Via Flavia 120",
    postal_code="34148",
    city="Trieste",
    province="TS",
    owner="demo_client",
)

STUDIO_COMPANIES = (
    ROSSI_IMPIANTI,
    BIANCHI_FERRAMENTA,
    VERDI_COMUNICAZIONE,
    ALPE_MECCANICA,
    GIULIA_FERRI,
    HOTEL_BELVEDERE,
)
"""The six companies of the demo, all of one studio."""

CLIENT_COMPANY = TORREFAZIONE_AURORA
"""The company of the demo client: the core samples are addressed to it."""

COMPANIES = (*STUDIO_COMPANIES, CLIENT_COMPANY)
