"""The one table as template.yaml describes it, for moto and for the emulator's DynamoDB."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

ROOT = Path(__file__).resolve().parent.parent

NAME = "autofatture"


class _Loader(yaml.SafeLoader):
    """Reads a CloudFormation template as data: what its functions would give is not needed here."""


_Loader.add_multi_constructor("!", lambda _loader, suffix, _node: f"!{suffix}")


@cache
def _properties() -> dict[str, Any]:
    template = yaml.load((ROOT / "template.yaml").read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506  (a SafeLoader)
    tables = [r for r in template["Resources"].values() if r["Type"] == "AWS::DynamoDB::Table"]
    assert len(tables) == 1, "the product has one table"
    properties: dict[str, Any] = tables[0]["Properties"]
    return properties


def create_table(client: DynamoDBClient, name: str = NAME) -> None:
    """Create it with the keys and the indexes of the template."""
    properties = _properties()
    client.create_table(
        TableName=name,
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=properties["AttributeDefinitions"],
        KeySchema=properties["KeySchema"],
        GlobalSecondaryIndexes=properties["GlobalSecondaryIndexes"],
    )
