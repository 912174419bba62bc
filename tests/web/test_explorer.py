"""The Explorer in a real browser: each view, a shared address, a stopped job; and whether all can use it."""

import re
import time
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser import Browser
from tests.report import samples
from tests.web.barriers import none_in

OUTCOME = "/outcome?scenario=succession-1922&runs=40&seed=1"
RUN = "/run?scenario=succession-1922&seed=1&month=1922-09&show=all"
RECORD = "/record?q=testament&entry=testament-vote-1924"
HOUSE = "/house?scenario=succession-1922&as=practice&room=secretariat"
LEVERS = "/what-if?scenario=succession-1922"
# March 1923, in months since year 0: a run of the toy is shorter than its scenario.
TOYS_LAST = str(1923 * 12 + 2)
# Each view, and what is in sight once it is all there.
VIEWS = {
    "/": ".story .table circle",
    OUTCOME: ".chips a",
    RUN: ".tree .leaves",
    HOUSE: ".room circle[style]",
    LEVERS: ".lever",
    RECORD: ".uses",
    "/record?tab=disputes": "section[aria-label=Disputed] li",
}


def test_one_click_leads_from_the_start_to_who_led(page: Any) -> None:
    page.goto("/")
    page.get_by_role("listitem").filter(has_text="succeed Lenin").get_by_text("Play it 500 times").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A toy succession")
    expect(page.get_by_role("slider", name="Month")).to_be_visible()
    expect(page.get_by_text("500 runs with")).to_be_visible()


def test_a_month_is_chosen_by_keyboard_and_stays_in_the_address(page: Any) -> None:
    page.goto(OUTCOME)
    slider = page.get_by_role("slider", name="Month")
    slider.press("Home")
    slider.press("ArrowRight")
    expect(page).to_have_url(re.compile("month=1922-05"))
    page.reload()
    expect(page.get_by_role("heading", name="May 1922")).to_be_visible()


def test_runs_behind_a_share_lead_to_one_history(page: Any) -> None:
    page.goto(f"{OUTCOME}&month=1922-06")
    chips = page.locator(".chips a")
    expect(chips.first).to_be_visible()
    chips.first.click()
    expect(page).to_have_url(re.compile(r"/run\?.*run=\d+"))


def test_a_press_on_a_band_shows_the_runs_in_it(page: Any) -> None:
    page.goto(OUTCOME)
    band = page.locator("path.band").first
    box = band.bounding_box()
    inside = """
      (band, [x, y, width, height]) => {
        for (let i = 1; i < 400; i++) {
          const point = [x + width * ((i * 0.618) % 1), y + height * (i / 400)];
          if (document.elementFromPoint(...point) === band) return point;
        }
      }
    """
    page.mouse.click(*band.evaluate(inside, [box["x"], box["y"], box["width"], box["height"]]))
    expect(page).to_have_url(re.compile(r"month=192\d-\d\d.*who=\d+"))
    chosen = page.locator(".shares [aria-pressed=true]")
    expect(page.locator(".runs-led h3")).to_contain_text(chosen.locator(".person").text_content() or "?")
    expect(page.locator(".chips a").first).to_be_visible()


def test_a_history_is_read_month_by_month_down_to_the_ballot(page: Any) -> None:
    page.goto("/run?scenario=succession-1922&seed=1&run=0&month=1922-07&show=all")
    expect(page.locator("[data-month][aria-current]")).to_contain_text("July 1922")
    page.get_by_text("on Stalin's motion to condemn the line of Trotsky").click()
    expect(page.get_by_role("row", name="Zinoviev")).to_contain_text("against")
    page.get_by_role("slider", name="Month").press("End")
    expect(page).to_have_url(re.compile("month=1923-03"))
    expect(page.get_by_role("region", name="Month by month")).to_contain_text("March 1923")


def test_time_runs_when_it_is_told_to(page: Any) -> None:
    page.goto("/run?scenario=succession-1922&seed=1&run=0&month=1922-04")
    page.get_by_role("button", name="Play").click()
    # Months pass faster than a busy machine looks at the page, so no single one of them is waited for.
    shown = page.locator("output.when").first
    expect(shown).not_to_have_text("April 1922")
    page.get_by_role("button", name="Pause").click()
    stopped = shown.text_content()
    page.wait_for_timeout(500)
    assert shown.text_content() == stopped
    page.get_by_role("button", name="To the beginning").click()
    expect(page).to_have_url(re.compile("month=1922-04"))


