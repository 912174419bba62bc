"""The front end's files."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from apparat.web.application import create
from apparat.web.pages import VIEWS
from apparat.web.work.workshop import Workshop


@pytest.fixture
def built(tmp_path: Path, workshop: Workshop) -> TestClient:
    (tmp_path / "static" / "assets").mkdir(parents=True)
    (tmp_path / "static" / "index.html").write_text("<title>page</title>")
    (tmp_path / "static" / "assets" / "a-1.js").write_text("1")
    (tmp_path / "secret").write_text("secret")
    return TestClient(create(workshop, tmp_path / "static"), base_url="http://localhost")


def test_every_view_is_the_one_page(built: TestClient) -> None:
    for view in VIEWS:
        answer = built.get(f"/{view}?month=1925-12")
        assert answer.text == "<title>page</title>"
        assert answer.headers["cache-control"] == "no-cache"


def test_assets_are_kept_for_good(built: TestClient) -> None:
    assert "immutable" in built.get("/assets/a-1.js").headers["cache-control"]
    assert "immutable" not in built.get("/assets/b.js").headers["cache-control"]


@pytest.mark.parametrize(
    "path", ["/assets/../secret", "/assets/..%2f..%2fsecret", "/assets//etc/passwd", "/secret"]
)
def test_no_path_leads_out_of_the_assets(built: TestClient, path: str) -> None:
    assert built.get(path).status_code == 404


def test_a_front_end_that_was_not_built_is_missed_in_words(tmp_path: Path, workshop: Workshop) -> None:
    bare = TestClient(create(workshop, tmp_path), base_url="http://localhost")
    assert bare.get("/").status_code == 503
    assert "was not built" in bare.get("/").json()["message"]


def test_assets_that_were_never_built_are_not_found(tmp_path: Path, workshop: Workshop) -> None:
    server = TestClient(create(workshop, tmp_path / "nothing"), base_url="http://localhost")
    assert server.get("/assets/a-1.js").status_code == 404
