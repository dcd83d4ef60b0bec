"""A studio before *Da assegnare*, with its files, its reader and its queue."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from autofatture.adapters.dynamodb.workflow_rows import DynamoOutbox
from autofatture.bootstrap import unassigned
from autofatture.domain.intake import arrival_key
from tests.account_world import Browser, World
from tests.fakes.local_reader import WordReader
from tests.fakes.outside import ListQueue, MemoryBlobs


@dataclass
class Desk:
    """A studio that works on two companies, and what lies behind the API."""

    world: World
    studio: Browser
    blobs: MemoryBlobs = field(default_factory=MemoryBlobs)
    queue: ListQueue = field(default_factory=ListQueue)
    reader: WordReader = field(default_factory=WordReader)

    def send(self, words: str, *, by: Browser | None = None, name: str = "fattura.pdf", **offered: Any) -> str:
        """Upload a file of these words, and let the worker look at it."""
        upload_id = self.offer(by, name=name, **offered)
        self.arrive(upload_id, words, by=by)
        return upload_id

    def offer(self, by: Browser | None = None, *, name: str = "fattura.pdf", **offered: Any) -> str:
        file = {"file_name": name, "content_type": "", "size": 10, **offered}
        (one,) = (by or self.studio).post("/uploads", {"files": [file]})["items"]
        assert one["form"]["fields"]["key"] == arrival_key(self.owner(by), one["upload"]["upload_id"])
        return str(one["upload"]["upload_id"])

    def owner(self, by: Browser | None = None) -> str:
        user = (by or self.studio).user
        return f"STUDIO#{user['studio']['studio_id']}" if user.get("studio") else f"USER#{user['user_id']}"

    def arrive(self, upload_id: str, words: str, *, by: Browser | None = None) -> None:
        key = arrival_key(self.owner(by), upload_id)
        self.blobs.objects[key] = words.encode()
        unassigned.upload_routing().arrived(key, len(words))

    def waiting(self, by: Browser | None = None) -> list[dict[str, Any]]:
        return list((by or self.studio).get("/uploads")["items"])

    def settled(self, by: Browser | None = None) -> list[dict[str, Any]]:
        return list((by or self.studio).get("/uploads?settled=true")["items"])

    def starts(self) -> list[dict[str, Any]]:
        far = self.world.clock.now().replace(year=2027)
        return [message.body for message in DynamoOutbox(self.world.table).pending(before=far, at_most=100)]
