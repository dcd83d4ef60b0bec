"""The operator gives credits, or records that they were paid for. Each is one audited movement."""

from __future__ import annotations

from autofatture.account_ports import Transactions, UserStore
from autofatture.domain.accounts import User
from autofatture.domain.credits import MovementKind
from autofatture.domain.errors import BadInput, ConditionFailed, Conflict, NotFound
from autofatture.domain.sign_in import digest_of_email, normal_email
from autofatture.services.audit import AuditTrail
from autofatture.services.credits import Credits
from autofatture.services.notices import Notices
from autofatture.studio_ports import NewcomerStore

MOST = 100_000
"""Credits in one movement: more is a typing mistake."""


class Granting:
    def __init__(
        self,
        *,
        users: UserStore,
        newcomers: NewcomerStore,
        ledger: Credits,
        transactions: Transactions,
        audit: AuditTrail,
        notices: Notices,
    ) -> None:
        self._users = users
        self._newcomers = newcomers
        self._ledger = ledger
        self._transactions = transactions
        self._audit = audit
        self._notices = notices

    def grant(self, email: str, amount: int, *, key: str, note: str, operator: str, purchase: bool) -> User:
        """Add credits to the wallet of one person; a *titolare*'s go to the studio.

        ``key`` names the event (a payment, a ticket): the same one gives credits once.

        Raises:
            BadInput: an amount that makes no sense, or no reason.
            NotFound: nobody has this address.
            Conflict: this event was recorded before.
        """
        if not 0 < amount <= MOST or not note.strip() or not key.strip() or not operator.strip():
            raise BadInput(code="bad_grant")
        user_id = self._newcomers.address_holder(digest_of_email(normal_email(email)))
        user = self._users.get(user_id) if user_id else None
        if user is None or user.closed_at is not None:
            raise NotFound
        kind = MovementKind.PURCHASE if purchase else MovementKind.GRANT
        by = f"operator:{operator.strip()}"
        gift = self._ledger.gift(
            user.paying_wallet_id, kind, amount, key=f"{kind.value}:{key.strip()}", by=by, note=note.strip()
        )
        word = "acquistati" if purchase else "accreditati"
        actions = [
            *self._ledger.adding([gift]),
            self._audit.on_account(
                user.user_id,
                f"credits.{kind.value}",
                by=by,
                details={"amount": str(amount), "key": key.strip(), "note": note.strip()},
            ),
            *self._notices.telling(
                [user.user_id], f"credits.{kind.value}", f"{amount} crediti Autofatture {word}: {note.strip()}."
            ),
        ]
        try:
            self._transactions.transact(actions)
        except ConditionFailed:
            raise Conflict("Questo movimento è già stato registrato.", code="already_recorded") from None
        return user
