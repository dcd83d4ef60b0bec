"""An accountant's desk at the deployed stack: people signed in, Fatture in Cloud linked, invoices to upload.

``desk`` takes the steps of the main job one by one, over the public API; ``new_case`` makes an invoice with a number
of its own, so that no test meets another one's document.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from autofatture.domain.advice import Outcome
from autofatture.domain.reading import Nature
from local import main_job
from local.main_job import Case, Job
from local.stack import Stack
from samples import Sample, catalogue, logos
from samples.bill import Bill, Line
from samples.layouts import checkout
from samples.locales import EN_IE
from samples.parties import CLIENT_COMPANY
from samples.printing import printed
from samples.suppliers.services import LARKSPINDLE
from samples.truth import truth_of


@pytest.fixture(scope="session")
def desk(stack: Stack) -> Iterator[Job]:
    """Two people, one company, everything linked."""
    job = Job(stack)
    main_job.prepare(job)
    yield job
    job.close()


def new_case(*, number: str | None = None) -> Case:
    """A service from Ireland in EUR, TD17, never seen before."""
    today = dt.datetime.now(dt.UTC).date()
    number = number or f"LKS-{uuid.uuid4().hex[:12].upper()}"
    bill = Bill(
        supplier=LARKSPINDLE,
        buyer=CLIENT_COMPANY,
        number=number,
        date=today,
        due=today + dt.timedelta(days=14),
        language="en",
        currency="EUR",
        nature=Nature.SERVICES,
        service_from=today,
        service_to=today + dt.timedelta(days=29),
        lines=(Line(description="Larkspindle Team – 12 seats", quantity=Decimal(12), unit_price=Decimal("14.90")),),
        sentences=(),
        extra={"pay": "Pay online", "buyer_email": "amministrazione@torrefazione-aurora.example"},
    )
    truth = truth_of(bill, outcomes=(Outcome.TD17,), rate=Decimal(22), why="A service of an EU supplier.")
    sample: Sample = dataclasses.replace(
        catalogue("core")[0],
        key=number,
        file_name=f"{number}.pdf",
        receipt_date=today,
        truths=(truth,),
        make=printed(bill, checkout.draw_invoice, EN_IE, logos.spindle),
    )
    return Case(sample)


def document_id(case: Case) -> str:
    return case.path.rpartition("/")[2]


def executions(stack: Stack, case: Case) -> list[dict[str, Any]]:
    """The executions of this document, oldest first."""
    states = stack.client("stepfunctions")
    pages = states.get_paginator("list_executions").paginate(stateMachineArn=stack.outputs["StateMachineArn"])
    found = [item for page in pages for item in page["executions"] if item["name"].startswith(document_id(case))]
    return sorted(found, key=lambda item: str(item["startDate"]))
