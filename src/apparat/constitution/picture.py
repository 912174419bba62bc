"""The formal graph as a picture: the soviet chain on the left, the party's chain on the right."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from apparat.constitution.constitution import Constitution
from apparat.constitution.describe import POWERS
from apparat.constitution.graph import cycles
from apparat.constitution.layout import BOXES, DIVIDE, HEIGHT, POSTS, WIDTH, route
from apparat.constitution.model import PostClass, Standing
from apparat.constitution.parts import Figure
from apparat.constitution.strokes import COLOURS, DASHES, FAINT, INK, PAPER, PARTY, STATE, arrow, box, panel
from apparat.ground.dates import Month
from apparat.ground.errors import UsageError

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Canvas

_WORDS: dict[str, str] = {**{str(power): words for power, words in POWERS.items()}, "sits-in": "sits in"}
_SUFFIXES = (".svg", ".png", ".pdf")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True)
class Arrow:
    """One arrow between two boxes; `circular` if it is part of a circle in which power flows."""

    who: str
    power: str
    whom: str
    standing: Standing
    circular: bool


def draw(constitution: Constitution, month: Month, path: Path) -> Path:
    """Draw what is in force in a month to an SVG, PNG or PDF file, and return its path.

    Powers to confirm and dismiss and duties to report are left to the text, which has room for them, and
    so are offices: an office's powers start from its body. Raises UsageError for another kind of file
    or one that cannot be written.
    """
    kind = path.suffix.lower()
    if kind not in _SUFFIXES:
        raise UsageError(
            f"'{path}' must end in {', '.join(_SUFFIXES)}: the ending chooses the kind of picture."
        )
    from matplotlib import rc_context  # here and below: slow to import, and most callers draw nothing
    from matplotlib.figure import Figure as Canvas

    with rc_context({"font.family": ["DejaVu Sans"], "svg.hashsalt": "apparat"}):
        canvas = Canvas(figsize=(14, 9.9), facecolor=PAPER)
        _compose(canvas, constitution, month)
        try:
            canvas.savefig(path, dpi=150, metadata={"Date": None} if kind == ".svg" else None)
        except OSError as error:
            reason = error.strerror or str(error)
            raise UsageError(f"'{path}' cannot be written: {reason}. Name another file.") from None
    return path


def _compose(canvas: "Canvas", constitution: Constitution, month: Month) -> None:
    axes = canvas.add_axes((0.02, 0.085, 0.96, 0.835))
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(0.2, HEIGHT)
    axes.axis("off")
    now, drawn = constitution.at(month), sorted(arrows(constitution, month), key=lambda each: each.circular)
    _halves(axes, circular=any(each.circular for each in drawn))
    _institutions(axes, now)
    for each in drawn:
        points = route(each.who, each.power, each.whom).points(BOXES[each.who], BOXES[each.whom])
        arrow(axes, points, each.power, dashed=each.standing == "practice", shaded=each.circular)
    _words_around(canvas, now, month)
    _legend(canvas, {each.power for each in drawn})


def arrows(constitution: Constitution, month: Month) -> Iterator[Arrow]:
    """The arrows of the picture. An office acts for its body; the party's own posts share a box."""
    now = constitution.at(month)
    circles = (zip(circle, (*circle[1:], circle[0]), strict=True) for circle in cycles(constitution, month))
    circular = set(chain.from_iterable(circles))
    seen: set[tuple[str, str, str]] = set()
    for edge in now.edges:
        key = (_acting(now, edge.who), edge.does, _boxed(now, edge.whom))
        who, power, whom = key
        if who in BOXES and whom in BOXES and who != whom and power in COLOURS and key not in seen:
            seen.add(key)
            yield Arrow(*key, standing=edge.standing, circular=(who, whom) in circular)
    for name, body in now.bodies.items():
        for part in body.composed_of:
            if part in BOXES and name in BOXES:
                yield Arrow(part, "sits-in", name, standing="theory", circular=False)


def _acting(now: Constitution, node: str) -> str:
    return now.offices[node].body if node in now.offices else node


def _boxed(now: Constitution, node: str) -> str:
    """The box a class of posts stands in: that of all posts of the party's own offices, or its own."""
    post_class = now.post_classes.get(node)
    return POSTS if post_class is not None and node not in BOXES and _central(now, post_class) else node


