"""The figures as tables in Markdown and as a picture."""

import platform
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.institution.agree import Agreement
from bench.institution.measure import REFERENCE

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LINES = {"kernels": "o-", "c": "s--", "mesa": "^-", "starsim": "D-"}
TITLES = {"kernels": "Apparat's kernels", "c": "C by hand", "mesa": "Mesa", "starsim": "Starsim"}


def machine() -> str:
    """The processor and the system, as far as they tell."""
    name = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        lines = (
            line.partition(":")[2].strip()
            for line in cpuinfo.read_text().splitlines()
            if "model name" in line
        )
        name = next(lines, name)
    return f"{name}, {platform.system()} {platform.release().split('-')[0]}"


def compared(found: dict[str, Any]) -> str:
    """A row for each size and implementation."""
    rows = [
        "| posts | implementation | ms a run, median | smallest to largest | against the kernels |",
        "| --- " * 5 + "|",
    ]
    for size in found["sizes"].values():
        for name, ms in size["milliseconds"].items():
            ratio = size["ratio"][name]
            against = (
                "1"
                if name == REFERENCE
                else f"{_short(ratio['median'])} ({_short(ratio['min'])} to {_short(ratio['max'])})"
            )
            spread = f"{_short(ms['min'])} to {_short(ms['max'])}"
            rows.append(
                f"| {size['posts']:,} | {TITLES[name]} | {_short(ms['median'])} | {spread} | {against} |"
            )
    return "\n".join(rows)


def grown(found: dict[str, Any]) -> str:
    """A row for each thing that grows and implementation: nanoseconds for a post, month and run."""
    rows = []
    for what, hands in found.items():
        values = [f"{case['value']:,}" for case in next(iter(hands.values()))]
        rows += ["", f"| {what} | {' | '.join(values)} |", "| --- " * (len(values) + 1) + "|"]
        for name, cases in hands.items():
            rows.append(f"| {TITLES[name]} | {' | '.join(_short(case['nanoseconds']) for case in cases)} |")
    return "\n".join(rows[1:])


def agreed(found: dict[str, dict[str, Agreement]]) -> str:
    """A row for each figure: means, and the distance between the distributions beside the bound on it."""
    rows = ["| figure | implementation | mean | kernels' mean | distance | bound |", "| --- " * 6 + "|"]
    for name, figures in found.items():
        for figure, a in figures.items():
            numbers = (a.mean, a.reference, a.distance, a.bound)
            rows.append(f"| {figure} | {TITLES[name]} | {' | '.join(f'{x:.3f}' for x in numbers)} |")
    return "\n".join(rows)


def versions(found: dict[str, Any]) -> str:
    """What ran, in a line for each implementation."""
    return "\n".join(
        f"* {TITLES[name]}: {', '.join(f'{package} {number}' for package, number in each.items())}"
        for name, each in found["versions"].items()
    )


def _short(value: float) -> str:
    """Three significant digits."""
    digits = 2 if value < 10 else 1 if value < 100 else 0
    return f"{value:,.{digits}f}"


def picture(found: dict[str, Any], path: Path) -> None:
    """Cost of a run over posts by implementation and, if it was measured, how the kernels' cost grows."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    with mpl.rc_context({"svg.hashsalt": "institution", "font.family": "DejaVu Sans"}):
        figure = Figure(
            figsize=(10 if "growth" in found else 6, 4.2), layout="constrained", facecolor="white"
        )
        first, *rest = figure.subplots(1, 2 if "growth" in found else 1, squeeze=False)[0]
        _costs(first, found)
        for axes in rest:
            _growth(axes, found["growth"])
        figure.savefig(path, dpi=150, metadata={"Date": None} if path.suffix == ".svg" else None)


def _costs(axes: "Axes", found: dict[str, Any]) -> None:
    """Milliseconds a run over posts, a line for each implementation."""
    sizes = list(found["sizes"].values())
    posts = [size["posts"] for size in sizes]
    for name in found["versions"]:
        taken = [size["milliseconds"][name]["median"] for size in sizes]
        axes.loglog(posts, taken, LINES[name], markersize=5, label=TITLES[name])
    axes.set(xlabel="posts", ylabel="ms a run, one core", title="The loop of power, 93 months")
    axes.set_xticks(posts, [f"{n:,}" for n in posts])
    axes.minorticks_off()
    axes.grid(visible=True, alpha=0.3)
    axes.legend(frameon=False)


def _growth(axes: "Axes", growth: dict[str, Any]) -> None:
    """What a post, month and run costs the kernels while each of the three grows a thousandfold."""
    for k, (what, hands) in enumerate(growth.items()):
        cases = hands[REFERENCE]
        start = cases[0]["value"]
        axes.semilogx(
            [case["value"] / start for case in cases],
            [case["nanoseconds"] for case in cases],
            ("o-", "s--", "^:")[k],
            markersize=5,
            label=f"{what}: {start:,} to {cases[-1]['value']:,}",
        )
    axes.set(
        xlabel="times the smallest", ylabel="ns a post, month and run", title="How the kernels' cost grows"
    )
    axes.set_ylim(bottom=0)
    axes.grid(visible=True, alpha=0.3)
    axes.legend(frameon=False)
