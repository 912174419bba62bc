"""The interface under arbitrary requests: no answer that it does not describe, and never a fault of ours."""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from starlette.testclient import TestClient

HOST = {"host": "localhost"}
# Each operation meets this many requests.
_EXAMPLES = 5


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        (schemathesis.GenerationMode.POSITIVE, {200, 202, 404}),
        (schemathesis.GenerationMode.NEGATIVE, {404, 422}),
    ],
    ids=["as described", "with mistakes"],
)
def test_every_answer_is_as_described(
    client: TestClient, mode: schemathesis.GenerationMode, expected: set[int]
) -> None:
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", client.app, headers=HOST)
    met = set()
    for found in schema.get_all_operations():
        operation = found.ok()
        if mode is schemathesis.GenerationMode.NEGATIVE and not _takes_anything(operation):
            continue

        @settings(
            max_examples=_EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck)
        )
        @given(case=operation.as_strategy(generation_mode=mode))
        def holds(case: schemathesis.Case) -> None:
            answer = case.call(headers=HOST)
            case.validate_response(answer)
            assert answer.status_code < 500
            met.add(answer.status_code)

        holds()
    assert expected <= met


def _takes_anything(operation: object) -> bool:
    """Whether a request can be mistaken at all."""
    return bool(operation.body or operation.query or operation.path_parameters)
