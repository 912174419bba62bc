"""Pictures: written, dated, labelled, the same every time."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from toy import ToyEngine

from apparat.ground.errors import ApparatError, UsageError
from apparat.report.drawing import check_picture
from apparat.report.picture import draw, levels, save_picture, spread
from apparat.results.assemble import ensemble_result
from apparat.results.ensemble import EnsembleResult
from apparat.store.store import Store


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> EnsembleResult:
    engine = ToyEngine()
    block = engine.block(0, 60)
    folder = tmp_path_factory.mktemp("s") / "store"
    with Store.create(folder, identity=engine.identity, request={}, runs=60) as store:
        store.write_block(0, block.tables(), block.digests)
        return ensemble_result(store, engine.directory, kept=False)


def texts(result: EnsembleResult) -> list[str]:
    figure = draw(result)
    return [text.get_text() for text in (*figure.texts, *figure.axes[0].texts)]


def test_the_picture_names_leaders_recorded_losses_and_that_it_is_uncalibrated(
    result: EnsembleResult,
) -> None:
    said = texts(result)
    assert any("uncalibrated" in text for text in said)
    assert any(text.startswith("Stalin ") and text.endswith(" %") for text in said)
    assert "Trotsky" in said
    assert any(result.digest[:16] in text for text in said)


def test_a_band_is_as_high_as_the_share_it_stands_for(result: EnsembleResult) -> None:
    bands = draw(result).axes[0].collections
    top = bands[-1].get_paths()[0].vertices[:, 1].max()
    assert top == pytest.approx(1)


@pytest.mark.parametrize(("suffix", "start"), [(".svg", b"<?xml"), (".png", b"\x89PNG"), (".pdf", b"%PDF")])
def test_pictures_are_written_in_each_format(
    result: EnsembleResult, tmp_path: Path, suffix: str, start: bytes
) -> None:
    save_picture(result, tmp_path / f"p{suffix}")
    assert (tmp_path / f"p{suffix}").read_bytes().startswith(start)


def test_the_same_result_draws_the_same_svg(result: EnsembleResult, tmp_path: Path) -> None:
    for name in ("a.svg", "b.svg"):
        save_picture(result, tmp_path / name)
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()
    assert b"Stalin" in (tmp_path / "a.svg").read_bytes()


def test_a_picture_that_cannot_be_written_is_refused_before_the_work(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.svg, \.png or \.pdf"):
        check_picture(tmp_path / "p.jpeg")
    with pytest.raises(UsageError, match="no folder"):
        check_picture(tmp_path / "nowhere" / "p.png")
    check_picture(tmp_path / "p.PNG")


def test_a_picture_that_fails_to_be_written_says_where(result: EnsembleResult, tmp_path: Path) -> None:
    (tmp_path / "p.png").mkdir()
    with pytest.raises(ApparatError, match=r"p\.png: the picture could not be written"):
        save_picture(result, tmp_path / "p.png")


@given(st.lists(st.floats(0, 1), min_size=1, max_size=8).map(sorted))
def test_labels_are_spread_without_changing_their_order(wanted: list[float]) -> None:
    heights = spread(wanted, 0.05)
    assert all(after - before >= 0.05 - 1e-9 for before, after in pairwise(heights))
    assert heights[-1] <= 1


def test_a_mark_near_the_next_stands_higher() -> None:
    assert levels([1924.0, 1926.0, 1926.5, 1926.8, 1929.9], 0.7) == [0, 2, 1, 0, 0]
