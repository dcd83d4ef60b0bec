"""The table on moto, in one thread; the emulator's DynamoDB for races."""

from __future__ import annotations

from tests.aws import aws, dynamodb, emulator, table

__all__ = ["aws", "dynamodb", "emulator", "table"]
