"""A client with a linked company on the deployed stack, and the operator's hands on what runs behind it."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import time
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import httpx

from autofatture.adapters.dynamodb.audit import AuditInTable
from autofatture.adapters.dynamodb.credits import LedgerInTable
from autofatture.adapters.dynamodb.newcomers import NewcomersInTable
from autofatture.adapters.dynamodb.outbox import NoticesInTable
from autofatture.adapters.dynamodb.table import Table
from autofatture.adapters.dynamodb.users import Users
from autofatture.bootstrap.clients import SystemClock
from autofatture.services.audit import AuditTrail
from autofatture.services.credits import Credits
from autofatture.services.granting import Granting
from autofatture.services.notices import Notices
from local import outside, people
from local.main_job import completed, with_treatment
from local.people import CLIENT, SandboxControl
from local.stack import Stack
from local.web_client import Refused
from samples import catalogue

Json = dict[str, Any]

PATIENCE = 120.0


class Office:
    """What one client does, step by step, over the public API."""

    def __init__(self, stack: Stack) -> None:
        self.stack = stack
        self.browser = people.signed_in(stack, CLIENT)
        self.sandbox = SandboxControl(stack.place)
        self.control = httpx.Client(
            base_url=f"{stack.place.sandbox_url}/control",
            headers={"X-Sandbox-Control": outside.control_token(stack.place)},
            timeout=30,
            trust_env=False,
        )
        self.sample = catalogue("core")[0]
        self.company_id = self.sample.company.company_id
        self._pdf = self.sample.make()
        self._aws: dict[str, Any] = {}

    def aws(self, service: str) -> Any:
        """The operator's access, one client for each service."""
        if service not in self._aws:
            self._aws[service] = self.stack.client(service)
        return self._aws[service]

    def close(self) -> None:
        for open_connection in (self.browser, self.sandbox, self.control, *self._aws.values()):
            open_connection.close()

    def link(self) -> None:
        self.sandbox.have_companies()
        if not self.browser.call("GET", "/fattureincloud/connections")["items"]:
            address = self.browser.call("POST", "/fattureincloud/authorize", {})["authorize_url"]
            self.browser.call("POST", "/fattureincloud/callback", self.sandbox.consent(CLIENT, address))

    def give_credits(self, amount: int) -> None:
        """The operator's grant."""
        table = Table(self.aws("dynamodb"), self.stack.outputs["TableName"])
        clock = SystemClock()
        Granting(
            users=Users(table),
            newcomers=NewcomersInTable(table),
            ledger=Credits(LedgerInTable(table), clock),
            transactions=table,
            audit=AuditTrail(AuditInTable(table), clock),
            notices=Notices(NoticesInTable(table), clock),
        ).grant(CLIENT.email, amount, key=uuid.uuid4().hex, note="prove", operator="prove", purchase=False)

    # ------------------------------------------------------------------------- steps of a person

    def pdf(self) -> bytes:
        """A bill that nobody has uploaded before."""
        return self._pdf + f"\n% {uuid.uuid4()}\n".encode()

    def form(self, body: bytes, *, name: str = "fattura.pdf", content_type: str = "application/pdf") -> Json:
        wanted = {"file_name": name, "content_type": content_type, "size": len(body)}
        answer: Json = self.browser.call("POST", f"/companies/{self.company_id}/documents", wanted)
        return answer

    def upload(self, body: bytes | None = None, **how: str) -> str:
        """The path of the new document."""
        sent = self.pdf() if body is None else body
        answer = self.form(sent, **how)
        content_type = answer["document"]["content_type"]
        self.browser.upload(answer["upload"], answer["document"]["file_name"], content_type, sent)
        return self.path(answer["document"]["document_id"])

    def path(self, document_id: str) -> str:
        return f"/companies/{self.company_id}/documents/{document_id}"

    def get(self, path: str) -> Json:
        found: Json = self.details(path)["document"]
        return found

    def details(self, path: str) -> Json:
        """As a screen asks: again where the gateway had no function ready in time (a cold start after a restart)."""
        for attempt in range(4):
            try:
                found: Json = self.browser.call("GET", path)
            except Refused as refused:
                if refused.status not in {502, 503, 504} or attempt == 3:
                    raise
                time.sleep(2)
            else:
                return found
        raise AssertionError

    def until(self, path: str, ready: Callable[[Json], bool], what: str, *, seconds: float = PATIENCE) -> Json:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            document = self.get(path)
            if ready(document):
                return document
            time.sleep(0.3)
        raise AssertionError(f"no {what} in {seconds:.0f} s: {self.get(path)}")

    def in_review(self, path: str) -> Json:
        return self.until(path, lambda d: d["status"] == "to_review", "review")

    def complete(self, path: str) -> Json:
        """Type what the reader left open, under a number that no other invoice has."""
        found = self.details(path)
        draft = completed(found["draft"], self.sample)
        draft["invoice_number"] = f"WF-{uuid.uuid4().hex[:10]}"
        draft["receipt_date"] = dt.datetime.now(dt.UTC).date().isoformat()
        draft["receipt_origin"] = "dichiarata"
        saved = self.browser.call("PUT", f"{path}/draft", {"version": found["document"]["version"], "draft": draft})
        draft = with_treatment(saved["draft"], saved["assessment"])
        again: Json = self.browser.call(
            "PUT", f"{path}/draft", {"version": saved["document"]["version"], "draft": draft}
        )
        document: Json = again["document"]
        return document

    def send(self, path: str, version: int) -> Json:
        document: Json = self.browser.call("POST", f"{path}/send", {"version": version})["document"]
        return document

    def invia(self, path: str) -> Json:
        self.in_review(path)
        return self.send(path, self.complete(path)["version"])

    def created(self, path: str) -> Json:
        return self.until(path, lambda d: d["status"] == "to_send", "document to send")

    def client_sends(self, path: str) -> None:
        self.sandbox.press_send(self.get(path)["fic"]["fic_id"])

    def finished(self, path: str, *, refresh: bool = True) -> Json:
        """The export is there. *Aggiorna stato* is pressed meanwhile, as an impatient person does."""

        def ready(document: Json) -> bool:
            if document["phase"] == "DONE":
                return True
            if refresh and "refresh_status" in document["moves"]:
                self.browser.call("POST", f"{path}/refresh-status")
                time.sleep(1)
            return False

        document = self.until(path, ready, "end")
        assert document["exported"], document
        return document

    # ------------------------------------------------------------------------- Fatture in Cloud

    def fault(self, **fault: Any) -> None:
        self.control.post("/faults", json=fault).raise_for_status()

    def clear(self) -> None:
        self.control.delete("/faults").raise_for_status()

    def in_fic(self, path: str) -> list[Json]:
        """Documents in Fatture in Cloud that carry our reference, the bin included."""
        answer = self.control.get("/fattureincloud/documents", params={"company_id": self.company_id})
        rows = answer.raise_for_status().json()["documents"]
        return [row for row in rows if row["subject"] == path.rpartition("/")[2]]

    # ------------------------------------------------------------------------- the operator

    def executions(self, path: str, *, status: str | None = None) -> list[Json]:
        """Executions of a document, the newest run first."""
        document_id = path.rpartition("/")[2]
        client = self.aws("stepfunctions")
        found: list[Json] = []
        how: Json = {"stateMachineArn": self.stack.outputs["StateMachineArn"]}
        if status:
            how["statusFilter"] = status
        for page in client.get_paginator("list_executions").paginate(**how):
            found += [one for one in page["executions"] if one["name"].startswith(f"{document_id}-")]
        return sorted(found, key=lambda one: int(one["name"].rpartition("-")[2]), reverse=True)

    def kill(self, path: str) -> str:
        """Stop the running execution; its name."""
        [running] = self.executions(path, status="RUNNING")
        self.aws("stepfunctions").stop_execution(executionArn=running["executionArn"])
        return str(running["name"])

    def kill_at_once(self, path: str) -> None:
        """Stop the execution in the moment in which it begins."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            with contextlib.suppress(ValueError):
                self.kill(path)
                return
            time.sleep(0.02)
        raise AssertionError("no execution began")

    def events(self, path: str, run: int = 1) -> list[Json]:
        name = f"{path.rpartition('/')[2]}-{run}"
        [execution] = [one for one in self.executions(path) if one["name"] == name]
        client = self.aws("stepfunctions")
        events: list[Json] = []
        for page in client.get_paginator("get_execution_history").paginate(executionArn=execution["executionArn"]):
            events += page["events"]
        return events

    def states(self, path: str, run: int = 1) -> list[str]:
        """Names of the states that a run entered, in order."""
        entered = [event.get("stateEnteredEventDetails") for event in self.events(path, run)]
        return [details["name"] for details in entered if details]

    def waits_in(self, path: str, state: str, run: int = 1) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            with contextlib.suppress(ValueError):
                if self.states(path, run)[-1:] == [state]:
                    return
            time.sleep(0.3)
        raise AssertionError(f"run {run} is in {self.states(path, run)}, not in {state}")

    def leaves(self, path: str, state: str) -> None:
        """The first run has been in ``state`` and decided what comes next."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            states = self.states(path)
            if state in states and states[-1] != state:
                return
            time.sleep(0.3)
        raise AssertionError(f"run 1 is in {self.states(path)}")

    def tick(self, queue: str, body: Json) -> None:
        client = self.aws("sqs")
        url = client.get_queue_url(QueueName=f"{self.stack.place.stack_name}-{queue}")["QueueUrl"]
        client.send_message(QueueUrl=url, MessageBody=json.dumps(body))

    def resume(self) -> None:
        self.tick("resume", {"tick": "resume"})

    @contextlib.contextmanager
    def held_up(self, function: str) -> Iterator[None]:
        """The function takes no call while the block runs: the state machine tries again and again."""
        client = self.aws("lambda")
        name = f"{self.stack.place.stack_name}-{function}"
        client.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=0)
        try:
            yield
        finally:
            client.delete_function_concurrency(FunctionName=name)
