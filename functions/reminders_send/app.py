"""Reminds, every morning, of what has to be sent to SdI and of files that wait for their company."""

from __future__ import annotations

from typing import Any

from autofatture.bootstrap import reminders as bootstrap
from autofatture.entrypoints.queues import queue
from autofatture.observability import logger


def _remind(_tick: dict[str, Any]) -> None:
    companies, owners = bootstrap.reminders().digest(), bootstrap.upload_reminders().tell()
    logger().info("reminded", extra={"companies": companies, "owners_of_uploads": owners})


handler = queue(_remind)
