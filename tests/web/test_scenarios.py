"""Scenarios over the interface."""

import pytest
from starlette.testclient import TestClient

from apparat import scenario


def test_every_shipped_scenario_is_listed_with_its_question(client: TestClient) -> None:
    listed = client.get("/api/scenarios").json()["scenarios"]
    assert [one["scenario"] for one in listed] == scenario.names()
    assert all(one["question"].endswith("?") for one in listed)


@pytest.mark.parametrize("name", scenario.names())
def test_the_opening_seats_everybody_who_is_named(client: TestClient, name: str) -> None:
    told = client.get(f"/api/scenarios/{name}/opening").json()
    written = scenario.load(name)
    seats = {body["body"]: [member["full"] for member in body["members"]] for body in told["bodies"]}
    assert {body: (sum(full), len(full)) for body, full in seats.items()} == {
        body: (len(bench.full), len(bench.full) + len(bench.candidate))
        for body, bench in written.bodies.items()
    }


def test_institutions_change_with_the_month(client: TestClient) -> None:
    path = "/api/scenarios/succession-1922/constitution"
    bodies = [client.get(path, params={"month": month}).json()["bodies"] for month in ("1922-04", "1953-06")]
    assert "orgburo" in bodies[0]
    assert "orgburo" not in bodies[1]


def test_a_month_without_institutions_is_refused(client: TestClient) -> None:
    path = "/api/scenarios/succession-1922/constitution"
    assert client.get(path, params={"month": "1066-10"}).status_code == 404
    assert client.get(path, params={"month": "soon"}).status_code == 422


@pytest.mark.parametrize("part", ["levers", "constitution", "constitution/months", "opening"])
def test_a_file_is_no_scenario(client: TestClient, part: str) -> None:
    for name in ("..%2f..%2fsecret", "my.yaml", "nothing"):
        assert client.get(f"/api/scenarios/{name}/{part}").status_code == 404
