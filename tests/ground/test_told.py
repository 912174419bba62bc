"""JSON from elsewhere is read within bounds."""

import pytest

from apparat.ground.told import DEPTH, parsed


def test_what_is_in_order_is_read() -> None:
    assert parsed(b'{"a": [1, 2.5, null, "\\u00e9"]}') == {"a": [1, 2.5, None, "é"]}


@pytest.mark.parametrize("levels", [DEPTH + 1, 500, 100_000])
def test_nesting_is_bounded(levels: int) -> None:
    assert parsed(b"[" * DEPTH + b"]" * DEPTH)
    with pytest.raises(ValueError, match="nested too deeply"):
        parsed(b"[" * (levels + 1) + b"]" * (levels + 1))


@pytest.mark.parametrize("text", [b"", b"{", b"\xff", b'"\\ud800"', b"9" * 5_000])
def test_whatever_else_is_wrong_is_one_kind_of_error(text: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        parsed(text)
