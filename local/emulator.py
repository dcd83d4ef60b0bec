"""MiniStack, the emulator of AWS: its environment, its start and its clean stop."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import boto3
from botocore.config import Config

from local.place import HOST, REGION, Place
from local.programs import Program

ACCESS_KEY = "test"
"""The emulator's own root identity; functions have their roles'."""


def credentials() -> dict[str, str]:
    return {"AWS_ACCESS_KEY_ID": ACCESS_KEY, "AWS_SECRET_ACCESS_KEY": ACCESS_KEY}


def environment(place: Place) -> dict[str, str]:
    """Nothing of the shell but the search path: functions inherit what stands here."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(place.folder),
        "LANG": "C.UTF-8",
        "TMPDIR": str(place.folder / "tmp"),
        "GATEWAY_PORT": str(place.aws_port),
        "BIND_HOST": HOST,
        "MINISTACK_HOST": HOST,
        "MINISTACK_REGION": REGION,
        # Off, or they listen on every interface.
        "IOT_MTLS_ENABLED": "0",
        "SFTP_ENABLED": "0",
        # Functions may do what their role says and nothing else.
        "AUTH": "true",
        "PERSIST_STATE": "1",
        "STATE_DIR": str(place.folder / "aws" / "state"),
        "S3_PERSIST": "1",
        "S3_DATA_DIR": str(place.folder / "aws" / "s3"),
        # Functions get it; without it they would call AWS itself.
        "AWS_ENDPOINT_URL": place.aws_url,
        "LAMBDA_WARM_TTL_SECONDS": "30",
        "LOG_LEVEL": "WARNING",
        **credentials(),
    }


def start(place: Place) -> Program:
    program = Program("aws", place.folder, place.logs)
    command = [str(Path(sys.executable).with_name("ministack"))]
    program.start(command, environment=environment(place), cwd=place.folder)
    program.wait_for(f"{place.aws_url}/_ministack/health", seconds=60)
    return program


def client(place: Place, service: str) -> Any:
    """A client with the emulator's root identity, for the stack's own chores and for tests."""
    make: Any = boto3.client  # its overloads know literal names only
    return make(
        service,
        endpoint_url=place.aws_url,
        region_name=REGION,
        aws_access_key_id=ACCESS_KEY,
        aws_secret_access_key=ACCESS_KEY,
        config=Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard", "total_max_attempts": 3}),
    )
