"""Who reads documents in this deployment: the local reader, and a model where one is configured."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from autofatture.adapters.reading.isolation.process import cut_isolated, render_isolated
from autofatture.adapters.reading.model.clients import anthropic_client, bedrock_client
from autofatture.adapters.reading.model.engine import ClaudeReader
from autofatture.adapters.reading.reader import IsolatedReader
from autofatture.adapters.secrets import StoredSecrets
from autofatture.bootstrap.clients import client
from autofatture.domain.reading import Engine
from autofatture.ports import Extractor
from autofatture.services.source_documents import SourceDocuments
from autofatture.settings import Reading as ReadingSettings
from autofatture.settings import load

RENDER_SECONDS = 9.0
CUT_SECONDS = 9.0


@cache
def local_reader() -> IsolatedReader:
    return IsolatedReader()


@cache
def extractor() -> Extractor | None:
    """The engine that the deployment configures; None means offline.

    Raises:
        RuntimeError: the engine is not known, or its key has no name.
    """
    settings = load(ReadingSettings)
    engine = settings.extraction_engine
    if engine == Engine.ANTHROPIC:
        return _claude(Engine.ANTHROPIC, settings.anthropic_model, _direct)
    if engine == Engine.BEDROCK:
        return _claude(Engine.BEDROCK, settings.bedrock_model, _bedrock)
    if engine == Engine.OFFLINE:
        return None
    message = f"extraction engine not known: {engine}"
    raise RuntimeError(message)


def _claude(engine: Engine, model: str, make: Any) -> ClaudeReader:
    return ClaudeReader(make, engine=engine, model=model, local=local_reader(), render=_render)


def _render(source: bytes, pages: int) -> list[bytes]:
    del pages
    return render_isolated(source, deadline=RENDER_SECONDS)


def _direct() -> Any:
    settings = load(ReadingSettings)
    if not settings.anthropic_secret_name:
        message = "settings missing or not valid: AUTOFATTURE_ANTHROPIC_SECRET_NAME"
        raise RuntimeError(message)
    secret = StoredSecrets(client("secretsmanager")).get(settings.anthropic_secret_name)
    return anthropic_client(secret.get_secret_value(), base_url=settings.anthropic_base_url)


def _bedrock() -> Any:
    settings = load(ReadingSettings)
    return bedrock_client(settings.bedrock_model, region=settings.bedrock_region)


class _IsolatedPages:
    """Implements :class:`autofatture.services.source_documents.PageCutter`."""

    def cut(self, body: bytes, pages: Sequence[int]) -> bytes:
        return cut_isolated(body, pages, deadline=CUT_SECONDS)


@cache
def source_documents() -> SourceDocuments:
    """Implements :class:`autofatture.stores.SourceReader` with the configured engine."""
    return SourceDocuments(local_reader(), extractor(), _IsolatedPages())