def test_the_record_is_searched_and_an_entry_says_who_contradicts_it(page: Any) -> None:
    page.goto("/record")
    page.get_by_role("searchbox").fill("testament publishing")
    page.get_by_role("searchbox").press("Enter")
    page.get_by_role("link", name="Forty-four votes").click()
    expect(page.get_by_role("article")).to_contain_text("Disputed")
    expect(page.get_by_role("article")).to_contain_text("documents.testament", timeout=60_000)
    page.get_by_role("radio", name="Votes").check(force=True)
    votes = page.get_by_role("region", name="Votes")
    expect(votes.get_by_role("status")).to_have_text("0 votes with “testament publishing”.")
    page.get_by_role("searchbox").fill("")
    page.get_by_role("searchbox").press("Enter")
    expect(votes.get_by_role("status")).to_have_text(re.compile(r"^[1-9]\d* votes\.$"))


@pytest.mark.parametrize(
    ("path", "part"),
    [(OUTCOME, "Who leads"), (HOUSE, "in practice"), (RUN, "Who made whom")],
    ids=["outcome", "house", "trees"],
)
def test_picture_data_and_report_can_be_saved(page: Any, path: str, part: str) -> None:
    page.goto(path)
    shown = page.get_by_role("region", name=part)
    page.locator(VIEWS[path]).first.wait_for()
    shown.get_by_text("Share and save").click()
    endings = {
        "Picture, SVG": ".svg",
        "Picture, PNG": ".png",
        "Data, CSV": ".csv",
        "Data, Parquet": ".parquet",
        "Report, one page": ".html",
    }
    for button, ending in endings.items():
        with page.expect_download() as saved:
            shown.get_by_role("button", name=button).click()
        assert saved.value.suggested_filename.endswith(ending)
        kept = saved.value.path().read_bytes()
        # A few rows are little to read; a picture, or a page, is not.
        assert kept.count(b"\n") > 1 if ending == ".csv" else len(kept) > 500


def test_a_history_is_saved_as_a_picture_of_its_own(page: Any) -> None:
    page.goto(RUN)
    save = page.locator("header .save")
    save.locator("summary").click()
    with page.expect_download() as saved:
        save.get_by_role("button", name="Picture, SVG").click()
    drawn = saved.value.path().read_text()
    for said in (
        "A toy succession: run 0 under seed 1",
        "Who could count on the Politburo",
        "September 1922",
    ):
        assert said in drawn
    # What is drawn stands in the file itself, and nothing is left of it on the page.
    assert re.search(r'<rect[^>]* style="fill: rgb', drawn)
    assert page.locator(".drawn-aside").count() == 0
    with page.expect_download() as saved:
        save.get_by_role("button", name="Picture, PNG").click()
    kept = saved.value.path().read_bytes()
    assert kept.startswith(b"\x89PNG")
    assert len(kept) > 5000


@pytest.mark.parametrize("width", [360, 600, 768])
@pytest.mark.parametrize("path", [OUTCOME, RUN, HOUSE, RECORD])
def test_what_can_be_saved_is_in_sight_also_on_a_phone(page: Any, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path)
    page.locator(VIEWS[path]).first.wait_for(state="attached")
    page.locator(".save summary").first.click()
    menu = page.locator(".save[open] .menu").bounding_box()
    assert menu["x"] >= 0
    assert menu["x"] + menu["width"] <= width


def test_what_is_still_played_is_not_saved_half(page: Any, toy: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toy, "pause", 3)
    page.goto("/house?scenario=succession-1922&run=17")
    plan = page.get_by_role("region", name="on paper")
    plan.get_by_text("Share and save").click()
    plan.get_by_role("button", name="Data, Parquet").click()
    expect(plan.get_by_role("status").filter(has_text="still being played")).to_be_visible()


def test_the_report_of_a_run_opens_without_a_server(page: Any, browser: Browser, tmp_path: Path) -> None:
    page.goto(RUN)
    page.locator("header .save summary").click()
    with page.expect_download() as saved:
        page.locator("header .save").get_by_role("button", name="Report, one page").click()
    saved.value.save_as(tmp_path / "run.html")
    alone = browser.new_context(offline=True)
    report = alone.new_page()
    report.goto((tmp_path / "run.html").as_uri())
    expect(report.get_by_role("heading", level=1)).to_have_text("A toy succession: run 0 under seed 1")
    expect(report.get_by_text("Who leads, and who is chief secretary")).to_be_visible()
    expect(report.locator("[data-figure] .bars").first).to_be_visible()
    alone.close()


