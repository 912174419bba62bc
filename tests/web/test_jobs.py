"""Orders over the interface: taken, followed, answered, stopped."""

import json
import re
import time
from io import BytesIO
from typing import Any

import pytest
from starlette.testclient import TestClient

from apparat.results.run import RunResult

ENSEMBLE = {"kind": "ensemble", "scenario": "succession-1922", "runs": 40, "seed": 3}


def finished(client: TestClient, order: dict[str, Any]) -> dict[str, Any]:
    """The job of an order, once it has ended."""
    for _ in range(500):
        job: dict[str, Any] = client.post("/api/jobs", json=order).json()
        if job["state"] in {"done", "failed", "stopped"}:
            return job
        time.sleep(0.02)
    raise TimeoutError


def test_an_ensemble_is_the_result_that_the_command_line_prints(client: TestClient) -> None:
    job = finished(client, ENSEMBLE)
    result = client.get(f"/api/jobs/{job['id']}/result").json()
    assert (result["schema"], result["runs"], result["seed"]) == ("apparat/ensemble/1", 40, 3)
    assert result["store"] is None


def test_progress_is_told_until_the_end(client: TestClient) -> None:
    job_id = client.post("/api/jobs", json=ENSEMBLE).json()["id"]
    text = client.get(f"/api/jobs/{job_id}/events").text
    told = [
        json.loads(line.removeprefix("data: ")) for line in text.splitlines() if line.startswith("data: ")
    ]
    assert told[-1]["state"] == "done"
    assert told[-1]["done"] == told[-1]["total"] == 40


def test_runs_that_somebody_leads_can_be_listed(client: TestClient) -> None:
    job_id = finished(client, ENSEMBLE)["id"]
    result = client.get(f"/api/jobs/{job_id}/result").json()
    row = next(row for row in result["over_time"] if row["month"] == "1922-08")
    led = client.get(f"/api/jobs/{job_id}/runs", params={"month": "1922-08", "key": row["key"]}).json()
    assert led["runs"] == row["runs"] == len(led["shown"])


def test_one_run_is_told(client: TestClient) -> None:
    job = finished(client, {"kind": "run", "scenario": "succession-1922", "run": 5})
    result = client.get(f"/api/jobs/{job['id']}/result").json()
    assert (result["run"]["schema"], result["run"]["run"]) == ("apparat/run/1", 5)
    assert result["lines"][0]["said"].startswith("Lenin falls ill")


def test_an_answer_is_saved_as_parquet_and_as_a_page(client: TestClient) -> None:
    import pyarrow.parquet as pq

    job_id = finished(client, ENSEMBLE)["id"]
    result = client.get(f"/api/jobs/{job_id}/result").json()
    saved = client.get(f"/api/jobs/{job_id}/tables/over_time")
    assert pq.read_table(BytesIO(saved.content)).num_rows == len(result["over_time"])
    assert 'filename="apparat-succession-1922-over_time.parquet"' in saved.headers["content-disposition"]
    written = client.get(f"/api/jobs/{job_id}/page")
    assert "A toy succession" in written.text
    assert written.headers["content-disposition"].startswith("attachment")


def test_what_an_answer_does_not_have_cannot_be_saved(client: TestClient) -> None:
    job_id = finished(client, ENSEMBLE)["id"]
    assert client.get(f"/api/jobs/{job_id}/tables/secrets").status_code == 404


def test_a_run_is_saved_as_the_page_of_what_its_command_gives(client: TestClient) -> None:
    job_id = finished(client, {"kind": "run", "scenario": "succession-1922", "run": 5})["id"]
    told = client.get(f"/api/jobs/{job_id}/result").json()["run"]
    written = client.get(f"/api/jobs/{job_id}/page")
    embedded = re.search(r'id="result">(.*?)</script>', written.text, re.DOTALL)
    assert embedded is not None
    result = RunResult.model_validate_json(embedded[1])
    assert (result.run, result.digest, result.command) == (5, told["digest"], told["command"])
    assert result.events


def test_only_shipped_scenarios_can_be_asked_for(client: TestClient) -> None:
    for scenario in ("/etc/passwd", "../secret", "my.yaml", "sucession-1922"):
        refused = client.post("/api/jobs", json=ENSEMBLE | {"scenario": scenario})
        assert refused.status_code == 422, scenario
    assert refused.json()["message"].endswith("Did you mean succession-1922?")
    assert refused.json()["where"] == "ensemble.scenario"


