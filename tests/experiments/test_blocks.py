"""Ranges of runs are handed out once each, and sized by what they take."""

from apparat.experiments.blocks import Work


def test_work_is_handed_out_once_and_shared_at_the_end() -> None:
    work = Work([(0, 10), (20, 5)])
    taken = []
    while (piece := work.take(6, 2)) is not None:
        taken.append(piece)
    runs = [run for first, count in taken for run in range(first, first + count)]
    assert runs == [*range(10), *range(20, 25)]
    assert taken[0] == (0, 6)
    assert taken[-1][1] == 1
