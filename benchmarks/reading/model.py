"""The configured model on a set of documents, cross-checked with the page as the product does it. It costs money."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable
from decimal import Decimal

from autofatture.adapters.reading.isolation.process import render_isolated
from autofatture.adapters.reading.model.clients import anthropic_client
from autofatture.adapters.reading.model.engine import ClaudeReader
from autofatture.adapters.reading.reader import IsolatedReader
from autofatture.adapters.reading.result import FIELDS, Found, FoundVatLine, Result, Spot, Value
from autofatture.domain.errors import AutofattureError
from autofatture.domain.reading import Engine, FieldReading, Reading
from autofatture.services.reading import extract
from autofatture.settings import Reading as Settings
from autofatture.settings import load
from benchmarks.reading.grounding import grounded
from benchmarks.reading.scoring import Tally
from benchmarks.reading.sets import Case

SECONDS = 90.0


def score(cases: Iterable[Case]) -> Tally | None:
    """The model's tally; None without a key (``AUTOFATTURE_ANTHROPIC_API_KEY``)."""
    settings = load(Settings)
    if settings.anthropic_api_key is None:
        return None
    key, local = settings.anthropic_api_key.get_secret_value(), IsolatedReader()
    engine = ClaudeReader(
        lambda: anthropic_client(key, base_url=settings.anthropic_base_url),
        engine=Engine.ANTHROPIC,
        model=settings.anthropic_model,
        local=local,
        render=lambda source, _: render_isolated(source, deadline=9),
    )
    tally, spent = Tally(), Decimal(0)
    for case in cases:
        try:
            reading = extract(case.source, "", reader=local, engine=engine, deadline=SECONDS)
        except AutofattureError as error:
            sys.stdout.write(f"{case.name}: {error.error_code}\n")
            continue
        spent += (reading.usage.cost_usd if reading.usage else None) or Decimal(0)
        result = as_result(reading)
        tally.add(case.name, result, case.truth)
        if case.text:
            good, found = grounded(case.source, result)
            tally.grounded, tally.found = tally.grounded + good, tally.found + found
    sys.stdout.write(f"the model cost {spent} USD for {tally.documents} documents\n")
    return tally


def as_result(reading: Reading) -> Result:
    """A reading in the form that is scored."""
    result = Result(reading.engine, reading.pages)
    for name in FIELDS:
        field: FieldReading[Value] = getattr(reading, name)
        value = field.value
        plain = value if isinstance(value, bool | Decimal | dt.date) or value is None else str(value)
        spots = tuple(Spot(box.page, box.x0, box.y0, box.x1, box.y1) for box in field.boxes)
        result.put(name, Found(plain, field.origin, field.confidence, spots))
    result.vat_lines = [FoundVatLine(line.rate, line.base, line.amount, line.country) for line in reading.vat_lines]
    return result
