"""Numbers that can be set, over the interface."""

from starlette.testclient import TestClient


def test_every_story_has_its_numbers(client: TestClient) -> None:
    found = client.get("/api/scenarios/succession-1922/dials").json()["dials"]
    by_path = {each["path"]: each for each in found}
    menace = by_path["persons.trotsky.menace"]
    assert (menace["low"], menace["high"], menace["kind"]) == (0, 2, "person")
    assert menace["question"] == "Was Stalin overlooked because everybody looked at Trotsky?"
    assert by_path["parameters.doctrine.restate"]["usual"] is not None
    assert by_path["timeline.grain-1927-11.value"]["high"] == 3


def test_no_other_story_is_read(client: TestClient) -> None:
    assert client.get("/api/scenarios/nowhere/dials").status_code == 404
