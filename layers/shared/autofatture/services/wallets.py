"""A person's credits: balances, movements, and what was spent for which company."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from zoneinfo import ZoneInfo

from autofatture.account_ports import Ledger
from autofatture.domain.access import Role
from autofatture.domain.accounts import User
from autofatture.domain.credits import Movement
from autofatture.domain.errors import BadInput
from autofatture.services.access import AccessReader, Identity
from autofatture.services.credits import Credits

ROME = ZoneInfo("Europe/Rome")
LONGEST = dt.timedelta(days=400)
HEADER = ("azienda_id", "azienda", "autofatture_create", "autofatture_gratuite", "in_corso", "crediti_usati")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class WalletPage:
    balance: int
    wallets: Sequence[tuple[str, Literal["me", "studio"], int]]
    movements: Sequence[Movement]
    next_cursor: str | None


class Wallets:
    def __init__(self, access: AccessReader, ledger: Ledger, spending: Credits) -> None:
        self._access = access
        self._ledger = ledger
        self._credits = spending

    def page(self, claims: Identity, *, cursor: str | None, limit: int) -> WalletPage:
        """Balances, and the movements of the wallet that pays, newest first. Three calls."""
        user = self._access.signed_in(claims).user
        wallets = _wallets_of(user)
        balances = self._ledger.balances([wallet for wallet, _ in wallets])
        paying = wallets[-1][0]
        movements, following = self._ledger.movements(paying, cursor=cursor, limit=limit)
        lines = [(wallet, of, balances[wallet]) for wallet, of in wallets]
        return WalletPage(balances[paying], lines, movements, following)

    def usage_csv(self, claims: Identity, first: dt.date, last: dt.date) -> str:
        """What each company used from ``first`` to ``last``, both included, in Rome's days; to bill it on.

        Raises:
            BadInput: days in the wrong order, or more than 400 of them.
        """
        user = self._access.signed_in(claims).user
        if last < first or last - first > LONGEST:
            raise BadInput("Il periodo non è valido: scegli al massimo 400 giorni.", code="bad_period")
        begin = dt.datetime.combine(first, dt.time(), ROME)
        end = dt.datetime.combine(last + dt.timedelta(days=1), dt.time(), ROME)
        used = self._credits.usage(_wallets_of(user)[-1][0], begin, end)
        out = io.StringIO()
        writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
        writer.writerow(HEADER)
        for line in used:
            name = _cell(line.company_name)
            writer.writerow((line.company_id, name, line.created, line.free, line.pending, line.created))
        return "\ufeff" + out.getvalue()


def _wallets_of(user: User) -> list[tuple[str, Literal["me", "studio"]]]:
    """The own wallet and, for the *titolare*, the studio's; the last one is the one that pays."""
    wallets: list[tuple[str, Literal["me", "studio"]]] = [(user.wallet_id, "me")]
    studio = user.studio_wallet_id
    if studio is None or user.role is not Role.TITOLARE:
        return wallets
    return [(studio, "studio")] if studio == user.wallet_id else [*wallets, (studio, "studio")]


def _cell(text: str) -> str:
    """A spreadsheet must not take a company's name for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
