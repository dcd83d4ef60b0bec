"""The ECB's data service: daily reference rates as SDMX series, in CSV, JSON or XML."""

from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import Decimal
from typing import Any

from flask import Flask, Response, request
from lxml import etree

from sandbox import exact_json
from sandbox.rates import book
from sandbox.rates.bancaditalia import latest_day, published
from sandbox.world import World

COLUMNS = (
    "KEY", "FREQ", "CURRENCY", "CURRENCY_DENOM", "EXR_TYPE", "EXR_SUFFIX", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS",
)  # fmt: skip
GENERIC = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic"
MESSAGE = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"
Series = dict[str, list[tuple[str, str]]]


def create(world: World) -> Flask:
    app = Flask(__name__)

    @app.before_request
    def may_be_down() -> Response | None:
        return Response("Service Unavailable", 503) if "ecb" in world.options.rates_unavailable else None

    @app.after_request
    def count(response: Response) -> Response:
        world.calls.record(f"{request.method} /ecb/data/EXR", status=response.status_code)
        return response

    @app.get("/data/EXR/<key>")
    def exchange_rates(key: str) -> Response:
        """``D.USD+GBP.EUR.SP00.A`` with startPeriod, endPeriod, lastNObservations and format."""
        parts = key.split(".")
        currencies = [code for code in parts[1].split("+") if code] if len(parts) == 5 else []
        wanted = [code for code in currencies or book.CURRENCIES if code in book.CURRENCIES]
        if len(parts) != 5 or (parts[0] or "D", parts[2] or "EUR") != ("D", "EUR") or not wanted:
            return Response("No results found.", 404)
        series = {code: _observations(world, code) for code in wanted}
        if not any(series.values()):
            return Response("", 200, content_type="text/csv")
        writers = {"csvdata": _as_csv, "jsondata": _as_json}
        return writers.get(_format(), _as_xml)(series)

    return app


def _observations(world: World, code: str) -> list[tuple[str, str]]:
    first = _day("startPeriod") or book.FIRST_DAY
    last = min(_day("endPeriod") or latest_day(world), latest_day(world))
    days = [
        (day.isoformat(), str(rate)) for day in book.market_days(first, last) if (rate := published(world, code, day))
    ]
    count = request.args.get("lastNObservations")
    return days[-int(count) :] if count else days


def _format() -> str:
    asked = request.args.get("format", "")
    if asked:
        return asked
    if "csv" in request.headers.get("Accept", ""):
        return "csvdata"
    return "jsondata" if "json" in request.headers.get("Accept", "") else "genericdata"


def _day(name: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(request.args.get(name, ""))
    except ValueError:
        return None


def _as_csv(series: Series) -> Response:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for code, observations in series.items():
        for day, value in observations:
            writer.writerow((f"EXR.D.{code}.EUR.SP00.A", "D", code, "EUR", "SP00", "A", day, value, "A"))
    return Response(text.getvalue(), content_type="text/csv")


def _as_json(series: Series) -> Response:
    days = sorted({day for observations in series.values() for day, _ in observations})
    body: dict[str, Any] = {
        "dataSets": [
            {
                "action": "Replace",
                "series": {
                    f"0:{number}:0:0:0": {
                        "observations": {str(days.index(day)): [Decimal(value)] for day, value in observations}
                    }
                    for number, observations in enumerate(series.values())
                },
            }
        ],
        "structure": {
            "dimensions": {
                "series": [
                    {"id": "FREQ", "values": [{"id": "D", "name": "Daily"}]},
                    {"id": "CURRENCY", "values": [{"id": code, "name": code} for code in series]},
                    {"id": "CURRENCY_DENOM", "values": [{"id": "EUR", "name": "Euro"}]},
                    {"id": "EXR_TYPE", "values": [{"id": "SP00", "name": "Spot"}]},
                    {"id": "EXR_SUFFIX", "values": [{"id": "A", "name": "Average"}]},
                ],
                "observation": [{"id": "TIME_PERIOD", "values": [{"id": day, "name": day} for day in days]}],
            }
        },
    }
    return Response(exact_json.dumps(body), content_type="application/json")


def _as_xml(series: Series) -> Response:
    root = etree.Element(f"{{{MESSAGE}}}GenericData", nsmap={"message": MESSAGE, "generic": GENERIC})
    data_set = etree.SubElement(root, f"{{{MESSAGE}}}DataSet")
    for code, observations in series.items():
        one = etree.SubElement(data_set, f"{{{GENERIC}}}Series")
        key = etree.SubElement(one, f"{{{GENERIC}}}SeriesKey")
        names = zip(
            ("FREQ", "CURRENCY", "CURRENCY_DENOM", "EXR_TYPE", "EXR_SUFFIX"),
            ("D", code, "EUR", "SP00", "A"),
            strict=True,
        )
        for name, value in names:
            etree.SubElement(key, f"{{{GENERIC}}}Value", id=name, value=value)
        for day, rate in observations:
            observation = etree.SubElement(one, f"{{{GENERIC}}}Obs")
            etree.SubElement(observation, f"{{{GENERIC}}}ObsDimension", value=day)
            etree.SubElement(observation, f"{{{GENERIC}}}ObsValue", value=rate)
    body = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return Response(body, content_type="application/vnd.sdmx.genericdata+xml;version=2.1")