def test_sizes_are_bounded(client: TestClient) -> None:
    for wrong in ({"runs": 10_001}, {"runs": 0}, {"seed": -1}, {"seed": 2**53}, {"out": "x"}, {"kind": "x"}):
        refused = client.post("/api/jobs", json=ENSEMBLE | wrong)
        assert refused.status_code == 422, wrong
        assert refused.json()["message"]


@pytest.mark.parametrize(
    ("order", "most"),
    [
        ({"kind": "what-if", "runs": 2001}, "2000"),
        ({"kind": "what-if", "levers": ["no-war-scare"] * 13}, "12"),
        ({"kind": "what-if", "settings": [{"path": "persons.trotsky.menace", "value": 0}] * 9}, "8"),
        ({"kind": "explain", "runs": 1001}, "1000"),
        ({"kind": "validate", "runs": 501}, "500"),
        ({"kind": "run", "run": 2**31}, "2147483647"),
    ],
    ids=lambda given: given["kind"] if isinstance(given, dict) else given,
)
def test_every_kind_of_order_is_bounded_and_says_by_what(
    client: TestClient, order: dict[str, Any], most: str
) -> None:
    refused = client.post("/api/jobs", json={"scenario": "succession-1922"} | order)
    assert refused.status_code == 422
    assert most in refused.json()["message"].replace(",", "")


@pytest.mark.parametrize(
    "wrong",
    [
        {"since": "1925-13"},
        {"variants": {f"a{number}": "b" for number in range(21)}},
        {"settings": [{"path": "../secrets", "value": 0}]},
        {"settings": [{"path": f"persons.{'a' * 120}.menace", "value": 0}]},
        {"settings": [{"path": "persons.trotsky.menace", "value": 1e7}]},
    ],
    ids=["month", "variants", "no path of the world", "long path", "number"],
)
def test_what_is_changed_is_bounded_too(client: TestClient, wrong: dict[str, Any]) -> None:
    order = {"kind": "what-if", "scenario": "succession-1922", "levers": ["no-war-scare"]}
    refused = client.post("/api/jobs", json=order | wrong)
    assert refused.status_code == 422
    assert refused.json()["where"].startswith("what-if."), refused.json()


@pytest.mark.parametrize("name", ["0" * 31, "0" * 33, "A" * 32, "..%2f" * 6])
def test_what_is_no_id_of_a_job_is_refused(client: TestClient, name: str) -> None:
    assert client.get(f"/api/jobs/{name}").status_code in {404, 422}
    assert client.get(f"/api/jobs/{name}/result").status_code in {404, 422}


def test_a_job_that_is_not_known_says_how_to_go_on(client: TestClient) -> None:
    missing = client.get(f"/api/jobs/{'0' * 32}")
    assert missing.status_code == 404
    assert "Send its order again" in missing.json()["message"]


def test_a_month_outside_the_scenario_is_a_located_fault(client: TestClient) -> None:
    job_id = finished(client, ENSEMBLE)["id"]
    refused = client.get(f"/api/jobs/{job_id}/runs", params={"month": "1950-01", "key": 3})
    assert refused.status_code == 404
    assert "1922-04 to 1929-12" in refused.json()["message"]


def test_a_run_says_who_stood_where_and_its_tables_are_saved(client: TestClient) -> None:
    import pyarrow.parquet as pq

    job_id = finished(client, {"kind": "run", "scenario": "succession-1922"})["id"]
    story = client.get(f"/api/jobs/{job_id}/result").json()
    told = {**story["standing"], "lines": story["lines"], "ballots": story["run"]["ballots"]}
    for name in ("ties", "filled", "lines", "ballots"):
        saved = client.get(f"/api/jobs/{job_id}/tables/{name}")
        assert pq.read_table(BytesIO(saved.content)).num_rows == len(told[name]) > 0


def test_an_event_is_asked_about_by_its_number(client: TestClient) -> None:
    for wrong in ({}, {"event": -1}, {"event": "vote"}, {"event": 3, "levers": ["x"]}):
        refused = client.post("/api/jobs", json={"kind": "why", "scenario": "succession-1922"} | wrong)
        assert refused.status_code == 422, wrong