def _central(now: Constitution, post_class: PostClass) -> bool:
    organ = now.organs.get(post_class.filled_by or "")
    return organ is not None and organ.central


def _halves(axes: "Axes", *, circular: bool) -> None:
    panel(axes, 0.1, DIVIDE - 0.1, HEIGHT, STATE)
    panel(axes, DIVIDE + 0.02, WIDTH - 0.1, HEIGHT, PARTY)
    party = (
        "In practice power flows in a circle (shaded)" if circular else "Members choose upwards, step by step"
    )
    headings = ((0.4, "The state", 1.45, "In theory wishes rise from people to government"),
                (DIVIDE + 0.3, "The party", 1.5, party))  # fmt: skip
    for left, heading, gap, line in headings:
        axes.text(left, 9.8, heading, fontsize=12, fontweight="bold", color=INK, va="center")
        axes.text(left + gap, 9.79, line, fontsize=9, style="italic", color=FAINT, va="center")


def _institutions(axes: "Axes", now: Constitution) -> None:
    for name, place in BOXES.items():
        if name in now:
            box(axes, place, now.named(name).name, _size(now, name))
    others = [entry for name, entry in now.post_classes.items() if _boxed(now, name) == POSTS]
    if others:
        count = _posts(now, others)
        box(axes, BOXES[POSTS], f"{count:,.0f} other posts" if count else "Other posts", "")


def _size(now: Constitution, name: str) -> str:
    """Seats of a body and posts it fills; the posts of the party's own offices have a box to themselves."""
    if name in now.post_classes:
        return _counted(now.post_classes[name].count, "post") if _posts(now, [now.post_classes[name]]) else ""
    seats = now.bodies[name].seats
    organs = {organ for organ, entry in now.organs.items() if entry.body == name and not entry.central}
    posts = _posts(now, (entry for entry in now.post_classes.values() if entry.filled_by in organs))
    sizes = [_counted(seats, "seat")] if seats is not None else []
    return ", ".join([*sizes, f"fills {posts:,.0f} posts"] if posts else sizes)


def _posts(now: Constitution, classes: Iterable[PostClass]) -> float:
    """Posts on the lists in the month drawn: before there were lists nobody had counted them."""
    return sum(
        entry.count.value for entry in classes if now.month is not None and entry.listed_since <= now.month
    )


def _counted(figure: Figure, word: str) -> str:
    low, high = figure.low or figure.value, figure.high or figure.value
    band = f"{low:,.0f}" if low == high else f"{low:,.0f}-{high:,.0f}"
    return f"{band} {word}" if band == "1" else f"{band} {word}s"


def _words_around(canvas: "Canvas", now: Constitution, month: Month) -> None:
    title = f"Who chooses whom: {_MONTHS[month.month - 1]} {month.year}"
    canvas.text(0.024, 0.965, title, fontsize=19, fontweight="bold", color=INK, va="center")
    line = (
        "Powers in force between the bodies of the party-state; each arrow has its source in the constitution"
    )
    canvas.text(0.024, 0.934, line, fontsize=10.5, color=FAINT, va="center")
    sources = {source for edge in now.edges for source in edge.because}
    recorded = sum(not source.startswith(("work:", "assumed:")) for source in sources)
    note = (
        f"Constitution '{now.name}': {len(now.edges)} powers in force, resting on {recorded} entries of the "
        "record; the rest is cited or marked as assumed."
    )
    canvas.text(0.976, 0.018, note, fontsize=8, color=FAINT, ha="right", va="center")


def _legend(canvas: "Canvas", powers: set[str]) -> None:
    from matplotlib.lines import Line2D

    def key(label: str, colour: str, style: Any = "solid") -> Line2D:
        return Line2D([], [], color=colour, lw=2.2, ls=style, label=label)

    keys = [key(_WORDS[power], colour) for power, colour in COLOURS.items() if power in powers]
    keys += [key("by statute or doctrine", FAINT), key("in practice only", FAINT, DASHES)]
    look: dict[str, Any] = {"frameon": False, "fontsize": 9.5, "handlelength": 2.2, "columnspacing": 1.6}
    canvas.legend(handles=keys, loc="center", bbox_to_anchor=(0.5, 0.056), ncols=9, labelcolor=INK, **look)
