"""The identity provider, as the sign-in services need it.

Where an answer must not tell whether an address has an account, the provider raises the two exceptions of
this module: they are for the services alone and never reach a client.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

from pydantic import SecretStr


class IdentityTokens(NamedTuple):
    """What a log-in or a renewal gives. ``refresh`` is None at a renewal: the old one goes on."""

    user_id: str
    session_id: str
    access: SecretStr
    expires_in: int
    refresh: SecretStr | None


class TotpChallenge(NamedTuple):
    username: str
    session: SecretStr


class IdentityPerson(NamedTuple):
    user_id: str
    email: str
    name: str
    confirmed: bool


class AddressTaken(Exception):
    """The address has an account already."""


class NotConfirmed(Exception):
    """The address was not confirmed. The provider says so before it looks at the password."""


class IdentityProvider(Protocol):
    """Passwords, codes and tokens. Addresses are normalised."""

    def sign_up(self, email: str, password: SecretStr, *, name: str) -> str:
        """The id of the new person; a code goes out by e-mail.

        Raises:
            AddressTaken: confirmed or not.
        """

    def person(self, email_or_id: str) -> IdentityPerson | None: ...

    def delete(self, user_id: str) -> None:
        """Nothing happens when there is no such person."""

    def confirm(self, email: str, code: str) -> None:
        """Confirm the address with the code that was sent.

        Raises:
            BadCredentials: wrong or expired code, unknown address, confirmed already.
        """

    def resend(self, email: str) -> None:
        """Nothing happens, and nothing is told, when there is nothing to confirm."""

    def log_in(self, email: str, password: SecretStr) -> IdentityTokens | TotpChallenge:
        """Tokens, or the question for the second factor.

        Raises:
            BadCredentials: unknown address or wrong password.
            NotConfirmed: whatever the password.
        """

    def answer_totp(self, challenge: TotpChallenge, code: str) -> IdentityTokens:
        """Tokens, when the code fits.

        Raises:
            BadCredentials: wrong code, or the challenge is too old.
        """

    def refresh(self, user_id: str, refresh_token: SecretStr) -> IdentityTokens:
        """A new access token of the same session.

        Raises:
            NotSignedIn: ended, expired or not ours.
        """

    def revoke(self, refresh_token: SecretStr) -> None:
        """End one session. One that has ended is no error."""

    def end_all_sessions(self, user_id: str) -> None: ...

    def forgot_password(self, email: str) -> None:
        """A code goes out, when the address has an account. Nothing is told."""

    def reset_password(self, email: str, code: str, password: SecretStr) -> None:
        """Set a new password with the code that was sent.

        Raises:
            BadCredentials: wrong or expired code, or unknown address.
        """

    def change_password(self, access_token: SecretStr, old: SecretStr, new: SecretStr) -> None:
        """Set a new password by knowing the old one.

        Raises:
            BadCredentials: the old password is wrong.
        """

    def change_email(self, user_id: str, email: str) -> None:
        """The new address was proved by us, with a code of our own.

        Raises:
            AddressTaken: somebody has it.
        """

    def new_totp_secret(self, access_token: SecretStr) -> SecretStr:
        """A secret for an authenticator app; it counts after :meth:`enable_totp`."""

    def enable_totp(self, user_id: str, access_token: SecretStr, code: str) -> None:
        """Ask for the second factor from now on.

        Raises:
            BadCredentials: the code does not fit the new secret.
        """

    def disable_totp(self, user_id: str) -> None: ...
