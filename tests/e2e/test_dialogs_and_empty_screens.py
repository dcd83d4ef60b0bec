"""What opens over a screen, and screens with nothing on them: accessible like the rest."""

from __future__ import annotations

import pytest

from tests.e2e.browser import NARROW, SCHEMES, WIDE, Window
from tests.e2e.conftest import OpenWindow
from tests.e2e.stand_in import CLEAN, CLIENT, LIST, STUDIO, StandIn

pytestmark = pytest.mark.browser

MENU = ("Sposta in un’altra azienda…", "Non creare l’autofattura…", "Storia")
EMPTY = {STUDIO: ("/", "/da-fare", LIST, "/esportazioni"), CLIENT: ("/", LIST)}


def looked_at(window: Window) -> list[str]:
    """What is wrong with what is on the screen now; the colours are the same at every width, so once in the dark."""
    found = []
    wide = window.page.evaluate("innerWidth") == WIDE
    for scheme in SCHEMES if wide else SCHEMES[:1]:
        window.dress(scheme)
        found += [f"{scheme}: {line}" for line in window.violations()]
    if window.scrolls_sideways():
        found.append("scrolls sideways")
    return found


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_dialogs_are_accessible_and_fit(open_window: OpenWindow, width: int) -> None:
    # Given a document in review
    window = open_window(STUDIO, width=width)
    window.open(f"{CLEAN}?coda=lista&stato=to_review")
    found: dict[str, list[str]] = {}
    # When each thing that opens over it is opened
    for keys in (("Escape", "Control+Enter"), ("Escape", "?"), ("Escape", "Control+k")):
        window.press(*keys)
        window.page.get_by_role("dialog").wait_for()
        found[keys[-1]] = looked_at(window)
        window.press("Escape")
        window.page.get_by_role("dialog").wait_for(state="detached")
    for entry in MENU:
        window.button("Altre azioni").click()
        window.page.get_by_role("menuitem", name=entry).click()
        window.page.get_by_role("dialog").wait_for()
        found[entry] = looked_at(window)
        window.press("Escape")
        window.page.get_by_role("dialog").wait_for(state="detached")
    # Then none of them shuts anybody out
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_screens_without_anything_are_accessible_and_teach(
    open_window: OpenWindow, stand_in: StandIn, width: int
) -> None:
    # Given a studio and a company that have not begun
    stand_in.reset("empty")
    found: dict[str, list[str]] = {}
    for who, paths in EMPTY.items():
        window = open_window(who, width=width)
        for path in paths:
            # When they look at a screen with nothing to show
            window.open(path)
            found[f"{who} {path}"] = looked_at(window)
    # Then it shuts nobody out
    assert {name: lines for name, lines in found.items() if lines} == {}
