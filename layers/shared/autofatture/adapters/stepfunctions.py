"""The state machine: starting, looking, and telling a waiting task to go on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from botocore.exceptions import BotoCoreError, ClientError
from pydantic import SecretStr

from autofatture.domain.errors import PermanentError, TransientError

if TYPE_CHECKING:
    from mypy_boto3_stepfunctions import SFNClient

_NOT_WAITING = frozenset({"TaskTimedOut", "TaskDoesNotExist", "InvalidToken"})
_FOR_GOOD = frozenset(
    {"AccessDeniedException", "AccessDenied", "InvalidArn", "StateMachineDoesNotExist", "InvalidOutput"}
)


class StepFunctionsWorkflow:
    """Implements :class:`autofatture.ports.Workflow`."""

    def __init__(self, client: SFNClient, state_machine_arn: str) -> None:
        self._client = client
        self._arn = state_machine_arn

    def start(self, *, company_id: str, document_id: str, run: int, phase: str) -> None:
        state = {"company_id": company_id, "document_id": document_id, "run": run, "phase": phase}
        try:
            self._client.start_execution(
                stateMachineArn=self._arn, name=f"{document_id}-{run}", input=json.dumps(state, separators=(",", ":"))
            )
        except (ClientError, BotoCoreError) as error:
            if _code(error) == "ExecutionAlreadyExists":
                return  # somebody was faster, or this is a repetition: either way it was started
            raise _translated(error) from error

    def succeed(self, token: SecretStr, output: dict[str, Any]) -> bool:
        try:
            self._client.send_task_success(
                taskToken=token.get_secret_value(), output=json.dumps(output, separators=(",", ":"))
            )
        except (ClientError, BotoCoreError) as error:
            if _code(error) in _NOT_WAITING:
                return False
            raise _translated(error) from error
        return True

    def is_running(self, *, document_id: str, run: int) -> bool:
        arn = f"{self._arn.replace(':stateMachine:', ':execution:')}:{document_id}-{run}"
        try:
            return self._client.describe_execution(executionArn=arn)["status"] == "RUNNING"
        except (ClientError, BotoCoreError) as error:
            if _code(error) == "ExecutionDoesNotExist":
                return False
            raise _translated(error) from error

    def running(self) -> frozenset[str]:
        names: set[str] = set()
        try:
            pages = self._client.get_paginator("list_executions").paginate(
                stateMachineArn=self._arn, statusFilter="RUNNING", PaginationConfig={"PageSize": 1000}
            )
            for page in pages:
                names.update(execution["name"] for execution in page["executions"])
        except (ClientError, BotoCoreError) as error:
            raise _translated(error) from error
        return frozenset(names)


def _code(error: Exception) -> str:
    return str(error.response.get("Error", {}).get("Code", "")) if isinstance(error, ClientError) else ""


def _translated(error: ClientError | BotoCoreError) -> Exception:
    return PermanentError(code="workflow") if _code(error) in _FOR_GOOD else TransientError()
