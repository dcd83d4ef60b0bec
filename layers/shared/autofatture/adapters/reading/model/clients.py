"""The vendor's clients: the direct API, and Bedrock inside the EU. Built on first use, outside any handler."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

from autofatture.adapters.reading.model.profiles import check_stays_in_eu

if TYPE_CHECKING:
    import httpx2


def anthropic_client(key: str, *, base_url: str | None = None, transport: httpx2.BaseTransport | None = None) -> Any:
    """The direct API. The key is given explicitly, so no stray variable of the environment can win.

    Our own loop retries, within the deadline: the client's would sleep as long as a server asks.
    """
    package = _package()
    return package.Anthropic(
        api_key=key,
        base_url=base_url or "https://api.anthropic.com",
        max_retries=0,
        http_client=_http(transport),
        open_telemetry=False,
    )


def bedrock_client(
    model: str, *, region: str, base_url: str | None = None, transport: httpx2.BaseTransport | None = None
) -> Any:
    """Bedrock with a profile that stays in the EU; the function's role signs.

    Raises:
        PermanentError: the model id may leave the EU.
    """
    check_stays_in_eu(model)
    package = _package()
    options: dict[str, Any] = {"base_url": base_url} if base_url else {}
    return package.AnthropicBedrock(
        aws_region=region,
        max_retries=0,
        http_client=_http(transport),
        **options,
    )


def _http(transport: httpx2.BaseTransport | None) -> httpx2.Client:
    """The vendor's HTTP library comes with the reading layer: it is loaded by the first call, not by the import."""
    import httpx2  # noqa: PLC0415

    from autofatture.adapters.reading.model.deadline_transport import DeadlineTransport  # noqa: PLC0415

    return httpx2.Client(transport=DeadlineTransport(transport or httpx2.HTTPTransport()))


def _package() -> Any:
    """The vendor's package. Its three thousand modules load twice as fast while the collector rests."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        import anthropic  # noqa: PLC0415
    finally:
        if enabled:
            gc.freeze()
            gc.enable()
    return anthropic
