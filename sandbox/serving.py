"""A threaded HTTP server around the sandbox."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from sandbox.application import Sandbox


class QuietHandler(WSGIRequestHandler):
    """Logs nothing: queries carry codes, and the call counters tell what happened."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""


def server(sandbox: Sandbox, *, host: str = "127.0.0.1", port: int = 0) -> BaseWSGIServer:
    """Raises: OSError when the port is taken."""
    # Bound here and handed over: the server's own way with a taken port is to end the process.
    with socket.create_server((host, port)) as listener:
        port = listener.getsockname()[1]
        return make_server(host, port, sandbox.wsgi, threaded=True, request_handler=QuietHandler, fd=listener.fileno())


@contextmanager
def running(sandbox: Sandbox) -> Iterator[str]:
    """Serve on a free port while the block runs; gives the address."""
    listening = server(sandbox)
    thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    address = f"http://127.0.0.1:{listening.port}"
    sandbox.world.public_url = address
    try:
        yield address
    finally:
        listening.shutdown()
        thread.join()
        listening.server_close()
