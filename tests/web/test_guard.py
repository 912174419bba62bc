"""What every request must satisfy."""

import asyncio

import pytest
from starlette.testclient import TestClient
from starlette.types import Message

from apparat.web.guard import POLICY, Guard, _unreadable


@pytest.mark.parametrize("host", ["localhost", "localhost:1917", "127.0.0.1:80", "[::1]:8000"])
def test_this_machine_is_answered(client: TestClient, host: str) -> None:
    assert client.get("/api/about", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["example.org", "localhost.example.org", "192.168.1.1:1917", "", "[::1", "a@b:x"]
)
def test_a_foreign_host_is_refused(client: TestClient, host: str) -> None:
    refused = client.get("/api/about", headers={"host": host})
    assert refused.status_code == 403
    assert "This server answers to" in refused.json()["message"]


def test_another_site_may_send_nothing(client: TestClient) -> None:
    order = {"kind": "run", "scenario": "succession-1922"}
    assert client.post("/api/jobs", json=order, headers={"origin": "http://localhost"}).status_code == 202
    for origin in ("http://example.org", "null", "http://localhost:81"):
        assert client.post("/api/jobs", json=order, headers={"origin": origin}).status_code == 403, origin


def test_a_large_body_is_refused_before_it_is_read(client: TestClient) -> None:
    refused = client.post("/api/jobs", content=b" " * 70_000, headers={"content-type": "application/json"})
    assert refused.status_code == 413
    assert "65,536 bytes" in refused.json()["message"]


def test_a_body_of_unknown_length_is_refused(client: TestClient) -> None:
    refused = client.post("/api/jobs", content=iter([b"{}"]), headers={"content-type": "application/json"})
    assert refused.status_code == 411


@pytest.mark.parametrize("path", ["/", "/api/about", "/api/nothing", "/assets/nothing.js"])
def test_every_answer_carries_the_policy(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == headers["cross-origin-resource-policy"] == "same-origin"


def test_a_refusal_carries_the_policy_too(client: TestClient) -> None:
    refused = client.get("/api/about", headers={"host": "example.org"})
    assert (refused.status_code, refused.headers["content-security-policy"]) == (403, POLICY)


@pytest.mark.parametrize("length", ["-1", "1e3", "many"])
def test_a_length_that_is_no_number_is_refused(client: TestClient, length: str) -> None:
    refused = client.post("/api/jobs", content=b"{}", headers={"content-length": length})
    assert refused.status_code == 411


def test_stopping_a_job_is_for_this_page_alone(client: TestClient) -> None:
    assert client.delete(f"/api/jobs/{'0' * 32}", headers={"origin": "http://example.org"}).status_code == 403


@pytest.mark.parametrize(("method", "path"), [("PUT", "/api/about"), ("DELETE", "/api/jobs"), ("POST", "/")])
def test_an_address_cannot_be_asked_in_every_way(client: TestClient, method: str, path: str) -> None:
    refused = client.request(method, path)
    assert refused.status_code == 405
    assert "cannot be asked in that way" in refused.json()["message"]


def test_the_policy_lets_a_page_reach_nothing_but_this_server() -> None:
    allowed = {part.split()[0]: set(part.split()[1:]) for part in POLICY.split("; ")}
    assert allowed.pop("img-src") == {"'self'", "blob:", "data:"}
    assert all(sources in ({"'self'"}, {"'none'"}) for sources in allowed.values())
    assert {"default-src", "script-src", "connect-src", "frame-ancestors", "form-action"} <= allowed.keys()


def test_an_address_that_is_no_text_is_refused() -> None:
    refused = _unreadable(b"words=\xff")
    assert refused is not None
    assert (refused.status, "UTF-8" in refused.message) == (400, True)
    assert _unreadable("words=Trotský".encode()) is None


def test_it_is_refused_before_anything_reads_it() -> None:
    sent: list[Message] = []

    async def never(*_: object) -> None:
        raise AssertionError

    async def send(message: Message) -> None:
        sent.append(message)

    asked = {"type": "http", "method": "GET", "headers": [(b"host", b"localhost")], "query_string": b"q=\xff"}
    asyncio.run(Guard(never)(asked, never, send))
    assert sent[0]["status"] == 400
