"""The process of one commit: python -m bench.watch.side KERNELS

Reads the name of a case from standard input, runs it once, and writes the processor seconds that it took, or
why it cannot be run here. Processor seconds, since other programs disturb them little. KERNELS is the source
folder whose compiled rooms are used: where they are the same at both commits, one compilation serves both.
"""

import importlib.util
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

_ROOMS = ("world", "mechanisms", "observers", "engine")


def borrow(kernels: Path) -> None:
    """Take the compiled rooms from there, whatever else is imported from here."""
    import apparat

    for room in _ROOMS:
        name, folder = f"apparat.{room}", kernels / "apparat" / room
        spec = importlib.util.spec_from_file_location(
            name, folder / "__init__.py", submodule_search_locations=[str(folder)]
        )
        if spec is None or spec.loader is None:
            raise ImportError(name)
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        setattr(apparat, room, module)
    for room in _ROOMS:
        module = sys.modules[f"apparat.{room}"]
        if module.__spec__ is not None and module.__spec__.loader is not None:
            module.__spec__.loader.exec_module(module)


def main() -> None:
    """Serve until standard input ends."""
    import apparat

    kernels = Path(sys.argv[1])
    if kernels != Path(apparat.__file__).parents[1]:
        borrow(kernels)
    from bench.watch.cases import CASES

    ready: dict[str, Callable[[], object]] = {}
    # Whatever a case prints is not an answer.
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    for line in sys.stdin:
        name = line.strip()
        try:
            if name not in ready:
                ready[name] = CASES[name]()
            began = _processor()
            ready[name]()
            told = {"seconds": _processor() - began}
        except Exception as error:  # noqa: BLE001 (another commit may lack anything)
            told = {"lacking": f"{type(error).__name__}: {error}"}  # type: ignore[dict-item]
        print(json.dumps(told), file=answers, flush=True)


def _processor() -> float:
    own = time.process_time()
    children = os.times()
    return own + children.children_user + children.children_system


if __name__ == "__main__":
    main()
