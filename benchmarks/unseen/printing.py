"""Prints the set once with a browser and with writers of our own, and keeps it outside the repository."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.unseen.catalogue import every_page, every_sheet
from benchmarks.unseen.facts import truth_of

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)

_HEAD = "<div style='font-size:8px;width:100%;padding:0 24px'>{}</div>"
_FOOT = (
    "<div style='font-size:8px;width:100%;padding:0 24px;display:flex;justify-content:space-between'>"
    "<span>https://my.account.example/billing/documents</span>"
    "<span><span class='pageNumber'></span>/<span class='totalPages'></span></span></div>"
)
"""What a browser prints at the head and foot of a page."""


class NoBrowser(RuntimeError):
    """No browser to print with is installed."""


def browser_path() -> str:
    """The browser of this machine.

    Raises:
        NoBrowser: none was found by its usual names.
    """
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        message = f"none of {', '.join(BROWSERS)} is installed"
        raise NoBrowser(message)
    return found


def printed_set(folder: Path | None = None) -> tuple[Path, list[dict[str, Any]]]:
    """The folder with all PDFs, and their truths. A set printed from the same sources is used again.

    Raises:
        NoBrowser: see ``browser_path``.
    """
    target = folder or Path(tempfile.gettempdir()) / f"autofatture-unseen-{_fingerprint()}"
    listing = target / "truth.jsonl"
    if not listing.exists():
        target.mkdir(parents=True, exist_ok=True)
        truths = _print_all(target)
        listing.write_text("\n".join(json.dumps(truth, ensure_ascii=False) for truth in truths), encoding="utf-8")
    return target, [json.loads(line) for line in listing.read_text(encoding="utf-8").splitlines()]


def _print_all(target: Path) -> list[dict[str, Any]]:
    pages, sheets = every_page(), every_sheet()
    print_pages([(target / f"{bill.stem}.pdf", layout(bill), bill.said("_header")) for bill, layout in pages])
    for bill, draw in sheets:
        (target / f"{bill.stem}.pdf").write_bytes(draw(bill))
    return [truth_of(bill) for bill, _ in (*pages, *sheets)]


def print_pages(jobs: Sequence[tuple[Path, str, str]]) -> None:
    """Print HTML to PDF: one browser for all; a third value prints the browser's own head and foot lines."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  (only a printing run needs the browser's driver)

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=browser_path(), args=list(_FLAGS))
        sheet = browser.new_page()
        for path, html, header in jobs:
            sheet.set_content(html)
            options: dict[str, Any] = {"print_background": True, "prefer_css_page_size": True}
            if header:
                options.update(display_header_footer=True, header_template=_HEAD.format(header), footer_template=_FOOT)
            sheet.pdf(path=str(path), **options)
        browser.close()


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
