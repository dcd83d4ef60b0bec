"""One entry for every sample: how its file is made, for which company it is uploaded, and its true values."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

from pydantic import BaseModel, ConfigDict

from samples.parties import Company
from samples.truth import Truth

Handling = Literal["clean", "doubtful", "first_of_supplier"]


@dataclass(frozen=True, kw_only=True)
class Sample:
    """``make`` builds the file; the same bytes every time."""

    key: str
    file_name: str
    company: Company
    """To which it is uploaded; the buyer printed on it may be another one."""
    receipt_date: dt.date | None = None
    """Declared with the upload. None: the product has to ask or propose."""
    handling: Handling
    """What it asks of the person who verifies it."""
    about: str
    """One English sentence: what this sample is there for."""
    truths: tuple[Truth, ...]
    """One per invoice in the file."""
    make: Callable[[], bytes]
    content_type: str = "application/pdf"

    @property
    def truth(self) -> Truth:
        return self.truths[0]


class PlantedError(BaseModel):
    """An error put into the demo on purpose, which a person has to find on the review screen."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sample: str
    """Key of the sample that carries it."""
    kind: Literal["digit", "currency", "buyer", "type", "receipt_month", "duplicate"]
    field: str
    """The field of the draft it concerns."""
    wrong: str
    """What stands there at first."""
    right: str
    """What a careful person does about it."""
    clue: str
    """Where on the page or on the screen it can be seen."""


@cache
def planted_errors() -> tuple[PlantedError, ...]:
    """The errors planted in the demo, from the file that lists them apart."""
    text = (resources.files("samples") / "planted_errors.json").read_text(encoding="utf-8")
    return tuple(PlantedError.model_validate(row) for row in json.loads(text))
