"""The stand-ins of Banca d'Italia and the ECB."""

from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import Decimal

import httpx
import pytest
from lxml import etree

from sandbox.rates import book
from tests.adapters.sandbox.world import Outside

FRIDAY, SATURDAY = "2026-10-30", "2026-10-31"


@pytest.fixture(autouse=True)
def now(outside: Outside) -> None:
    outside.control("POST", "/clock", now="2026-11-25T12:00:00+00:00")


def banca_italia(outside: Outside, day: str, *currencies: str) -> list[dict[str, str]]:
    params = {"referenceDate": day, "currencyIsoCode": "EUR", "baseCurrencyIsoCode": list(currencies)}
    answer = outside.client.get("/bancaditalia/dailyRates", params=params, headers={"Accept": "application/json"})
    assert answer.status_code == 200
    assert answer.json()["resultsInfo"]["totalRecords"] == len(answer.json()["rates"])
    rates: list[dict[str, str]] = answer.json()["rates"]
    return rates


def ecb(outside: Outside, key: str, **params: str) -> httpx.Response:
    return outside.client.get(f"/ecb/data/EXR/{key}", params=params)


def test_rates_are_units_of_the_currency_for_one_euro(outside: Outside) -> None:
    [row] = banca_italia(outside, FRIDAY, "USD")
    assert (row["isoCode"], row["referenceDate"], row["exchangeConventionCode"]) == ("USD", FRIDAY, "C")
    assert Decimal("1.05") < Decimal(row["avgRate"]) < Decimal("1.15")


def test_all_currencies_of_a_day(outside: Outside) -> None:
    assert {row["isoCode"] for row in banca_italia(outside, FRIDAY)} == set(book.CURRENCIES)


@pytest.mark.parametrize(
    "day", [SATURDAY, "2026-11-01", "2025-12-25", "2025-12-26", "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01"]
)
def test_no_rate_on_days_the_markets_are_shut(outside: Outside, day: str) -> None:
    assert banca_italia(outside, day, "USD") == []


def test_both_sources_and_both_runs_agree(outside: Outside) -> None:
    text = ecb(outside, "D.USD.EUR.SP00.A", startPeriod=FRIDAY, endPeriod=FRIDAY, format="csvdata").text
    [row] = csv.DictReader(io.StringIO(text))
    assert row["OBS_VALUE"] == banca_italia(outside, FRIDAY, "USD")[0]["avgRate"]
    assert book.units_per_eur("USD", dt.date(2026, 10, 30)) == Decimal(row["OBS_VALUE"])


def test_today_comes_out_in_the_afternoon_and_tomorrow_not_at_all(outside: Outside) -> None:
    assert banca_italia(outside, "2026-11-25", "USD") == []
    outside.control("POST", "/clock", now="2026-11-25T15:30:00+00:00")
    assert len(banca_italia(outside, "2026-11-25", "USD")) == 1
    assert banca_italia(outside, "2026-11-26", "USD") == []


def test_the_latest_rates(outside: Outside) -> None:
    answer = outside.client.get("/bancaditalia/latestRates", headers={"Accept": "application/json"}).json()
    assert {row["referenceDate"] for row in answer["latestRates"]} == {"2026-11-24"}


def test_a_series(outside: Outside) -> None:
    params = {
        "startDate": "2026-10-28",
        "endDate": "2026-11-03",
        "baseCurrencyIsoCode": "GBP",
        "currencyIsoCode": "EUR",
    }
    rows = outside.client.get("/bancaditalia/dailyTimeSeries", params=params).json()["rates"]
    assert [row["referenceDate"] for row in rows] == ["2026-10-28", "2026-10-29", FRIDAY, "2026-11-02", "2026-11-03"]


def test_the_ecb_in_json_and_xml(outside: Outside) -> None:
    expected = banca_italia(outside, FRIDAY, "USD")[0]["avgRate"]
    body = ecb(outside, "D.USD+GBP.EUR.SP00.A", startPeriod=FRIDAY, endPeriod=FRIDAY, format="jsondata").json()
    assert [value["id"] for value in body["structure"]["dimensions"]["series"][1]["values"]] == ["USD", "GBP"]
    assert Decimal(str(body["dataSets"][0]["series"]["0:0:0:0:0"]["observations"]["0"][0])) == Decimal(expected)
    root = etree.fromstring(ecb(outside, "D.USD.EUR.SP00.A", startPeriod=FRIDAY, endPeriod=FRIDAY).content)
    assert [element.get("value") for element in root.iter("{*}ObsValue")] == [expected]


def test_the_last_observations(outside: Outside) -> None:
    text = ecb(outside, "D.CHF.EUR.SP00.A", lastNObservations="2", format="csvdata").text
    assert [row["TIME_PERIOD"] for row in csv.DictReader(io.StringIO(text))] == ["2026-11-23", "2026-11-24"]


def test_unknown_series(outside: Outside) -> None:
    assert ecb(outside, "D.XXX.EUR.SP00.A").status_code == 404
    assert banca_italia(outside, FRIDAY, "XXX") == []


@pytest.mark.parametrize("source", ["bancaditalia", "ecb"])
def test_one_source_can_be_down_while_the_other_answers(outside: Outside, source: str) -> None:
    outside.control("PUT", "/options", rates_unavailable=[source])
    statuses = {
        "bancaditalia": outside.client.get("/bancaditalia/latestRates").status_code,
        "ecb": ecb(outside, "D.USD.EUR.SP00.A").status_code,
    }
    assert statuses.pop(source) == 503
    assert list(statuses.values()) == [200]
