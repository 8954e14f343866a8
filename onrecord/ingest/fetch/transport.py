"""One request over a guarded connection: httpx's requests, our connections."""

import ssl
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import cast

import httpcore2 as httpcore
import httpx2 as httpx

from onrecord.ingest.fetch.public import PublicOnly

__all__ = ["Guarded"]


class Guarded(httpx.BaseTransport):
    """Sends requests over connections of `PublicOnly`, one connection a request; no proxy is asked."""

    def __init__(self, allowed: Collection[str] = (), *, seconds: float, context: ssl.SSLContext | None = None) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=context or ssl.create_default_context(),
            network_backend=PublicOnly(allowed, seconds=seconds),
            max_keepalive_connections=0,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; raises what httpx raises."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme, host=request.url.raw_host, port=request.url.port, target=request.url.raw_path
        )
        asked = httpcore.Request(
            request.method,
            url,
            headers=request.headers.raw,
            content=cast(httpx.SyncByteStream, request.stream),
            extensions=request.extensions,
        )
        with _told():
            answer = self._pool.handle_request(asked)
        body = _Body(iter(cast(Iterable[bytes], answer.stream)), answer.close)
        return httpx.Response(answer.status, headers=answer.headers, stream=body, extensions=answer.extensions)

    def close(self) -> None:
        """Hang up everywhere."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, pieces: Iterator[bytes], close: Callable[[], None]) -> None:
        self._pieces, self._close = pieces, close

    def __iter__(self) -> Iterator[bytes]:
        with _told():
            yield from self._pieces

    def close(self) -> None:
        self._close()


@contextmanager
def _told() -> Iterator[None]:
    """Errors of the connection as httpx names them."""
    try:
        yield
    except httpcore.TimeoutException as error:
        raise httpx.TimeoutException(str(error)) from error
    except httpcore.NetworkError as error:
        raise httpx.NetworkError(str(error)) from error
    except (httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
        raise httpx.ProtocolError(str(error)) from error
