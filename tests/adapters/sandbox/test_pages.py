"""The client's page in FiC: self-invoices and the button *Invia a SdI*."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from sandbox.fattureincloud import seed
from tests.adapters.sandbox.test_oauth import Browser
from tests.adapters.sandbox.world import CLIENT, Fic, Outside, ei_raw

PAGE = f"/app/{seed.ROSSI}/autofatture"


@pytest.fixture
def client(outside: Outside) -> Iterator[Browser]:
    browser = Browser(outside)
    browser.fill(browser.open("/app"), "/oauth/login", email=CLIENT, password="cliente-sandbox")
    yield browser
    browser.close()


def rows(text: str) -> list[str]:
    body = text.partition("<tbody>")[2]
    return [re.sub(r"<[^>]+>|\s+", " ", row) for row in re.findall(r"<tr\b.*?</tr>", body, re.DOTALL)]


def test_the_client_sends_from_the_page(client: Browser, fic: Fic) -> None:
    # Given a self-invoice that the product created
    document = fic.create()["id"]
    page = client.open(PAGE)
    assert "1/AF" in rows(page.text)[0]
    assert "TD17" in rows(page.text)[0]
    assert "Da inviare" in rows(page.text)[0]
    # When the client presses the button
    after = client.fill(page, f"{PAGE}/{document}/send")
    # Then it is sent, and there is nothing left to press
    assert "Inviata" in rows(after.text)[0]
    assert "Invia a SdI" not in after.text
    assert (
        client.open(f"{PAGE}/{document}/xml").content
        == fic.get(f"/c/{seed.ROSSI}/issued_documents/{document}/e_invoice/xml").content
    )


def test_a_file_with_formal_errors_does_not_leave(client: Browser, fic: Fic) -> None:
    document = fic.create(ei_raw=ei_raw(None))["id"]
    after = client.fill(client.open(PAGE), f"{PAGE}/{document}/send")
    assert "contiene degli errori" in after.text
    assert "Da inviare" in rows(after.text)[0]


def test_a_refusal_is_explained_and_can_be_sent_again(client: Browser, fic: Fic) -> None:
    document = fic.create(date="2026-09-01")["id"]
    after = client.fill(client.open(PAGE), f"{PAGE}/{document}/send")
    assert "Scartata" in after.text
    assert "00418" in after.text
    assert "Invia a SdI" in after.text


def test_the_client_may_delete_it(client: Browser, fic: Fic) -> None:
    document = fic.create()["id"]
    client.fill(client.open(PAGE), f"{PAGE}/{document}/delete")
    assert "Nessuna autofattura" in client.open(PAGE).text
    assert fic.get(f"/c/{seed.ROSSI}/bin/issued_documents").json()["data"][0]["id"] == document


def test_pages_of_other_companies_do_not_exist(client: Browser) -> None:
    assert client.open(f"/app/{seed.VERDI}/autofatture").status_code == 404


def test_who_is_not_logged_in_is_asked_to(outside: Outside) -> None:
    browser = Browser(outside)
    page = browser.open(PAGE)
    assert "Accedi" in page.text
    back = browser.fill(page, "/oauth/login", email=CLIENT, password="cliente-sandbox")
    assert "Autofatture · Rossi Forniture S.r.l." in back.text
    out = browser.fill(back, "/oauth/logout")
    assert "Accedi" in out.text
    browser.close()


def test_names_are_written_safely(client: Browser, fic: Fic) -> None:
    entity = {"name": "<script>alert(1)</script>", "country": "Irlanda"}
    fic.create(entity=entity)
    text = client.open(PAGE).text
    assert "<script>" not in text
    assert "&lt;script&gt;" in text


def test_somebody_opens_an_account(outside: Outside) -> None:
    # Given an account that a demo opened
    account = {"email": "nuova@esempio.test", "password": "nuova-sandbox"}
    outside.control("POST", "/fattureincloud/people", id=90, **account, first="Ada", last="Neri", what="prova")
    # Then its owner can log in
    browser = Browser(outside)
    page = browser.fill(browser.open("/app"), "/oauth/login", **account)
    assert "Ada Neri" in page.text
    browser.close()
