"""The door of FiC's notifications: a key, a queue and no table."""

from __future__ import annotations

from functools import cache

from autofatture.adapters.fic_notifications import SignedNotifications
from autofatture.adapters.sqs import SqsQueue
from autofatture.bootstrap.clients import client, clock
from autofatture.services.webhook import WebhookDoor
from autofatture.settings import Queues, Webhook, load


@cache
def webhook_door() -> WebhookDoor:
    settings: Webhook = load(Webhook)
    key = settings.fic_webhook_public_key
    url = load(Queues).webhook_queue_url
    if url is None:
        message = "settings missing: the address of the queue of notifications"
        raise RuntimeError(message)
    return WebhookDoor(
        SignedNotifications(key) if key else None,
        SqsQueue(client("sqs"), url),
        clock(),
        sink=f"{settings.public_url.rstrip('/')}/api/webhooks/fattureincloud",
    )
