"""Nothing of a company is left when another one is on the screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import OpenWindow
from tests.e2e.stand_in import CLEAN, LIST, STUDIO

pytestmark = pytest.mark.browser

OTHER = "/aziende/104204"


def test_the_documents_of_a_company_are_gone_after_switching(open_window: OpenWindow) -> None:
    # Given a document of one company that was looked at
    window = open_window(STUDIO)
    window.open(LIST)
    expect(window.page.get_by_text("Nimbus Hosting Ltd").first).to_be_visible()
    window.open(CLEAN)
    # When another company is chosen with the keyboard
    window.press("Escape", "Control+k")
    window.page.get_by_role("dialog").wait_for()
    window.type("bottega")
    window.press("Enter")
    window.page.wait_for_url(f"**{OTHER}/**")
    window.settle()
    # Then nothing on the screen or kept in the browser is of the one before
    shown = window.page.content()
    for secret in ("NH-2026-2291", "Rinaldi Meccanica"):
        assert secret not in shown
    assert not [key for key, value in window.storage().items() if "NH-2026-2291" in value]
    # And without a connection its documents cannot be called back, because no copy of them is left
    window.context.set_offline(True)
    window.page.go_back()
    window.page.wait_for_timeout(800)
    assert "NH-2026-2291" not in window.page.content()
    window.context.set_offline(False)
    window.complaints.clear()


def test_nothing_is_left_after_logging_out(open_window: OpenWindow) -> None:
    # Given an edit that was not yet saved when the person logs out
    window = open_window(STUDIO)
    window.open(CLEAN)
    window.page.get_by_label("Numero fattura").fill("SEGRETO-1")
    window.page.get_by_text("Salvata alle").wait_for()
    # When the person logs out
    window.open("/")
    window.button("Menu di Chiara Bellandi").click()
    window.page.get_by_role("menuitem", name="Esci").click()
    window.page.wait_for_url("**/accedi**")
    # Then neither the screen nor the browser knows anything of it
    assert "SEGRETO-1" not in window.page.content()
    assert "SEGRETO-1" not in "".join(window.storage().values())
