"""What people are told: notices inside the product and letters by e-mail."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Notice(_Model):
    """One notice of one user. ``kind`` is stable, ``text`` is Italian and complete in itself."""

    user_id: str
    notice_id: str
    at: dt.datetime
    kind: str
    text: str
    company_id: str | None = None
    read_at: dt.datetime | None = None


class Words(_Model):
    """The subject and the text of a letter."""

    subject: str
    text: str


class Letter(_Model):
    """A letter in the outbox. Address and words are erased when it has gone out."""

    message_id: str
    to: str
    subject: str
    text: str
    created_at: dt.datetime
    attempts: int = 0
    sent_at: dt.datetime | None = None


class LinksEnded(NamedTuple):
    """Names of companies, by what became of them when the person who had linked them left the studio."""

    waiting: tuple[str, ...]
    """Nobody else's link works: the studio has to link them."""
    passed: tuple[str, ...]
    """Another link, of the studio or of the owner, writes now."""
    lost: tuple[str, ...]
    """The studio no longer works on them."""
