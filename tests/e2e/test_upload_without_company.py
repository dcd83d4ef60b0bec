"""*Carica senza scegliere l'azienda*: what finds its company, what waits for a person, and nothing lost meanwhile."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.e2e.browser import NARROW, SCHEMES, WIDE, Window
from tests.e2e.conftest import OpenWindow
from tests.e2e.stand_in import CLIENT, STUDIO, StandIn

pytestmark = pytest.mark.browser

RINALDI, LARIO = "Rinaldi Meccanica S.r.l.", "Officine Grafiche Lario S.r.l."


def number_of(window: Window, name: str) -> str:
    """The VAT number as the list of companies shows it."""
    window.open("/")
    window.press("Control+k")
    option = window.page.get_by_role("option").filter(has_text=name)
    text = option.inner_text()
    window.press("Escape")
    return text.partition("P.IVA ")[2][:11]


def pdf(name: str, words: str) -> FilePayload:
    return FilePayload(name=name, mimeType="application/pdf", buffer=f"%PDF-1.4\n% {words}\n".encode())


def panel(page: Page, title: str):
    return page.get_by_role("region", name=title, exact=True)


def waiting(page: Page, name: str):
    return panel(page, "Da assegnare").get_by_role("listitem").filter(has_text=name)


def settled(page: Page, name: str):
    return panel(page, "Assegnati negli ultimi giorni").get_by_role("listitem").filter(has_text=name)


def test_one_file_finds_its_company_and_one_is_assigned_after_coming_back(
    open_window: OpenWindow, stand_in: StandIn
) -> None:
    # Given an accountant with two files, one of which prints a company's number
    window = open_window(STUDIO)
    number = number_of(window, LARIO)
    window.open("/carica")
    page = window.page
    # When both are uploaded without choosing a company
    page.get_by_test_id("files").set_input_files(
        [pdf("nota.pdf", f"VAT IT{number}"), pdf("ignota.pdf", "no number at all")]
    )
    # Then one goes to its company, and is read there
    expect(settled(page, "nota.pdf")).to_contain_text(f"{LARIO}, dalla partita IVA sul documento")
    expect(settled(page, "nota.pdf").get_by_role("link", name="Verifica")).to_be_visible()
    # And the other waits with its reason, also after the tab was closed
    expect(waiting(page, "ignota.pdf")).to_contain_text("Scegli l'azienda.")
    page.close()
    window = open_window(STUDIO)
    window.open("/")
    page = window.page
    # What is deleted within a week is told first, on the home and in the list
    expect(page.get_by_role("main")).to_contain_text("1 file senza azienda viene eliminato entro 7 giorni")
    expect(page.get_by_role("main")).to_contain_text("2 altri aspettano con più tempo")
    page.get_by_role("link", name="Assegna", exact=True).click()
    expect(waiting(page, "scansione")).to_contain_text("Viene eliminato fra 4 giorni")
    expect(page.locator("[data-urgent]")).to_have_count(1)
    expect(page.locator("#da-assegnare")).to_be_in_viewport()
    expect(waiting(page, "ignota.pdf")).to_have_count(1)
    expect(settled(page, "nota.pdf")).to_have_count(1)
    # When a person looks for the company by its number and assigns it
    waiting(page, "ignota.pdf").get_by_role("button", name="Scegli l’azienda di ignota.pdf").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox").fill(number[:6])
    dialog.get_by_role("button", name=LARIO).click()
    dialog.get_by_role("button", name=f"Assegna a {LARIO}").click()
    # Then it is a document of that company
    expect(settled(page, "ignota.pdf")).to_contain_text(f"{LARIO}, scelta da una persona")
    expect(waiting(page, "ignota.pdf")).to_have_count(0)
    settled(page, "ignota.pdf").get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/aziende/104202/autofatture/"))


def test_a_file_is_looked_at_and_removed_after_a_question(open_window: OpenWindow) -> None:
    window = open_window(STUDIO)
    window.open("/carica")
    page = window.page
    with page.expect_popup() as opened:
        waiting(page, "scansione").get_by_role("button", name="Vedi scansione_20261029.pdf").click()
    opened.value.wait_for_url("**/mock-files/l001")
    opened.value.close()

    waiting(page, "scansione").get_by_role("button", name="Elimina scansione_20261029.pdf").click()
    page.get_by_role("dialog").get_by_role("button", name="Annulla").click()
    expect(waiting(page, "scansione")).to_have_count(1)
    waiting(page, "scansione").get_by_role("button", name="Elimina scansione_20261029.pdf").click()
    page.get_by_role("dialog").get_by_role("button", name="Elimina", exact=True).click()

    expect(waiting(page, "scansione")).to_have_count(0)
    page.reload()
    expect(waiting(page, "Sandwell")).to_have_count(1)
    expect(waiting(page, "scansione")).to_have_count(0)


def test_a_client_sees_nothing_of_the_studios_files(open_window: OpenWindow) -> None:
    window = open_window(CLIENT)
    window.open("/carica")
    expect(panel(window.page, "Da assegnare")).to_contain_text("Niente da assegnare")


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_question_for_the_company_is_accessible_and_fits(open_window: OpenWindow, width: int) -> None:
    window = open_window(STUDIO, width=width)
    window.open("/carica")
    window.page.get_by_role("button", name="Scegli l’azienda di Sandwell-invoice-8841.pdf").click()
    window.page.get_by_role("dialog").wait_for()
    window.settle()
    found = []
    for scheme in SCHEMES:
        window.dress(scheme)
        found += [f"{scheme}: {line}" for line in window.violations()]
    assert found == []
    assert not window.scrolls_sideways()
