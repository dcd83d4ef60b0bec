"""Request limits and faults."""

from __future__ import annotations

import time

import httpx
import pytest

from sandbox.fattureincloud import seed
from tests.adapters.sandbox.world import STUDIO, Fic, Outside, self_invoice

INFO = f"/c/{seed.ROSSI}/company/info"
CREATE = f"/c/{seed.ROSSI}/issued_documents"


def test_three_hundred_in_five_minutes_per_company(outside: Outside, fic: Fic) -> None:
    # Given a small limit shared by two users of one company
    outside.control("PUT", "/options", short_limit=3)
    studio = outside.fic(STUDIO)
    assert [each.get(INFO).status_code for each in (fic, studio, fic)] == [200, 200, 200]
    # When one more comes, then whoever asks is told how long to wait
    over = studio.get(INFO)
    assert over.status_code == 429
    assert 0 < int(over.headers["retry-after"]) <= 300
    # And the window slides, and other companies are not concerned
    assert studio.get(f"/c/{seed.VERDI}/company/info").status_code == 200
    outside.control("POST", "/clock", advance_seconds=int(over.headers["retry-after"]))
    assert fic.get(INFO).status_code == 200


def test_the_hourly_quota_answers_403_and_not_429(outside: Outside, fic: Fic) -> None:
    """What makes 403 ambiguous: only Retry-After tells a quota from a missing permission."""
    outside.control("PUT", "/options", hourly_limit=2)
    first = fic.get(INFO)
    assert first.headers["ratelimit-hourlylimit"] == "2"
    assert first.headers["ratelimit-hourlyremaining"] == "1"
    fic.get(INFO)
    over = fic.get(INFO)
    assert over.status_code == 403
    assert 0 < int(over.headers["retry-after"]) <= 3600
    outside.control("POST", "/clock", advance_seconds=int(over.headers["retry-after"]))
    assert fic.get(INFO).status_code == 200


def test_the_monthly_quota(outside: Outside, fic: Fic) -> None:
    outside.control("PUT", "/options", monthly_limit=1)
    assert fic.get(INFO).headers["ratelimit-monthlyremaining"] == "0"
    over = fic.get(INFO)
    assert over.status_code == 403
    assert int(over.headers["retry-after"]) > 0


def test_answers_with_an_error_still_tell_what_is_left(fic: Fic) -> None:
    answer = fic.post(CREATE, self_invoice(number=0))
    assert answer.status_code == 422
    assert answer.headers["ratelimit-hourlyremaining"] == "999"


def _is_json(answer: httpx.Response) -> bool:
    try:
        answer.json()
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(("kind", "documents"), [("status", 0), ("error_after", 1), ("garbled", 1)])
def test_faults_before_and_after_the_effect(outside: Outside, fic: Fic, kind: str, documents: int) -> None:
    outside.control("POST", "/faults", kind=kind, path="issued_documents$", method="POST", status=503)
    answer = fic.post(CREATE, self_invoice())
    assert answer.status_code == (200 if kind == "garbled" else 503)
    assert kind != "garbled" or not _is_json(answer)
    assert fic.get(CREATE, type="self_supplier_invoice").json()["total"] == documents
    # And the fault is spent
    assert fic.post(CREATE, self_invoice()).status_code == 200


def test_a_fault_can_wait_and_can_last(outside: Outside, fic: Fic) -> None:
    outside.control(
        "POST", "/faults", kind="status", path="company/info", status=429, skip=1, times=2, headers={"Retry-After": "7"}
    )
    statuses = [fic.get(INFO) for _ in range(4)]
    assert [answer.status_code for answer in statuses] == [200, 429, 429, 200]
    assert statuses[1].headers["retry-after"] == "7"


@pytest.mark.parametrize(("kind", "documents"), [("timeout_before", 0), ("timeout_after", 1)])
def test_a_line_that_dies(outside: Outside, fic: Fic, address: str, kind: str, documents: int) -> None:
    # Given a fault on the line, on a real socket
    outside.control("POST", "/faults", kind=kind, path="issued_documents$", method="POST", seconds=0.05)
    # When a client creates, then it gets no answer
    with httpx.Client(trust_env=False) as client, pytest.raises(httpx.TransportError):
        client.post(
            f"{address}/fattureincloud{CREATE}", json=self_invoice(), headers={"Authorization": f"Bearer {fic.token}"}
        )
    # And whether the document exists depends on the kind
    assert fic.get(CREATE, type="self_supplier_invoice").json()["total"] == documents


def test_slow_answers(outside: Outside, fic: Fic) -> None:
    outside.control("POST", "/faults", kind="slow", path="company/info", seconds=0.1)
    started = time.monotonic()
    assert fic.get(INFO).status_code == 200
    assert time.monotonic() - started >= 0.1


def test_calls_are_counted_by_route(outside: Outside, fic: Fic) -> None:
    fic.create()
    fic.create()
    counted = outside.control("GET", "/calls")["by_route"]
    assert counted["POST /fattureincloud/c/{company_id}/issued_documents"] == 2
    outside.control("DELETE", "/calls")
    assert outside.control("GET", "/calls")["by_route"] == {}


def test_the_control_api_needs_its_token(outside: Outside) -> None:
    assert outside.client.get("/control/state").status_code == 403
    assert outside.client.get("/control/state", headers={"X-Sandbox-Control": "wrong"}).status_code == 403


def test_reset_goes_back_to_the_seed(outside: Outside, fic: Fic) -> None:
    fic.create()
    outside.control("PUT", "/options", short_limit=5)
    outside.control("POST", "/reset")
    assert fic.get("/user/info").status_code == 401
    assert outside.control("GET", "/state")["options"]["short_limit"] == 300
    assert outside.fic().create()["number"] == 1
