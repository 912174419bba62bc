"""The record over the interface."""

from starlette.testclient import TestClient


def test_a_search_counts_all_and_shows_some(client: TestClient) -> None:
    found = client.get("/api/record/search", params={"words": "Trotskii", "limit": 5}).json()
    assert found["facts"] > 5
    assert len(found["shown"]["facts"]) == 5


def test_what_follows_can_be_asked_for(client: TestClient) -> None:
    first, second = (
        client.get("/api/record/search", params={"words": "congress", "start": start, "limit": 3}).json()
        for start in (0, 3)
    )
    assert first["facts"] == second["facts"]
    assert not {row["id"] for row in first["shown"]["facts"]} & {
        row["id"] for row in second["shown"]["facts"]
    }


def test_rows_have_slashes_in_their_names(client: TestClient) -> None:
    assert client.get("/api/record/entries/congress/12").json()["row"]["id"] == "congress/12"


def test_an_unknown_entry_has_neighbours(client: TestClient) -> None:
    missing = client.get("/api/record/entries/testament-vote-192")
    assert missing.status_code == 404
    assert "testament-vote-1924" in missing.json()["message"]


def test_a_date_that_is_none_is_refused_with_its_name(client: TestClient) -> None:
    refused = client.get("/api/record/search", params={"from": "soon"})
    assert refused.status_code == 422
    assert "from" in refused.json()["message"]


def test_lists_are_those_of_the_command_line(client: TestClient) -> None:
    for name in ("people", "bodies", "congresses", "votes"):
        assert client.get(f"/api/record/{name}").json()[name], name


def test_an_entry_leads_to_where_the_model_uses_it(client: TestClient) -> None:
    def rooms(reference: str) -> set[str]:
        found = client.get(f"/api/record/uses/{reference}").json()["uses"]
        return {use["room"] for use in found}

    assert "Institutions" in rooms("politburo-size-s7")
    assert "The struggle to succeed Lenin, 1922-1929" in rooms("politburo/full/trotsky-l-d/1919-03-25")
    assert client.get("/api/record/uses/nothing-of-the-kind").status_code == 404


def test_a_part_of_the_record_is_a_page_without_the_model(client: TestClient) -> None:
    found = client.get(
        "/api/record/reports/facts", params={"words": "testament", "from": "1956", "until": "1956"}
    )
    assert "Table facts (1 rows)" in found.text
    for name in ("people", "bodies", "congresses", "votes"):
        page = client.get(f"/api/record/reports/{name}").text
        assert f"Table {name}" in page
        assert '<section id="parameters">' not in page
