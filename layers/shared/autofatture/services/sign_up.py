"""Signing up. Nothing happens before the address is confirmed, and then everything happens once.

No answer tells whether an address has an account: not by its content, not by its code, not by its duration.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pydantic import SecretStr

from autofatture.account_ports import Action, Transactions, UserStore
from autofatture.domain.accounts import User
from autofatture.domain.credits import Movement, MovementKind
from autofatture.domain.errors import BadCredentials, BadInput, ConditionFailed, PermanentError, TooManyRequests
from autofatture.domain.referral import (
    CHAIN,
    REASONS,
    Referral,
    ReferralOutcome,
    new_code,
    normal_code,
    outcome_of,
)
from autofatture.domain.sign_in import UNSLOWED, check_password, digest_of_email, normal_email
from autofatture.domain.studios import InvitationState
from autofatture.identity_ports import AddressTaken, IdentityProvider
from autofatture.ports import Clock
from autofatture.services import letters
from autofatture.services.attempts import Attempts, Pace
from autofatture.services.audit import AuditTrail
from autofatture.services.credits import Credits
from autofatture.services.notices import Notices, Outbox
from autofatture.studio_ports import NewcomerStore, PendingSignUp, StudioStore

PACE = 1.2
"""Seconds that every answer of sign-up takes: longer than the slowest way through it."""
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
CODE_MESSAGE = (
    "Il codice non è valido o è scaduto. Controlla l'ultima e-mail ricevuta o chiedi un nuovo codice; "
    "se hai già confermato l'indirizzo, accedi."
)


@dataclass(frozen=True)
class Gifts:
    """Credits given at confirmation; parameters of the deployment."""

    welcome: int
    referral: int


@dataclass(frozen=True)
class Newcomers:
    """The stores that a newcomer touches."""

    users: UserStore
    newcomers: NewcomerStore
    studios: StudioStore


class SignUp:
    def __init__(
        self,
        *,
        identity: IdentityProvider,
        stores: Newcomers,
        transactions: Transactions,
        attempts: Attempts,
        pace: Pace,
        ledger: Credits,
        audit: AuditTrail,
        notices: Notices,
        outbox: Outbox,
        gifts: Gifts,
        public_url: str,
        clock: Clock,
    ) -> None:
        self._identity = identity
        self._users = stores.users
        self._newcomers = stores.newcomers
        self._studios = stores.studios
        self._transactions = transactions
        self._attempts = attempts
        self._pace = pace
        self._ledger = ledger
        self._audit = audit
        self._notices = notices
        self._outbox = outbox
        self._gifts = gifts
        self._public_url = public_url
        self._clock = clock

    def sign_up(
        self, email: str, password: SecretStr, *, name: str, referral_code: str | None, invitation: str | None
    ) -> None:
        """Send a confirmation code, or, to an address that has an account, a letter that says so.

        Raises:
            BadInput: the form of the address, or a weak password: the same for every address.
            TooManyRequests: the same for every address.
        """
        address = normal_email(email)
        check_password(password.get_secret_value())
        with self._pace.steady(PACE):
            self._attempts.allow(digest_of_email(address), "SIGN_UP", limit=5, window=HOUR)
            user_id = self._new_person(address, password, name)
            if user_id is None:
                self._tell_owner(address)
                return
            pending = PendingSignUp(
                user_id=user_id, name=name, referral_code=normal_code(referral_code), invitation=invitation
            )
            self._newcomers.keep(pending, now=self._clock.now())

    def resend(self, email: str, *, source: str) -> None:
        """Send the confirmation code again, when there is something to confirm. Nothing is told.

        Beyond what is sent to one address in an hour nothing goes out and the last code stays valid.

        Raises:
            TooManyRequests: more than five an hour from this source.
        """
        address = normal_email(email)
        with self._pace.steady(PACE):
            if self._attempts.code_may_go(digest_of_email(address), "RESEND", source=source):
                self._identity.resend(address)

    def confirm(self, email: str, code: str, *, source: str) -> User:
        """Confirm the address and let the effects of signing up happen.

        Raises:
            BadInput: wrong or expired code, unknown address, confirmed before: one answer for all.
            TooManyRequests: too many wrong codes.
        """
        address = normal_email(email)
        with self._pace.steady(PACE):
            try:
                with self._attempts.guarded_from(digest_of_email(address), "CONFIRM", source=source, unslowed=UNSLOWED):
                    self._identity.confirm(address, code)
            except BadCredentials:
                raise BadInput(CODE_MESSAGE, code="bad_code", details={"field": "code"}) from None
            person = self._identity.person(address)
            if person is None:
                raise PermanentError(code="identity")
            return self.welcome(person.user_id, address, person.name)

    def welcome(self, user_id: str, email: str, name: str) -> User:
        """The effects of signing up, once: account, welcome credits, referral, invitation.

        Called at confirmation and again at the first log-in, in case the confirmation was cut short.
        """
        existing = self._users.get(user_id)
        if existing is not None:
            return existing
        pending = self._newcomers.find(user_id) or PendingSignUp(user_id=user_id, name=name)
        digest = digest_of_email(email)
        earlier = self._newcomers.address_holder(digest)
        owner = self._owner_of(pending.referral_code)
        now = self._clock.now()
        user = User(
            user_id=user_id,
            email=email,
            name=pending.name,
            created_at=now,
            referral_code=new_code(),
            referral_chain=(*owner.referral_chain, owner.user_id)[-CHAIN:] if owner else (),
            invited_by=(pending.invitation or "").partition(".")[0] or None,
        )
        actions: list[Action] = [
            self._users.creating(user),
            self._newcomers.claiming_code(user.referral_code, user_id),
            self._newcomers.holding_address(digest, user_id),
            self._newcomers.forgetting(user_id),
            self._audit.on_account(user_id, "account.confirmed"),
        ]
        gifts: list[Movement] = []
        if earlier is None and self._gifts.welcome:
            gifts.append(self._ledger.gift(user_id, MovementKind.WELCOME, self._gifts.welcome, key="welcome"))
        if pending.referral_code:
            told, rewards = self._referring(user, owner, earlier)
            actions += told
            gifts += rewards
        actions += self._ledger.adding(gifts)
        actions += self._invitation_of(user, digest, pending.invitation)
        try:
            self._transactions.transact(actions)
        except ConditionFailed as failure:
            if not failure.at(0):
                raise
            # Confirmation and first log-in met: the other one has done it all.
            return self._users.get(user_id) or user
        return user

    def _new_person(self, address: str, password: SecretStr, name: str) -> str | None:
        """The id of a new person; None when the address belongs to a confirmed one.

        An unconfirmed person is replaced: whoever typed the address first must not have set the password with
        which its owner will be let in.
        """
        try:
            return self._identity.sign_up(address, password, name=name)
        except AddressTaken:
            standing = self._identity.person(address)
        if standing is None or standing.confirmed:
            return None
        self._identity.delete(standing.user_id)
        try:
            return self._identity.sign_up(address, password, name=name)
        except AddressTaken:
            return None

    def _tell_owner(self, address: str) -> None:
        """At most one letter a day, so that the form is no way to annoy somebody."""
        digest = digest_of_email(address)
        try:
            self._attempts.allow(digest, "TOLD", limit=1, window=DAY)
        except TooManyRequests:
            # Told already today.
            return
        actions, ids = self._outbox.posting([address], letters.already_registered(self._public_url))
        self._transactions.transact(actions)
        self._outbox.dispatch(ids)

    def _owner_of(self, code: str | None) -> User | None:
        owner_id = self._newcomers.code_owner(code) if code else None
        owner = self._users.get(owner_id) if owner_id else None
        return owner if owner is not None and owner.closed_at is None else None

    def _referring(self, user: User, owner: User | None, earlier: str | None) -> tuple[list[Action], list[Movement]]:
        """What is told about a sign-up with a code, and what it gives."""
        outcome = outcome_of(
            owner_id=owner.user_id if owner else None,
            owner_chain=owner.referral_chain if owner else (),
            newcomer_id=user.user_id,
            earlier_id=earlier,
        )
        granted = outcome is ReferralOutcome.GRANTED
        amount = self._gifts.referral if granted else 0
        actions = self._notices.telling([user.user_id], f"referral.{outcome.value}", REASONS[outcome])
        if owner is None:
            return actions, []
        referral = Referral(
            owner_id=owner.user_id,
            referred_id=user.user_id,
            referred_name=user.name,
            at=self._clock.now(),
            outcome=outcome,
            credits=amount,
        )
        actions.append(self._newcomers.recording(referral))
        if not amount:
            return actions, []
        text = f"{user.name} si è iscritto con il tuo codice referral: hai ricevuto {amount} crediti Autofatture."
        actions += self._notices.telling([owner.user_id], "referral.rewarded", text)
        own = self._ledger.gift(user.user_id, MovementKind.REFERRAL, amount, key="referral")
        theirs = self._ledger.gift(
            owner.paying_wallet_id, MovementKind.REFERRAL, amount, key=f"referral:{user.user_id}"
        )
        return actions, [own, theirs]

    def _invitation_of(self, user: User, digest: str, invitation: str | None) -> list[Action]:
        """Show the studio that its client has signed up. Only the invited address counts."""
        studio_id = (invitation or "").partition(".")[0]
        if not studio_id or self._studios.client_invitation(studio_id, digest) is None:
            return []
        moved = self._studios.client_invitation_moving(
            studio_id, digest, InvitationState.SIGNED_UP, user_id=user.user_id, at=self._clock.now()
        )
        return [moved]
