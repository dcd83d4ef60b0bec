"""S1: the accountant signs up, activates the profile in the settings, and is then in the list."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from local.stack import Stack
from local.web_client import totp
from tests.e2e.browser import Window
from tests.e2e.stack.conftest import Browse
from tests.e2e.stack.newcomers import PASSWORD, a_vat_number, confirmation_code, person, signed_up

pytestmark = [pytest.mark.emulator, pytest.mark.browser]


def sign_up(stack: Stack, window: Window, email: str, name: str, *, path: str = "/iscriviti") -> None:
    """From the form through the code of the e-mail to the first log-in."""
    page = window.page
    window.open(path)
    page.get_by_label("Nome e cognome").fill(name)
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    window.button("Crea l’account").click()
    page.wait_for_url("**/conferma?*")
    page.get_by_label("Codice").fill(confirmation_code(stack, email))
    window.button("Conferma").click()
    page.wait_for_url("**/accedi?*")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    window.button("Accedi").click()
    page.wait_for_url(lambda url: "/accedi" not in url)
    window.settle()


def enrol(page: Page) -> str:
    """The second factor, with an authenticator app beside. Returns its secret."""
    page.get_by_role("button", name="Attiva con un’app").click()
    shown = page.locator("form").filter(has_text="Codice a sei cifre").locator("p span").last
    secret = shown.inner_text().replace(" ", "")
    page.get_by_label("Codice a sei cifre").fill(totp(secret))
    page.get_by_role("button", name="Conferma e attiva").click()
    expect(page.get_by_text("Attiva, e usata in questa sessione.")).to_be_visible()
    return secret


def test_an_accountant_signs_up_and_is_in_the_list(browse: Browse, web_stack: Stack) -> None:
    # Given somebody who has just signed up
    who = person("Carlo Neri")
    window = browse()
    page = window.page
    sign_up(web_stack, window, who.email, who.name)
    # When the account is secured and the profile activated in its settings
    window.open("/account/sicurezza")
    enrol(page)
    window.open("/account/commercialista")
    studio = f"STUDIO NERI {who.email[:10]}"
    page.get_by_label("Nome dello studio").fill(studio)
    page.get_by_label("Partita IVA").fill(a_vat_number())
    page.get_by_label("Città").fill("Forlì")
    window.button("Attiva il profilo").click()
    expect(page.get_by_text("Profilo attivato: ora sei nell’elenco dei commercialisti.")).to_be_visible()
    # Then everybody else finds it in the list
    client = signed_up(web_stack, "Olga Rossi")
    (found,) = client.browser.call("GET", "/studios", q=studio)["items"]
    assert (found["name"], found["city"]) == (studio, "Forlì")


def test_an_address_that_is_not_confirmed_does_not_get_in(browse: Browse) -> None:
    # Given somebody who has signed up and not looked at the mail
    who = person("Ida Verdi")
    window = browse()
    page = window.page
    window.open("/iscriviti")
    page.get_by_label("Nome e cognome").fill(who.name)
    page.get_by_label("E-mail").fill(who.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    window.button("Crea l’account").click()
    page.wait_for_url("**/conferma?*")
    # When the code is wrong
    page.get_by_label("Codice").fill("000000")
    window.button("Conferma").click()
    # Then it is said, and the log-in stays closed
    expect(page.get_by_role("alert")).to_be_visible()
    window.open("/accedi")
    page.get_by_label("E-mail").fill(who.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    window.button("Accedi").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert window.path() == "/accedi"
