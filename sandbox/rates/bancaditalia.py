"""The REST service of Banca d'Italia: ``dailyRates``, ``latestRates``, ``dailyTimeSeries``."""

from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import Decimal
from typing import Any

from flask import Flask, Response, jsonify, request

from sandbox.rates import book
from sandbox.world import World

CONVENTION = "Quantita' di valuta estera per 1 Euro"
TIMEZONE = "Le date sono riferite al fuso orario dell'Europa Centrale"
NAMES = {
    "USD": ("STATI UNITI", "Dollaro USA", "001"),
    "GBP": ("REGNO UNITO", "Sterlina Gran Bretagna", "002"),
    "CHF": ("SVIZZERA", "Franco Svizzero", "003"),
    "SEK": ("SVEZIA", "Corona Svedese", "009"),
    "NOK": ("NORVEGIA", "Corona Norvegese", "008"),
    "DKK": ("DANIMARCA", "Corona Danese", "007"),
    "CAD": ("CANADA", "Dollaro Canadese", "012"),
    "JPY": ("GIAPPONE", "Yen Giapponese", "071"),
    "PLN": ("POLONIA", "Zloty", "237"),
    "CZK": ("REPUBBLICA CECA", "Corona Ceca", "223"),
    "HUF": ("UNGHERIA", "Forint Ungherese", "153"),
}


def create(world: World) -> Flask:
    app = Flask(__name__)

    @app.before_request
    def may_be_down() -> Response | None:
        down = "bancaditalia" in world.options.rates_unavailable
        return Response("Service Unavailable", 503) if down else None

    @app.after_request
    def count(response: Response) -> Response:
        world.calls.record(f"{request.method} /bancaditalia{request.path}", status=response.status_code)
        return response

    @app.get("/dailyRates")
    def daily_rates() -> Response:
        day = _day("referenceDate")
        if day is None or request.args.get("currencyIsoCode", "").upper() != "EUR":
            return _refused()
        wanted = {code.upper() for code in request.args.getlist("baseCurrencyIsoCode")} or set(book.CURRENCIES)
        return _rows(
            [
                _row(code, day, rate)
                for code in book.CURRENCIES
                if code in wanted
                if (rate := published(world, code, day))
            ]
        )

    @app.get("/latestRates")
    def latest_rates() -> Response:
        day = latest_day(world)
        return _rows(
            [
                {
                    "country": NAMES[code][0],
                    "currency": NAMES[code][1],
                    "isoCode": code,
                    "uicCode": NAMES[code][2],
                    "eurRate": str(book.units_per_eur(code, day)),
                    "usdRate": "N.A.",
                    "usdExchangeConvention": "-",
                    "usdExchangeConventionCode": "-",
                    "referenceDate": day.isoformat(),
                }
                for code in book.CURRENCIES
            ],
            key="latestRates",
        )

    @app.get("/dailyTimeSeries")
    def time_series() -> Response:
        first, last = _day("startDate"), _day("endDate")
        code = request.args.get("baseCurrencyIsoCode", "").upper()
        if first is None or last is None or request.args.get("currencyIsoCode", "").upper() != "EUR":
            return _refused()
        return _rows(
            [_row(code, day, rate) for day in book.market_days(first, last) if (rate := published(world, code, day))]
        )

    return app


def latest_day(world: World) -> dt.date:
    """The last day whose rate is out: today's appears at four in the afternoon."""
    moment = world.clock.now().astimezone(book.CENTRAL_EUROPE)
    day = moment.date() if moment.hour >= book.PUBLISHED_AT else moment.date() - dt.timedelta(days=1)
    while not book.is_market_day(day):
        day -= dt.timedelta(days=1)
    return day


def published(world: World, code: str, day: dt.date) -> Decimal | None:
    return book.units_per_eur(code, day) if day <= latest_day(world) else None


def _row(code: str, day: dt.date, rate: Decimal) -> dict[str, str]:
    country, currency, uic = NAMES[code]
    return {
        "country": country,
        "currency": currency,
        "isoCode": code,
        "uicCode": uic,
        "avgRate": str(rate),
        "exchangeConvention": CONVENTION,
        "exchangeConventionCode": "C",
        "referenceDate": day.isoformat(),
    }


def _rows(rows: list[dict[str, Any]], *, key: str = "rates") -> Response:
    """JSON, or CSV where the Accept header asks for it."""
    if request.accept_mimetypes.best_match(["application/json", "text/csv"]) == "text/csv":
        text = io.StringIO()
        writer = csv.DictWriter(text, fieldnames=list(rows[0]) if rows else ["isoCode"])
        writer.writeheader()
        writer.writerows(rows)
        return Response(text.getvalue(), content_type="text/csv")
    return jsonify({"resultsInfo": {"totalRecords": len(rows), "timezoneReference": TIMEZONE}, key: rows})


def _day(name: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(request.args.get(name, ""))
    except ValueError:
        return None


def _refused() -> Response:
    return Response("Bad Request", 400)
