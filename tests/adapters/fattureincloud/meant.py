"""What the tests send, and with which token."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from pydantic import SecretStr

from autofatture.domain.advice import DocumentType
from autofatture.domain.errors import RelinkNeeded
from autofatture.domain.self_invoice import Cedente, Cessionario, LinkedDocument, SelfInvoice, SelfInvoiceLine

BASE = "http://localhost:8900/fattureincloud"
REFERENCE = "01HZX3V7Q8-0001"

ACME = Cedente(
    name="Acme Cloud Limited",
    id_paese="IE",
    id_codice="6388047V",
    country="IE",
    street="1 Example Quay, D02 XY45",
    city="Dublin",
    vat_number="IE6388047V",
)


def self_invoice(**changes: Any) -> SelfInvoice:
    """A TD17 of 100.00 EUR at 22 % in the series /AF."""
    fields: dict[str, Any] = {
        "reference": REFERENCE,
        "document_type": DocumentType.TD17,
        "date": dt.date(2026, 9, 25),
        "numeration": "/AF",
        "cedente": ACME,
        "cessionario": Cessionario(name="Rossi Forniture S.r.l.", vat_id="99900010150"),
        "lines": (SelfInvoiceLine(description="Servizi cloud", net=Decimal("100.00"), vat_rate=Decimal(22)),),
        "linked": (LinkedDocument(number="INV-1", date=dt.date(2026, 9, 3)),),
        "causale": ("Integrazione fattura INV-1 del 03/09/2026",),
    }
    return SelfInvoice.model_validate({**fields, **changes})


class Tokens:
    """A source that hands out the tokens it was given, one after each refusal."""

    def __init__(self, *tokens: SecretStr) -> None:
        self.tokens = list(tokens)
        self.rejections = 0

    def __call__(self, *, rejected: SecretStr | None = None) -> SecretStr:
        if rejected is not None:
            self.rejections += 1
            self.tokens.pop(0)
        if not self.tokens:
            raise RelinkNeeded
        return self.tokens[0]
