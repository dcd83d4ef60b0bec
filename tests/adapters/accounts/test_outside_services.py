"""KMS, Secrets Manager, SES and Cognito: what goes in, what comes out, and which error each refusal becomes."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError, EndpointConnectionError
from pydantic import SecretStr

from autofatture.adapters.cognito import CognitoIdentity
from autofatture.adapters.kms import LIMIT, KmsCipher
from autofatture.adapters.secrets import KEPT, StoredSecrets
from autofatture.adapters.ses import SesMail
from autofatture.domain.errors import BadCredentials, NotSignedIn, PermanentError, TooManyRequests, TransientError
from autofatture.identity_ports import AddressTaken, NotConfirmed, TotpChallenge
from tests.emulator import REGION

# KMS


@pytest.fixture
def cipher(aws: None) -> KmsCipher:
    client = boto3.client("kms", region_name=REGION)
    return KmsCipher(client, client.create_key()["KeyMetadata"]["KeyId"])


def test_a_token_comes_back_with_its_context_only(cipher: KmsCipher) -> None:
    sealed = cipher.encrypt(b"a/token", context={"tenant": "u", "connection": "c"})
    assert b"a/token" not in sealed
    assert cipher.decrypt(sealed, context={"tenant": "u", "connection": "c"}) == b"a/token"
    for context in ({"tenant": "v", "connection": "c"}, {}, {"tenant": "u"}):
        with pytest.raises(PermanentError):
            cipher.decrypt(sealed, context=context)


def test_what_is_longer_than_kms_takes_is_refused_before_it_is_sent(cipher: KmsCipher) -> None:
    with pytest.raises(ValueError, match="4096"):
        cipher.encrypt(b"x" * (LIMIT + 1), context={})


class Refusing:
    """A client whose every call fails in one way."""

    def __init__(self, failure: Exception) -> None:
        self.failure = failure
        self.calls: list[tuple[str, dict[str, Any]]] = []

    def __getattr__(self, operation: str) -> Any:
        def call(**request: Any) -> Any:
            self.calls.append((operation, request))
            raise self.failure

        return call


def refusal(code: str) -> ClientError:
    return ClientError({"Error": {"Code": code, "Message": "anna@example.it did something"}}, "Operation")


OUT_OF_REACH = EndpointConnectionError(endpoint_url="https://nowhere.example")


@pytest.mark.parametrize(
    ("failure", "expected"),
    [
        (refusal("ThrottlingException"), TransientError),
        (OUT_OF_REACH, TransientError),
        (refusal("AccessDeniedException"), PermanentError),
        (refusal("InvalidCiphertextException"), PermanentError),
    ],
)
def test_refusals_of_kms(failure: Exception, expected: type[Exception]) -> None:
    cipher = KmsCipher(Refusing(failure), "key")  # type: ignore[arg-type]  # a client that only fails
    with pytest.raises(expected):
        cipher.decrypt(b"x", context={})
    with pytest.raises(expected):
        cipher.encrypt(b"x", context={})


# Secrets Manager


def test_a_secret_is_fetched_once_in_five_minutes(aws: None) -> None:
    client = boto3.client("secretsmanager", region_name=REGION)
    client.create_secret(Name="app", SecretString="first")
    now = [0.0]
    secrets = StoredSecrets(client, monotonic=lambda: now[0])
    assert secrets.get("app").get_secret_value() == "first"
    client.put_secret_value(SecretId="app", SecretString="rotated")
    assert secrets.get("app").get_secret_value() == "first"
    now[0] = KEPT + 1
    assert secrets.get("app").get_secret_value() == "rotated"


def test_a_secret_that_is_missing_or_empty_is_said_so(aws: None) -> None:
    client = boto3.client("secretsmanager", region_name=REGION)
    client.create_secret(Name="empty", SecretBinary=b"x")
    for name in ("absent", "empty"):
        with pytest.raises(PermanentError):
            StoredSecrets(client).get(name)
    with pytest.raises(TransientError):
        StoredSecrets(Refusing(OUT_OF_REACH)).get("x")  # type: ignore[arg-type]  # a client that only fails


# SES


def test_a_letter_is_handed_over(aws: None) -> None:
    client = boto3.client("sesv2", region_name=REGION)
    client.create_email_identity(EmailIdentity="no-reply@autofatture.example")
    SesMail(client, sender="no-reply@autofatture.example").send(to="anna@example.it", subject="Perché", text="Così")


@pytest.mark.parametrize(
    ("failure", "expected"),
    [
        (refusal("MessageRejected"), PermanentError),
        (refusal("TooManyRequestsException"), TransientError),
        (OUT_OF_REACH, TransientError),
    ],
)
def test_refusals_of_ses_name_nobody(failure: Exception, expected: type[Exception]) -> None:
    mail = SesMail(Refusing(failure), sender="x@y.z")  # type: ignore[arg-type]  # a client that only fails
    with pytest.raises(expected) as caught:
        mail.send(to="anna@example.it", subject="s", text="t")
    assert "anna@example.it" not in str(caught.value)


# Cognito


def token(**claims: str) -> str:
    payload = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
    return f"header.{payload}.signature"


class Answering:
    """A client that answers one thing and remembers what it was asked."""

    def __init__(self, answer: dict[str, Any] | None = None) -> None:
        self.answer = answer or {}
        self.calls: list[tuple[str, dict[str, Any]]] = []

    def __getattr__(self, operation: str) -> Any:
        def call(**request: Any) -> Any:
            self.calls.append((operation, request))
            return self.answer

        return call


def identity(client: Any) -> CognitoIdentity:
    return CognitoIdentity(client, pool_id="pool", client_id="client", secret=lambda: SecretStr("s3cret"))


def hash_of(username: str) -> str:
    return base64.b64encode(hmac.new(b"s3cret", f"{username}client".encode(), hashlib.sha256).digest()).decode()


TOKENS = {
    "AuthenticationResult": {
        "AccessToken": token(sub="u-1", origin_jti="s-1"),
        "RefreshToken": "refresh",
        "ExpiresIn": 600,
    }
}


def test_a_log_in_carries_the_hash_of_the_address() -> None:
    client = Answering(TOKENS)
    found = identity(client).log_in("anna@example.it", SecretStr("pw"))
    assert (found.user_id, found.session_id, found.expires_in) == ("u-1", "s-1", 600)  # type: ignore[union-attr]  # tokens
    operation, request = client.calls[0]
    assert operation == "admin_initiate_auth"
    assert request["AuthParameters"]["SECRET_HASH"] == hash_of("anna@example.it")


def test_a_renewal_carries_the_hash_of_the_person() -> None:
    client = Answering(
        {"AuthenticationResult": {k: v for k, v in TOKENS["AuthenticationResult"].items() if k != "RefreshToken"}}
    )
    found = identity(client).refresh("u-1", SecretStr("refresh"))
    assert found.refresh is None
    assert client.calls[0][1]["AuthParameters"] == {"REFRESH_TOKEN": "refresh", "SECRET_HASH": hash_of("u-1")}


def test_the_second_factor_is_answered_as_the_person() -> None:
    client = Answering(
        {"ChallengeName": "SOFTWARE_TOKEN_MFA", "Session": "sess", "ChallengeParameters": {"USER_ID_FOR_SRP": "u-1"}}
    )
    challenge = identity(client).log_in("anna@example.it", SecretStr("pw"))
    assert challenge == TotpChallenge("u-1", SecretStr("sess"))
    answering = Answering(TOKENS)
    identity(answering).answer_totp(challenge, "123456")
    responses = answering.calls[0][1]["ChallengeResponses"]
    assert responses == {"USERNAME": "u-1", "SOFTWARE_TOKEN_MFA_CODE": "123456", "SECRET_HASH": hash_of("u-1")}


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("NotAuthorizedException", BadCredentials),
        ("UserNotFoundException", BadCredentials),
        ("CodeMismatchException", BadCredentials),
        ("ExpiredCodeException", BadCredentials),
        ("UserNotConfirmedException", NotConfirmed),
        ("UsernameExistsException", AddressTaken),
        ("AliasExistsException", AddressTaken),
        ("TooManyRequestsException", TooManyRequests),
        ("LimitExceededException", TooManyRequests),
        ("InternalErrorException", TransientError),
        ("ResourceNotFoundException", PermanentError),
    ],
)
def test_refusals_of_cognito_become_ours_and_name_nobody(code: str, expected: type[Exception]) -> None:
    with pytest.raises(expected) as caught:
        identity(Refusing(refusal(code))).log_in("anna@example.it", SecretStr("pw"))
    assert "anna@example.it" not in str(caught.value)


def test_an_outage_of_cognito_is_worth_another_try() -> None:
    unreachable = identity(Refusing(OUT_OF_REACH))
    with pytest.raises(TransientError):
        unreachable.log_in("a@b.it", SecretStr("x"))
    with pytest.raises(TransientError):
        unreachable.person("a@b.it")
    with pytest.raises(TransientError):
        unreachable.delete("u")


def test_what_tells_nobody_anything_stays_silent() -> None:
    quiet = identity(Refusing(refusal("UserNotFoundException")))
    quiet.forgot_password("a@b.it")
    quiet.resend("a@b.it")
    quiet.revoke(SecretStr("x"))
    quiet.end_all_sessions("u")
    quiet.delete("u")
    assert quiet.person("a@b.it") is None


def test_a_refused_renewal_is_the_end_of_the_session() -> None:
    with pytest.raises(NotSignedIn):
        identity(Refusing(refusal("NotAuthorizedException"))).refresh("u", SecretStr("x"))


def test_a_challenge_that_nobody_uses_here_lets_nobody_in() -> None:
    with pytest.raises(BadCredentials):
        identity(Answering({"ChallengeName": "SMS_MFA", "Session": "x"})).log_in("a@b.it", SecretStr("x"))
