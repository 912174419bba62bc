"""Folders that others give away: stores with their manifests and blocks, long work, posteriors, results."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import apparat.engine
from apparat.experiments import face
from apparat.experiments.resumable.folder import Folder
from apparat.experiments.resumable.resumption import Earlier
from apparat.experiments.seam import Request
from apparat.ground.errors import ApparatError
from apparat.posterior import files as posteriors
from apparat.posterior.library import FOLDER as SHIPPED
from apparat.report.page.page import write as write_page
from apparat.store.manifest import load
from apparat.store.store import Store
from tests.experiments import toy
from tests.fuzz.door import Door
from tests.fuzz.hostile import documents

_WORK = {"analysis": "hostile", "scenario": "toy", "scenarios": ["toy"], "seed": 1, "runs": 4}
_SPARED = "keep.txt"
"""A file beside every folder, which no entry in it may reach: `../keep.txt`."""


def doors(folder: Path) -> tuple[Door, ...]:
    """The doors; the folders are made in `folder`."""
    made = folder / "made"
    made.mkdir()
    with _toys():
        face.ensemble("toy", runs=6, seed=1, out=made / "store", sets="uncalibrated", threads=1)
    with Folder(made / "work", _WORK, resume=False, request={"runs": 4}):
        pass
    posterior = next(path for path in sorted(SHIPPED.iterdir()) if posteriors.is_posterior(path))
    block = next((made / "store" / "blocks").iterdir())
    return (
        _door("manifest", made / "store", "manifest.json", _enter_manifest),
        _door("block", made / "store", f"blocks/{block.name}", _enter_block),
        _door("work", made / "work", "manifest.json", _enter_work),
        _door("posterior", posterior, posteriors.MANIFEST, posteriors.read, within=folder),
        _door(
            "result", made / "store", "result.json", lambda spoilt: write_page(spoilt, spoilt / "page.html")
        ),
    )


@contextmanager
def _toys() -> Iterator[None]:
    """A toy in the place of the engine: what is tried here is the folder, not what was played."""
    real = apparat.engine.build
    apparat.engine.build = toy.build
    try:
        yield
    finally:
        apparat.engine.build = real


def _door(
    name: str, whole: Path, file: str, enter: Callable[[Path], object], within: Path | None = None
) -> Door:
    seed = (whole / file).read_bytes()
    spoilt = (within or whole.parent) / f"spoilt-{name}"
    spared = spoilt.parent / _SPARED

    def entered(data: bytes) -> None:
        shutil.copytree(whole, spoilt)
        spared.touch()
        (spoilt / file).write_bytes(data)
        try:
            enter(spoilt)
        finally:
            shutil.rmtree(spoilt)
            if not spared.exists():
                raise RuntimeError("a file outside the folder is gone")

    return Door(name, entered, (seed,), documents(json.loads(seed)))


def _enter_manifest(folder: Path) -> None:
    manifest = load(folder)
    Request.read(manifest.request)
    with Store.resume(folder, identity=manifest.identity, runs=manifest.runs):
        pass


def _enter_block(folder: Path) -> None:
    store = Store.open(folder)
    store.missing()
    if not store.verify():
        store.digest()
    with Store.resume(folder, identity=store.manifest.identity, runs=store.manifest.runs) as swept:
        swept.missing()


def _enter_work(folder: Path) -> None:
    with suppress(ApparatError):
        earlier = Earlier.of(folder, resume=True)
        earlier.numbers(runs=None, seed=None)
        earlier.names("scenarios")
    with Folder(folder, _WORK, resume=True, request={"runs": 5}):
        pass
