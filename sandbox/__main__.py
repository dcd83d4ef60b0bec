"""``python -m sandbox``: run every stand-in in one process."""

from __future__ import annotations

import argparse
import os
import secrets
import signal
import sys
import threading
from pathlib import Path

from sandbox.application import Sandbox
from sandbox.fattureincloud import seed
from sandbox.serving import server

TOKEN_VARIABLE = "SANDBOX_CONTROL_TOKEN"  # noqa: S105  (the name of a variable)


def main() -> int:
    options = _arguments()
    token = options.control_token or os.environ.get(TOKEN_VARIABLE) or secrets.token_urlsafe(16)
    sandbox = Sandbox(
        state_dir=options.state_dir,
        public_url=options.public_url or f"http://localhost:{options.port}",
        control_token=token,
        redirect_uris=options.redirect_uri or [seed.REDIRECT_URI],
    )
    try:
        listening = server(sandbox, host=options.host, port=options.port)
    except OSError as error:
        sandbox.close()
        sys.stderr.write(f"the sandbox cannot listen on port {options.port}: {error.strerror}\n")
        return 1
    # shutdown() waits for serve_forever() to end, so it must not be called from the thread that serves.
    stop = threading.Thread(target=listening.shutdown)

    def end(*_: object) -> None:
        if stop.ident is None:
            stop.start()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    sandbox.start_ticking()
    sys.stdout.write(f"sandbox: {sandbox.world.public_url}/fattureincloud/app  control token: {token}\n")
    sys.stdout.flush()
    listening.serve_forever()
    listening.server_close()
    sandbox.close()
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=8900)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--state-dir", type=Path, help="where the state is kept; in memory without it")
    parser.add_argument("--public-url", help="how browsers and the product reach it (default http://localhost:PORT)")
    parser.add_argument("--redirect-uri", action="append", help="return address of the app; may be repeated")
    parser.add_argument("--control-token", help=f"else the variable {TOKEN_VARIABLE}, else a new one at each start")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
