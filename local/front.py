"""The local front: one plain address for the browser, passed on to the emulator's CDN.

It stands for DNS and TLS, and asks from the viewer's own address (127.0.0.1, 127.0.0.2 …), which the CDN's function
writes down. At most eight requests are in flight, because the emulator answers a burst of cold functions with errors
where AWS queues or scales; the others wait here.

Run as ``python -m local.front PORT --cdn HOST --aws-port PORT [--certificate FILE]``.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import socket
import ssl
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from local.place import HOST

IN_FLIGHT = 8
MAX_BODY = 10 * 1024 * 1024
"""What API Gateway takes at most."""

_HOP_BY_HOP = frozenset(
    {"connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade", "host"}
)


class Front(ThreadingHTTPServer):
    """Threads wait in line for one of the eight turns."""

    daemon_threads = True
    request_queue_size = 256

    def __init__(self, port: int, *, cdn: str, aws_port: int, certificate: Path | None = None) -> None:
        self.cdn = cdn
        self.aws_port = aws_port
        self.turns = threading.BoundedSemaphore(IN_FLIGHT)
        self.context = None
        if certificate is not None:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.load_cert_chain(certificate)
        super().__init__((HOST, port), Passage)

    def finish_request(self, request: socket.socket, client_address: tuple[str, int]) -> None:  # type: ignore[override]
        """TLS is spoken in the connection's own thread, so that a silent client keeps nobody waiting."""
        if self.context is None:
            super().finish_request(request, client_address)
            return
        request.settimeout(30)
        with contextlib.suppress(OSError), self.context.wrap_socket(request, server_side=True) as secured:
            super().finish_request(secured, client_address)

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that went away is no news."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class Passage(BaseHTTPRequestHandler):
    """One request in, one request on."""

    protocol_version = "HTTP/1.1"
    server: Front
    timeout = 75

    def _pass_on(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        if length > MAX_BODY:
            self.close_connection = True
            self.send_error(413)
            return
        body = self.rfile.read(length) if length else None
        headers = {key: value for key, value in self.headers.items() if key.lower() not in _HOP_BY_HOP}
        headers["Host"] = self.server.cdn
        with self.server.turns:
            viewer = (self.client_address[0], 0)
            onward = http.client.HTTPConnection(HOST, self.server.aws_port, timeout=120, source_address=viewer)
            try:
                onward.request(self.command, self.path, body=body, headers=headers)
                answer = onward.getresponse()
                content = answer.read()
                received = answer.getheaders()
            except OSError:
                self.send_error(502, "the emulator does not answer")
                return
            finally:
                onward.close()
        self.send_response_only(answer.status)
        for key, value in received:
            if key.lower() not in _HOP_BY_HOP and key.lower() != "content-length":
                self.send_header(key, value)
        no_body = self.command == "HEAD" or answer.status in {204, 304}
        declared = answer.getheader("Content-Length") if self.command == "HEAD" else str(len(content))
        if answer.status not in {204, 304} and declared is not None:
            self.send_header("Content-Length", declared)
        self.end_headers()
        if not no_body:
            self.wfile.write(content)

    do_GET = do_HEAD = do_OPTIONS = do_POST = do_PUT = do_PATCH = do_DELETE = _pass_on  # noqa: N815  # stdlib's names

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002  # stdlib's name
        """Addresses of the app may hold codes; nothing is logged."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m local.front")
    parser.add_argument("port", type=int)
    parser.add_argument("--cdn", required=True, help="host name of the distribution")
    parser.add_argument("--aws-port", type=int, required=True)
    parser.add_argument("--certificate", type=Path)
    chosen = parser.parse_args()
    front = Front(chosen.port, cdn=chosen.cdn, aws_port=chosen.aws_port, certificate=chosen.certificate)
    front.serve_forever()


if __name__ == "__main__":
    main()
