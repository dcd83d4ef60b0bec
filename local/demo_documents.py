"""``make demo``: the thirty invoices of the samples on a running stack, some of them taken further.

Over the public HTTP API only, and the sandbox's controls for what people do in Fatture in Cloud. What exists
already, in whatever state a person has brought it, is left as it is: a second run adds nothing.
"""

from __future__ import annotations

import collections
import time
from collections.abc import Callable
from typing import Any

from local import demo, main_job
from local.main_job import Case, Job
from local.people import ACCOUNTANT
from local.stack import Stack
from samples import catalogue, parties, planted_errors

Json = dict[str, Any]

EXPORTED = ("d01_ie_saas_october", "d14_nl_fixings")
"""SdI took them and their XML can be downloaded. The first makes its supplier known, the second is the one that a
planted duplicate repeats."""
IN_TRANSIT = ("d24_lu_hosting_three_pages",)
"""Sent to SdI; the answer is not there yet."""
TO_SEND = ("d10_ch_calibration_qr_slip", "d27_sm_linen")
"""In Fatture in Cloud, waiting for the client's *Invia a SdI*."""
REFUSED = ("d09_pl_goods_pln",)
"""Refused by SdI."""
NOTHING_DUE = {"d22_at_proforma": "È una proforma: si aspetta la fattura."}
"""Closed without a self-invoice, with the reason."""

FURTHER = (*EXPORTED, *IN_TRANSIT, *TO_SEND, *REFUSED)
AFTER_OTHERS = ("d02_ie_saas_november", "d05_us_receipt_twin", "d08_de_credit_note", "d15_nl_fixings_again")
"""What is to be seen on them comes from an earlier document: that one has to be read before."""

ONE_HOUR = 3_600.0


