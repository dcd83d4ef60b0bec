"""Clients of AWS, the table, the queues and the clock: what every half of the product shares."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, Any

import boto3
from botocore.config import Config

from autofatture.adapters.dynamodb.table import Table
from autofatture.adapters.s3 import S3Blobs
from autofatture.adapters.sqs import SqsQueue
from autofatture.adapters.stepfunctions import StepFunctionsWorkflow
from autofatture.observability import logger
from autofatture.settings import Documents, Queues, Region, StateMachines, Storage, load
from autofatture.stores import Hop

if TYPE_CHECKING:
    from autofatture.ports import Queue

_CONNECT_SECONDS = 3
_READ_SECONDS = 10
_ATTEMPTS = 4


class SystemClock:
    """Implements :class:`autofatture.ports.Clock`."""

    def now(self) -> dt.datetime:
        return dt.datetime.now(dt.UTC)


@cache
def clock() -> SystemClock:
    return SystemClock()


@cache
def client(service: str) -> Any:
    """A client with limits of ours: the defaults wait a minute for an answer, longer than a function may run."""
    config = Config(
        connect_timeout=_CONNECT_SECONDS,
        read_timeout=_READ_SECONDS,
        retries={"mode": "standard", "total_max_attempts": _ATTEMPTS},
        signature_version="s3v4" if service == "s3" else None,
        # Presigned addresses name the bucket's own Regional host, which the content security policy allows.
        s3={"us_east_1_regional_endpoint": "regional"} if service == "s3" else None,
    )
    make: Any = boto3.client
    made = make(service, endpoint_url=load(Region).aws_endpoint_url, config=config)
    made.meta.events.register("after-call", _report_refusal)
    return made


_OUR_FAULT = frozenset({"AccessDenied", "AccessDeniedException", "AuthorizationError", "403", "ValidationException"})


def _report_refusal(parsed: dict[str, Any], model: Any, **_: Any) -> None:
    """A missing permission or a wrong request names its operation; the adapters make an error without details of it."""
    code = str(parsed.get("Error", {}).get("Code", ""))
    if code in _OUR_FAULT:
        operation = f"{model.service_model.service_name}:{model.name}"
        logger().error("AWS refused a call", extra={"operation": operation, "error_code": code})


@cache
def table() -> Table:
    return Table(client("dynamodb"), load(Storage).table_name)


@cache
def blobs() -> S3Blobs:
    return S3Blobs(client("s3"), load(Documents).documents_bucket)


@cache
def queues() -> dict[Hop, Queue]:
    """Those that this function's settings name."""
    settings = load(Queues)
    urls = {
        Hop.START: settings.start_queue_url,
        Hop.SIGNAL: settings.signal_queue_url,
        Hop.SDI: settings.sdi_queue_url,
        Hop.MAIL: settings.mail_queue_url,
        Hop.EXPORT: settings.export_queue_url,
        Hop.ROUTE: settings.route_queue_url,
        Hop.RESTAMP: settings.restamp_queue_url,
    }
    return {hop: SqsQueue(client("sqs"), url) for hop, url in urls.items() if url}


@cache
def queue(hop: Hop) -> Queue:
    """One queue that the function cannot do without.

    Raises:
        RuntimeError: its address is not among the function's settings.
    """
    found = queues().get(hop)
    if found is None:
        message = f"settings missing: the address of the queue '{hop.value}'"
        raise RuntimeError(message)
    return found


@cache
def workflow() -> StepFunctionsWorkflow:
    return StepFunctionsWorkflow(client("stepfunctions"), load(StateMachines).state_machine_arn)
