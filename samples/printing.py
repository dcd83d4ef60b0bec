"""From a bill and a layout to a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from samples.bill import Bill
from samples.sheet import Paper, Sheet


def title_of(bill: Bill) -> str:
    """The title in the document information."""
    return f"{bill.supplier.name} {bill.number}"


def producer_of(bill: Bill) -> str:
    """The billing system in the document information: invented, like the supplier."""
    return f"{bill.supplier.name.split(' ')[0]} billing"


def sheet_for(bill: Bill, *, face: str = "helvetica", paper: Paper = "A4", pdf_a3: bool = False) -> Sheet:
    return Sheet(
        face=face,
        paper=paper,
        title=title_of(bill),
        producer=producer_of(bill),
        made_on=bill.date,
        pdf_a3=pdf_a3,
    )


def printed(
    bill: Bill,
    draw: Callable[..., object],
    *arguments: Any,
    face: str = "helvetica",
    paper: Paper = "A4",
    **options: Any,
) -> Callable[[], bytes]:
    """A maker of the file on which ``draw(sheet, bill, *arguments, **options)`` draws."""

    def make() -> bytes:
        sheet = sheet_for(bill, face=face, paper=paper)
        draw(sheet, bill, *arguments, **options)
        return sheet.to_bytes()

    return make
