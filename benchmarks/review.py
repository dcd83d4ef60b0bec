"""``python -m benchmarks.review``: keys and seconds per document on the review screen, on a running demo.

The accountant's browser goes through documents of the demo with the keyboard alone, as a person does who knows the
page: what was read right is confirmed, what is wrong or missing is typed, questions are answered, *Invia* is pressed
and confirmed. Printed for each document and as medians per kind: keys pressed, seconds of the machine until the
screen can be worked on and from the last key to the next document, and an estimate of a person's seconds by the
keystroke-level model (0.28 s a key, 1.35 s of thought for each field that is looked at, 2 s to find one's way on a
new page). The documents are really sent: the next run measures those that are left.
"""

from __future__ import annotations

import argparse
import dataclasses
import statistics
import sys
import time
from typing import Any

from playwright.sync_api import Error, Page, sync_playwright

from local.demo_documents import Filling
from local.main_job import Job
from local.people import ACCOUNTANT, Authenticator, totp
from local.place import PORTS, Place, default_port
from local.stack import Stack
from samples import Sample
from tests.e2e.browser import Window, launch, when

KEY, THOUGHT, PAGE = 0.28, 1.35, 2.0
"""Seconds of the keystroke-level model."""

MEASURED = {
    "clean": ("d06_de_gearboxes", "d12_es_hardware", "d25_nl_commission_in_italian"),
    "doubtful": ("d08_de_credit_note", "d11_xi_castings_gbp", "d18_gb_engineers", "d19_de_italian_vat_id"),
    "first of supplier": ("d04_us_subscription", "d07_de_installed_in_italy"),
}
TARGETS = {"clean": 15, "doubtful": 60, "first of supplier": 90}
"""Seconds of a person, median."""

WHERE = """() => {
  const e = document.activeElement;
  const row = e.closest('[data-field]');
  return {field: row ? row.dataset.field : null, tag: e.tagName, value: e.value ?? '',
          name: (e.getAttribute('aria-label') || e.textContent || '').trim(),
          question: !!e.closest('fieldset')};
}"""
SEND = "Invia a Fatture in Cloud – poi va trasmessa a SdI"


class Stuck(Exception):
    """The keyboard does not lead on; the message says where."""


@dataclasses.dataclass
class Measure:
    """One document. ``stopped`` says why it was not sent."""

    key: str
    keys: int = 0
    fields: int = 0
    opened: float = 0.0
    approved: float = 0.0
    stopped: str = ""

    @property
    def person(self) -> float:
        return self.keys * KEY + self.fields * THOUGHT + PAGE


class Hands:
    """Two hands on the keyboard that know what is printed on the page."""

    def __init__(self, window: Window, sample: Sample, measure: Measure) -> None:
        self.page: Page = window.page
        self.window = window
        self.sample = sample
        self.measure = measure

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.measure.keys += key.count("+") + 1

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.measure.keys += len(text)

    def where(self) -> dict[str, Any]:
        return dict(self.page.evaluate(WHERE))

    def right(self, field: str) -> str | None:
        """What a person would type into the field; None where the page says nothing."""
        truth = self.sample.truth
        shown: dict[str, str | None] = {
            "supplier.name": truth.supplier_name,
            "supplier.city": truth.supplier_city,
            "supplier.street": truth.supplier_street,
            "supplier.postal_code": truth.supplier_postal_code,
            "supplier.vat_id": truth.supplier_vat_id,
            "invoice_number": truth.invoice_number,
            "customer_name": truth.customer_name,
            "customer_vat_id": truth.customer_vat_id,
        }
        return shown.get(field)

    def decide(self) -> bool:
        """What there is to do at the field with the focus. False where nothing leads on."""
        at = self.where()
        self.measure.fields += 1
        field = at["field"]
        nature = str(self.sample.truth.nature)
        if field == "nature" and at["value"] != nature:
            self.type({"goods": "Beni", "services": "Servizi"}.get(nature, "Beni e"))
        elif field is not None and at["tag"] == "INPUT":
            right = self.right(field)
            if right is not None and not at["value"]:
                self.type(right)
        before = at["field"], at["name"]
        self.press("Enter")
        self.page.wait_for_timeout(60)
        after = self.where()
        return (after["field"], after["name"]) != before

    def answers(self) -> set[str]:
        """Names of the buttons that say what is true of this sample."""
        truth = self.sample.truth
        nature = {"goods": "Beni", "services": "Servizi"}.get(str(truth.nature), "Beni e servizi")
        installed = "installation" in {str(wording.kind) for wording in truth.wordings}
        return {nature, "Sì" if installed else "No"}

    def answer(self) -> bool:
        """A question in the card of the document type: reached by Tab, answered as is true."""
        for _ in range(40):
            self.press("Tab")
            at = self.where()
            if not at["question"]:
                continue
            if at["tag"] == "SELECT" and not at["value"]:
                country = self.sample.truth.ship_from or self.sample.truth.supplier_country
                label = self.page.evaluate(
                    "code => [...document.activeElement.options].find(o => o.value === code)?.label ?? ''", country
                )
                self.type(str(label)[:4])
                self.press("Tab", "Enter")
            elif at["name"] in self.answers():
                self.press("Enter")
            else:
                continue
            self.measure.fields += 1
            self.page.wait_for_timeout(900)
            return True
        return False

    def send(self) -> None:
        """*Invia* and its confirmation, and the next document on the screen."""
        before = self.page.get_by_role("heading", level=1).inner_text()
        self.press("Control+Enter")
        self.measure.fields += 1
        if not when(lambda: self.window.focused() == "Invia a Fatture in Cloud", self.window):
            raise Stuck("Invia asks for no confirmation")
        self.press("Control+Enter")
        began = time.monotonic()
        if not when(lambda: self.page.get_by_role("heading", level=1).inner_text() != before, self.window, seconds=20):
            raise Stuck("no next document after Invia")
        self.measure.approved = time.monotonic() - began


