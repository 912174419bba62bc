"""Kernels: executable for Python, linked as translations into other kernels, one version each."""

import platform
import subprocess
import sys
from typing import cast

import numpy as np
import pytest
from numpy.typing import NDArray

from apparat.world.compiler import LANES, Kernel
from apparat.world.elementary import exp, log
from apparat.world.kernel import kernel, lanes, registers


@kernel
def _third(n: int) -> int:
    return n // 3


@kernel
def _twice_third(n: int) -> int:
    return 2 * _third(n)


@kernel
def _both(row: np.void) -> float:
    return _third(row.small) + _third(7) + _twice_third(row.large) + row.share


# What is looked at is their translation, which is left out where an earlier process kept one on disk.
cast(Kernel, _both)._kept = True


def test_a_kernel_runs_from_python_and_from_other_kernels() -> None:
    assert _third(10) == 3
    assert _twice_third(10) == 6


def test_kernels_below_kernels_are_linked_in() -> None:
    row = np.zeros(1, np.dtype([("small", "i1"), ("large", "i8"), ("share", "f4")]))
    row["small"], row["large"], row["share"] = 9, 300, 0.5
    assert _both(row[0]) == 3 + 2 + 200 + 0.5


def test_callers_share_one_translation_whatever_the_width_of_their_numbers() -> None:
    row = np.zeros(1, np.dtype([("small", "i1"), ("large", "i8"), ("share", "f4")]))
    _both(row[0])
    assert len(_third._part.overloads) == 1


def test_a_translation_is_heard_of_by_name() -> None:
    heard: list[str] = []

    @kernel
    def _inner(n: int) -> int:
        return n + 1

    @kernel
    def _outer(n: int) -> int:
        return _inner(n) * 2

    before = Kernel.heard
    Kernel.heard = staticmethod(heard.append)
    try:
        assert _outer(1) == 4
    finally:
        Kernel.heard = before
    assert heard == ["_inner"]


NAMED = """
import sys
import numpy as np
from apparat.world.kernel import kernel
from numba import typeof
for others in range(int(sys.argv[1])):
    typeof(np.zeros(1, [(f"other{others}", "i4")])[0])
print(typeof(np.zeros(1, [("a", "i4"), ("b", "f8")])[0]).mangling_args)
"""


def test_code_is_named_by_what_a_record_holds_not_by_when_a_process_met_it() -> None:
    names = {
        subprocess.run(
            [sys.executable, "-c", NAMED, others], capture_output=True, text=True, check=True
        ).stdout
        for others in ("0", "3")
    }
    assert len(names) == 1


@kernel
def _curve(x: float) -> float:
    return log(1.0 + exp(-x)) / (2.0 + x)


@lanes
def _all_at_once(table: NDArray[np.float64], rows: int) -> None:
    for k in range(rows):
        table[1, k] = _curve(table[0, k])


cast(Kernel, _all_at_once)._kept = True


def test_rows_side_by_side_come_out_as_they_do_alone() -> None:
    table = np.zeros((2, registers(50)))
    table[0] = np.linspace(0.0, 30.0, registers(50))
    _all_at_once(table, registers(50))
    assert table[1].tolist() == [_curve(x) for x in table[0]]


@pytest.mark.skipif(platform.machine() != "x86_64", reason="reads the code of one kind of processor")
def test_a_loop_in_lanes_becomes_vector_code() -> None:
    table = np.zeros((2, registers(1)))
    _all_at_once(table, registers(1))
    (code,) = cast(Kernel, _all_at_once).inspect_asm().values()
    assert "vmulpd" in code or "mulpd" in code


@pytest.mark.parametrize("rows", [0, 1, LANES, LANES + 1])
def test_registers_hold_all_rows_and_no_register_is_empty(rows: int) -> None:
    assert rows <= registers(rows) < rows + LANES
    assert registers(rows) % LANES == 0
