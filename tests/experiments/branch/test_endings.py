"""A past and its endings: a run of the ensemble, kept as it was, and luck that does not depend on how."""

from pathlib import Path

import numpy as np
import pytest

from apparat.engine import Engine, build
from apparat.experiments.branch.endings import Past, play
from apparat.experiments.resumable.folder import Folder

LATE, LATER = 84, 88
MONTHS = 93


@pytest.fixture(scope="module")
def engine() -> Engine:
    return build("succession-1922", seed=5, journal="none")


def played(engine: Engine, path: Path, dates: list[int], endings: int, run: int = 1) -> Past:
    with Folder(path, {"seed": 5}, resume=path.exists()) as folder:
        return play(engine, folder, run, dates, endings)


def test_a_past_is_the_run_of_its_number_up_to_the_date(engine: Engine, tmp_path: Path) -> None:
    alone = engine.open(1)
    alone.advance(LATE)
    ended = played(engine, tmp_path / "a", [LATE], 2).ended[0]
    assert ended.digest == alone.digest
    assert (ended.leaders == alone.world["leaders"][0][LATE - 1]).all()
    alone.advance(MONTHS)
    assert alone.digest not in ended.digests.tolist()


def test_whoever_leads_when_the_date_comes_led_in_the_month_before_it(engine: Engine, tmp_path: Path) -> None:
    alone = engine.open(1)
    alone.advance(MONTHS)
    leaders = alone.world["leaders"][0]
    changed = (leaders[1 : MONTHS - 1] != leaders[: MONTHS - 2]).any(axis=1)
    date = int(np.flatnonzero(changed)[-1]) + 2
    assert (leaders[date - 1] != leaders[date - 2]).any()
    ended = played(engine, tmp_path / "a", [date], 1).ended[0]
    assert (ended.leaders == leaders[date - 1]).all()


def test_endings_of_one_past_differ_and_those_of_one_number_do_not(engine: Engine, tmp_path: Path) -> None:
    one, other = (played(engine, tmp_path / name, [LATE], 3).ended[0] for name in "ab")
    assert len(set(one.digests.tolist())) == 3
    assert (one.digests == other.digests).all()
    assert (one.ends == other.ends).all()


def test_another_date_on_the_way_changes_no_ending(engine: Engine, tmp_path: Path) -> None:
    both = played(engine, tmp_path / "a", [LATE, LATER], 2)
    alone = played(engine, tmp_path / "b", [LATER], 2)
    assert (both.ended[1].digests == alone.ended[0].digests).all()
    assert both.played == LATER + 2 * (MONTHS - LATE) + 2 * (MONTHS - LATER)


def test_what_is_on_disk_is_not_played_again(engine: Engine, tmp_path: Path) -> None:
    first = played(engine, tmp_path / "a", [LATE], 2)
    again = played(engine, tmp_path / "a", [LATE], 2)
    more = played(engine, tmp_path / "a", [LATE], 3)
    assert (first.played, again.played, more.played) == (LATE + 2 * (MONTHS - LATE), 0, MONTHS - LATE)
    assert (more.ended[0].digests[:2] == first.ended[0].digests).all()
    fewer = played(engine, tmp_path / "a", [LATE], 2).ended[0]
    assert (fewer.digests == first.ended[0].digests).all()
    assert len(fewer.ends) == 2


def test_a_past_read_from_disk_has_the_parameters_that_it_had(engine: Engine, tmp_path: Path) -> None:
    run = next(run for run in range(9) if engine.open(run).world["clock"]["parameters"][0])
    played(engine, tmp_path / "a", [LATE], 1, run)
    later = played(engine, tmp_path / "a", [LATE], 2, run)
    at_once = played(engine, tmp_path / "b", [LATE], 2, run)
    assert (later.ended[0].digests == at_once.ended[0].digests).all()


def test_a_damaged_past_is_played_anew_and_ends_the_same(engine: Engine, tmp_path: Path) -> None:
    whole = played(engine, tmp_path / "a", [LATE], 3).ended[0]
    played(engine, tmp_path / "b", [LATE], 2)
    [kept] = (tmp_path / "b").glob("pieces/pasts-*/*.npz")
    kept.write_bytes(kept.read_bytes()[:-50])
    after = played(engine, tmp_path / "b", [LATE], 3)
    assert after.played == LATE + MONTHS - LATE
    assert (after.ended[0].digests == whole.digests).all()


def test_at_the_opening_nobody_has_looked_who_leads(engine: Engine, tmp_path: Path) -> None:
    ended = played(engine, tmp_path / "a", [0], 1).ended[0]
    assert (ended.leaders == -1).all()
    assert np.isin(ended.ends, -1).sum() == 0
