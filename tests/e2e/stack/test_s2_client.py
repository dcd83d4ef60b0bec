"""S2, S3 and S4: the client signs up with a code, links Fatture in Cloud and picks the accountant there."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from local.people import SandboxControl
from local.stack import Stack
from tests.e2e.browser import Window
from tests.e2e.stack.conftest import Browse
from tests.e2e.stack.newcomers import Newcomer, accountant, company, person
from tests.e2e.stack.test_s1_accountant import sign_up

pytestmark = [pytest.mark.emulator, pytest.mark.browser]


def link(window: Window, email: str, password: str) -> None:
    """Through the pages of Fatture in Cloud and back."""
    page = window.page
    window.open("/account/fatture-in-cloud")
    window.button("Collega Fatture in Cloud").click()
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill(password)
    window.button("Accedi").click()
    window.button("Autorizza").click()
    expect(page.get_by_text("Fatture in Cloud è collegato")).to_be_visible()
    # The code is not left in the address.
    assert page.evaluate("location.pathname + location.search") == "/fattureincloud/callback"
    window.button("Scegli il commercialista").click()
    page.wait_for_url("**/account/fatture-in-cloud*")


def pick(page: Page, studio: str, *, only: str | None = None) -> None:
    """The accountant from the list, for all companies or for one."""
    search = page.get_by_label("Cerca nell’elenco dei commercialisti")
    change = page.get_by_role("button", name="Scegli o cambia")
    expect(search.or_(change).first).to_be_visible()
    if change.is_visible():
        change.click()
    if only:
        page.get_by_role("combobox", name="Per quale azienda").click()
        page.get_by_role("option", name=only).click()
    search.fill(studio)
    row = page.get_by_role("listitem").filter(has=page.get_by_text(studio, exact=True))
    row.get_by_role("button", name="Scegli", exact=True).click()
    page.get_by_role("button", name="Scegli questo studio").click()
    expect(page.get_by_text(f"Fatto: {studio} può lavorare per te.").last).to_be_visible()


def company_names(who: Newcomer) -> set[str]:
    return {item["name"] for item in who.browser.call("GET", "/companies")["items"]}


def test_a_client_links_and_picks_the_accountant(browse: Browse, web_stack: Stack, sandbox: SandboxControl) -> None:
    # Given two accountants in the list, and a person with two companies in Fatture in Cloud
    who = person("Olga Rossi")
    tag = who.email[:10]
    first = accountant(web_stack, "Carlo Neri")
    second = accountant(web_stack, "Pia Bruni")
    shop = company(sandbox, f"BOTTEGA {tag} SRL", who)
    inn = company(sandbox, f"LOCANDA {tag} SRL", who)
    code = first.browser.call("GET", "/referral")["share_url"].partition("/iscriviti")[2]
    # When the person signs up by the first one's referral link, and links
    window = browse()
    page = window.page
    sign_up(web_stack, window, who.email, who.name, path=f"/iscriviti{code}")
    link(window, who.fic_email, who.fic_password)
    expect(page.get_by_text(shop.name).first).to_be_visible()
    expect(page.get_by_text(inn.name).first).to_be_visible()
    # Then one choice covers both companies, at once and without approval
    pick(page, first.studio)
    assert company_names(first) == {shop.name, inn.name}
    # And another one for a single company leaves the other as it is
    pick(page, second.studio, only=inn.name)
    assert company_names(first) == {shop.name}
    assert company_names(second) == {inn.name}
    # And the code gave ten credits to both
    window.open("/account/crediti")
    expect(page.get_by_role("main").get_by_text("20", exact=True).first).to_be_visible()
    theirs = browse(first)
    theirs.open("/account/referral")
    expect(theirs.page.get_by_text("+10 crediti")).to_be_visible()
    assert first.browser.call("GET", "/me")["credits"] == 20


def test_a_person_who_does_not_allow_it_is_told(browse: Browse, web_stack: Stack, sandbox: SandboxControl) -> None:
    # Given a person before the page of Fatture in Cloud
    who = accountant(web_stack, "Ada Gialli")
    company(sandbox, "SARTORIA GIALLI SRL", who.person)
    window = browse(who)
    page = window.page
    window.open("/account/fatture-in-cloud")
    window.button("Collega Fatture in Cloud").click()
    page.get_by_label("E-mail").fill(who.person.fic_email)
    page.get_by_label("Password").fill(who.person.fic_password)
    window.button("Accedi").click()
    # When it is not allowed
    window.button("Annulla").click()
    # Then the app says so, and nothing is linked
    page.wait_for_url("**/fattureincloud/callback")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert who.browser.call("GET", "/fattureincloud/connections")["items"] == []
