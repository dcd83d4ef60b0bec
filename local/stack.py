"""The whole product on this machine: emulator, deployment, sandbox, site, front. Started and stopped in order."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from local import certificate, deploy, emulator, outside, site, tools
from local.place import Place, demand_free
from local.programs import Program, answers

T = TypeVar("T")


class NotRunning(Exception):
    """A command needs a stack that runs."""

    def __init__(self, place: Place) -> None:
        super().__init__(
            f"no stack answers at {place.public_url}: start it with `make run` in another terminal, "
            "or say with --name which one you mean"
        )


class Stack:
    """One running stack, or the means to get one."""

    def __init__(
        self, place: Place, *, extra: dict[str, str] | None = None, web: bool = True, quiet: bool = False
    ) -> None:
        """``extra``: template parameters, for instance shorter timeouts in tests; without ``web`` no app is made."""
        self.web = web
        self.place = place
        self.extra = extra or {}
        self.quiet = quiet
        self.outputs: dict[str, str] = {}
        self.aws = Program("aws", place.folder, place.logs)
        self.sandbox = Program("sandbox", place.folder, place.logs)
        self.front = Program("front", place.folder, place.logs)
        self._updater = Program("update", place.folder, place.logs)

    @property
    def api_url(self) -> str:
        return f"{self.place.public_url}/api"

    def client(self, service: str) -> Any:
        """The operator's access to an AWS service of this stack."""
        return emulator.client(self.place, service)

    def say(self, text: str) -> None:
        if not self.quiet:
            print(text, flush=True)

    def step(self, what: str, work: Callable[[], T]) -> T:
        """Do it and tell how long it took."""
        began = time.monotonic()
        result = work()
        self.say(f"  {what:<58} {time.monotonic() - began:6.1f} s")
        return result

    def running(self) -> bool:
        """Every program lives and the deployment is that of the sources as they stand."""
        if self.aws.pid is None or self.front.pid is None or self.sandbox.pid is None:
            return False
        memory = self.place.folder / "deployed"
        wanted = deploy.build_hash(self.place, deploy.parameters(self.place, self.extra))
        return memory.is_file() and memory.read_text(encoding="utf-8") == wanted and self.healthy()

    def demand_healthy(self) -> None:
        """For what works on a stack that somebody else started.

        Raises:
            NotRunning: nothing answers at its address.
        """
        if not self.healthy():
            raise NotRunning(self.place)

    def healthy(self) -> bool:
        return answers(f"{self.api_url}/health", context=certificate.trusting(self.place))

    def up(self) -> None:
        """Start what does not run. A stack of older sources is brought up to date.

        Raises:
            BusyPort, DidNotStart, Missing, subprocess.CalledProcessError: each says what and where to look.
        """
        if self.running():
            self.outputs = deploy.outputs(self.place)
            self.say("  it runs already, with these very sources")
            return
        self.place.make_folders()
        self.place.remember()
        self._updater.remember(os.getpid())
        try:
            self._bring_up()
        finally:
            self._updater.forget()

    def _bring_up(self) -> None:
        self.front.stop()
        if self.aws.pid is None:
            self.sandbox.stop()
            demand_free(self.place.ports())
            self.aws = self.step("AWS emulator", lambda: emulator.start(self.place))
        has_web = self._deploy()
        if self.sandbox.pid is None:
            self.sandbox = self.step("sandbox of the outside systems", lambda: outside.start(self.place))
        self.step("secrets", lambda: outside.seed_secrets(self.place, self.outputs))
        if has_web:
            self.step("site files", self.upload_site)
        self.step("front", self.start_front)
        self.step("open documents continued", self.resume_workflows)

    def _deploy(self) -> bool:
        """Deployment and web app at the same time. Returns whether there is a web app."""
        pool = ThreadPoolExecutor(1)
        try:
            web = pool.submit(site.build, self.place) if self.web else None
            self.outputs = self.step(
                "sam build and sam deploy", lambda: deploy.deploy(self.place, self.extra, self.say)
            )
            return self.step("web app", web.result) if web else False
        except BaseException:
            tools.abort()
            raise
        finally:
            pool.shutdown()

    def upload_site(self) -> None:
        site.upload(self.place, self.outputs["SiteBucketName"])

    def start_front(self) -> None:
        """Raises: DidNotStart."""
        command = [sys.executable, "-m", "local.front", str(self.place.front_port)]
        command += ["--cdn", self.outputs["CdnDomain"], "--aws-port", str(self.place.aws_port)]
        if self.place.tls:
            command += ["--certificate", str(certificate.made(self.place))]
        self.front.start(command, environment={"PYTHONPATH": str(self.place.root)}, cwd=self.place.root)
        self.front.wait_for(f"{self.api_url}/health", seconds=60, context=certificate.trusting(self.place))

    def resume_workflows(self) -> None:
        """Executions do not outlive a restart of the emulator; the rows do, and the sweeper starts the next run."""
        emulator.client(self.place, "sqs").send_message(
            QueueUrl=self.outputs["ResumeQueueUrl"], MessageBody='{"tick": "resume"}'
        )

    def stop(self) -> None:
        """In the order of who needs whom; the emulator last, because it writes its state when it stops."""
        for program in (self.front, self.sandbox, self.aws):
            program.stop()

    def release(self) -> None:
        """Leave everything running for whoever comes next."""
        for program in (self.front, self.sandbox, self.aws):
            program.release()

    def ended(self) -> list[Program]:
        """Programs that ended by themselves. While another terminal brings the stack up to date, none has."""
        # Looked at again, because the update may have ended between the first look and the question.
        return self._dead() if self._dead() and self._updater.pid is None else []

    def _dead(self) -> list[Program]:
        return [program for program in (self.aws, self.sandbox, self.front) if program.pid is None]

    def forget(self) -> None:
        """Remove the state of this place, not the tools."""
        self.stop()
        shutil.rmtree(self.place.folder, ignore_errors=True)


def since(began: float) -> str:
    return str(dt.timedelta(seconds=round(time.monotonic() - began)))


def state_of(folder: Path) -> str:
    """For ``status``: what is kept there."""
    return "kept" if (folder / "deployed").is_file() else "empty"
