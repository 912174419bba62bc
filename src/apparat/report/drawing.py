"""What pictures share: colours, type, and how a figure becomes a file."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from apparat.ground.errors import ApparatError, UsageError

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FORMATS = (".svg", ".png", ".pdf")

# Okabe and Ito's colours, which readers with any kind of colour vision tell apart, in an order of contrast.
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00")
ACCENT, WARNING = COLOURS[0], COLOURS[5]
GREY, PALE = "#C9CCD1", "#E6E8EB"
INK, FAINT = "#22262B", "#6B7280"
# The font comes with matplotlib; the salt makes equal pictures equal files.
STYLE: dict[Any, Any] = {"font.family": "DejaVu Sans", "svg.hashsalt": "apparat"}


def check_picture(path: Path) -> None:
    """Raises UsageError, before any work is done, for a file that no picture can be written to."""
    if path.suffix.lower() not in FORMATS:
        raise UsageError(f"{path}: a picture's name ends in {', '.join(FORMATS[:-1])} or {FORMATS[-1]}.")
    if not path.absolute().parent.is_dir():
        raise UsageError(f"{path}: there is no folder {path.absolute().parent}. Make it first.")


def write(figure: "Figure", path: Path, said: str) -> None:
    """Write a figure, with a line on what made it inside. Raises ApparatError if it cannot be written."""
    from matplotlib import rc_context

    try:
        with rc_context(STYLE):
            figure.savefig(path, dpi=160, metadata=_metadata(path, said))
    except OSError as error:
        raise ApparatError(f"{path}: the picture could not be written: {error.strerror or error}.") from error


def _metadata(path: Path, said: str) -> dict[str, str | None]:
    if path.suffix.lower() == ".svg":
        return {"Description": said, "Date": None}
    return {"Subject": said} if path.suffix.lower() == ".pdf" else {"Description": said}
