"""Telling people: a notice in the product, a letter through the outbox, both in the transaction they tell about.

A letter is a row first; after the commit its id goes to the mail queue. If that message is lost, the sweep of
``mail_send`` finds the row. So a letter is sent if and only if its transaction was written.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from autofatture.account_ports import Action, NoticeStore, OutboxStore, UserStore
from autofatture.domain.errors import NotFound, TransientError
from autofatture.domain.notices import Letter, Notice, Words
from autofatture.domain.studios import Studio
from autofatture.domain.timestamps import new_id, sortable_id
from autofatture.ports import Clock, Mail, Queue

CLAIM = dt.timedelta(minutes=2)
"""How long one sender may take; after a crash the next one starts again."""
ATTEMPTS = 8
"""After that many the address does not work: the notice in the product has to do."""
OVERDUE = dt.timedelta(minutes=2)
"""A letter that waits longer than this was forgotten by the queue."""


class Notices:
    def __init__(self, store: NoticeStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def telling(self, user_ids: Iterable[str], kind: str, text: str, *, company_id: str | None = None) -> list[Action]:
        """One notice for each of these users."""
        now = self._clock.now()
        return [
            self._store.adding(
                Notice(user_id=u, notice_id=sortable_id(now), at=now, kind=kind, text=text, company_id=company_id)
            )
            for u in dict.fromkeys(user_ids)
        ]

    def of_user(self, user_id: str, *, cursor: str | None, limit: int) -> tuple[list[Notice], str | None]:
        """Newest first."""
        return self._store.of_user(user_id, cursor=cursor, limit=limit)

    def read(self, user_id: str, notice_id: str) -> None:
        """Mark one notice as read; again is no error.

        Raises:
            NotFound: not a notice of this user.
        """
        if not self._store.read(user_id, notice_id, self._clock.now()):
            raise NotFound


class Outbox:
    """Makes letters and sends them."""

    def __init__(self, store: OutboxStore, queue: Queue, clock: Clock) -> None:
        self._store = store
        self._queue = queue
        self._clock = clock

    def posting(self, to: Iterable[str], words: Words) -> tuple[list[Action], list[str]]:
        """Actions that put one letter per address into the outbox, and the ids for :meth:`dispatch`."""
        letters = [
            Letter(message_id=new_id(), to=a, subject=words.subject, text=words.text, created_at=self._clock.now())
            for a in dict.fromkeys(address for address in to if address)
        ]
        return [self._store.adding(letter) for letter in letters], [letter.message_id for letter in letters]

    def dispatch(self, message_ids: Iterable[str]) -> None:
        """Wake the sender, after the commit. A queue that is out of reach only delays the letter."""
        for message_id in message_ids:
            try:
                self._queue.send({"message_id": message_id})
            except TransientError:
                return


class LetterSender:
    """What ``mail_send`` does with one message of its queue."""

    def __init__(self, store: OutboxStore, mail: Mail, clock: Clock) -> None:
        self._store = store
        self._mail = mail
        self._clock = clock

    def send(self, message_id: str) -> bool:
        """Send one letter, unless it has gone out already. False when there was nothing to do."""
        now = self._clock.now()
        letter = self._store.claim(message_id, now=now, until=now + CLAIM)
        if letter is None:
            return False
        if letter.attempts > ATTEMPTS:
            self._store.given_up(message_id, now)
            return False
        self._mail.send(to=letter.to, subject=letter.subject, text=letter.text)
        self._store.sent(message_id, self._clock.now())
        return True

    def sweep(self) -> int:
        """Send what the queue forgot; the number of letters that went out."""
        waiting = self._store.waiting(before=self._clock.now() - OVERDUE)
        return sum(self.send(message_id) for message_id in waiting)


def addresses_of(studio: Studio, users: UserStore) -> list[str]:
    """Where letters to a studio go: the confirmed addresses of its *titolari*.

    The contact address of the profile is what somebody typed: letters to it could be aimed at a stranger.
    """
    return [user.email for user in users.get_many(sorted(studio.titolare_ids)) if user.closed_at is None]