def measure(window: Window, case_path: str, sample: Sample) -> Measure:
    """One document from the list to the next one."""
    found = Measure(sample.key)
    company, document = case_path.split("/")[2::2]
    began = time.monotonic()
    window.page.goto(f"{window.address}/aziende/{company}/autofatture/{document}?coda=lista&stato=to_review")
    window.page.get_by_role("heading", level=1).wait_for()
    window.page.locator("[data-pane=pdf] canvas").first.wait_for()
    found.opened = time.monotonic() - began
    window.settle()
    hands = Hands(window, sample, found)
    for _ in range(24):
        asked = window.page.locator("fieldset").filter(has_text="?")
        if SEND in hands.where()["name"]:
            if asked.count() and hands.answer():
                continue
            hands.send()
            return found
        if not hands.decide() and not hands.answer():
            break
    blocking = window.page.get_by_text("da risolvere prima dell’invio")
    found.stopped = blocking.first.inner_text() if blocking.count() else "the keyboard does not lead to Invia"
    return found


def run(stack: Stack) -> dict[str, list[Measure]]:
    """Every document of :data:`MEASURED` that still waits for review."""
    job = Job(stack)
    filling = Filling(job)
    filling.find_existing()
    results: dict[str, list[Measure]] = {}
    with sync_playwright() as playwright:
        browser = launch(playwright)
        context = browser.new_context(
            viewport={"width": 1440, "height": 900}, locale="it-IT", timezone_id="Europe/Rome", reduced_motion="reduce"
        )
        context.set_default_timeout(20_000)
        ticket = context.request.post(
            f"{stack.api_url}/auth/log-in", data={"email": ACCOUNTANT.email, "password": ACCOUNTANT.password}
        ).json()["ticket"]
        code = totp(Authenticator(stack.place).secret(ACCOUNTANT) or "")
        context.request.post(f"{stack.api_url}/auth/log-in/totp", data={"ticket": ticket, "code": code})
        window = Window(context, stack.place.public_url)
        for kind, keys in MEASURED.items():
            for key in keys:
                case = filling.cases[key]
                if case.path and filling.status(key) == "to_review":
                    try:
                        found = measure(window, case.path, case.sample)
                    except (Stuck, Error) as error:
                        found = Measure(key, stopped=f"{type(error).__name__}: {str(error)[:80]}")
                    results.setdefault(kind, []).append(found)
        browser.close()
    job.close()
    return results


def _print(results: dict[str, list[Measure]]) -> None:
    say = sys.stdout.write
    say(f"{'document':34} {'keys':>5} {'fields':>6} {'open s':>7} {'next s':>7} {'person s (estimate)':>20}\n")
    for kind, found in results.items():
        for one in found:
            end = f"  not sent: {one.stopped}" if one.stopped else ""
            seconds_of_machine = f"{one.opened:7.2f} {one.approved:7.2f}"
            say(f"{one.key:34} {one.keys:5} {one.fields:6} {seconds_of_machine} {one.person:20.1f}{end}\n")
        sent = [one for one in found if not one.stopped]
        if sent:
            keys = statistics.median(one.keys for one in sent)
            seconds = statistics.median(one.person for one in sent)
            opened = statistics.median(one.opened for one in sent)
            following = statistics.median(one.approved for one in sent)
            say(
                f"  {kind}: median of {len(sent)}: {keys:.0f} keys, {opened:.2f} s to open, {following:.2f} s to the "
                f"next, about {seconds:.0f} s of a person (target {TARGETS[kind]} s)\n"
            )


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.review", description=__doc__.partition("\n")[0])
    parser.add_argument("--name", default="run", help="the place of the running stack")
    for name in PORTS:
        parser.add_argument(f"--{name}-port", type=int, default=default_port(name))
    chosen = parser.parse_args(arguments)
    stack = Stack(Place(chosen.name, chosen.front_port, chosen.aws_port, chosen.sandbox_port), quiet=True)
    if not stack.healthy():
        sys.stderr.write("no running stack there: `make run` starts one, `make demo` fills it\n")
        return 1
    results = run(stack)
    if not results:
        sys.stderr.write("no document of the demo waits for review: `make clean`, `make run`, `make demo` begin anew\n")
        return 1
    _print(results)
    return 0


if __name__ == "__main__":
    sys.exit(main())
