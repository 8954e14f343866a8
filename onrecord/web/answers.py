"""Answers that need no page: problems for programs and, before anything else is known, for people."""

from html import escape
from pathlib import PurePosixPath

import msgspec
from starlette.responses import Response
from starlette.types import Scope

from onrecord.web.problem import Problem

__all__ = ["for_programs", "problem_json", "refuse"]

PLAIN = """<!doctype html><html lang="en"><meta charset="utf-8"><title>{title} · onrecord</title>
<link rel="stylesheet" href="/static/desk.css"><main class="narrow"><h1>{title}</h1><p>{detail}</p></main></html>"""


def for_programs(path: str) -> bool:
    """Is it an address of the API?"""
    return PurePosixPath(path).parts[1:2] == ("api",)


def problem_json(problem: Problem) -> Response:
    """A problem as RFC 9457 has it."""
    body = msgspec.json.encode(problem.body())
    return Response(body, problem.status, _again(problem), media_type="application/problem+json")


def refuse(problem: Problem, scope: Scope) -> Response:
    """A problem as whoever asks can read it, with nothing of ours but the style sheet."""
    if for_programs(scope.get("path", "")):
        return problem_json(problem)
    page = PLAIN.format(title=escape(problem.title), detail=escape(problem.detail))
    return Response(page, problem.status, _again(problem), media_type="text/html")


def _again(problem: Problem) -> dict[str, str]:
    headers = {"Retry-After": str(problem.again)} if problem.again else {}
    return headers | ({"WWW-Authenticate": "Bearer"} if problem.status == 401 else {})
