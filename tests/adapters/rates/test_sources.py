"""The two sources of rates: their answers, their conventions, their silence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import httpx
import pytest

from autofatture.adapters.rates.banca_italia import BancaItalia
from autofatture.adapters.rates.ecb import Ecb
from autofatture.domain.errors import RateLimited, TransientError
from autofatture.ports import Rates
from sandbox.rates import bancaditalia, ecb
from sandbox.world import World

FRIDAY = dt.date(2026, 10, 16)
SUNDAY = dt.date(2026, 10, 18)
Answer = Callable[[httpx.Request], httpx.Response]


def client(answer: Answer) -> httpx.Client:
    return httpx.Client(base_url="https://rates.example/v1/", transport=httpx.MockTransport(answer))


def row(day: str, rate: str, convention: str = "C", currency: str = "USD") -> dict[str, str]:
    return {"isoCode": currency, "avgRate": rate, "exchangeConventionCode": convention, "referenceDate": day}


def italian(*rows: dict[str, str]) -> BancaItalia:
    return BancaItalia(client(lambda _: httpx.Response(200, json={"rates": list(rows)})))


class TestBancaItalia:
    def test_asks_a_week_and_takes_the_nearest_earlier_day(self) -> None:
        asked: list[httpx.URL] = []

        def answer(request: httpx.Request) -> httpx.Response:
            asked.append(request.url)
            return httpx.Response(200, json={"rates": [row("2026-10-15", "1.0850"), row("2026-10-16", "1.0876")]})

        found = BancaItalia(client(answer)).units_per_eur("USD", SUNDAY)

        assert found == (FRIDAY, "1.0876")
        assert asked[0].path == "/v1/dailyTimeSeries"
        assert dict(asked[0].params) == {
            "startDate": "2026-10-11",
            "endDate": "2026-10-18",
            "baseCurrencyIsoCode": "USD",
            "currencyIsoCode": "EUR",
            "lang": "it",
        }

    def test_euro_per_unit_is_turned(self) -> None:
        assert italian(row("2026-10-16", "0.5", "I")).units_per_eur("USD", FRIDAY) == (FRIDAY, "2.00000000")

    def test_an_unknown_convention_is_not_used(self) -> None:
        with pytest.raises(TransientError):
            italian(row("2026-10-16", "0.5", "?")).units_per_eur("USD", FRIDAY)

    @pytest.mark.parametrize("rate", ["N.A.", "0", "", "-1"])
    def test_no_rate_is_no_rate(self, rate: str) -> None:
        assert italian(row("2026-10-16", rate)).units_per_eur("USD", FRIDAY) is None

    def test_later_days_do_not_count(self) -> None:
        assert italian(row("2026-10-19", "1.1")).units_per_eur("USD", SUNDAY) is None

    def test_an_exact_number_stays_exact(self) -> None:
        answer = client(lambda _: httpx.Response(200, text='{"rates": [{"isoCode": "USD", "avgRate": 1.087654321, "exchangeConventionCode": "C", "referenceDate": "2026-10-16"}]}'))  # fmt: skip

        assert BancaItalia(answer).units_per_eur("USD", FRIDAY) == (FRIDAY, "1.087654321")


class TestEcb:
    def test_csv(self) -> None:
        text = "KEY,TIME_PERIOD,OBS_VALUE\nx,2026-10-15,1.0850\nx,2026-10-16,1.0877\nx,2026-10-14,\n"
        asked: list[httpx.URL] = []

        def answer(request: httpx.Request) -> httpx.Response:
            asked.append(request.url)
            return httpx.Response(200, text=text)

        assert Ecb(client(answer)).units_per_eur("USD", SUNDAY) == (FRIDAY, "1.0877")
        assert asked[0].path == "/v1/data/EXR/D.USD.EUR.SP00.A"

    def test_an_unknown_currency_has_no_rate(self) -> None:
        assert Ecb(client(lambda _: httpx.Response(404))).units_per_eur("XXX", FRIDAY) is None

    def test_an_empty_answer_has_no_rate(self) -> None:
        assert Ecb(client(lambda _: httpx.Response(200, text=""))).units_per_eur("USD", FRIDAY) is None


@pytest.mark.parametrize("source", [BancaItalia, Ecb])
class TestSilence:
    def test_not_reachable(self, source: type[BancaItalia | Ecb]) -> None:
        def answer(request: httpx.Request) -> httpx.Response:
            raise httpx.ConnectError("no route", request=request)

        with pytest.raises(TransientError):
            source(client(answer)).units_per_eur("USD", FRIDAY)

    @pytest.mark.parametrize("status", [500, 502, 503, 302])
    def test_a_failure_is_transient(self, source: type[BancaItalia | Ecb], status: int) -> None:
        with pytest.raises(TransientError):
            source(client(lambda _: httpx.Response(status))).units_per_eur("USD", FRIDAY)

    def test_asked_to_wait(self, source: type[BancaItalia | Ecb]) -> None:
        with pytest.raises(RateLimited) as caught:
            source(client(lambda _: httpx.Response(429, headers={"Retry-After": "30"}))).units_per_eur("USD", FRIDAY)

        assert caught.value.retry_after == 30


@pytest.fixture
def world() -> Iterator[World]:
    made = World()
    yield made
    made.close()


class TestAgainstTheSandbox:
    @pytest.fixture(params=["banca_italia", "ecb"])
    def source(self, request: pytest.FixtureRequest, world: World) -> Iterator[Rates]:
        app = bancaditalia.create(world) if request.param == "banca_italia" else ecb.create(world)
        with httpx.Client(base_url="http://sandbox/", transport=httpx.WSGITransport(app=app)) as made:
            yield BancaItalia(made) if request.param == "banca_italia" else Ecb(made)

    def test_a_sunday_has_fridays_rate(self, source: Rates) -> None:
        friday = source.units_per_eur("USD", dt.date(2025, 10, 17))
        assert friday is not None
        assert friday[0] == dt.date(2025, 10, 17)
        assert source.units_per_eur("USD", dt.date(2025, 10, 19)) == friday

    def test_an_outage_is_an_outage(self, source: Rates, world: World) -> None:
        world.change_options(rates_unavailable=("bancaditalia", "ecb"))

        with pytest.raises(TransientError):
            source.units_per_eur("USD", dt.date(2025, 10, 17))
