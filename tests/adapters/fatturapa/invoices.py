"""Self-invoices to build XML from: one by hand, many by Hypothesis."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from hypothesis import strategies as st

from autofatture.domain.advice import DocumentType
from autofatture.domain.fiscal_text import basic, latin
from autofatture.domain.self_invoice import Cedente, Cessionario, LinkedDocument, SelfInvoice, SelfInvoiceLine

COMPANY = Cessionario(
    name="Rossi S.r.l.",
    vat_id="01234560157",
    tax_code="01234560157",
    street="Via Roma 1",
    city="Milano",
    postal_code="20121",
    province="MI",
)
SUPPLIER = Cedente(
    name="Acme Ltd", id_paese="IE", id_codice="6388047V", country="IE", street="1 Street, D02 X285", city="Dublin"
)


def irish_services() -> SelfInvoice:
    return SelfInvoice(
        reference="doc-1",
        document_type=DocumentType.TD17,
        date=dt.date(2026, 10, 20),
        numeration="/AF",
        cedente=SUPPLIER,
        cessionario=COMPANY,
        lines=(SelfInvoiceLine(description="Pubblicità", net=Decimal("100.00"), vat_rate=Decimal(22)),),
        linked=(LinkedDocument(number="A-1", date=dt.date(2026, 10, 19)),),
        causale=("TD17 - fattura n. A-1 del 19/10/2026 di Acme Ltd",),
    )


_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=120)


def _latin(limit: int) -> st.SearchStrategy[str]:
    return _TEXT.map(lambda text: latin(text, limit).value).filter(bool)


_CENTS = st.decimals(min_value=Decimal(-9_999_999), max_value=Decimal(9_999_999), places=2).filter(bool)
_TREATMENT = st.sampled_from(
    [
        (Decimal(22), None),
        (Decimal(10), None),
        (Decimal(4), None),
        (Decimal(0), "N4"),
        (Decimal(0), "N3.6"),
        (Decimal(0), "N2.1"),
    ]
)


@st.composite
def _line(draw: st.DrawFn) -> SelfInvoiceLine:
    rate, natura = draw(_TREATMENT)
    return SelfInvoiceLine(
        description=draw(_latin(1000)),
        net=draw(_CENTS),
        vat_rate=rate,
        natura=natura,
        legal_reference="art. 10, c. 1, DPR 633/1972" if natura else None,
    )


@st.composite
def self_invoices(draw: st.DrawFn) -> SelfInvoice:
    day = draw(st.dates(dt.date(2022, 7, 1), dt.date(2030, 12, 31)))
    country = draw(st.sampled_from(["IE", "DE", "US", "CH", "GB", "GR"]))
    document_type = draw(st.sampled_from([DocumentType.TD17, DocumentType.TD18, DocumentType.TD19]))
    number = draw(_TEXT.map(lambda text: basic(text, 20).value).filter(bool))
    return SelfInvoice(
        reference="doc",
        document_type=document_type,
        date=day,
        numeration="/AF",
        cedente=Cedente(
            name=draw(_latin(80)),
            id_paese=country,
            id_codice=draw(st.text("ABC0123456789", min_size=2, max_size=28)),
            country=country,
            street=draw(_latin(60)),
            city=draw(_latin(60)),
        ),
        cessionario=COMPANY,
        lines=tuple(draw(st.lists(_line(), min_size=1, max_size=6))),
        linked=(LinkedDocument(number=number, date=day - dt.timedelta(days=draw(st.integers(0, 400)))),),
        causale=tuple(draw(st.lists(_latin(200), max_size=4))),
    )
