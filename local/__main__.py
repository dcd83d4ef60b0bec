"""``python -m local``: the product on this machine.

up       start everything, run the main job, stay until Ctrl-C or SIGTERM
deploy   bring a running stack to the sources as they stand
stop     stop a stack that another terminal started
status   what runs and where
forget   stop and remove the state of a place
job      the main job against a running stack
demo     fill a running stack with the demo's people, companies and invoices
code     the six digits of the demo accountant's authenticator app, now
web      run a script of the web app's package.json (check, test, build)
openapi  write docs/openapi.json from the functions' routes
rules    write the tables of docs/fiscal-rules.md from the rules and the dated rows
requirements   write the layers' requirements from uv.lock
"""

from __future__ import annotations

import argparse
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from types import FrameType

from local import demo, demo_documents, fiscal_rules, main_job, openapi, requirements, site, tools
from local import stack as stacks
from local.place import PORTS, ROOT, BusyPort, Place, default_port
from local.programs import DidNotStart
from local.stack import NotRunning, Stack
from local.web_client import Refused


class Stopped(BaseException):
    """SIGTERM: ends whatever is under way, like Ctrl-C."""


def _terminate(_signal: int, _frame: FrameType | None) -> None:
    raise Stopped


_ON_A_STARTED_STACK = ("deploy", "stop", "status", "forget", "job", "demo", "code")


def _arguments(arguments: list[str]) -> argparse.Namespace:
    lines = argparse.RawTextHelpFormatter
    parser = argparse.ArgumentParser(prog="python -m local", description=__doc__, formatter_class=lines)
    on_a_stack = ["up", *_ON_A_STARTED_STACK]
    parser.add_argument("command", choices=[*on_a_stack, "web", "openapi", "rules", "requirements"])
    parser.add_argument("script", nargs="?", help="web: which script")
    parser.add_argument("--name", default="run", help="a place of its own under .local/ (default: run)")
    for name, port in PORTS.items():
        parser.add_argument(f"--{name}-port", type=int, help=f"default {port}, or where the running one listens")
    parser.add_argument("--tls", action="store_true", help="serve the front over https, with a certificate of its own")
    parser.add_argument("--no-job", action="store_true", help="up: do not create demo users nor run the main job")
    parser.add_argument("--no-web", action="store_true", help="up: leave the web app as it is")
    return parser.parse_args(arguments)


def _place(chosen: argparse.Namespace) -> Place:
    """Where the flags say; what works on a started stack asks where that one listens."""
    asked: dict[str, int | None] = {name: getattr(chosen, f"{name}_port") for name in PORTS}
    front, aws, sandbox = (port or default_port(name) for name, port in asked.items())
    place = Place(chosen.name, front, aws, sandbox, tls=chosen.tls)
    said = any(asked.values()) or chosen.tls
    return place.remembered() if chosen.command in _ON_A_STARTED_STACK and not said else place


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0, or 1 with one clear sentence."""
    chosen = _arguments(sys.argv[1:] if arguments is None else arguments)
    place = _place(chosen)
    stack = Stack(place, web=not chosen.no_web)
    signal.signal(signal.SIGTERM, _terminate)
    try:
        return _command(chosen, stack)
    except (BusyPort, DidNotStart, NotRunning, tools.Missing, main_job.JobFailed, Refused) as error:
        print(f"error: {error}", file=sys.stderr)
    except subprocess.CalledProcessError as error:
        print(f"error: {error}\n{error.output or ''}\nlogs: {place.logs}", file=sys.stderr)
    return 1


def _command(chosen: argparse.Namespace, stack: Stack) -> int:
    if chosen.command == "up":
        return _up(chosen, stack)
    if chosen.command == "web":
        return site.npm(stack.place, chosen.script or "build")
    if chosen.command in {"job", "demo"}:
        stack.demand_healthy()
    commands: dict[str, Callable[[], None]] = {
        "deploy": stack.up,
        "stop": stack.stop,
        "status": lambda: _status(stack),
        "forget": stack.forget,
        "job": lambda: main_job.run(stack),
        "demo": lambda: demo_documents.run(stack),
        "code": lambda: demo.print_code(stack),
        "openapi": openapi.write,
        "rules": fiscal_rules.write,
        "requirements": lambda: requirements.write(ROOT, tools.uv(stack.place)),
    }
    commands[chosen.command]()
    return 0


def _status(stack: Stack) -> None:
    for program in (stack.aws, stack.sandbox, stack.front):
        print(f"{program.name:<8} {'runs' if program.pid else 'does not run'}  (log: {program.log})")
    print(f"state    {stacks.state_of(stack.place.folder)}  ({stack.place.folder})")


def _up(chosen: argparse.Namespace, stack: Stack) -> int:
    """Start, work, stay; whatever ends it, stop everything in order. A stack that runs already is left running."""
    began = time.monotonic()
    if stack.running():
        stack.up()
        _work(chosen, stack)
        print("  another terminal runs it: it stays up", flush=True)
        return 0
    print(f"Autofatture on this machine, state in {stack.place.folder.relative_to(ROOT)}/", flush=True)
    try:
        stack.up()
        print(f"up after {stacks.since(began)}", flush=True)
        _work(chosen, stack)
        while not (dead := stack.ended()):
            threading.Event().wait(1)
        raise DidNotStart(f"{dead[0].name} ended by itself; its log is {dead[0].log}\n{dead[0].tail()}")
    except (KeyboardInterrupt, Stopped):
        print("\nstopping", flush=True)
        return 0
    finally:
        # A second signal must not interrupt the emulator while it writes its state.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        stack.stop()


def _work(chosen: argparse.Namespace, stack: Stack) -> None:
    if not chosen.no_job:
        demo.create(stack)
        main_job.run(stack)
    demo.print_addresses(stack)


if __name__ == "__main__":
    sys.exit(main())
