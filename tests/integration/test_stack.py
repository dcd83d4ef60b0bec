"""The stack itself: deployed with the stock tools, closed to the outside, permissions enforced."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from local import deploy
from local.stack import Stack

pytestmark = pytest.mark.emulator


def _ask(url: str, **headers: str) -> tuple[int, dict[str, str], Any]:
    request = urllib.request.Request(url, headers=headers)  # noqa: S310  # the stack's own addresses
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, dict(refused.headers), refused.read()


def test_health_answers_through_the_whole_chain(stack: Stack):
    status, headers, body = _ask(f"{stack.api_url}/health")
    assert (status, json.loads(body)["ok"]) == (200, True)
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "max-age" in headers["Strict-Transport-Security"]
    assert headers["Cache-Control"] == "no-store"


def test_without_a_session_the_gateway_answers_in_our_shape(stack: Stack):
    status, _, body = _ask(f"{stack.api_url}/me")
    answer = json.loads(body)
    assert status == 401
    assert answer.keys() == {"code", "message", "details", "request_id"}
    assert answer["code"] == "not_signed_in"


def test_an_unknown_route_is_not_found(stack: Stack):
    status, _, body = _ask(f"{stack.api_url}/nothing")
    assert (status, json.loads(body)["code"]) == (404, "not_found")


def test_nothing_listens_beyond_this_machine(stack: Stack):
    """Some emulators open further ports on every interface."""
    processes = {program.pid for program in (stack.aws, stack.sandbox, stack.front)} - {None}
    inodes = {
        link.readlink().name
        for pid in processes
        for link in Path(f"/proc/{pid}/fd").iterdir()
        if link.is_symlink() and "socket:" in str(link.readlink())
    }
    listening = [
        line.split()[1]
        for table in ("tcp", "tcp6")
        for line in Path(f"/proc/net/{table}").read_text(encoding="utf-8").splitlines()[1:]
        if line.split()[3] == "0A" and f"socket:[{line.split()[9]}]" in inodes
    ]
    assert listening
    assert {address.split(":")[0] for address in listening} == {"0100007F"}, "127.0.0.1 and nothing else"


def test_the_rewrite_of_the_built_template_is_exactly_this(stack: Stack):
    """What differs from AWS on this machine. A longer list is a decision."""
    rewritten = json.loads((stack.place.folder / "build" / "rewritten.json").read_text(encoding="utf-8"))
    same = "functions run with the same packages, unpacked for this machine"
    assert rewritten["dropped"] == [
        f"AWS::Serverless::LayerVersion {name}: {same}" for name in ("DependenciesLayer", "ReadingLayer", "SharedLayer")
    ]
    assert rewritten["changed"] == [
        "DocumentsBucketPolicy takes plain http",
        "MailSendRole may send from every identity",
        "OperationsMeasureRole without the condition on cloudwatch:namespace",
        "SiteBucketPolicy takes plain http",
        "WorkflowSignalRole may SendTask* to every machine",
        "27 functions run by AWS's runtime client in provided.al2023",
        "the state machine's definition as JSON",
        f"the CDN reaches the API at http://localhost:{stack.place.aws_port} and serves plain http",
    ]


def test_a_second_start_changes_nothing(stack: Stack):
    """`make run` again: no build, no deployment."""
    began = time.monotonic()
    assert deploy.deploy(stack.place, stack.extra) == stack.outputs
    assert time.monotonic() - began < 15  # a deployment alone takes longer
