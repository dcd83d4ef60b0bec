"""RiferimentoNormativo on the days around the Testo unico IVA: the act in force, both texts, no number made up."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from autofatture.adapters.fatturapa.build import build
from autofatture.adapters.fatturapa.check import check_file
from autofatture.domain import fiscal_data
from autofatture.domain.draft import DraftLine, SupplyAnswers
from autofatture.domain.law import LEGAL_REFERENCE_LIMIT, cite
from tests.unit.fiscal.drafts import COMPANY, draft, rules

LINE = DraftLine(description="Commissioni", net=Decimal("100.00"), vat_rate=Decimal(0), natura="N4")


@pytest.mark.parametrize(
    ("day", "new"),
    [
        (dt.date(2026, 12, 31), False),
        (dt.date(2027, 1, 1), True),
        (dt.date(2027, 1, 4), True),
    ],
)
def test_the_xml_cites_the_act_of_the_operations_day(day: dt.date, new: bool) -> None:
    # Given exempt payment fees of that day
    fees = draft(
        invoice_date=day,
        operation_date=day,
        receipt_date=day,
        lines=(LINE,),
        supply=SupplyAnswers(category="financial"),
    )

    # When the document is built
    assessment = rules().assess(fees, COMPANY, today=day)
    invoice = rules().self_invoice(fees, assessment, COMPANY, reference="r")
    xml = build(invoice, number="1/AF")

    # Then it names the old article, and from 2027 the new act beside it, within the 100 characters of 2.2.2.8
    [text] = {element.text or "" for element in etree.fromstring(xml).iter("RiferimentoNormativo")}
    assert "art. 10" in text
    assert "633/1972" in text
    assert ("Testo unico IVA" in text) is new
    assert len(text) <= LEGAL_REFERENCE_LIMIT
    assert check_file(xml, today=day) == []


def test_no_article_of_the_new_act_is_cited_that_the_table_does_not_hold() -> None:
    table = json.loads((Path(fiscal_data.__file__).parent / "law.json").read_text(encoding="utf-8"))
    for key, row in table["keys"].items():
        before, after = cite(key, dt.date(2026, 12, 31)), cite(key, dt.date(2027, 1, 1))
        assert before == row["cite"]
        if not row["replaced"]:
            assert after == before
        elif row["article"] is None:
            assert row["cite"].split(",")[0] in after
            assert table["testo_unico"]["name"].split(" (")[0] in after
