"""What keeps data: protected from deletion, encrypted, private."""

from __future__ import annotations

import re

import pytest

from autofatture.domain.upload import UNASSIGNED
from tests.infrastructure.product_template import ROOT, of_type, target, written

TEMPLATE = written()
RESOURCES = TEMPLATE["Resources"]
KEEPS_DATA = {
    name
    for kind in (
        "AWS::DynamoDB::Table",
        "AWS::S3::Bucket",
        "AWS::KMS::Key",
        "AWS::Cognito::UserPool",
        "AWS::SecretsManager::Secret",
    )
    for name in of_type(TEMPLATE, kind)
}


@pytest.mark.parametrize("name", sorted(KEEPS_DATA))
def test_it_outlives_its_stack(name: str):
    assert RESOURCES[name]["DeletionPolicy"] == "Retain"
    assert RESOURCES[name]["UpdateReplacePolicy"] == "Retain"


def test_table_and_pool_refuse_deletion():
    assert RESOURCES["Table"]["Properties"]["DeletionProtectionEnabled"] is True
    assert RESOURCES["UserPool"]["Properties"]["DeletionProtection"] == "ACTIVE"


def test_the_table():
    table = RESOURCES["Table"]["Properties"]
    assert table["BillingMode"] == "PAY_PER_REQUEST"
    assert table["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}
    assert table["SSESpecification"] == {"SSEEnabled": True, "SSEType": "KMS", "KMSMasterKeyId": {"Ref": "DataKey"}}
    assert table["TimeToLiveSpecification"] == {"Enabled": True, "AttributeName": "expires_at"}
    assert [key["AttributeName"] for key in table["KeySchema"]] == ["pk", "sk"]


def test_the_indexes():
    """Their names and keys are the ones the repositories use."""
    indexes = {
        index["IndexName"]: [key["AttributeName"] for key in index["KeySchema"]]
        for index in RESOURCES["Table"]["Properties"]["GlobalSecondaryIndexes"]
    }
    assert indexes == {
        "by_status": ["company_status_pk", "sort_at"],
        "by_period": ["period_pk", "period_sk"],
        "by_studio": ["studio_pk", "studio_sk"],
        "by_phase": ["phase_pk", "phase_since"],
        "by_sdi_due": ["sdi_pk", "sdi_due_at"],
        "by_lookup": ["lookup_pk", "lookup_sk"],
    }


def test_every_index_is_used_and_every_used_index_exists():
    code = ROOT / "layers" / "shared" / "autofatture" / "adapters" / "dynamodb"
    text = "".join(path.read_text(encoding="utf-8") for path in code.glob("*.py"))
    indexes = {index["IndexName"] for index in RESOURCES["Table"]["Properties"]["GlobalSecondaryIndexes"]}
    assert set(re.findall(r'"(by_[a-z_]+)"', text)) == indexes


@pytest.mark.parametrize("name", sorted(of_type(TEMPLATE, "AWS::S3::Bucket")))
def test_a_bucket_is_private_versioned_and_encrypted(name: str):
    bucket = RESOURCES[name]["Properties"]
    assert set(bucket["PublicAccessBlockConfiguration"].values()) == {True}
    assert len(bucket["PublicAccessBlockConfiguration"]) == 4
    assert bucket["OwnershipControls"] == {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}
    assert bucket["VersioningConfiguration"] == {"Status": "Enabled"}
    assert bucket["BucketEncryption"]["ServerSideEncryptionConfiguration"]
    assert bucket["LifecycleConfiguration"]["Rules"]


@pytest.mark.parametrize("name", sorted(of_type(TEMPLATE, "AWS::S3::Bucket")))
def test_a_bucket_refuses_plain_http(name: str):
    policies = [
        policy for policy in of_type(TEMPLATE, "AWS::S3::BucketPolicy").values() if target(policy["Bucket"]) == name
    ]
    denials = [
        statement
        for policy in policies
        for statement in policy["PolicyDocument"]["Statement"]
        if statement["Effect"] == "Deny"
    ]
    assert [statement["Condition"] for statement in denials] == [{"Bool": {"aws:SecureTransport": "false"}}]


def test_only_our_own_pages_may_upload_and_read_documents():
    (rule,) = RESOURCES["DocumentsBucket"]["Properties"]["CorsConfiguration"]["CorsRules"]
    assert rule["AllowedOrigins"] == [{"Ref": "PublicUrl"}]
    assert rule["AllowedMethods"] == ["GET", "POST"]
    assert {"Content-Range", "Accept-Ranges", "ETag"} <= set(rule["ExposedHeaders"])


def test_what_was_verified_never_expires():
    rules = RESOURCES["DocumentsBucket"]["Properties"]["LifecycleConfiguration"]["Rules"]
    expiring = {rule.get("Prefix") for rule in rules if "ExpirationInDays" in rule}
    assert expiring == {"uploads/", "arrivals/", "unassigned/", "exports/", "account-exports/"}


def test_a_file_outlives_the_row_that_waits_for_its_company():
    rules = RESOURCES["DocumentsBucket"]["Properties"]["LifecycleConfiguration"]["Rules"]
    (kept,) = [rule["ExpirationInDays"] for rule in rules if rule.get("Prefix") == "unassigned/"]
    assert kept > UNASSIGNED.days


def test_keys_rotate():
    for key in of_type(TEMPLATE, "AWS::KMS::Key").values():
        assert key["EnableKeyRotation"] is True


def test_the_pool_tells_nobody_who_has_an_account():
    client = RESOURCES["UserPoolClient"]["Properties"]
    assert client["PreventUserExistenceErrors"] == "ENABLED"
    assert client["GenerateSecret"] is True
    assert client["EnableTokenRevocation"] is True
    assert sorted(client["ExplicitAuthFlows"]) == ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]


def test_access_tokens_live_ten_minutes():
    client = RESOURCES["UserPoolClient"]["Properties"]
    assert (client["AccessTokenValidity"], client["TokenValidityUnits"]["AccessToken"]) == (10, "minutes")


def test_second_factors_come_from_an_authenticator_app():
    pool = RESOURCES["UserPool"]["Properties"]
    assert (pool["MfaConfiguration"], pool["EnabledMfas"]) == ("OPTIONAL", ["SOFTWARE_TOKEN_MFA"])


def test_a_changed_address_is_verified_before_it_counts():
    pool = RESOURCES["UserPool"]["Properties"]
    assert pool["UserAttributeUpdateSettings"] == {"AttributesRequireVerificationBeforeUpdate": ["email"]}
    assert pool["AutoVerifiedAttributes"] == ["email"]