class Filling:
    """One run of the demo. ``cases`` holds the thirty, ``new`` those that this run uploads."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.cases = {sample.key: Case(sample) for sample in catalogue("demo")}
        self.new: set[str] = set()

    def find_existing(self) -> None:
        """Where the thirty lie: a person may have moved one to another company or discarded it."""
        found: dict[str, str] = {}
        for company in parties.STUDIO_COMPANIES:
            folder = f"/companies/{company.company_id}/documents"
            query: Json = {"limit": 100}
            while query:
                page = self.job.accountant.call("GET", folder, **query)
                for row in page["items"]:
                    if row["status"] != "uploading":
                        found[row["file_name"]] = f"{folder}/{row['document_id']}"
                query = {"limit": 100, "cursor": page["next_cursor"]} if page["next_cursor"] else {}
        for key, case in self.cases.items():
            case.path = found.get(case.name, "")
            if not case.path:
                self.new.add(key)
        self.job.stack.say(f"    {len(self.cases) - len(self.new)} of {len(self.cases)} are there already")

    def upload(self, keys: list[str]) -> None:
        """The new ones of ``keys``, and wait until each is read."""
        for key in keys:
            if key in self.new:
                self.job.upload(self.cases[key])
        for key in keys:
            if key in self.new:
                self.job.read(self.cases[key])

    def status(self, key: str) -> str:
        return str(self.job.document(self.cases[key])["document"]["status"])

    def create(self, key: str) -> None:
        """*Invia*, as the accountant does after a look; nothing where somebody has decided otherwise."""
        case = self.cases[key]
        document = self.job.document(case)["document"]
        if document["status"] == "to_review" and document["fic"] is None:
            self.job.verify_and_send(case)
            self.job.created(case)

    def export(self, key: str) -> None:
        """Through SdI to both files."""
        if self.status(key) not in {"to_send", "in_transit", "sent"}:
            return
        self.job.press_send(self.cases[key])
        self.job.taken_by_sdi(self.cases[key])
        self.job.export(self.cases[key])

    def leave_in_transit(self, key: str) -> None:
        """SdI takes its time for this one."""
        if self.status(key) != "to_send":
            return
        with self.job.sandbox.options(sdi_delays=(2, ONE_HOUR, ONE_HOUR)):
            self.job.press_send(self.cases[key])
            self._refresh_until(key, {"in_transit"})

    def have_refused(self, key: str) -> None:
        """SdI refuses this one, whatever is in it."""
        if self.status(key) != "to_send":
            return
        with self.job.sandbox.options(sdi_outcome="discarded"):
            self.job.press_send(self.cases[key])
            self._refresh_until(key, {"discarded"})

    def close_without_document(self, key: str, reason: str) -> None:
        document = self.job.document(self.cases[key])["document"]
        if document["status"] == "to_review":
            body = {"version": document["version"], "reason": reason}
            self.job.accountant.call("POST", f"{self.cases[key].path}/discard", body)

    def _refresh_until(self, key: str, wanted: set[str]) -> None:
        """*Aggiorna stato* until the answer is there."""
        case = self.cases[key]

        def there(document: Json) -> bool:
            if document["status"] in wanted:
                return True
            if "refresh_status" in document["moves"]:
                self.job.accountant.call("POST", f"{case.path}/refresh-status")
                time.sleep(0.6)
            return False

        self.job.until(case, there, "answer of SdI")


def run(stack: Stack) -> None:
    """Fill the stack.

    Raises:
        JobFailed, Refused: which step of which document, and why.
    """
    began = time.monotonic()
    stack.say("demo")
    stack.step("the people and their Fatture in Cloud", lambda: demo.create(stack))
    job = Job(stack)
    try:
        main_job.prepare(job)
        job.step("the studio links Fatture in Cloud: six companies", lambda: job.link(job.accountant, ACCOUNTANT))
        filling = Filling(job)
        job.step("what exists already", filling.find_existing)
        for what, work in _steps(filling):
            job.step(what, work)
        _tell(stack, filling, time.monotonic() - began)
    finally:
        job.close()
    demo.print_addresses(stack)


def _steps(filling: Filling) -> list[tuple[str, Callable[[], None]]]:
    """What is still to be done, in words and as work."""
    others = [key for key in filling.cases if key not in {*FURTHER, *AFTER_OTHERS}]
    steps: list[tuple[str, Callable[[], None]]] = []

    def add(what: str, work: Callable[..., None], key: str, *more: str) -> None:
        name = filling.cases[key].name
        steps.append((f"{name}: {what}", lambda: work(key, *more)))

    for keys in (list(FURTHER), others, list(AFTER_OTHERS)):
        number = sum(key in filling.new for key in keys)
        if number:
            steps.append((f"{number} invoices uploaded and read", lambda keys=keys: filling.upload(keys)))  # type: ignore[misc]
        if keys[0] != FURTHER[0]:
            continue
        for key in FURTHER:
            add("in Fatture in Cloud", filling.create, key)
        for key in EXPORTED:
            add("sent to SdI and exported", filling.export, key)
        for key in IN_TRANSIT:
            add("on its way to SdI", filling.leave_in_transit, key)
        for key in REFUSED:
            add("refused by SdI", filling.have_refused, key)
    for key, reason in NOTHING_DUE.items():
        add("closed, nothing is due", filling.close_without_document, key, reason)
    return steps


def _tell(stack: Stack, filling: Filling, seconds: float) -> None:
    count = collections.Counter(_company(filling.job, case.path) for case in filling.cases.values())
    stack.say("")
    for name, number in sorted(count.items()):
        stack.say(f"  {name:<46} {number:>2} invoices")
    new = len(filling.new)
    stack.say(f"Demo: {len(filling.cases)} invoices, {new} of them new, in {seconds:.0f} s")
    errors = ", ".join(sorted(error.kind.replace("_", " ") for error in planted_errors()))
    stack.say(f"  six of them carry a planted error ({errors}): samples/planted_errors.json says which")


def _company(job: Job, path: str) -> str:
    return str(job.accountant.call("GET", path)["company"]["name"])
