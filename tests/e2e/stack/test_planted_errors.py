"""The six errors planted in the demo: each can be seen on the review screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from local import demo, main_job
from local.demo_documents import AFTER_OTHERS, Filling
from local.main_job import Job
from local.people import ACCOUNTANT, Authenticator
from local.stack import Stack
from samples import planted_errors
from tests.e2e.stack.conftest import Browse
from tests.e2e.stack.newcomers import Newcomer

pytestmark = [pytest.mark.emulator, pytest.mark.browser]

ORIGINAL = "d14_nl_fixings"
"""What the planted duplicate repeats."""
SAMPLES: dict[str, str] = {error.kind: error.sample for error in planted_errors()}


@pytest.fixture(scope="module")
def filling(web_stack: Stack) -> Iterator[Filling]:
    """The demo with these samples alone."""
    demo.create(web_stack)
    job = Job(web_stack)
    main_job.prepare(job)
    job.link(job.accountant, ACCOUNTANT)
    filling = Filling(job)
    filling.find_existing()
    first = [key for key in (ORIGINAL, *SAMPLES.values()) if key not in AFTER_OTHERS]
    filling.upload(first)
    filling.upload([key for key in SAMPLES.values() if key in AFTER_OTHERS])
    yield filling
    job.close()


def digit(page: Page) -> None:
    """Net and gross cannot both be right, and the total is among what is to be checked."""
    expect(page.get_by_text("Netto e lordo non differiscono dell'IVA indicata").first).to_be_visible()
    expect(page.locator("[data-field=total_gross][data-doubt]")).to_be_visible()


def currency(page: Page) -> None:
    field = page.locator("[data-field=currency][data-doubt]")
    expect(field.get_by_text("La pagina riporta importi in più valute.")).to_be_visible()
    expect(field.get_by_role("button", name="Usa USD")).to_be_visible()


def buyer(page: Page) -> None:
    expect(page.get_by_text("È intestata a VERDI COMUNICAZIONE SRLS")).to_be_visible()
    expect(page.get_by_role("button", name="Sposta in VERDI COMUNICAZIONE SRLS")).to_be_visible()


def type_(page: Page) -> None:
    """Goods, not services: the question is where they came from, and the nature is among what is to be checked."""
    expect(page.get_by_text("Da quale Paese sono partiti i beni per questa consegna?")).to_be_visible()
    expect(page.locator("[data-field=nature][data-doubt]")).to_be_visible()


def receipt_month(page: Page) -> None:
    words = "La ricezione (31/10/2026) precede la fattura (02/11/2026)"
    expect(page.locator("[data-field=receipt_date]").get_by_text(words)).to_be_visible()


def duplicate(page: Page) -> None:
    expect(page.get_by_text("Sembra un documento già presente")).to_be_visible()
    expect(page.get_by_role("button", name="È lo stesso")).to_be_visible()


LOOKS: dict[str, Callable[[Page], None]] = {
    "digit": digit,
    "currency": currency,
    "buyer": buyer,
    "type": type_,
    "receipt_month": receipt_month,
    "duplicate": duplicate,
}


def test_six_of_six_are_visible(browse: Browse, web_stack: Stack, filling: Filling) -> None:
    # Given the accountant before the documents with the planted errors
    assert LOOKS.keys() == SAMPLES.keys()
    secret = Authenticator(web_stack.place).secret(ACCOUNTANT)
    window = browse(Newcomer(ACCOUNTANT, filling.job.accountant, secret))
    for kind, look in LOOKS.items():
        # When each is opened
        company, document = filling.cases[SAMPLES[kind]].path.split("/")[2::2]
        window.open(f"/aziende/{company}/autofatture/{document}")
        # Then the error is in sight
        look(window.page)
