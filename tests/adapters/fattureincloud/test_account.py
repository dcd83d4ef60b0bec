"""What linking reads of an account: people, companies, plans, series, VAT types."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from autofatture.adapters.fattureincloud.account import FattureInCloudAccount, self_invoice_info, vat_type
from autofatture.adapters.fattureincloud.transport import NO_RETRIES, http_client
from autofatture.domain.company import VatType
from autofatture.domain.errors import NotAllowed, RateLimited, RelinkNeeded
from sandbox.fattureincloud import seed
from tests.adapters.fattureincloud.meant import BASE
from tests.adapters.sandbox.world import CLIENT, EXPIRED, FULL, READER, STUDIO, Outside


@pytest.fixture
def account(http: httpx.Client) -> FattureInCloudAccount:
    return FattureInCloudAccount(base_url=BASE, http=http, retries=NO_RETRIES)


def token(outside: Outside, email: str = CLIENT) -> SecretStr:
    return SecretStr(outside.fic(email).token)


def test_the_person_and_the_companies(account: FattureInCloudAccount, outside: Outside) -> None:
    person = account.person(token(outside))
    assert (person.user_id, person.name) == ("1", "Mario Rossi")
    companies = account.companies(token(outside))
    assert [(row.company_id, row.vat_id, row.tax_code) for row in companies] == [
        ("101001", "99900010150", "99900010150"),
        ("101002", "99900020159", "RSSMRA80A01F205X"),
    ]


def test_a_studio_is_the_way_to_its_companies(account: FattureInCloudAccount, outside: Outside) -> None:
    [studio] = account.companies(token(outside, STUDIO))
    assert studio.is_accountant
    assert [row.company_id for row in studio.controlled] == ["101001", "202001", "202002"]
    # The VAT number of a controlled company comes as a number
    assert studio.controlled[0].vat_id == "99900010150"


def test_the_credential_in_the_rows_is_not_taken_over(account: FattureInCloudAccount, outside: Outside) -> None:
    assert "access_token" not in repr(account.companies(token(outside, STUDIO)))


def test_plan_and_permissions(account: FattureInCloudAccount, outside: Outside) -> None:
    info = account.company_info(token(outside), "101001")
    assert (info.role, info.plan, info.licence_expires) == ("master", "premium_plus", dt.date(2030, 12, 31))
    assert (info.e_invoice, info.attachments) == (True, True)
    assert (info.can_write_self_invoices, info.can_write_suppliers) == (True, True)
    reader = account.company_info(token(outside, READER), "101001")
    assert (reader.role, reader.can_write_self_invoices) == ("employee", False)
    expired = account.company_info(token(outside, EXPIRED), str(seed.EXPIRED))
    assert expired.licence_expires == dt.date(2025, 12, 31)
    usage = account.documents_usage(token(outside, FULL), str(seed.FULL))
    assert (usage.limit, usage.used) == (100, 100)


def test_series_and_vat_types(account: FattureInCloudAccount, outside: Outside) -> None:
    info = account.self_invoice_info(token(outside), "101001")
    assert set(info.numerations) == {"", "/AF", "/INT"}
    assert VatType(id=0, value=Decimal(22)) in info.vat_types
    assert {row.natura for row in info.vat_types if row.value == 0} >= {"N2.1", "N3.4", "N4", None}
    assert [row.id for row in info.vat_types if row.is_disabled] == [33]


def test_access_errors(account: FattureInCloudAccount, outside: Outside) -> None:
    with pytest.raises(NotAllowed):
        account.company_info(token(outside), str(seed.VERDI))
    with pytest.raises(RelinkNeeded):
        account.person(SecretStr("a/unknown"))
    outside.control("PUT", "/options", hourly_limit=1)
    known = token(outside)
    account.person(known)
    with pytest.raises(RateLimited):
        account.person(known)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"id": 0, "value": 22, "ei_type": "0", "e_invoice": True}, VatType(id=0, value=Decimal(22))),
        ({"id": 0, "value": 22, "ei_type": 2, "e_invoice": "string"}, VatType(id=0, value=Decimal(22))),
        (
            {"id": 7, "value": 0, "ei_type": "N6.9", "description": "Inversione"},
            VatType(id=7, value=Decimal(0), natura="N6.9", description="Inversione"),
        ),
        (
            {"id": "8", "value": "10.0", "ei_type": None, "is_disabled": True},
            VatType(id=8, value=Decimal("10.0"), is_disabled=True),
        ),
        ({"id": 9, "value": 5, "e_invoice": False}, VatType(id=9, value=Decimal(5), e_invoice=False)),
        ({"value": 5}, None),
        ({"id": 3, "value": "molto"}, None),
    ],
)
def test_vat_types_are_read_leniently(row: dict[str, Any], expected: VatType | None) -> None:
    assert vat_type(row) == expected


@pytest.mark.parametrize("body", [{}, {"data": None}, {"data": {"numerations": [], "vat_types_list": None}}])
def test_an_account_that_says_little(body: dict[str, Any]) -> None:
    info = self_invoice_info(body)
    assert (info.numerations, info.vat_types) == ((), ())


def test_companies_of_odd_types() -> None:
    """FiC's own example shows a VAT number as a number: a leading zero is lost on the way."""
    body = {
        "data": {
            "companies": [
                {"id": 1, "name": "Uno", "type": "company", "vat_number": 3881520161, "tax_code": None},
                {"id": "2", "name": None, "type": "new_kind", "vat_number": "IT12345678901"},
                {
                    "id": 3,
                    "type": "company",
                    "vat_number": "",
                    "tax_code": "RSSMRA80A01F205X",
                    "controlled_companies": None,
                },
                "strano",
            ]
        }
    }
    with http_client(httpx.MockTransport(lambda _: httpx.Response(200, json=body))) as http:
        rows = FattureInCloudAccount(base_url=BASE, http=http).companies(SecretStr("a/x"))
    assert [(row.company_id, row.vat_id) for row in rows] == [("1", "03881520161"), ("2", "12345678901"), ("3", "")]
