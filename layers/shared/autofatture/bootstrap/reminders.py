"""Reminders of what waits to be sent to SdI."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from autofatture.adapters.dynamodb.studios import StudiosInTable
from autofatture.adapters.dynamodb.uploads import DynamoUploads
from autofatture.adapters.dynamodb.users import Users
from autofatture.adapters.dynamodb.workflow_rows import DynamoOnce, DynamoReminders
from autofatture.bootstrap.account_parts import notices, outbox, public_url
from autofatture.bootstrap.clients import clock, table
from autofatture.bootstrap.companies import audit, companies, gate, store
from autofatture.domain.linked_company import LinkedCompany
from autofatture.services.reminders import Reminders
from autofatture.services.upload_reminders import UploadReminders
from autofatture.settings import FicApp, load


class SendingPeople:
    """Implements :class:`autofatture.stores.Recipients`."""

    def of(self, linked: LinkedCompany) -> Sequence[str]:
        people = list(linked.owners_in_force)
        if not people and linked.studio_id:
            studio = StudiosInTable(table()).get(linked.studio_id)
            people = sorted(studio.titolare_ids) if studio else []
        found = Users(table()).get_many(people) if people else []
        return [user.email for user in found if user.closed_at is None and user.email]


@cache
def upload_reminders() -> UploadReminders:
    return UploadReminders(
        uploads=DynamoUploads(table()),
        users=Users(table()),
        studios=StudiosInTable(table()),
        transactions=table(),
        once=DynamoOnce(table()),
        notices=notices(),
        outbox=outbox(),
        public_url=public_url(),
        clock=clock(),
    )


@cache
def reminders() -> Reminders:
    fic: FicApp = load(FicApp)
    return Reminders(
        gate=gate(),
        documents=store(),
        companies=companies(),
        recipients=SendingPeople(),
        store=DynamoReminders(table()),
        audit=audit(),
        outbox=outbox(),
        clock=clock(),
        public_url=public_url(),
        fic_document_url=fic.document_url,
    )
