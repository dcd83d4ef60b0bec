"""The whole stack behind TLS: secure cookies, and not one address that says http."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from local import certificate, people
from local.main_job import Job
from local.people import CLIENT
from local.stack import Stack
from tests.local_stack import place_of_tests

pytestmark = pytest.mark.emulator


@pytest.fixture(scope="module")
def secure() -> Iterator[Stack]:
    """A stack of its own, because PublicUrl is part of the deployment."""
    stack = Stack(place_of_tests("tests-tls", tls=True), web=False, quiet=True)
    try:
        stack.forget()
        stack.up()
        yield stack
    finally:
        stack.stop()


def test_a_session_lives_in_a_secure_cookie(secure: Stack):
    # Given somebody with an account
    people.signed_in(secure, CLIENT).close()
    context = certificate.trusting(secure.place)
    assert context is not None
    with httpx.Client(base_url=secure.api_url, verify=context, timeout=60, trust_env=False) as browser:
        # When they log in
        answer = browser.post("/auth/log-in", json={"email": CLIENT.email, "password": CLIENT.password})
        # Then the cookie is for this host, over TLS, out of reach of scripts and of other sites
        cookie = answer.headers["Set-Cookie"]
        assert {"Secure", "HttpOnly", "SameSite=Strict", "Path=/api/auth"} <= {
            part.strip() for part in cookie.split(";")
        }
        # And it renews the session
        renewed = browser.post("/auth/refresh", headers={"X-Autofatture": "1"})
        assert renewed.status_code == 200
        assert renewed.json()["access_token"]


def test_plain_http_is_not_spoken_at_the_front(secure: Stack):
    with pytest.raises(httpx.HTTPError):
        httpx.get(f"http://localhost:{secure.place.front_port}/api/health", timeout=10, trust_env=False)


def test_fatture_in_cloud_sends_the_browser_back_over_tls(secure: Stack):
    job = Job(secure)
    try:
        address = job.client.call("POST", "/fattureincloud/authorize", {})["authorize_url"]
        assert "redirect_uri=https%3A%2F%2Flocalhost" in address
        job.sandbox.have_companies()
        job.link(job.client, CLIENT)
        assert job.client.call("GET", "/fattureincloud/connections")["items"]
    finally:
        job.close()
