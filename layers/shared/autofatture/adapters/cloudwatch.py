"""Measures as metrics of CloudWatch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from autofatture.domain.errors import TransientError
from autofatture.services.measure import Measure

if TYPE_CHECKING:
    from mypy_boto3_cloudwatch import CloudWatchClient

NAMESPACE = "Autofatture"
"""The only namespace that the function's role may write to."""
AT_ONCE = 1000
"""Values that one call takes."""


class CloudWatchGauges:
    """``client`` is injected."""

    def __init__(self, client: CloudWatchClient) -> None:
        self._client = client

    def publish(self, measures: Sequence[Measure]) -> None:
        """Raises: TransientError."""
        for start in range(0, len(measures), AT_ONCE):
            try:
                self._client.put_metric_data(
                    Namespace=NAMESPACE,
                    MetricData=[
                        {
                            "MetricName": measure.name,
                            "Value": measure.value,
                            "Unit": measure.unit,
                            "Dimensions": [{"Name": name, "Value": value} for name, value in measure.dimensions],
                        }
                        for measure in measures[start : start + AT_ONCE]
                    ],
                )
            except (ClientError, BotoCoreError) as error:
                raise TransientError from error
