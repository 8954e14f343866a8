"""The OpenAPI document: our routes, with the records' shapes as the export has them."""

from collections.abc import Mapping
from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from onrecord import __version__
from onrecord.export.wire import SHAPES
from onrecord.web.api.bodies import BODIES

__all__ = ["answered", "describe", "listed"]

ABOUT = """Who is on record saying what, what they promised, and whether it held.

Every list takes `as_of`: the ledger as it could be known at the end of that day. Records have the shapes of
`onrecord export`. Errors are RFC 9457 problems. Answers carry an ETag; ask again with `If-None-Match`.
"""
PROBLEM: Mapping[str, object] = {
    "type": "object",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
    },
    "required": ["type", "title", "status", "detail"],
}
ERRORS = {
    "401": "nobody signed in",
    "403": "not allowed",
    "404": "not there",
    "413": "too much at once",
    "422": "a value that cannot be meant",
    "429": "too many requests",
    "503": "the ledger cannot be read now",
}


def answered(schema: Mapping[str, object], about: str) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route whose body we write ourselves."""
    return {200: {"description": about, "content": {"application/json": {"schema": dict(schema)}}}}


def listed(shape: str) -> Mapping[str, object]:
    """The schema of a page of a list."""
    return {
        "type": "object",
        "properties": {
            "as_of": {"type": "string", "format": "date"},
            "total": {"type": "integer"},
            "limit": {"type": "integer"},
            "offset": {"type": "integer"},
            "next": {"type": ["string", "null"]},
            "items": {"type": "array", "items": {"$ref": f"#/components/schemas/{shape}"}},
        },
        "required": ["as_of", "total", "limit", "offset", "next", "items"],
    }


def describe(app: FastAPI) -> dict[str, Any]:
    """The document, made once."""
    if app.openapi_schema is None:
        made = get_openapi(title="onrecord", version=__version__, description=ABOUT, routes=app.routes)
        _, shapes = msgspec.json.schema_components(
            [*SHAPES.values(), *BODIES], ref_template="#/components/schemas/{name}"
        )
        schemas = made.setdefault("components", {}).setdefault("schemas", {})
        schemas.update(shapes | {"Problem": PROBLEM})
        for unused in ("HTTPValidationError", "ValidationError"):
            schemas.pop(unused, None)
        for path in made["paths"].values():
            for operation in path.values():
                operation["responses"].update(_problems())
        app.openapi_schema = made
    return app.openapi_schema


def _problems() -> dict[str, object]:
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {status: {"description": about, "content": content} for status, about in ERRORS.items()}
