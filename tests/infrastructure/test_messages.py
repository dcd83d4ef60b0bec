"""A function has the address of every queue that its services write to, and of no other."""

from __future__ import annotations

import pytest

from tests.infrastructure.product_template import of_type, written

FUNCTIONS = of_type(written(), "AWS::Serverless::Function")

A_NEW_RUN = {"START", "SIGNAL"}
"""Whoever takes a document back to review wakes the next run and tells the one before."""
THE_TOKEN = {"MAIL", "RESTAMP"}
"""Whoever uses a token of Fatture in Cloud may find that it was withdrawn: people are told, rows change inbox."""

WRITTEN = {
    "ApiAutofattureFunction": A_NEW_RUN | {"SDI", "MAIL"},
    "ApiExportsFunction": {"EXPORT"},
    "WebhookFattureincloudFunction": {"WEBHOOK"},
    "WorkflowStartFunction": set(),
    "UploadsRouteFunction": {"START", "ROUTE"},
    "WorkflowReadSourceFunction": {"START"},
    "WorkflowExtractFunction": set(),
    "WorkflowAssessFunction": set(),
    "WorkflowOpenReviewFunction": {"SIGNAL"},
    "WorkflowCreateDocumentFunction": THE_TOKEN,
    "WorkflowAwaitSdiFunction": {"SIGNAL"},
    "WorkflowExportXmlFunction": THE_TOKEN,
    "WorkflowRecordFailureFunction": A_NEW_RUN,
    "WorkflowSignalFunction": set(),
    "WorkflowResumeFunction": A_NEW_RUN | {"RESTAMP"},
    "SdiPollFunction": A_NEW_RUN | THE_TOKEN | {"SDI"},
    "ReconcileFunction": A_NEW_RUN | THE_TOKEN,
    "RemindersSendFunction": {"MAIL"},
    "ExportRunFunction": {"EXPORT"},
}


@pytest.mark.parametrize("name", sorted(WRITTEN))
def test_a_function_can_write_to_its_queues(name: str) -> None:
    variables = FUNCTIONS[name]["Environment"]["Variables"]
    prefix, suffix = "AUTOFATTURE_", "_QUEUE_URL"
    names = {each.removeprefix(prefix).removesuffix(suffix) for each in variables if each.endswith(suffix)}

    assert names == WRITTEN[name]
