"""An answer to why, as text and as a picture."""

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from apparat.report.why import report
from apparat.report.why_picture import draw, save_why_picture
from tests.report.samples import WHY

LONG = (
    "Joint plenum of the Central Committee and the Central Control Commission, on Lunacharsky's motion to "
    "remove Zinoviev from his post: 5 for, 4 against. Carried."
)


def test_the_report_tells_roll_appointments_luck_and_changes_within_the_width() -> None:
    console = Console(file=StringIO(), width=80)
    for part in report(WHY):
        console.print(part)
    said = console.file.getvalue()
    assert all(len(line.rstrip()) <= 80 for line in said.splitlines())
    for told in (*WHY.prose, "dependence", "fear", "1923-01", "the testament is read out", WHY.digest):
        assert told in said


@pytest.mark.parametrize("said", [WHY.said, LONG])
def test_the_picture_says_the_whole_event_and_nothing_runs_out_of_it(said: str) -> None:
    assert WHY.smallest is not None
    change = WHY.smallest.model_copy(update={"what": f"{LONG} is put to nobody"})
    figure = draw(WHY.model_copy(update={"said": said, "smallest": change}))
    figure.canvas.draw()
    told = " ".join(text.get_text() for text in figure.texts)
    assert said in told
    assert f"{change.what}, from 1924-05" in told
    edge = figure.bbox
    lows = []
    for text in figure.texts:
        box = text.get_window_extent()
        assert edge.x0 <= box.x0
        assert box.x1 <= 0.98 * edge.x1
        lows.append(box.y0)
    title = figure.axes[0].title.get_window_extent()
    assert title.y1 < min(low for low in lows if low > title.y0)


def test_the_picture_is_named_after_its_digest(tmp_path: Path) -> None:
    save_why_picture(WHY, tmp_path / "why.svg")
    assert WHY.digest in (tmp_path / "why.svg").read_text(encoding="utf-8")
