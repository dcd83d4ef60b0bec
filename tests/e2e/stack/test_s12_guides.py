"""S12: the guides are in the product."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from local.place import ROOT
from local.stack import Stack
from tests.e2e.stack.conftest import Browse
from tests.e2e.stack.newcomers import signed_up

pytestmark = [pytest.mark.emulator, pytest.mark.browser]

GUIDES = {
    path.stem: path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")
    for path in sorted((ROOT / "docs" / "guides").glob("*.md"))
}
"""Address and title of each guide that is written."""


def test_every_guide_can_be_read(browse: Browse, web_stack: Stack) -> None:
    # Given a person in the app
    window = browse(signed_up(web_stack, "Olga Rossi"))
    page = window.page
    # When the guides are opened from the menu
    window.open("/")
    page.get_by_role("navigation", name="Sezioni").get_by_role("link", name="Guide").click()
    page.wait_for_url("**/guide")
    assert {"sistema-per-commercialisti", "export-xml-software-contabili", "referral"} <= GUIDES.keys()
    for title in GUIDES.values():
        expect(page.get_by_role("link", name=title).first).to_be_visible()
    # Then each is there with its text
    for slug, title in GUIDES.items():
        window.open(f"/guide/{slug}")
        expect(page.get_by_role("heading", name=title).first).to_be_visible()
        assert len(page.get_by_role("main").inner_text()) > 1_000
