"""Documents as people find them: one with all that belongs to it, and lists of many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from autofatture.domain.company import CompanyProfile
from autofatture.domain.document import Document, Phase, Status, TimelineEntry
from autofatture.domain.draft import Assessment, Draft
from autofatture.domain.reading import Reading


class Move(StrEnum):
    """What a person may do with a document as it stands."""

    EDIT = "edit"
    SEND = "send"
    DISCARD = "discard"
    REOPEN = "reopen"
    MOVE = "move"
    SPLIT = "split"
    DUPLICATE = "duplicate"
    RETRY = "retry"
    REFRESH_STATUS = "refresh_status"
    DOWNLOAD = "download"


@dataclass(frozen=True)
class FoundDocument:
    """A document with all that the review screen needs."""

    document: Document
    company: CompanyProfile
    draft: Draft | None = None
    assessment: Assessment | None = None
    reading: Reading | None = None
    timeline: Sequence[TimelineEntry] = ()


@dataclass(frozen=True)
class Found:
    """One page of a list."""

    items: Sequence[Document]
    next_cursor: str | None = None
    company_names: Mapping[str, str] = field(default_factory=dict)


_REOPENED_FROM = frozenset({Status.CANCELLED, Status.NO_DOCUMENT, Status.WAITING_CORRECTION, Status.DELETED_IN_FIC})


def moves_of(document: Document) -> list[Move]:
    """What may be done now, in the order in which a screen offers it."""
    moves: list[Move] = []
    if document.phase is Phase.REVIEW:
        moves += [Move.EDIT, Move.SEND, Move.DISCARD]
        if document.fic is None:
            moves.append(Move.MOVE)
            if (document.pages or 0) > 1:
                moves.append(Move.SPLIT)
        if document.duplicate_of and document.duplicate_decision is None:
            moves.append(Move.DUPLICATE)
    if document.phase is Phase.DONE and document.status in _REOPENED_FROM:
        moves.append(Move.REOPEN)
    if document.phase is Phase.FAILED:
        moves += [Move.RETRY, Move.DISCARD] if document.source_key else [Move.DISCARD]
    if document.sdi_due_at is not None:
        moves.append(Move.REFRESH_STATUS)
    if document.exported is not None:
        moves.append(Move.DOWNLOAD)
    return moves
