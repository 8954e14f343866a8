"""A real server on this machine that misbehaves on request, for the tests and the bench."""

import gzip
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

__all__ = ["Site", "serving"]

Handler = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """What a server serves: pages by path, each a text or a function that answers; and what was asked of it."""

    pages: dict[str, str | bytes | Handler] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    headers: dict[str, dict[str, str]] = field(default_factory=dict)
    address: str = ""

    def __getitem__(self, path: str) -> str:
        """The address of a path."""
        return self.address + path


def answer(handler: BaseHTTPRequestHandler, status: int, body: bytes = b"", **headers: str) -> None:
    """Answer with a status, headers (`Retry_After` for `Retry-After`) and a body."""
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    if "Content_Length" not in headers:
        handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def status(number: int, **headers: str) -> Handler:
    """A page that answers with a status."""
    return lambda handler: answer(handler, number, **headers)


def moved(to: str, number: int = 302) -> Handler:
    """A page that is elsewhere."""
    return lambda handler: answer(handler, number, Location=to)


def half(body: bytes) -> Handler:
    """A page that says that it is twice as long as it is."""
    return lambda handler: answer(handler, 200, body, Content_Length=str(2 * len(body)))


def endless(handler: BaseHTTPRequestHandler) -> None:
    """A page without an end."""
    handler.send_response(200)
    handler.end_headers()
    for _ in range(1_000_000):
        handler.wfile.write(b"<p>And on it goes. </p>" * 3_000)


def dripping(handler: BaseHTTPRequestHandler) -> None:
    """A page that comes a byte at a time."""
    handler.send_response(200)
    handler.end_headers()
    for _ in range(1_000):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.05)


def silent(handler: BaseHTTPRequestHandler) -> None:
    """A page that never comes."""
    time.sleep(3)


def tagged(body: bytes, etag: str) -> Handler:
    """A page with a mark, which is not sent again to who knows the mark."""

    def respond(handler: BaseHTTPRequestHandler) -> None:
        if handler.headers.get("If-None-Match") == etag:
            answer(handler, 304, ETag=etag)
        else:
            answer(handler, 200, body, ETag=etag)

    return respond


def gzipped(body: bytes) -> Handler:
    """A page that is sent packed."""
    packed = gzip.compress(body)
    return lambda handler: answer(handler, 200, packed, Content_Encoding="gzip")


@contextmanager
def serving(site: Site) -> Iterator[Site]:
    """The site on a port of 127.0.0.1 while the block runs."""

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.split("?")[0]
            site.asked[path] += 1
            site.headers[path] = dict(self.headers)
            page = site.pages.get(path)
            try:
                if page is None:
                    answer(self, 404)
                elif callable(page):
                    page(self)
                else:
                    answer(self, 200, page if isinstance(page, bytes) else page.encode(), Content_Type="text/html")
            except (BrokenPipeError, ConnectionResetError):
                pass

        do_POST = do_GET  # noqa: N815 (its name there)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (its name there)
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    site.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
