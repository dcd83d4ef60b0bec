"""The user pool of Cognito, through a confidential client.

Calls of the admin API carry ``SECRET_HASH``: for a log-in that of the e-mail address, for a renewal that of the
person's id. Answers of Cognito are never shown; each becomes one of our errors, and those that would tell
whether an address has an account become the same one.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from botocore.exceptions import BotoCoreError, ClientError
from pydantic import SecretStr

from autofatture.domain.errors import BadCredentials, NotSignedIn, PermanentError, TooManyRequests, TransientError
from autofatture.identity_ports import AddressTaken, IdentityPerson, IdentityTokens, NotConfirmed, TotpChallenge

if TYPE_CHECKING:
    from mypy_boto3_cognito_idp import CognitoIdentityProviderClient

_BUSY = frozenset({"InternalErrorException", "ServiceUnavailableException", "UnexpectedLambdaException"})
_OFTEN = frozenset({"TooManyRequestsException", "LimitExceededException", "TooManyFailedAttemptsException"})
_WRONG = frozenset(
    {
        "NotAuthorizedException",
        "UserNotFoundException",
        "CodeMismatchException",
        "ExpiredCodeException",
        "EnableSoftwareTokenMFAException",
        "InvalidParameterException",
        "PasswordResetRequiredException",
    }
)


class CognitoIdentity:
    """Implements :class:`autofatture.identity_ports.IdentityProvider`. ``secret`` is fetched when first needed."""

    def __init__(
        self,
        client: CognitoIdentityProviderClient,
        *,
        pool_id: str,
        client_id: str,
        secret: Callable[[], SecretStr],
    ) -> None:
        self._client = client
        self._pool_id = pool_id
        self._client_id = client_id
        self._secret = secret

    def sign_up(self, email: str, password: SecretStr, *, name: str) -> str:
        answer = self._call(
            "sign_up",
            ClientId=self._client_id,
            SecretHash=self._hash(email),
            Username=email,
            Password=password.get_secret_value(),
            UserAttributes=[{"Name": "email", "Value": email}, {"Name": "name", "Value": name}],
        )
        return str(answer["UserSub"])

    def person(self, email_or_id: str) -> IdentityPerson | None:
        try:
            answer = self._client.admin_get_user(UserPoolId=self._pool_id, Username=email_or_id)
        except ClientError as error:
            if _code(error) == "UserNotFoundException":
                return None
            raise _translated(error) from error
        except BotoCoreError as error:
            raise TransientError from error
        attributes = {a["Name"]: a.get("Value", "") for a in answer.get("UserAttributes", [])}
        return IdentityPerson(
            user_id=attributes.get("sub", answer["Username"]),
            email=attributes.get("email", ""),
            name=attributes.get("name", ""),
            confirmed=answer.get("UserStatus") == "CONFIRMED",
        )

    def delete(self, user_id: str) -> None:
        try:
            self._client.admin_delete_user(UserPoolId=self._pool_id, Username=user_id)
        except ClientError as error:
            if _code(error) != "UserNotFoundException":
                raise _translated(error) from error
        except BotoCoreError as error:
            raise TransientError from error

    def confirm(self, email: str, code: str) -> None:
        self._call(
            "confirm_sign_up",
            ClientId=self._client_id,
            SecretHash=self._hash(email),
            Username=email,
            ConfirmationCode=code,
        )

    def resend(self, email: str) -> None:
        self._quietly(
            "resend_confirmation_code", ClientId=self._client_id, SecretHash=self._hash(email), Username=email
        )

    def log_in(self, email: str, password: SecretStr) -> IdentityTokens | TotpChallenge:
        answer = self._call(
            "admin_initiate_auth",
            UserPoolId=self._pool_id,
            ClientId=self._client_id,
            AuthFlow="ADMIN_USER_PASSWORD_AUTH",
            AuthParameters={
                "USERNAME": email,
                "PASSWORD": password.get_secret_value(),
                "SECRET_HASH": self._hash(email),
            },
        )
        if answer.get("ChallengeName") == "SOFTWARE_TOKEN_MFA":
            username = answer.get("ChallengeParameters", {}).get("USER_ID_FOR_SRP") or email
            return TotpChallenge(username=username, session=SecretStr(answer["Session"]))
        return self._tokens(answer)

    def answer_totp(self, challenge: TotpChallenge, code: str) -> IdentityTokens:
        answer = self._call(
            "admin_respond_to_auth_challenge",
            UserPoolId=self._pool_id,
            ClientId=self._client_id,
            ChallengeName="SOFTWARE_TOKEN_MFA",
            Session=challenge.session.get_secret_value(),
            ChallengeResponses={
                "USERNAME": challenge.username,
                "SOFTWARE_TOKEN_MFA_CODE": code,
                "SECRET_HASH": self._hash(challenge.username),
            },
        )
        return self._tokens(answer)

    def refresh(self, user_id: str, refresh_token: SecretStr) -> IdentityTokens:
        try:
            answer = self._call(
                "admin_initiate_auth",
                UserPoolId=self._pool_id,
                ClientId=self._client_id,
                AuthFlow="REFRESH_TOKEN_AUTH",
                AuthParameters={
                    "REFRESH_TOKEN": refresh_token.get_secret_value(),
                    "SECRET_HASH": self._hash(user_id),
                },
            )
        except BadCredentials:
            raise NotSignedIn from None
        return self._tokens(answer)

    def revoke(self, refresh_token: SecretStr) -> None:
        self._quietly(
            "revoke_token",
            ClientId=self._client_id,
            ClientSecret=self._secret().get_secret_value(),
            Token=refresh_token.get_secret_value(),
        )

    def end_all_sessions(self, user_id: str) -> None:
        self._quietly("admin_user_global_sign_out", UserPoolId=self._pool_id, Username=user_id)

    def forgot_password(self, email: str) -> None:
        self._quietly("forgot_password", ClientId=self._client_id, SecretHash=self._hash(email), Username=email)

    def reset_password(self, email: str, code: str, password: SecretStr) -> None:
        self._call(
            "confirm_forgot_password",
            ClientId=self._client_id,
            SecretHash=self._hash(email),
            Username=email,
            ConfirmationCode=code,
            Password=password.get_secret_value(),
        )

    def change_password(self, access_token: SecretStr, old: SecretStr, new: SecretStr) -> None:
        self._call(
            "change_password",
            AccessToken=access_token.get_secret_value(),
            PreviousPassword=old.get_secret_value(),
            ProposedPassword=new.get_secret_value(),
        )

    def change_email(self, user_id: str, email: str) -> None:
        self._call(
            "admin_update_user_attributes",
            UserPoolId=self._pool_id,
            Username=user_id,
            UserAttributes=[{"Name": "email", "Value": email}, {"Name": "email_verified", "Value": "true"}],
        )

    def new_totp_secret(self, access_token: SecretStr) -> SecretStr:
        answer = self._call("associate_software_token", AccessToken=access_token.get_secret_value())
        return SecretStr(answer["SecretCode"])

    def enable_totp(self, user_id: str, access_token: SecretStr, code: str) -> None:
        answer = self._call("verify_software_token", AccessToken=access_token.get_secret_value(), UserCode=code)
        if answer.get("Status") != "SUCCESS":
            raise BadCredentials
        self._prefer_totp(user_id, enabled=True)

    def disable_totp(self, user_id: str) -> None:
        self._prefer_totp(user_id, enabled=False)

    def _prefer_totp(self, user_id: str, *, enabled: bool) -> None:
        self._call(
            "admin_set_user_mfa_preference",
            UserPoolId=self._pool_id,
            Username=user_id,
            SoftwareTokenMfaSettings={"Enabled": enabled, "PreferredMfa": enabled},
        )

    def _hash(self, username: str) -> str:
        key = self._secret().get_secret_value().encode()
        digest = hmac.new(key, (username + self._client_id).encode(), hashlib.sha256).digest()
        return base64.b64encode(digest).decode()

    def _tokens(self, answer: dict[str, Any]) -> IdentityTokens:
        result = answer.get("AuthenticationResult")
        if not result:
            # A challenge that this pool does not use: nobody can answer it here.
            raise BadCredentials
        claims = _claims(result["AccessToken"])
        refresh = result.get("RefreshToken")
        return IdentityTokens(
            user_id=claims["sub"],
            session_id=claims["origin_jti"],
            access=SecretStr(result["AccessToken"]),
            expires_in=int(result["ExpiresIn"]),
            refresh=SecretStr(refresh) if refresh else None,
        )

    def _call(self, operation: str, **request: Any) -> dict[str, Any]:
        try:
            answer: dict[str, Any] = getattr(self._client, operation)(**request)
        except ClientError as error:
            raise _translated(error) from None
        except BotoCoreError as error:
            raise TransientError from error
        return answer

    def _quietly(self, operation: str, **request: Any) -> None:
        """For calls whose refusal says nothing that anybody here needs to know."""
        try:
            self._call(operation, **request)
        except (BadCredentials, AddressTaken, NotConfirmed, TooManyRequests):
            return


def _code(error: ClientError) -> str:
    return str(error.response.get("Error", {}).get("Code", ""))


def _translated(error: ClientError) -> Exception:
    """The one translator. Without ``from error``: botocore's text names the person."""
    code = _code(error)
    if code in {"UsernameExistsException", "AliasExistsException"}:
        return AddressTaken()
    if code == "UserNotConfirmedException":
        return NotConfirmed()
    if code in _WRONG:
        return BadCredentials()
    if code in _OFTEN:
        return TooManyRequests()
    return TransientError() if code in _BUSY else PermanentError(code="identity")


def _claims(token: str) -> dict[str, Any]:
    """The claims of a token that came straight from Cognito: there is nothing to verify here."""
    payload = token.split(".")[1]
    found: dict[str, Any] = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    return found
