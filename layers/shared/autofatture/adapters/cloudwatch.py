"""Measures that no service publishes by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from autofatture.domain.errors import PermanentError, TransientError

if TYPE_CHECKING:
    from mypy_boto3_cloudwatch import CloudWatchClient
    from mypy_boto3_cloudwatch.type_defs import MetricDatumTypeDef

NAMESPACE = "Autofatture"
_BATCH = 1000


class CloudWatchMeasures:
    """Writes to one namespace, with the name of the stack as a dimension: stacks share an account."""

    def __init__(self, client: CloudWatchClient, stack: str) -> None:
        self._client = client
        self._stack = stack

    def publish(self, values: Sequence[tuple[str, Mapping[str, str], float, str]]) -> None:
        """``(metric, dimensions, value, unit)`` each."""
        data: list[MetricDatumTypeDef] = [
            {
                "MetricName": name,
                "Dimensions": [
                    {"Name": key, "Value": text} for key, text in {"Stack": self._stack, **dimensions}.items()
                ],
                "Value": value,
                "Unit": unit,  # type: ignore[typeddict-item]  # one of CloudWatch's words, passed on as it is
            }
            for name, dimensions, value, unit in values
        ]
        try:
            for start in range(0, len(data), _BATCH):
                self._client.put_metric_data(Namespace=NAMESPACE, MetricData=data[start : start + _BATCH])
        except (ClientError, BotoCoreError) as error:
            code = error.response.get("Error", {}).get("Code", "") if isinstance(error, ClientError) else ""
            raise (PermanentError(code="metrics") if "Denied" in code else TransientError()) from error
