"""Fixtures of AWS: the table on moto, in one thread; the emulator's DynamoDB for races."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
from moto import mock_aws

from autofatture.adapters.dynamodb.table import Table
from tests.emulator import REGION, running
from tests.table import NAME, create_table


@pytest.fixture
def aws(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Made-up credentials and a made-up cloud: nothing of this machine is read."""
    for name in ("AWS_PROFILE", "AWS_ENDPOINT_URL", "AWS_SESSION_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    monkeypatch.setenv("AWS_DEFAULT_REGION", REGION)
    with mock_aws():
        yield


@pytest.fixture(scope="session")
def dynamodb() -> Any:
    """One client for all tests: making one reads megabytes of models."""
    return boto3.client("dynamodb", region_name=REGION, aws_access_key_id="test", aws_secret_access_key="test")


@pytest.fixture
def table(aws: None, dynamodb: Any) -> Table:
    create_table(dynamodb)
    return Table(dynamodb, NAME)


@pytest.fixture(scope="session")
def emulator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running(Path(tmp_path_factory.mktemp("emulator"))) as address:
        yield address
