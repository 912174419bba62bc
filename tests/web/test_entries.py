"""One entry of the record to take along, over the interface."""

from io import BytesIO

import pyarrow.parquet as pq
import pytest
from starlette.testclient import TestClient

VOTE = "vote/1918-01-24/central-committee"
ENTRIES = ("testament-vote-1924", VOTE, "person/trotsky", "body/politburo")


@pytest.mark.parametrize("reference", ENTRIES)
def test_an_entry_is_a_table_of_one_row(client: TestClient, reference: str) -> None:
    found = client.get(f"/api/record/files/{reference}")
    (row,) = pq.read_table(BytesIO(found.content)).to_pylist()
    assert row["id"] == reference.removeprefix("person/").removeprefix("body/")
    assert found.headers["content-disposition"].endswith(f'record-{reference.replace("/", "-")}.parquet"')


def test_a_row_keeps_the_columns_that_only_its_table_has(client: TestClient) -> None:
    (row,) = pq.read_table(BytesIO(client.get(f"/api/record/files/{VOTE}").content)).to_pylist()
    assert (row["in_favour"], row["against"], row["source"]) == (9, 7, "CC minutes, as quoted")


@pytest.mark.parametrize("reference", ENTRIES)
def test_an_entry_is_a_page_with_its_sources_and_nothing_of_the_model(
    client: TestClient, reference: str
) -> None:
    page = client.get(f"/api/record/pages/{reference}").text
    assert '<section id="sources">' in page
    assert '<section id="parameters">' not in page
    assert "Where the model uses it" in page


def test_a_page_names_the_places_that_use_the_entry(client: TestClient) -> None:
    assert "testament-made-known" in client.get("/api/record/pages/testament-vote-1924").text


@pytest.mark.parametrize(
    ("wrong", "near"),
    [
        ("person/trotskyist", "trotsky"),
        ("body/politbureau", "politburo"),
        ("testament-vote-192", "testament-vote-1924"),
    ],
)
@pytest.mark.parametrize("what", ["files", "pages"])
def test_what_is_no_entry_has_neighbours(client: TestClient, what: str, wrong: str, near: str) -> None:
    missing = client.get(f"/api/record/{what}/{wrong}")
    assert missing.status_code == 404
    assert near in missing.json()["message"]
