"""The HTTP API's door: explicit routes, the authorizer on all but a few, clear answers of the gateway itself."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.infrastructure.product_template import folder_of, of_type, target, translated, written

TEMPLATE = written()
API: dict[str, Any] = TEMPLATE["Resources"]["Api"]["Properties"]
BODY: dict[str, Any] = translated()["Resources"]["Api"]["Properties"]["Body"]
OPERATIONS = {
    (method.upper(), path): operation
    for path, methods in BODY["paths"].items()
    for method, operation in methods.items()
}

PUBLIC = {
    ("GET", "/health"),
    ("POST", "/auth/sign-up"),
    ("POST", "/auth/confirm"),
    ("POST", "/auth/resend"),
    ("POST", "/auth/log-in"),
    ("POST", "/auth/log-in/totp"),
    ("POST", "/auth/refresh"),
    ("POST", "/auth/log-out"),
    ("POST", "/auth/password/forgot"),
    ("POST", "/auth/password/reset"),
    # Fatture in Cloud signs its calls itself.
    ("GET", "/webhooks/fattureincloud"),
    ("POST", "/webhooks/fattureincloud"),
}
"""Routes that anybody may call, each with its own defence in the function."""


def test_it_is_a_regional_rest_api_called_api():
    assert TEMPLATE["Resources"]["Api"]["Type"] == "AWS::Serverless::Api"
    assert API["StageName"] == "api"
    assert API["OpenApiVersion"] == BODY["openapi"] == "3.0.1"
    assert API["EndpointConfiguration"] == {"Type": "REGIONAL"}


def test_methods_are_explicit():
    assert {method for method, _ in OPERATIONS} <= {"GET", "POST", "PUT", "PATCH", "DELETE"}


@pytest.mark.parametrize("route", sorted(OPERATIONS), ids=" ".join)
def test_a_route_takes_access_tokens_only_unless_it_is_public(route: tuple[str, str]):
    """An ID token carries no scope, so the scope keeps it out."""
    expected = [{"NONE": []}] if route in PUBLIC else [{"Session": ["aws.cognito.signin.user.admin"]}]
    assert OPERATIONS[route]["security"] == expected


def test_public_routes_exist():
    assert OPERATIONS.keys() >= PUBLIC


@pytest.mark.parametrize("route", sorted(OPERATIONS), ids=" ".join)
def test_a_body_is_checked_at_the_door(route: tuple[str, str]):
    operation = OPERATIONS[route]
    assert ("requestBody" in operation) == (operation.get("x-amazon-apigateway-request-validator") == "body-only")
    if route[0] in {"PUT", "PATCH"}:
        assert operation["requestBody"]["required"] is True


def test_routes_below_a_company_name_it():
    for _, path in OPERATIONS:
        if "/documents" in path:
            assert path.startswith("/companies/{company_id}/documents")


@pytest.mark.parametrize("kind", sorted(API["GatewayResponses"]))
def test_the_gateway_answers_in_the_shape_of_the_product(kind: str):
    template = API["GatewayResponses"][kind]["ResponseTemplates"]["application/json"]
    body = json.loads(template)
    assert body.keys() == {"code", "message", "details", "request_id"}
    assert re.fullmatch(r"[a-z_]+", body["code"])
    assert body["message"].endswith(".")
    assert body["request_id"] == "$context.requestId"


def test_the_gateway_has_an_answer_for_everything():
    assert {
        "DEFAULT_4XX",
        "DEFAULT_5XX",
        "UNAUTHORIZED",
        "THROTTLED",
        "REQUEST_TOO_LARGE",
        "INTEGRATION_TIMEOUT",
    } <= set(API["GatewayResponses"])


def test_no_cors_because_app_and_api_share_an_origin():
    assert "Cors" not in API
    assert "Access-Control" not in json.dumps(BODY)
    assert not [route for route in OPERATIONS if route[0] == "OPTIONS"]


def test_the_access_log_holds_no_address_and_no_query():
    text = API["AccessLogSetting"]["Format"]
    assert json.loads(text)
    assert not re.search(r"sourceIp|\$context\.path\b|querystring|userAgent|email", text)


def test_paths_of_stage_settings_are_encoded_and_exist():
    """A slash inside a path is written ~1; written plainly, the setting would be refused or match nothing."""
    for setting in API["MethodSettings"]:
        path = setting["ResourcePath"]
        if path != "/*":
            assert (setting["HttpMethod"], path[1:].replace("~1", "/")) in OPERATIONS


def test_the_account_may_log_before_the_stage_exists():
    """The first deployment in an account would fail otherwise."""
    assert translated()["Resources"]["Api"]["DependsOn"] == "ApiLogsAccount"


def test_every_stage_setting_is_throttled():
    for setting in API["MethodSettings"]:
        assert setting["ThrottlingRateLimit"] <= setting["ThrottlingBurstLimit"] <= 200


LAMBDA_POLICY_BYTES = 20_480
STATEMENT_BYTES = 470
"""A statement of a function's resource policy with the longest names we have."""


def test_the_permissions_of_a_function_fit_into_its_policy():
    """Each route adds a statement, and Lambda refuses the one that does not fit any more."""
    permissions = of_type(translated(), "AWS::Lambda::Permission")
    functions = [target(permission["FunctionName"]) for permission in permissions.values()]
    for name in set(functions):
        assert functions.count(name) * STATEMENT_BYTES < LAMBDA_POLICY_BYTES, name


def test_each_route_belongs_to_one_function_of_the_api():
    owners: dict[str, set[str]] = {}
    for name, function in of_type(TEMPLATE, "AWS::Serverless::Function").items():
        for event in function.get("Events", {}).values():
            if event["Type"] == "Api":
                owners.setdefault(folder_of(function), set()).add(name)
    assert owners.keys() == {
        "api_auth",
        "api_accounts",
        "api_linking",
        "api_companies",
        "api_autofatture",
        "api_exports",
        "webhook_fattureincloud",
    }
