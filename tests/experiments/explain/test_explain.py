"""The whole explanation: what adds up, what is kept, what is refused."""

import shutil
from pathlib import Path

import pytest

import apparat
from apparat.experiments.seam import Progress, Silence
from apparat.ground.errors import ApparatError, Interrupted, StoreError, UsageError
from apparat.results.explain import ExplainResult
from apparat.results.kept import read
from apparat.scenario import causes, library

FEW = ("machine", "lists", "war-scare")
SHIPPED = Path(library.__file__).parent / "shipped"
DISJOINT = tuple(name for name in causes.read("succession-1922").causes if name != "luck-after-lenin")


def ask(**asked: object) -> ExplainResult:
    given = {"causes": FEW, "runs": 3, "seed": 2, "sets": "uncalibrated"} | asked
    return apparat.explain("succession-1922", **given)


@pytest.fixture(scope="module")
def few() -> ExplainResult:
    return ask()


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two of the three runs."""
    folder = tmp_path_factory.mktemp("played")
    ask(out=folder, runs=2)
    return folder


@pytest.fixture
def two(played: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return shutil.copytree(played, tmp_path / "two")


@pytest.fixture(scope="module")
def sampled() -> ExplainResult:
    return ask(causes=DISJOINT, runs=2, orders=2, threads=2)


def test_contributions_add_up_to_what_all_causes_do(few: ExplainResult, sampled: ExplainResult) -> None:
    for result in (few, sampled):
        for end in result.ends:
            parts = [row.value for row in result.contributions if row.yardstick == end.yardstick]
            assert sum(parts) == pytest.approx(end.difference, abs=1e-12)
            assert end.difference == pytest.approx(end.everything - end.nothing)


def test_every_coalition_is_told_and_the_last_is_the_plain_ensemble(few: ExplainResult) -> None:
    assert len(few.coalitions) == 2 ** len(FEW)
    assert few.coalitions[0].present == ()
    assert few.coalitions[-1].present == FEW
    assert all(row.runs == few.runs for row in few.coalitions)
    plain = apparat.ensemble("succession-1922", runs=3, seed=2, sets="uncalibrated")
    shares = {(row.yardstick, row.key): row.share for row in plain.leaders}
    everything = {(row.yardstick, row.key): row.everything for row in few.leaders if row.everything}
    assert everything == pytest.approx(shares)


def test_alone_and_last_are_read_off_the_coalitions(few: ExplainResult) -> None:
    share = {frozenset(row.present): row.conduct for row in few.coalitions}
    for row in [row for row in few.contributions if row.yardstick == "conduct"]:
        assert row.alone == pytest.approx(share[frozenset({row.cause})] - share[frozenset()])
        assert row.last == pytest.approx(share[frozenset(FEW)] - share[frozenset(FEW) - {row.cause}])


def test_whoever_leads_most_often_is_explained_unless_another_is_named(few: ExplainResult, two: Path) -> None:
    shares = {row.key: row.everything for row in few.leaders if row.yardstick == "conduct" and row.key}
    assert shares[few.key] == max(shares.values())
    assert not few.asked_for
    other = ask(who="trotsky", out=two, resume=True)
    assert other.person == "Trotsky"
    assert other.asked_for
    assert other.digest == few.digest
    nobody = ask(who="nobody", out=two, resume=True)
    assert nobody.key == 0
    assert "nobody leads alone" in nobody.conclusion


def test_beyond_ten_causes_orders_are_sampled(sampled: ExplainResult) -> None:
    assert len(DISJOINT) > 10
    assert not sampled.exact
    assert sampled.histories < 2 * 2 * 2 * len(DISJOINT)
    assert len(sampled.interactions) == 3 * len(DISJOINT) * (len(DISJOINT) - 1) // 2
    assert all(row.alone is None for row in sampled.contributions)
    assert sampled == ask(causes=DISJOINT, runs=2, orders=2, threads=1)


def test_the_same_question_has_the_same_answer_on_any_number_of_threads(few: ExplainResult) -> None:
    assert ask(threads=1) == few


def test_stopped_work_goes_on_to_the_same_answer(few: ExplainResult, tmp_path: Path) -> None:
    class Stop(Silence):
        def staged(self, progress: Progress) -> None:
            if progress.done:
                raise KeyboardInterrupt

    with pytest.raises(Interrupted, match="Finished runs are kept in") as stopped:
        ask(out=tmp_path, watcher=Stop(), threads=1, runs=60)
    assert "--cause machine --cause lists --cause war-scare" in str(stopped.value)
    there = list(tmp_path.glob("pieces/runs/*.npz"))
    assert 1 <= len(there) < 60
    (tmp_path / "pieces" / "runs" / "00000.npz").write_bytes(b"half a pie")
    again = apparat.explain("succession-1922", out=tmp_path, resume=True, runs=3, sets="uncalibrated")
    assert again == few.model_copy(update={"folder": str(tmp_path)})
    assert read(tmp_path) == again


def test_more_runs_are_added_to_those_that_are_there(few: ExplainResult, two: Path) -> None:
    first = two / "pieces" / "runs" / "00000.npz"
    before = first.stat().st_mtime_ns
    more = ask(out=two, resume=True)
    assert more.digest == few.digest
    assert first.stat().st_mtime_ns == before


def test_when_the_budget_ends_the_answer_is_from_the_runs_that_are_there(two: Path) -> None:
    with pytest.raises(ApparatError, match="budget ended before 2 runs"):
        ask(budget=1e-9)
    before = read(two)
    assert isinstance(before, ExplainResult)
    cut = ask(out=two, resume=True, runs=400, budget=1e-9)
    assert (cut.runs, cut.runs_asked) == (2, 400)
    assert cut.contributions == before.contributions


def test_other_causes_in_the_folder_are_refused(two: Path) -> None:
    with pytest.raises(StoreError, match="belongs to other work"):
        ask(out=two, resume=True, causes=("machine",))


def test_causes_with_other_neutral_levels_are_other_work(tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    for folder in ("", "levers", "causes"):
        (tmp_path / folder).mkdir(exist_ok=True)
        shutil.copy(SHIPPED / folder / "succession-1922.yaml", tmp_path / folder / "mine.yaml")
    given = {"causes": "fear", "runs": 2, "seed": 2, "sets": "uncalibrated", "out": tmp_path / "kept"}
    apparat.explain(mine, **given)
    written = tmp_path / "causes" / "mine.yaml"
    text = written.read_text(encoding="utf-8")
    assert "menace: 0.8" in text
    written.write_text(text.replace("menace: 0.8", "menace: 0.7"), encoding="utf-8")
    with pytest.raises(StoreError, match="belongs to other work"):
        apparat.explain(mine, resume=True, **given)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"causes": "machin"}, "Did you mean machine"),
        ({"causes": ("machine", "machine")}, "given twice"),
        ({"causes": ("luck", "luck-after-lenin")}, "'luck' and 'luck-after-lenin' both set timeline.trotsky"),
        ({"who": "trotzky"}, "Did you mean trotsky"),
        ({"outcome": "winner"}, "Known: leader"),
        ({"runs": 1}, "--runs is a whole number from 2"),
        ({"orders": 0}, "--orders is a whole number from 2"),
        ({"causes": tuple(f"c{k}" for k in range(21))}, "at most 20"),
        ({"resume": True}, "--resume needs --out"),
        ({"budget": 0}, "greater than 0"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_plain_words(asked: dict[str, object], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        ask(**asked)


def test_a_scenario_without_causes_says_how_to_write_them(tmp_path: Path) -> None:
    file = apparat.scenario.start(tmp_path / "mine.yaml")
    with pytest.raises(UsageError, match=r"has no causes: .* folder 'causes' beside it"):
        apparat.explain(file, runs=2)
