"""The transport that keeps the deadline; apart from it, since its library comes with the reading layer."""

from __future__ import annotations

from collections.abc import Iterator

import httpx2

from autofatture.adapters.reading.model.deadline import left

CONNECT_SECONDS = 5.0


class DeadlineTransport(httpx2.BaseTransport):
    """Wraps a transport: waits are cut to what is left, and a slow answer is given up."""

    def __init__(self, inner: httpx2.BaseTransport) -> None:
        """``inner`` sends the requests."""
        self._inner = inner

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send ``request`` with timeouts no longer than what is left.

        Raises:
            ReadTimeout: the deadline has passed.
        """
        seconds = left()
        if seconds <= 0:
            raise _late(request)
        request.extensions = {
            **request.extensions,
            "timeout": {
                "connect": min(CONNECT_SECONDS, seconds),
                "read": seconds,
                "write": seconds,
                "pool": min(CONNECT_SECONDS, seconds),
            },
        }
        response = self._inner.handle_request(request)
        if isinstance(response.stream, httpx2.SyncByteStream):
            response.stream = _Watched(response.stream, request)
        return response

    def close(self) -> None:
        self._inner.close()


class _Watched(httpx2.SyncByteStream):
    """A body whose every piece has to arrive before the deadline."""

    def __init__(self, inner: httpx2.SyncByteStream, request: httpx2.Request) -> None:
        self._inner = inner
        self._request = request

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._inner:
            if left() <= 0:
                raise _late(self._request)
            yield piece

    def close(self) -> None:
        self._inner.close()


def _late(request: httpx2.Request) -> httpx2.ReadTimeout:
    return httpx2.ReadTimeout("total deadline", request=request)
