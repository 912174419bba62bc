"""The record in a real browser: its parts, years and contradictions, what is taken along, and its uses."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

# What can be taken along of each part: the buttons, and how the files that they save are called.
SAVED = {
    "facts": {
        "Facts, CSV": "apparat-record-facts.csv",
        "Tables, CSV": "apparat-record-rows.csv",
        "Facts, Parquet": "facts.parquet",
        "Tables, Parquet": "rows.parquet",
        "Report, one page": "apparat-record-facts.html",
    },
    "people": {
        "Data, CSV": "apparat-record-people.csv",
        "Data, Parquet": "people.parquet",
        "Report, one page": "people.html",
    },
    "bodies": {
        "Data, CSV": "apparat-record-bodies.csv",
        "Data, Parquet": "bodies.parquet",
        "Report, one page": "bodies.html",
    },
    "votes": {
        "Data, CSV": "apparat-record-votes.csv",
        "Data, Parquet": "votes.parquet",
        "Report, one page": "votes.html",
    },
    "disputes": {"Data, CSV": "apparat-record-disputes.csv"},
}


def test_what_is_disputed_is_read_side_by_side_and_led_back_to_its_sources(page: Any) -> None:
    page.goto("/record?q=testament&tab=disputes")
    listed = page.get_by_role("region", name="Disputed")
    expect(listed.get_by_role("status")).to_have_text(re.compile(r"^[1-9]\d* matters .* “testament”\.$"))
    listed.get_by_text("Who decided to withhold Lenin's testament").click()
    readings = listed.locator(".dispute li")
    expect(readings.filter(has_text="used unless another is chosen").first).to_be_visible()
    readings.get_by_role("link", name="testament-politburo-suppresses").click()
    expect(page.get_by_role("article")).to_contain_text("Disputed: Who decided to withhold Lenin's testament")


def test_a_year_narrows_what_was_found_to_it(page: Any) -> None:
    page.goto("/record?q=testament")
    status = page.get_by_role("main").get_by_role("status").filter(has_text="statements")
    expect(status).to_have_text(re.compile(r"^23 statements"))
    bar = page.locator(".by-year g").last
    expect(bar.locator("title")).to_have_text("1956: 1")
    bar.locator(".hit").click()
    expect(page).to_have_url(re.compile("from=1956.*until=1956"))
    expect(status).to_have_text(re.compile(r"^1 statement"))


@pytest.mark.parametrize("tab", SAVED)
def test_every_part_of_the_record_is_taken_along(page: Any, tab: str) -> None:
    page.goto(f"/record?tab={tab}&from=1926&until=1926")
    page.get_by_text("Share and save").click()
    buttons = page.locator(".menu button").filter(has_text=re.compile("CSV|Parquet|Report"))
    expect(buttons).to_have_count(len(SAVED[tab]))
    for button, file in SAVED[tab].items():
        with page.expect_download() as saved:
            page.get_by_role("button", name=button).click()
        assert saved.value.suggested_filename.endswith(file)
        assert saved.value.path().stat().st_size > 100


def test_an_entry_leads_to_the_number_of_the_model_that_rests_on_it(page: Any) -> None:
    page.goto("/record?entry=fixed-terms-rotation")
    page.get_by_role("link", name="reform.unsettling").click()
    expect(page).to_have_url(re.compile(r"/what-if\?find=reform.unsettling"))
    found = page.locator(".any-dial li")
    expect(found).to_have_count(1)
    found.get_by_role("button").click()
    expect(page.locator(".dial").get_by_role("link", name="fixed-terms-rotation")).to_be_visible()


def test_nothing_that_the_model_takes_from_an_entry_is_without_a_way_there(page: Any) -> None:
    page.goto("/record?entry=testament-vote-1924")
    uses = page.locator(".uses li")
    expect(uses.filter(has_text="Targets")).not_to_have_count(0)
    assert uses.count() == uses.get_by_role("link").count()
    figure = page.get_by_role("link", name="testament-made-known")
    expect(figure).to_have_attribute(
        "href", "/outcome?card=1&scenario=succession-1922&target=testament-made-known"
    )


OPENED = {
    "testament-vote-1924": "Forty-four votes",
    "vote/1918-01-24/central-committee": "Trotsky: end war, do not sign",
    "person/bukharin": "Bukharin",
    "body/politburo": "Politburo",
}


@pytest.mark.parametrize("entry", OPENED)
def test_an_opened_entry_is_an_address_and_is_taken_along(page: Any, entry: str) -> None:
    page.goto(f"/record?entry={entry}")
    opened = page.get_by_role("article")
    expect(opened.get_by_role("heading", level=2)).to_contain_text(OPENED[entry])
    opened.get_by_text("Share and save").click()
    files = {
        "Data, CSV": ".csv",
        "Data, Parquet": ".parquet",
        "Report, one page": ".html",
        "Everything, JSON": ".json",
    }
    for button, ending in files.items():
        with page.expect_download() as saved:
            opened.get_by_role("button", name=button).click()
        assert saved.value.suggested_filename == f"apparat-record-{entry.replace('/', '-')}{ending}"
        assert saved.value.path().stat().st_size > 100


@pytest.mark.parametrize(("tab", "name"), [("people", "Bukharin N.I."), ("bodies", "Politburo, Presidium")])
def test_people_and_bodies_open_from_their_lists_and_lead_on(page: Any, tab: str, name: str) -> None:
    page.goto(f"/record?tab={tab}")
    page.get_by_role("link", name=name, exact=True).click()
    opened = page.get_by_role("article")
    expect(opened.get_by_role("heading", name=name)).to_be_visible()
    page.reload()
    expect(opened.get_by_role("heading", name=name)).to_be_visible()
    opened.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile("entry=politburo"))


def test_whom_the_record_does_not_know_is_said_in_words(page: Any) -> None:
    page.goto("/record?entry=person/nobody-at-all")
    expect(page.get_by_role("alert")).to_contain_text("The record knows nobody called “nobody-at-all”")
