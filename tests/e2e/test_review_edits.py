"""Nothing that was typed is ever lost: closing, going offline, an ended session, somebody else's save."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.browser import Window
from tests.e2e.conftest import OpenWindow
from tests.e2e.stand_in import CLEAN, CODE, LIST, PASSWORD, STUDIO, StandIn

pytestmark = pytest.mark.browser


def number_of(window: Window) -> Locator:
    return window.page.get_by_label("Numero fattura")


def note_of(window: Window) -> Locator:
    return window.page.get_by_role("textbox", name="Nota")


def test_an_edit_is_saved_by_itself(open_window: OpenWindow) -> None:
    # Given a document in review
    window = open_window(STUDIO)
    window.open(CLEAN)
    # When a value is changed and nobody presses anything
    number_of(window).fill("NH-9")
    expect(window.page.get_by_text("Salvata alle")).to_be_visible()
    # Then another window sees it
    other = open_window(STUDIO)
    other.open(CLEAN)
    expect(number_of(other)).to_have_value("NH-9")


def test_closing_the_tab_loses_nothing(open_window: OpenWindow) -> None:
    # Given an edit that is one keystroke old
    window = open_window(STUDIO)
    window.open(CLEAN)
    number_of(window).fill("CHIUSA-SUBITO")
    # When the tab is closed at that moment
    window.page.close()
    # Then the edit is there when the document is opened again
    again = Window(window.context, window.address)
    again.open(CLEAN)
    expect(number_of(again)).to_have_value("CHIUSA-SUBITO")
    expect(again.page.get_by_text("Salvata")).to_be_visible()


def test_the_edit_survives_a_connection_that_is_gone(open_window: OpenWindow) -> None:
    # Given no connection
    window = open_window(STUDIO)
    window.open(CLEAN)
    window.context.set_offline(True)
    expect(window.page.get_by_text("Sei senza connessione")).to_be_visible()
    # When a value is typed
    number_of(window).fill("SENZA-RETE")
    expect(window.page.get_by_text("Conservata in questo browser")).to_be_visible()
    # Then it is saved as soon as the connection is back
    window.context.set_offline(False)
    expect(window.page.get_by_text("Salvata alle")).to_be_visible()
    window.complaints.clear()


def test_a_session_that_ends_keeps_the_edit(open_window: OpenWindow, stand_in: StandIn) -> None:
    # Given somebody in the middle of an edit whose session ends
    window = open_window(STUDIO)
    window.open(CLEAN)
    stand_in.expire(for_good=True)
    # When the next save is refused
    number_of(window).fill("SCADUTA")
    dialog = window.page.get_by_role("dialog", name="La sessione è scaduta")
    expect(dialog).to_be_visible()
    # Then logging in over the screen goes on from there
    dialog.get_by_label("Password", exact=True).fill(PASSWORD)
    dialog.get_by_role("button", name="Accedi").click()
    dialog.get_by_label("Codice a sei cifre").fill(CODE)
    dialog.get_by_role("button", name="Verifica").click()
    dialog.wait_for(state="detached")
    expect(number_of(window)).to_have_value("SCADUTA")
    expect(window.page.get_by_text("Salvata alle")).to_be_visible()


def test_a_token_that_ran_out_is_renewed_unseen(open_window: OpenWindow, stand_in: StandIn) -> None:
    # Given an access token that the server no longer takes, with a session that goes on
    window = open_window(STUDIO)
    window.open(CLEAN)
    stand_in.expire()
    # When the next edit is saved
    number_of(window).fill("RINNOVATA")
    # Then nobody was asked for anything
    expect(window.page.get_by_text("Salvata alle")).to_be_visible()
    assert window.page.get_by_role("dialog").count() == 0


def test_two_people_at_one_draft_see_both_versions(open_window: OpenWindow, stand_in: StandIn) -> None:
    # Given a colleague who has saved the draft that is open here
    window = open_window(STUDIO)
    window.open(CLEAN)
    stand_in.somebody_saves("d000-104201", invoice_number="LORO-1", note="Sentito il cliente")
    # When an edit of one's own is saved
    number_of(window).fill("MIA-1")
    panel = window.page.get_by_role("alert").filter(has_text="Questa bozza è stata salvata da un’altra persona")
    expect(panel).to_be_visible()
    # Then both versions stand side by side, and the choice is made part by part
    expect(panel.get_by_role("row", name="Numero fattura")).to_contain_text("MIA-1")
    expect(panel.get_by_role("row", name="Numero fattura")).to_contain_text("LORO-1")
    panel.get_by_role("row", name="Nota").get_by_text("L’altra").click()
    panel.get_by_role("button", name="Continua con queste scelte").click()
    expect(window.page.get_by_text("Salvata alle")).to_be_visible()
    expect(number_of(window)).to_have_value("MIA-1")
    expect(note_of(window)).to_have_value("Sentito il cliente")


def test_a_failing_save_says_so_and_tries_again(open_window: OpenWindow, stand_in: StandIn) -> None:
    # Given a server that fails once
    window = open_window(STUDIO)
    window.open(CLEAN)
    stand_in.fault("PUT *draft", 503, "temporarily_unavailable")
    # When a value is typed
    number_of(window).fill("RIPROVATA")
    # Then it is saved all the same
    expect(window.page.get_by_text("Salvata alle")).to_be_visible(timeout=20_000)
    window.complaints.clear()


def test_an_invoice_that_is_refused_at_sending_names_the_fields(open_window: OpenWindow, stand_in: StandIn) -> None:
    # Given a document that the service finds not ready
    window = open_window(STUDIO)
    window.open(CLEAN)
    finding = {
        "code": "supplier_city",
        "severity": "blocking",
        "message": "Manca la città del fornitore.",
        "field": "supplier_city",
        "fix": "Scrivila com’è sulla fattura.",
    }
    stand_in.fault("POST *send", 422, "not_ready", findings=[finding])
    # When it is sent
    window.button("Invia Invia a Fatture in Cloud – poi va trasmessa a SdI").click()
    window.page.get_by_role("dialog").get_by_role("button", name="Invia a Fatture in Cloud").click()
    # Then the sentence stands among the checks and beside the field, and nothing was created
    expect(window.page.locator("#controlli")).to_contain_text("Manca la città del fornitore.")
    expect(window.page.locator("[data-field='supplier.city']")).to_contain_text("Manca la città del fornitore.")
    assert window.path() == CLEAN


def test_discarding_can_be_undone(open_window: OpenWindow) -> None:
    # Given a document that needs no self-invoice after all
    window = open_window(STUDIO)
    window.open(CLEAN)
    window.button("Altre azioni").click()
    window.page.get_by_role("menuitem", name="Non creare l’autofattura…").click()
    dialog = window.page.get_by_role("dialog")
    dialog.get_by_text("Nessuna autofattura da emettere", exact=True).first.click()
    dialog.get_by_role("button", name="Nessuna autofattura da emettere").click()
    # When that was a mistake
    window.page.get_by_role("region", name="Avvisi").get_by_role("button", name="Annulla").click()
    # Then the review is open again
    window.page.wait_for_url(f"**{CLEAN}")
    expect(number_of(window)).to_be_visible()


def test_a_document_of_another_company_is_moved_there(open_window: OpenWindow) -> None:
    # Given an invoice made out to another company of the studio
    window = open_window(STUDIO)
    window.open(f"{LIST}/d003-104201")
    expect(window.page.get_by_text("È intestata a Officine Grafiche Lario S.r.l.", exact=True)).to_be_visible()
    # When it is moved with the button beside the sentence
    window.button("Sposta in Officine Grafiche Lario S.r.l.").click()
    dialog = window.page.get_by_role("dialog")
    dialog.get_by_role("button", name="Sposta in Officine Grafiche Lario S.r.l.").click()
    # Then it can be opened there
    window.page.get_by_role("region", name="Avvisi").get_by_role("button", name="Aprilo là").click()
    window.page.wait_for_url("**/aziende/104202/autofatture/**")
    expect(window.page.get_by_role("main")).to_contain_text("Officine Grafiche Lario S.r.l.")
    expect(number_of(window)).to_be_visible()
