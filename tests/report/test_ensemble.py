"""An ensemble's report says everything in its result, within the width of the terminal."""

import io

import pytest
from rich.console import Console
from toy import ToyEngine

from apparat.report.ensemble import report
from apparat.results.assemble import ensemble_result
from apparat.results.ensemble import EnsembleResult, LeaderMonth
from apparat.results.series import shares_over_time
from apparat.store.store import Store


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> EnsembleResult:
    engine = ToyEngine()
    block = engine.block(0, 60)
    folder = tmp_path_factory.mktemp("s") / "store"
    with Store.create(folder, identity=engine.identity, request={}, runs=60) as store:
        store.write_block(0, block.tables(), block.digests)
        return ensemble_result(store, engine.directory, kept=False)


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("width", [60, 80, 160])
def test_the_report_fits_the_terminal(result: EnsembleResult, width: int, plain: bool) -> None:
    console = Console(file=io.StringIO(), width=width, highlight=False)
    for part in report(result, width=width, plain=plain):
        console.print(part)
    assert max(map(len, console.file.getvalue().splitlines())) <= width


def test_the_report_has_every_part_and_ends_with_conclusion_and_digest(result: EnsembleResult) -> None:
    console = Console(file=io.StringIO(), width=200, highlight=False)
    for part in report(result, width=200, plain=False):
        console.print(part)
    text = console.file.getvalue()
    for heading in ("Share of runs led", "Who leads in", "Seats lost", "Recorded motions", "own contests"):
        assert heading in text
    assert "98 % (102:2)" in text
    last = " ".join(text.split())
    assert f"{' '.join(result.conclusion.split())} Digest: {result.digest}" in last


def test_shares_of_a_month_add_up_to_one_however_many_lead(result: EnsembleResult) -> None:
    many = tuple(
        LeaderMonth(
            month=month, yardstick="conduct", key=key, person=f"no. {key}", runs=1, share=0.05, low=0, high=1
        )
        for month in ("1922-04", "1922-05")
        for key in range(1, 21)
    )
    series = shares_over_time(result.model_copy(update={"over_time": many, "end": "1922-05"}))
    assert list(series)[-1] == "others"
    assert len(series) == 7
    assert [sum(month) for month in zip(*series.values(), strict=True)] == pytest.approx([1, 1])