def test_a_long_job_shows_progress_is_stopped_and_goes_on(
    page: Any, toy: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toy, "pause", 0.05)
    page.goto(OUTCOME.replace("runs=40", "runs=90"))
    progress = page.get_by_text(re.compile(r"\d+ of 90 histories played"))
    expect(progress).to_be_visible()
    page.reload()
    expect(progress).to_be_visible()
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_text("What was finished is kept")).to_be_visible()
    monkeypatch.setattr(toy, "pause", 0.0)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("slider", name="Month")).to_be_visible()


def test_a_server_that_ended_is_waited_for_and_goes_on_with_what_was_kept(
    page: Any, served: Any, toy: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toy, "pause", 0.05)
    page.goto(OUTCOME.replace("runs=40&seed=1", "runs=90&seed=2"))
    expect(page.get_by_text(re.compile(r"[1-9]\d* of 90 histories played"))).to_be_visible()
    served.stop()
    expect(page.get_by_text("Asking again; what was finished is kept")).to_be_visible()
    monkeypatch.setattr(toy, "pause", 0.0)
    served.start()
    expect(page.get_by_role("slider", name="Month")).to_be_visible()
    page.complaints[:] = [said for said in page.complaints if "ERR_" not in said]


def test_the_house_of_power_turns_round_between_paper_and_practice(page: Any) -> None:
    page.goto("/house?scenario=succession-1922")
    room = page.get_by_role("button", name="Secretariat Stalin: 3 seats")
    room.press("Enter")
    card = page.get_by_role("region", name="Secretariat")
    expect(card).to_contain_text("Central Committee elects Secretariat")
    page.get_by_role("radio", name="In practice").check(force=True)
    expect(card).to_contain_text("Secretariat appoints Regional secretaries (80 posts; 0 filled so far)")
    expect(card).not_to_contain_text("Central Committee elects Secretariat")
    expect(page).to_have_url(re.compile("as=practice.*room=secretariat"))


def test_an_arrow_that_is_pointed_at_says_its_rule_and_leads_to_its_source(page: Any) -> None:
    page.goto("/house?scenario=succession-1922")
    page.locator(".arrow.shown").first.wait_for(state="attached")
    free = """
      for (const arrow of document.querySelectorAll('.arrow.elects.shown')) {
        for (let part = 0.1; part < 0.9; part += 0.02) {
          const at = arrow.getPointAtLength(part * arrow.getTotalLength());
          const point = new DOMPoint(at.x, at.y).matrixTransform(arrow.getScreenCTM());
          if (document.elementFromPoint(point.x, point.y) === arrow) return [point.x, point.y];
        }
      }
    """
    page.mouse.move(*page.evaluate(f"() => {{{free}}}"))
    caption = page.locator(".caption")
    expect(caption).to_contain_text(" elects ")
    source = caption.get_by_role("link").first
    expect(source).to_have_attribute("href", re.compile(r"/record\?entry="))


def test_arrows_turn_and_stand_still_for_whoever_asks_for_less_motion(page: Any) -> None:
    aside = "getComputedStyle(document.querySelector('.arrow:not(.shown)'))"
    lasting = "getComputedStyle(document.querySelector('.arrow')).transitionDuration"
    page.goto("/house?scenario=succession-1922")
    page.locator(".arrow.shown").first.wait_for(state="attached")
    assert page.evaluate(f"{aside}.transform").startswith("matrix(-1")
    # What is not drawn is not painted either, in any month that moves.
    assert page.evaluate(f"{aside}.visibility") == "hidden"
    assert set(page.evaluate(lasting).split(", ")) == {"0s"}
    page.emulate_media(reduced_motion="no-preference")
    assert set(page.evaluate(lasting).split(", ")) == {"0.5s", "0s", "0.9s"}


def test_a_seat_says_who_sits_in_it_and_who_made_him_by_month(page: Any) -> None:
    page.goto("/house?scenario=succession-1922&as=practice&month=1922-07&room=politburo")
    room = page.get_by_role("button", name="Politburo")
    card = page.get_by_role("region", name="Politburo")
    expect(card).to_contain_text("Zinoviev")
    room.press("ArrowRight")
    expect(page.get_by_role("status").filter(has_text="Lenin, Politburo")).to_contain_text(
        "Depends on nobody"
    )
    page.get_by_role("slider", name="Month").fill(TOYS_LAST)
    expect(card).not_to_contain_text("Zinoviev")
    expect(card).to_contain_text("Trotsky")


