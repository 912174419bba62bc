"""An Explorer over the toy engine as a process of its own, which can be killed.

python toy_server.py FOLDER PORT PAUSE: where answers are kept, and seconds that each run takes.
"""

import sys
from pathlib import Path

import uvicorn

import apparat.engine
from apparat.web.application import create
from apparat.web.serve import listen
from apparat.web.work.shelf import Shelf
from apparat.web.work.workshop import Workshop

sys.path.insert(0, str(Path(__file__).parents[1] / "experiments"))


def main(folder: str, port: str, pause: str) -> None:
    """Serve until killed."""
    from toy import ToyEngine, build

    setattr(apparat.engine, "build", lambda _, **rest: build("toy", **rest))  # noqa: B010 (as tests patch it)
    ToyEngine.pause = float(pause)
    app = create(Workshop(Shelf(Path(folder), "killed")))
    uvicorn.Server(uvicorn.Config(app, log_level="error")).run(sockets=[listen(int(port))])


if __name__ == "__main__":
    main(*sys.argv[1:])
