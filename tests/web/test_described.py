"""The OpenAPI document against the server: whatever a program may send, no answer is a fault of ours."""

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error

from onrecord.web import Serving, create_app
from tests.cli.world import quarrel

KNOWN = ("/api/changes",)  # a stream without end


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> object:
    app = create_app(Serving(ledger=str(quarrel(tmp_path_factory.mktemp("described") / "quarrel.db"))))
    yield schemathesis.openapi.from_asgi("/api/openapi.json", app).exclude(path=list(KNOWN))
    app.state.server.jobs.close()
    app.state.server.desk.close()


schema = schemathesis.pytest.from_fixture("described")


@schema.parametrize()
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_request_that_the_document_allows_is_a_fault(case: schemathesis.Case) -> None:
    answer = case.call(headers={"Host": "127.0.0.1"})
    case.validate_response(answer, checks=[not_a_server_error])
