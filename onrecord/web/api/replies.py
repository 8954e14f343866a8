"""Answers of the API: JSON with an ETag, which need not be made where the asker holds it already."""

from collections.abc import Callable
from hashlib import blake2b

import msgspec
from fastapi import Response

from onrecord.viewing import linking_edition
from onrecord.web.here import Here

__all__ = ["reply", "tagged"]


def tagged(here: Here) -> str:
    """The ETag of whatever is asked at an address of what is held now."""
    url = here.request.url
    known = f"{here.view.state} {linking_edition()} {here.view.day} {url.path}?{url.query}"
    return f'W/"{blake2b(known.encode("utf-8", "replace"), digest_size=12).hexdigest()}"'


def reply(here: Here, body: Callable[[], object]) -> Response:
    """The body as JSON, or 304 where it is the one that the asker holds."""
    tag = tagged(here)
    held = here.request.headers.get("if-none-match", "")
    if tag.removeprefix("W/") in held:
        return Response(status_code=304, headers={"ETag": tag})
    return Response(msgspec.json.encode(body()), media_type="application/json", headers={"ETag": tag})
