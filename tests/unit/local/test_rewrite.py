"""What the rewrite does to a built template, one change after the other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from local.rewrite import Rewritten, Runtime, rewrite


@pytest.fixture
def rewritten(tmp_path: Path) -> Rewritten:
    code = tmp_path / "functions" / "api_auth"
    code.mkdir(parents=True)
    (code / "app.py").write_text("handler = None\n", encoding="utf-8")
    (tmp_path / "machine.asl.yaml").write_text("StartAt: Done\nStates:\n  Done: { Type: Succeed }\n", encoding="utf-8")
    statement = {"Effect": "Allow", "Action": ["states:SendTaskSuccess"], "Resource": {"Ref": "Machine"}}
    behaviour = {"ViewerProtocolPolicy": "redirect-to-https"}
    template: dict[str, Any] = {
        "Globals": {"Function": {"Layers": [{"Ref": "SharedLayer"}, {"Ref": "DependenciesLayer"}]}},
        "Resources": {
            "SharedLayer": {"Type": "AWS::Serverless::LayerVersion", "Properties": {}},
            "Plain": {"Type": "AWS::Serverless::Function", "Properties": {"CodeUri": "functions/api_auth"}},
            "Reads": {
                "Type": "AWS::Serverless::Function",
                "Properties": {"CodeUri": "functions/api_auth", "Layers": [{"Ref": "ReadingLayer"}]},
            },
            "Machine": {"Type": "AWS::Serverless::StateMachine", "Properties": {"DefinitionUri": "machine.asl.yaml"}},
            "Role": {
                "Type": "AWS::IAM::Role",
                "Properties": {"Policies": [{"PolicyDocument": {"Statement": [statement]}}]},
            },
            "Cdn": {
                "Type": "AWS::CloudFront::Distribution",
                "Properties": {
                    "DistributionConfig": {
                        "Origins": [{"Id": "site", "DomainName": "bucket"}, {"Id": "api", "CustomOriginConfig": {}}],
                        "DefaultCacheBehavior": dict(behaviour),
                        "CacheBehaviors": [dict(behaviour)],
                    }
                },
            },
            "Table": {"Type": "AWS::DynamoDB::Table", "Properties": {"TableName": "untouched"}},
        },
    }
    layers = {"DependenciesLayer": Path("/layers/dependencies"), "ReadingLayer": Path("/layers/reading")}
    runtime = Runtime(python=Path("/venv/bin/python"), shared=Path("/layers/shared-abc"), layers=layers)
    return rewrite(template, sources=tmp_path, target=tmp_path / "code", aws_port=4566, runtime=runtime)


def _bootstrap(rewritten: Rewritten, name: str) -> str:
    folder = Path(rewritten.template["Resources"][name]["Properties"]["CodeUri"])
    assert (folder / "app.py").is_file()
    assert (folder / "bootstrap").stat().st_mode & 0o111
    return (folder / "bootstrap").read_text(encoding="utf-8")


def test_a_function_sees_exactly_its_layers(rewritten: Rewritten):
    """What its layers lack fails here as it would on Lambda."""
    plain, reads = _bootstrap(rewritten, "Plain"), _bootstrap(rewritten, "Reads")
    assert '$LAMBDA_TASK_ROOT:/layers/shared-abc:/layers/dependencies"' in plain
    assert '$LAMBDA_TASK_ROOT:/layers/shared-abc:/layers/dependencies:/layers/reading"' in reads
    assert 'exec /venv/bin/python -m awslambdaric "$_HANDLER"' in plain


def test_layers_are_dropped_and_it_is_said(rewritten: Rewritten):
    assert "SharedLayer" not in rewritten.template["Resources"]
    assert [line.split(":")[-2].strip() for line in rewritten.dropped] == ["LayerVersion SharedLayer"]
    assert "Layers" not in rewritten.template["Globals"]["Function"]


def test_the_definition_becomes_json(rewritten: Rewritten):
    path = Path(rewritten.template["Resources"]["Machine"]["Properties"]["DefinitionUri"])
    assert path.read_text(encoding="utf-8").startswith("{")


def test_only_send_task_is_widened(rewritten: Rewritten):
    (policy,) = rewritten.template["Resources"]["Role"]["Properties"]["Policies"]
    assert policy["PolicyDocument"]["Statement"][0]["Resource"] == "*"
    assert "Role may SendTask* to every machine" in rewritten.changed


def test_the_cdn_reaches_the_emulators_api(rewritten: Rewritten):
    configuration = rewritten.template["Resources"]["Cdn"]["Properties"]["DistributionConfig"]
    site, api = configuration["Origins"]
    assert site == {"Id": "site", "DomainName": "bucket"}
    assert api["DomainName"] == "localhost"
    assert api["OriginPath"] == {"Fn::Sub": "/_aws/execute-api/${Api}"}
    assert api["CustomOriginConfig"] == {"OriginProtocolPolicy": "http-only", "HTTPPort": 4566}
    assert configuration["CacheBehaviors"][0]["ViewerProtocolPolicy"] == "allow-all"


def test_everything_else_is_left_alone(rewritten: Rewritten):
    assert rewritten.template["Resources"]["Table"]["Properties"] == {"TableName": "untouched"}
