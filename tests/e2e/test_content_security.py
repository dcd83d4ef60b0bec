"""The policy of the site holds, and the app lives within it."""

from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import Image
from playwright.sync_api import Route

from tests.e2e.conftest import OpenWindow
from tests.e2e.stand_in import CLEAN, STUDIO

pytestmark = pytest.mark.browser

ATTEMPTS = {
    "inline script": "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s)",
    "inline style": "const s = document.createElement('style'); s.textContent = 'a{}'; document.head.append(s)",
    "style attribute": "document.body.setAttribute('style', 'outline: none')",
    "eval": "setTimeout(() => { try { (0, eval)('window.ran = 1') } catch {} })",
    "WebAssembly": "try { new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)) } catch {}",
    "another host": "fetch('http://127.0.0.1:9/').catch(() => 0)",
    "frame": "document.body.append(Object.assign(document.createElement('iframe'), {src: '/accedi'}))",
}


def test_the_policy_refuses_what_an_intruder_would_try(open_window: OpenWindow) -> None:
    # Given the app, whose server sends the policy
    window = open_window(STUDIO)
    window.open("/")
    window.page.evaluate(
        """() => { window.refused = [];
        addEventListener('securitypolicyviolation', event => window.refused.push(event.effectiveDirective)) }"""
    )
    # When each thing that it forbids is tried
    refused = {}
    for name, attempt in ATTEMPTS.items():
        window.page.evaluate(f"window.refused.length = 0; {attempt}; 0")
        window.page.wait_for_timeout(150)
        refused[name] = window.page.evaluate("window.refused[0] ?? ''")
    # Then none gets through
    assert refused == {
        "inline script": "script-src-elem",
        "inline style": "style-src-elem",
        "style attribute": "style-src-attr",
        "eval": "script-src",
        "WebAssembly": "script-src",
        "another host": "connect-src",
        "frame": "frame-src",
    }
    assert window.page.evaluate("window.ran") is None
    window.complaints.clear()


def test_the_review_moves_within_the_policy(open_window: OpenWindow) -> None:
    """Styles that scripts set one by one are allowed; a style element or attribute would be a complaint."""
    # Given the review with its page, menus, dialogs and messages
    window = open_window(STUDIO)
    window.open(f"{CLEAN}?coda=lista")
    # When all that is drawn by scripts is opened
    window.press("Escape", "?")
    window.page.get_by_role("dialog").wait_for()
    window.press("Escape")
    window.button("Altre azioni").click()
    window.page.get_by_role("menu").wait_for()
    window.press("Escape", "Control+k")
    window.page.get_by_role("dialog").wait_for()
    window.press("Escape")
    # Then the browser has refused nothing: `open_window` looks at the complaints
    assert window.page.locator("style").count() == 0


def test_images_that_need_a_decoder_are_drawn_without_webassembly(open_window: OpenWindow) -> None:
    # Given an invoice that is a scan in JPEG 2000
    window = open_window(STUDIO)

    def scan(route: Route) -> None:
        route.fulfill(body=_scan(), content_type="application/pdf")

    window.page.route("**/mock-files/**", scan)
    # When it is opened
    window.open(CLEAN)
    # Then its colour is on the screen
    window.until(
        """(() => { const canvas = document.querySelector('[data-pane=pdf] canvas');
        if (!canvas || canvas.width < 300) return false;
        const [r, g, b] = canvas.getContext('2d').getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data;
        return r > 180 && g < 60 && b < 60 })()"""
    )
    # And what pdf.js remarks about such a bare file is no refusal of the policy
    assert not [line for line in window.complaints if "Content Security Policy" in line]
    window.complaints.clear()


def _scan() -> bytes:
    picture = io.BytesIO()
    Image.new("RGB", (200, 280), (220, 20, 20)).save(picture, format="JPEG2000", no_jp2=False)
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(595, 842))
        image = pikepdf.Stream(pdf, picture.getvalue())
        image.stream_dict = pikepdf.Dictionary(
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=200,
            Height=280,
            ColorSpace=pikepdf.Name.DeviceRGB,
            BitsPerComponent=8,
            Filter=pikepdf.Name.JPXDecode,
        )
        name = page.add_resource(image, pikepdf.Name.XObject)
        page.contents_add(f"q 595 0 0 842 0 0 cm {name} Do Q".encode())
        written = io.BytesIO()
        pdf.save(written)
    return written.getvalue()
