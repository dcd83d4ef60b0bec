"""S5 to S10: from the company through the PDF, the review, *Invia* and SdI to the downloaded XML."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from local.people import SandboxControl
from local.stack import Stack
from samples.parties import Company
from tests.e2e.browser import Window, when
from tests.e2e.stack.conftest import Browse
from tests.e2e.stack.newcomers import Newcomer, accountant, bill, client_of, company_of, signed_up

pytestmark = [pytest.mark.emulator, pytest.mark.browser]

READING = 60_000
"""Milliseconds until a document is read on a busy machine."""


def select(window: Window, company: Company) -> None:
    """The company on the page of Fatture in Cloud, then *Autofatture* and its channel."""
    page = window.page
    window.open("/account/fatture-in-cloud")
    row = page.get_by_role("listitem").filter(has_text=company.name)
    row.get_by_role("button", name="Seleziona").click()
    expect(row.get_by_text("Selezionata")).to_be_visible()
    page.get_by_role("navigation", name="Sezioni").get_by_role("link", name="Autofatture", exact=True).click()
    page.wait_for_url(f"**/aziende/{company.company_id}/autofatture")
    expect(page.get_by_text("Canale: Fatture in Cloud")).to_be_visible()


def upload(page: Page, name: str, body: bytes) -> None:
    """By the file input; until the reading is there."""
    page.get_by_test_id("files").set_input_files({"name": name, "mimeType": "application/pdf", "buffer": body})
    row = page.get_by_role("listitem").filter(has_text=name)
    expect(row.get_by_role("link", name="Verifica")).to_be_visible(timeout=READING)


def confirm_doubts(window: Window) -> None:
    """*Va bene* on each field that is to be looked at."""
    page = window.page
    fine = page.get_by_role("button", name=re.compile("^Va bene: "))
    while fine.count():
        fine.first.click()


def send(window: Window) -> str:
    """*Invia*, and its confirmation. Returns the sentence that says what is created where."""
    page = window.page
    page.get_by_role("button", name="Invia Invia a Fatture in Cloud").click()
    dialog = page.get_by_role("dialog", name="Invia a Fatture in Cloud")
    sentence = dialog.inner_text()
    dialog.get_by_role("button", name="Invia a Fatture in Cloud").click()
    dialog.wait_for(state="detached")
    return sentence


def send_to_sdi(window: Window, sandbox_url: str, client: Newcomer, company: Company) -> None:
    """What the client does in Fatture in Cloud, as always."""
    page = window.page
    page.goto(f"{sandbox_url}/fattureincloud/app")
    page.get_by_label("E-mail").fill(client.person.fic_email)
    page.get_by_label("Password").fill(client.person.fic_password)
    page.get_by_role("button", name="Accedi").click()
    page.get_by_role("link", name=company.name).click()
    page.get_by_role("button", name="Invia a SdI").first.click()
    expect(page.get_by_role("button", name="Invia a SdI")).to_have_count(0)


def downloaded(page: Page, press: str, *, confirm: str | None = None) -> tuple[str, bytes]:
    """Name and bytes of the file that a button gives."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=press).click()
        if confirm:
            page.get_by_role("button", name=confirm).click()
    download = waiting.value
    return download.suggested_filename, Path(download.path()).read_bytes()


def test_one_invoice_from_the_pdf_to_the_xml(browse: Browse, web_stack: Stack, sandbox: SandboxControl) -> None:
    # Given an accountant whom a client has chosen
    studio = accountant(web_stack, "Carlo Ferro")
    client, company = client_of(web_stack, sandbox, studio.studio, "FERRAMENTA PROVA SRL")
    window = browse(studio)
    page = window.page
    # When the company is selected and the foreign invoice uploaded (S5, S6)
    select(window, company)
    page.get_by_role("link", name="Carica fatture").click()
    upload(page, "fattura irlandese.pdf", bill(company))
    page.get_by_role("link", name="Verifica", exact=True).click()
    # Then what was read stands beside the page (S6)
    expect(page.get_by_role("textbox", name="Nome del fornitore")).to_have_value("Larkspindle Software Limited")
    expect(page.get_by_text("TD17", exact=True).first).to_be_visible()
    # When it is verified and edited (S7)
    page.get_by_role("textbox", name="Indirizzo").fill("Unit 4, Millrace Quay")
    page.get_by_role("textbox", name="Città").fill("Dublin")
    confirm_doubts(window)
    expect(page.get_by_text(re.compile("^Salvata"))).to_be_visible()
    # And sent: it exists in the client's Fatture in Cloud (S8)
    sentence = send(window)
    assert f"Creo in Fatture in Cloud di {company.name}" in sentence
    (document,) = studio.browser.call("GET", f"/companies/{company.company_id}/documents")["items"]
    window.open(f"/aziende/{company.company_id}/autofatture/{document['document_id']}")
    expect(page.get_by_role("link", name="Apri in Fatture in Cloud")).to_be_visible(timeout=READING)
    # When the client sends it to SdI from there, with no change of habits (S9)
    send_to_sdi(browse(), web_stack.place.sandbox_url, client, company)
    # Then the status is known here
    refresh = page.get_by_role("button", name="Aggiorna stato")
    original = page.get_by_role("button", name="Scarica l’originale")

    def exported() -> bool:
        if original.is_visible():
            return True
        if refresh.is_visible() and refresh.is_enabled():
            refresh.click()
            page.wait_for_timeout(1_500)
        return original.is_visible()

    assert when(exported, window, seconds=20)
    expect(page.get_by_text("Inviata a SdI").first).to_be_visible()
    # And the XML is downloaded: the original as Fatture in Cloud gives it, the copy with another type alone (S10)
    name, text = downloaded(page, "Scarica l’originale")
    assert re.fullmatch(rf"IT{company.vat_id}_\w+\.xml", name)
    assert hashlib.sha256(text).hexdigest() in page.get_by_role("main").inner_text()
    copy_name, copy = downloaded(page, "Scarica la copia…", confirm="Ho capito, scarica la copia")
    assert copy_name == name.replace(".xml", "_TD01copia.xml")
    assert copy == text.replace(b"<TipoDocumento>TD17<", b"<TipoDocumento>TD01<") != text


def test_the_client_sees_the_same_document(browse: Browse, web_stack: Stack, sandbox: SandboxControl) -> None:
    # Given a client who uploads an invoice alone, without an accountant beside
    client = signed_up(web_stack, "Olga Rossi")
    company = company_of(sandbox, client, "LATTONERIA PROVA SRL")
    window = browse(client)
    window.open("/carica")
    # When the file is given without choosing a company
    upload(window.page, "dal cliente.pdf", bill(company))
    # Then it lies with the only company it can belong to
    (document,) = client.browser.call("GET", f"/companies/{company.company_id}/documents")["items"]
    assert document["file_name"] == "dal cliente.pdf"
