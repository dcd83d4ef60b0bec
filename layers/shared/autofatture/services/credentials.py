"""Changing what a person signs in with: password, e-mail address, second factor."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import secrets
from collections.abc import Callable
from urllib.parse import quote

from pydantic import SecretStr

from autofatture.account_ports import EmailChange, EmailChangeStore, SessionStore, Transactions, UserStore
from autofatture.domain.accounts import User
from autofatture.domain.errors import BadCredentials, BadInput, NotAllowed
from autofatture.domain.notices import Words
from autofatture.domain.sign_in import UNSLOWED, check_password, digest_of_email, normal_email
from autofatture.domain.timestamps import stamp
from autofatture.identity_ports import AddressTaken, IdentityProvider
from autofatture.ports import Clock
from autofatture.services import letters
from autofatture.services.access import AccessReader, Identity, SignedIn
from autofatture.services.attempts import Attempts, Pace
from autofatture.services.audit import AuditTrail
from autofatture.services.notices import Outbox
from autofatture.services.sign_in import LOG_IN, TOTP, end_sessions, keep_session
from autofatture.studio_ports import NewcomerStore

PACE = 1.2
CODE_TIME = dt.timedelta(minutes=15)
BAD_CODE = "Il codice non è valido o è scaduto. Nulla è stato modificato: controllalo o chiedine uno nuovo."
WRONG_PASSWORD = "La password attuale non è corretta. Nulla è stato modificato."  # noqa: S105  (a sentence)


class Credentials:
    def __init__(
        self,
        *,
        identity: IdentityProvider,
        access: AccessReader,
        users: UserStore,
        sessions: SessionStore,
        newcomers: NewcomerStore,
        email_changes: EmailChangeStore,
        transactions: Transactions,
        attempts: Attempts,
        pace: Pace,
        audit: AuditTrail,
        outbox: Outbox,
        signing_secret: Callable[[], SecretStr],
        public_url: str,
        clock: Clock,
    ) -> None:
        self._identity = identity
        self._access = access
        self._users = users
        self._sessions = sessions
        self._newcomers = newcomers
        self._email_changes = email_changes
        self._transactions = transactions
        self._attempts = attempts
        self._pace = pace
        self._audit = audit
        self._outbox = outbox
        self._signing_secret = signing_secret
        self._public_url = public_url
        self._clock = clock

    # Password

    def forgot_password(self, email: str, *, source: str) -> None:
        """Send a code, when the address has an account. Nothing is told.

        Beyond what is sent to one address in an hour nothing goes out and the last code stays valid, so whoever
        asks in the owner's name only fills the mailbox in which the owner finds it.

        Raises:
            TooManyRequests: more than five an hour from this source.
        """
        address = normal_email(email)
        with self._pace.steady(PACE):
            if self._attempts.code_may_go(digest_of_email(address), "FORGOT", source=source):
                self._identity.forgot_password(address)

    def reset_password(self, email: str, code: str, password: SecretStr, *, source: str) -> None:
        """Set a new password with the code; every session ends and a lock of this source is lifted.

        Raises:
            BadInput: weak password; wrong or expired code, or unknown address: one answer for those.
            TooManyRequests: too many wrong codes.
        """
        address = normal_email(email)
        check_password(password.get_secret_value())
        digest = digest_of_email(address)
        with self._pace.steady(PACE):
            try:
                with self._attempts.guarded_from(digest, "RESET", source=source, unslowed=UNSLOWED):
                    self._identity.reset_password(address, code, password)
            except BadCredentials:
                raise BadInput(BAD_CODE, code="bad_code", details={"field": "code"}) from None
            self._attempts.clear(digest, LOG_IN, source=source)
            person = self._identity.person(address)
            user = self._users.get(person.user_id) if person else None
            if user is not None:
                end_sessions(self._users, user.user_id, self._clock.now())
                self._identity.end_all_sessions(user.user_id)
                self._record(user, "account.password_reset", letters.password_changed(self._public_url))

    def change_password(self, claims: Identity, access_token: SecretStr, old: SecretStr, new: SecretStr) -> None:
        """Set a new password; the other sessions end.

        Raises:
            BadInput: weak new password, or the old one is wrong.
            TooManyRequests: too many wrong passwords.
        """
        user = self._access.signed_in(claims).user
        check_password(new.get_secret_value())
        self._prove(user, lambda: self._identity.change_password(access_token, old, new))
        now = self._clock.now()
        end_sessions(self._users, user.user_id, now)
        keep_session(self._sessions, claims.session_id, now, user)
        self._record(user, "account.password_changed", letters.password_changed(self._public_url))

    # E-mail address

    def ask_email_change(self, claims: Identity, email: str) -> None:
        """Send a code to the new address. The same answer whether it is free or not.

        Raises:
            BadInput: the form of the address.
            TooManyRequests: more than five an hour.
        """
        user = self._access.signed_in(claims).user
        address = normal_email(email)
        with self._pace.steady(PACE):
            self._attempts.allow(user.user_id, "EMAIL_CHANGE", limit=5, window=dt.timedelta(hours=1))
            code = f"{secrets.randbelow(1_000_000):06d}"
            change = EmailChange(
                user_id=user.user_id,
                email=address,
                code_digest=self._digest(user.user_id, address, code),
                valid_until=self._clock.now() + CODE_TIME,
            )
            taken = self._identity.person(address) is not None
            words = letters.email_change_code(code, self._public_url)
            actions, ids = self._outbox.posting([] if taken else [address], words)
            self._transactions.transact([self._email_changes.keeping(change), *actions])
            self._outbox.dispatch(ids)

    def confirm_email_change(self, claims: Identity, code: str) -> None:
        """Sign in with the new address from now on; the old one is told.

        Raises:
            BadInput: wrong or expired code, or somebody took the address meanwhile: one answer for all.
            TooManyRequests: too many wrong codes.
        """
        user = self._access.signed_in(claims).user
        try:
            with self._attempts.guarded(user.user_id, "EMAIL_CODE"):
                change = self._proved_change(user.user_id, code)
                self._identity.change_email(user.user_id, change.email)
        except (BadCredentials, AddressTaken):
            raise BadInput(BAD_CODE, code="bad_code", details={"field": "code"}) from None
        actions, ids = self._outbox.posting([user.email], letters.email_changed(self._public_url))
        self._transactions.transact(
            [
                self._users.changing(user.user_id, {"email": change.email}),
                self._newcomers.holding_address(digest_of_email(change.email), user.user_id),
                self._email_changes.forgetting(user.user_id),
                self._audit.on_account(user.user_id, "account.email_changed"),
                *actions,
            ]
        )
        self._outbox.dispatch(ids)

    # Second factor

    def new_totp(self, claims: Identity, access_token: SecretStr) -> tuple[SecretStr, SecretStr]:
        """A secret and its ``otpauth://`` address. Replacing a second factor asks for the one that stands.

        Raises:
            NotAllowed: there is one, and this session was begun without it.
        """
        signed_in = self._access.signed_in(claims)
        self._with_factor(signed_in)
        secret = self._identity.new_totp_secret(access_token)
        label = quote(f"Autofatture:{signed_in.user.email}")
        address = f"otpauth://totp/{label}?secret={secret.get_secret_value()}&issuer=Autofatture"
        return secret, SecretStr(address)

    def confirm_totp(self, claims: Identity, access_token: SecretStr, code: str) -> None:
        """Ask for the second factor from now on. This session has just shown it.

        Raises:
            BadInput: the code does not fit.
            NotAllowed: there is one already, and this session was begun without it.
        """
        signed_in = self._access.signed_in(claims)
        user = signed_in.user
        self._with_factor(signed_in)
        try:
            with self._attempts.guarded(user.user_id, TOTP):
                self._identity.enable_totp(user.user_id, access_token, code)
        except BadCredentials:
            raise BadInput(BAD_CODE, code="bad_code", details={"field": "code"}) from None
        self._users.change(user.user_id, {"mfa_enabled": True})
        self._sessions.change(claims.session_id, {"mfa": True})
        self._record(user, "account.totp_enabled", letters.totp_changed(enabled=True, public_url=self._public_url))

    def disable_totp(self, claims: Identity) -> None:
        """Stop asking for the second factor. Other people's companies are then out of reach, in this session too.

        Raises:
            NotAllowed: this session was begun without it.
        """
        signed_in = self._access.signed_in(claims)
        user = signed_in.user
        self._with_factor(signed_in)
        self._identity.disable_totp(user.user_id)
        self._users.change(user.user_id, {"mfa_enabled": False})
        now = self._clock.now()
        end_sessions(self._users, user.user_id, now)
        self._sessions.change(claims.session_id, {"started_at": stamp(now), "mfa": False})
        self._record(user, "account.totp_disabled", letters.totp_changed(enabled=False, public_url=self._public_url))

    def _proved_change(self, user_id: str, code: str) -> EmailChange:
        change = self._email_changes.find(user_id)
        if change is None or change.valid_until < self._clock.now():
            raise BadCredentials
        if not hmac.compare_digest(change.code_digest, self._digest(user_id, change.email, code)):
            raise BadCredentials
        return change

    @staticmethod
    def _with_factor(signed_in: SignedIn) -> None:
        if signed_in.user.mfa_enabled and not signed_in.actor.mfa:
            message = "Per cambiare la verifica in due passaggi accedi di nuovo usando quella attuale."
            raise NotAllowed(message, code="mfa_required")

    def _prove(self, user: User, attempt: Callable[[], None]) -> None:
        try:
            with self._attempts.guarded(user.user_id, "PASSWORD"):
                attempt()
        except BadCredentials:
            raise BadInput(WRONG_PASSWORD, code="wrong_password", details={"field": "old"}) from None

    def _record(self, user: User, action: str, words: Words) -> None:
        actions, ids = self._outbox.posting([user.email], words)
        self._transactions.transact([self._audit.on_account(user.user_id, action), *actions])
        self._outbox.dispatch(ids)

    def _digest(self, user_id: str, email: str, code: str) -> str:
        """What stands for a code in its row: useless without the signing secret."""
        key = self._signing_secret().get_secret_value().encode()
        return hmac.new(key, f"email-change|{user_id}|{email}|{code}".encode(), hashlib.sha256).hexdigest()
