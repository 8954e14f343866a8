"""The OpenAPI document against the server: whatever a program may send, no answer is a fault of ours."""

from pathlib import Path

import schemathesis
from hypothesis import HealthCheck, given, settings

from onrecord.web import Serving
from tests.cli.world import quarrel
from tests.web.conftest import running

ENDLESS = "/api/changes"  # a stream
EACH = settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck), database=None)


def test_no_request_that_the_document_allows_is_a_fault(tmp_path: Path) -> None:
    tried = set()
    with running(Serving(ledger=str(quarrel(tmp_path / "quarrel.db")))) as where:
        schema = schemathesis.openapi.from_url(f"{where}/api/openapi.json").exclude(path=ENDLESS)
        for found in schema.get_all_operations():
            operation = found.ok()

            @EACH
            @given(case=operation.as_strategy())
            def sent(case: schemathesis.Case) -> None:
                answer = case.call()
                assert answer.status_code < 500, f"{case.as_curl_command()}: {answer.text}"
                if answer.status_code >= 400:
                    assert answer.headers["content-type"] == ["application/problem+json"]

            sent()
            tried.add(operation.label)
    assert len(tried) >= 20
