"""The local front against an upstream of our own: headers, bodies, queueing, TLS."""

from __future__ import annotations

import http.client
import ssl
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from local import certificate
from local.front import IN_FLIGHT, Front
from local.place import HOST, BusyPort, demand_free
from tests.local_stack import place_of_tests


class Upstream(ThreadingHTTPServer):
    """Answers slowly, remembers what it got and how many came at once."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self) -> None:
        super().__init__((HOST, 0), Answering)
        self.lock = threading.Lock()
        self.at_once = self.most_at_once = 0
        self.seen: list[tuple[str, str, dict[str, str], bytes]] = []
        self.peers: list[str] = []


class Answering(BaseHTTPRequestHandler):
    server: Upstream
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        with self.server.lock:
            self.server.peers.append(self.client_address[0])
            self.server.seen.append((self.command, self.path, dict(self.headers), body))
            self.server.at_once += 1
            self.server.most_at_once = max(self.server.most_at_once, self.server.at_once)
        time.sleep(0.05)
        with self.server.lock:
            self.server.at_once -= 1
        self.send_response(304 if self.path == "/unchanged" else 200)
        self.send_header("Set-Cookie", "one=1")
        self.send_header("Set-Cookie", "two=2")
        if self.path != "/unchanged":
            self.send_header("Content-Length", "4")
        self.end_headers()
        if self.command != "HEAD" and self.path != "/unchanged":
            self.wfile.write(b"\x00\xffok")

    do_POST = do_HEAD = do_GET  # noqa: N815  # names of the standard library

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Silent."""


@pytest.fixture
def upstream() -> Iterator[Upstream]:
    server = Upstream()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def front(upstream: Upstream) -> Iterator[Front]:
    server = Front(0, cdn="d111.cloudfront.net", aws_port=upstream.server_port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def _ask(
    front: Front, method: str = "GET", path: str = "/", body: bytes | None = None, *, source: str = HOST
) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection(HOST, front.server_port, timeout=30, source_address=(source, 0))
    try:
        connection.request(method, path, body=body, headers={"Cookie": "a=b", "Connection": "close"})
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()


def test_it_asks_the_cdn_by_name_and_passes_everything_on(front: Front, upstream: Upstream):
    answer, body = _ask(front, "POST", "/api/x?y=z", b"{}")
    ((method, path, headers, sent),) = upstream.seen
    assert (method, path, sent) == ("POST", "/api/x?y=z", b"{}")
    assert headers["Host"] == "d111.cloudfront.net"
    assert headers["Cookie"] == "a=b"
    assert (answer.status, body) == (200, b"\x00\xffok")
    assert answer.headers.get_all("Set-Cookie") == ["one=1", "two=2"]


def test_it_asks_from_the_address_of_the_viewer(front: Front, upstream: Upstream):
    """Every viewer was one place to the CDN: five wrong passwords of one locked the others."""
    _ask(front, source="127.0.0.9")
    _ask(front)
    assert upstream.peers == ["127.0.0.9", HOST]


def test_answers_without_a_body_stay_without(front: Front):
    answer, body = _ask(front, "HEAD", "/")
    assert (answer.status, answer.getheader("Content-Length"), body) == (200, "4", b"")
    answer, body = _ask(front, "GET", "/unchanged")
    assert (answer.status, answer.getheader("Content-Length"), body) == (304, None, b"")


def test_at_most_eight_are_in_flight_and_nobody_is_turned_away(front: Front, upstream: Upstream):
    """The emulator answers a burst of cold functions with errors; AWS would scale."""
    with ThreadPoolExecutor(60) as pool:
        statuses = [answer.status for answer, _ in pool.map(lambda _: _ask(front), range(60))]
    assert statuses == [200] * 60
    assert upstream.most_at_once == IN_FLIGHT == 8


def test_a_body_over_the_gateways_limit_is_refused(front: Front, upstream: Upstream):
    connection = http.client.HTTPConnection(HOST, front.server_port, timeout=30)
    connection.putrequest("POST", "/api/x")
    connection.putheader("Content-Length", str(11 * 1024 * 1024))
    connection.endheaders()
    answer = connection.getresponse()
    assert answer.status == 413
    answer.read()
    connection.close()
    assert upstream.seen == []


def test_an_absent_emulator_is_said_so(front: Front, upstream: Upstream):
    upstream.shutdown()
    upstream.server_close()
    answer, _ = _ask(front)
    assert answer.status == 502


def test_tls_with_a_certificate_of_our_own(upstream: Upstream):
    place = place_of_tests("tests-tls", tls=True)
    place.make_folders()
    server = Front(0, cdn="d111.cloudfront.net", aws_port=upstream.server_port, certificate=certificate.made(place))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        # A client that says nothing keeps nobody waiting
        silent = http.client.HTTPConnection(HOST, server.server_port, timeout=30)
        silent.connect()
        context = certificate.trusting(place)
        assert context is not None
        connection = http.client.HTTPSConnection("localhost", server.server_port, context=context, timeout=30)
        connection.request("GET", "/", headers={"Connection": "close"})
        answer = connection.getresponse()
        assert (answer.status, answer.read()) == (200, b"\x00\xffok")
        connection.close()
        silent.close()
        # And a client that does not know the certificate refuses it
        stranger = http.client.HTTPSConnection("localhost", server.server_port, timeout=30)
        with pytest.raises(ssl.SSLCertVerificationError):
            stranger.request("GET", "/")
        stranger.close()
    finally:
        server.shutdown()
        server.server_close()


def test_a_busy_port_is_named(front: Front):
    with pytest.raises(BusyPort, match=rf"port {front.server_port} \(front\) .*--front-port"):
        demand_free({"front": front.server_port})