def test_an_arrow_broadens_with_the_places_it_fills(page: Any) -> None:
    page.goto("/house?scenario=succession-1922&as=practice&month=1922-04&room=secretariat")
    card = page.get_by_role("region", name="Secretariat")
    expect(card).to_contain_text("Secretariat appoints Regional secretaries (80 posts; 0 filled so far)")
    # The card is there a moment before the plan, whose width is measured first.
    expect(page.locator(".arrow.shown").first).to_be_attached()
    widths = (
        "[...document.querySelectorAll('.arrow.shown')].map(arrow => +arrow.getAttribute('stroke-width'))"
    )
    before = max(page.evaluate(widths))
    page.get_by_role("slider", name="Month").fill(TOYS_LAST)
    expect(card).to_contain_text("13 filled so far")
    # Arrows take turns, one after the other.
    expect(page.locator(f".arrow.appoints.shown:not([stroke-width='{before}'])").first).to_be_attached()
    assert max(page.evaluate(widths)) > before


def test_a_tree_of_clients_grows_and_is_cut(page: Any) -> None:
    page.goto("/run?scenario=succession-1922&seed=1&month=1922-08")
    card = page.get_by_role("region", name="Who made whom")
    expect(card.get_by_role("button", name=re.compile(r"^Stalin 40 .*: 40 clients"))).to_be_visible()
    expect(card).to_contain_text("Regional secretaries, Perm since May 1922")
    page.get_by_role("slider", name="Month").fill(TOYS_LAST)
    expect(card.get_by_role("button", name=re.compile(r"^Stalin 10 .*: 10 clients"))).to_be_visible()
    expect(card).to_contain_text("Regional secretaries, Perm, dismissed by Zinoviev February 1923")


def test_why_is_asked_stopped_asked_again_and_found_after_a_reload(
    page: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_go = Event()

    def why_played(_: Any, run: int, event: int, *, watcher: Any) -> Any:
        while not let_go.is_set():
            watcher.running(3, 12, 1.0)
            time.sleep(0.02)
        return samples.WHY

    monkeypatch.setattr("apparat.web.work.answers.why_played", why_played)
    page.goto("/run?scenario=succession-1922&seed=1&run=0&show=all")
    page.get_by_role("button", name="Why? Politburo, on Stalin's motion to condemn").click()
    expect(page.get_by_text("3 of 12 trials played")).to_be_visible()
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_text("nothing is kept")).to_be_visible()
    let_go.set()
    page.get_by_role("button", name="Begin again").click()
    answer = page.get_by_role("region", name="Why?")
    expect(answer.get_by_role("heading", name="The smallest change that undoes it")).to_be_visible()
    page.reload()
    expect(answer.get_by_role("heading", name="The smallest change that undoes it")).to_be_visible()
    answer.get_by_role("button", name="Close").click()
    expect(page).not_to_have_url(re.compile("why="))


def test_institutions_change_while_time_runs(page: Any) -> None:
    page.goto("/house?scenario=collective-1953&month=1953-03")
    slider = page.get_by_role("slider", name="Month")
    expect(slider).to_have_attribute("aria-valuetext", "March 1953")
    slider.press("End")
    expect(page.get_by_role("heading", name="July 1957, on paper")).to_be_visible()


def test_an_unknown_scenario_is_told_in_words(page: Any) -> None:
    page.goto("/outcome?scenario=sucession-1922")
    expect(page.get_by_role("alert")).to_contain_text("Did you mean succession-1922")
    page.complaints[:] = [said for said in page.complaints if "422" not in said]


def test_nothing_is_asked_of_any_other_machine(page: Any) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(OUTCOME)
    expect(page.get_by_role("slider", name="Month")).to_be_visible()
    here = page.evaluate("location.origin")
    assert asked
    assert all(address.startswith((here, "blob:")) for address in asked)


@pytest.mark.parametrize(("path", "sight"), VIEWS.items(), ids=VIEWS)
def test_nobody_meets_a_barrier_or_scrolls_sideways_in(page: Any, path: str, sight: str) -> None:
    page.goto(path)
    page.locator(sight).first.wait_for()
    none_in(page)
    assert page.viewport_size["width"] == 360


def test_what_a_visitor_loads_is_small(page: Any) -> None:
    sizes: dict[str, int] = {}
    page.on("response", lambda answer: sizes.update({answer.url: answer.request.sizes()["responseBodySize"]}))
    page.goto("/", wait_until="networkidle")
    assets = {url: size for url, size in sizes.items() if "/assets/" in url}
    assert len(assets) >= 2
    assert sum(assets.values()) < 400_000
