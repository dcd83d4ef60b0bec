"""S11: all of it managed by the accountant in one place, for many clients."""

from __future__ import annotations

import pytest
from playwright.sync_api import FilePayload, expect

from local.people import SandboxControl
from local.stack import Stack
from tests.e2e.stack.conftest import Browse
from tests.e2e.stack.newcomers import accountant, bill, client_of
from tests.e2e.stack.test_s5_documents import READING

pytestmark = [pytest.mark.emulator, pytest.mark.browser]


def test_one_place_for_the_documents_of_all_clients(browse: Browse, web_stack: Stack, sandbox: SandboxControl) -> None:
    # Given an accountant with three clients
    studio = accountant(web_stack, "Dora Argento")
    companies = [
        client_of(web_stack, sandbox, studio.studio, f"{name} PROVA SRL")[1]
        for name in ("PANIFICIO", "OFFICINA", "VIVAIO")
    ]
    window = browse(studio)
    page = window.page
    # When the home opens, then all three stand there
    window.open("/")
    for company in companies:
        expect(page.get_by_role("main").get_by_text(company.name).first).to_be_visible()
    # When the invoices of two of them are uploaded at once without choosing a company
    window.open("/carica")
    page.get_by_test_id("files").set_input_files(
        [
            FilePayload(name=f"{company.name}.pdf", mimeType="application/pdf", buffer=bill(company))
            for company in companies[:2]
        ]
    )
    # Then each goes to the company that it is addressed to
    expect(page.get_by_role("link", name="Verifica", exact=True)).to_have_count(2, timeout=READING)
    for company in companies[:2]:
        (found,) = studio.browser.call("GET", f"/companies/{company.company_id}/documents")["items"]
        assert found["file_name"] == f"{company.name}.pdf"
    # And both wait in one list
    window.open("/da-fare")
    for company in companies[:2]:
        expect(page.get_by_role("row").filter(has_text=company.name)).to_have_count(1)
    assert companies[2].name not in page.get_by_role("main").inner_text()
