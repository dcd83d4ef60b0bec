"""Five thousand rows, and how soon the first screen is there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import OpenWindow
from tests.e2e.stand_in import STUDIO, StandIn

pytestmark = pytest.mark.browser

LIST = "/aziende/104202/autofatture"
ROWS_AT_MOST = 80
FRAMES = """async () => {
  const gaps = []; let before = await new Promise(requestAnimationFrame); let rows = 0; let still = 0;
  while (still < 20) {
    const was = scrollY; scrollBy(0, 900);
    const now = await new Promise(requestAnimationFrame);
    gaps.push(now - before); before = now;
    rows = Math.max(rows, document.querySelectorAll('[role=row]').length);
    still = scrollY === was ? still + 1 : 0;
    if (still) await new Promise(done => setTimeout(done, 60));
  }
  gaps.sort((a, b) => a - b);
  return {rows, frames: gaps.length, usual: gaps[Math.floor(gaps.length / 2)]};
}"""


def test_five_thousand_rows_are_scrolled_through(
    open_window: OpenWindow, stand_in: StandIn, record_property: Callable[[str, object], None]
) -> None:
    # Given a company with five thousand documents
    stand_in.reset("large")
    window = open_window(STUDIO)
    window.open(LIST)
    # When the list is scrolled to its end, a screenful at a time
    seen = window.page.evaluate(FRAMES)
    # Then the last one was reached, and there were never more rows than fit in the window and around it
    expect(window.page.get_by_text("5003 documenti")).to_be_visible()
    assert seen["rows"] <= ROWS_AT_MOST
    record_property("rows drawn at once, of 5,000", seen["rows"])
    record_property("ms of a usual frame while scrolling", round(seen["usual"]))
    assert seen["usual"] < 100


def test_the_first_screen_is_there_soon(
    open_window: OpenWindow, record_property: Callable[[str, object], None]
) -> None:
    # Given somebody who comes back with an open session and an empty cache
    window = open_window(STUDIO)
    # When the home is opened
    window.page.goto(window.address)
    window.page.get_by_role("heading", level=1).wait_for()
    useful = window.page.evaluate("performance.now()")
    painted = window.page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    # Then something is painted at once and the companies follow (a busy test machine is given four times 1.5 s)
    record_property("ms to the first paint", round(painted))
    record_property("ms to the companies of the home", round(useful))
    assert painted < useful < 6000
