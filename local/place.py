"""Where a local stack lives: its folder, its ports, its names. Everything else asks here."""

from __future__ import annotations

import dataclasses
import json
import os
import socket
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
REGION = "eu-south-1"

PORTS = {"front": 8080, "aws": 4566, "sandbox": 8090}
"""Default ports; ``AUTOFATTURE_<NAME>_PORT`` or a flag changes them."""


class BusyPort(Exception):
    """A port that the stack needs is taken by another program."""

    def __init__(self, name: str, port: int) -> None:
        super().__init__(
            f"port {port} ({name}) is used by another program: stop it, or choose another port with "
            f"--{name}-port or AUTOFATTURE_{name.upper()}_PORT"
        )


@dataclasses.dataclass(frozen=True)
class Place:
    """One local stack. Two of them with different names and ports can run side by side."""

    name: str
    front_port: int
    aws_port: int
    sandbox_port: int
    tls: bool = False
    """Serve the front over https with a certificate made for this place."""
    root: Path = ROOT

    @property
    def folder(self) -> Path:
        return self.root / ".local" / self.name

    @property
    def shared_tools(self) -> Path:
        """Environments and unpacked layers, the same for every place."""
        return self.root / ".local"

    @property
    def logs(self) -> Path:
        return self.folder / "logs"

    @property
    def stack_name(self) -> str:
        return "autofatture"

    @property
    def bucket(self) -> str:
        return "autofatture-documents-local"

    @property
    def aws_url(self) -> str:
        return f"http://{HOST}:{self.aws_port}"

    @property
    def sandbox_url(self) -> str:
        return f"http://{HOST}:{self.sandbox_port}"

    @property
    def public_url(self) -> str:
        """As a person types it. A browser takes ``localhost`` for a secure context even without TLS."""
        return f"{'https' if self.tls else 'http'}://localhost:{self.front_port}"

    def ports(self) -> dict[str, int]:
        return {"front": self.front_port, "aws": self.aws_port, "sandbox": self.sandbox_port}

    def remember(self) -> None:
        """For the commands of another terminal, which then find this stack by its name alone."""
        self._memory.write_text(json.dumps({**self.ports(), "tls": self.tls}), encoding="utf-8")

    def remembered(self) -> Place:
        """This place, where the stack that was started last in it listens."""
        if not self._memory.is_file():
            return self
        known = json.loads(self._memory.read_text(encoding="utf-8"))
        front, aws, sandbox = (int(known[name]) for name in PORTS)
        return Place(self.name, front, aws, sandbox, tls=bool(known["tls"]), root=self.root)

    @property
    def _memory(self) -> Path:
        return self.folder / "listens.json"

    def make_folders(self) -> None:
        for folder in (self.folder, self.logs, self.folder / "tmp", self.folder / "build"):
            folder.mkdir(parents=True, exist_ok=True)


def default_port(name: str) -> int:
    return int(os.environ.get(f"AUTOFATTURE_{name.upper()}_PORT", PORTS[name]))


def listening(port: int) -> bool:
    """Somebody accepts connections on this port of this machine."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.settimeout(1)
        return probe.connect_ex((HOST, port)) == 0


def demand_free(ports: dict[str, int]) -> None:
    """Every port can be taken.

    Raises:
        BusyPort: names the first one that cannot.
    """
    for name, port in ports.items():
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError:
                raise BusyPort(name, port) from None
