"""One order at work: how far it is, and its end."""

from threading import Event
from typing import Literal

from pydantic import BaseModel, Field

from apparat.experiments.seam import Progress
from apparat.ground.errors import Interrupted
from apparat.web.work.orders import Order

State = Literal["waiting", "running", "done", "failed", "stopped"]
Stage = Literal["waiting", "preparing", "playing", "ended"]

FINAL = frozenset({"done", "failed", "stopped"})


class JobView(BaseModel):
    """A job as its readers see it."""

    id: str = Field(description="thirty-two hexadecimal digits that follow from the order")
    order: Order
    state: State
    stage: Stage = Field(description="`preparing` compiles the model, which happens once")
    done: int = Field(description="pieces of this stage that are done: kernels, or runs")
    total: int = Field(description="pieces of this stage in all; 0 while unknown")
    rate: float = Field(description="runs a second; 0 while unknown")
    message: str | None = Field(description="why it failed, or what is kept")


class Stopped(Interrupted):
    """Raised inside a job whose reader asked for its end."""


class Job:
    """A watcher that remembers what it heard, and passes on the wish to stop."""

    def __init__(self, order_id: str, order: Order) -> None:
        self._asked_to_stop = Event()
        self.view = JobView(
            id=order_id,
            order=order,
            state="waiting",
            stage="waiting",
            done=0,
            total=0,
            rate=0.0,
            message=None,
        )

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen."""
        return self.view.state in FINAL

    def stop(self) -> None:
        """Ask the job to end at the next chance."""
        self._asked_to_stop.set()

    def check(self) -> None:
        """Raises Stopped where somebody asked for the end."""
        if self._asked_to_stop.is_set():
            raise Stopped("Stopped. Runs that were finished are kept, and asking again goes on with them.")

    def compiling(self, kernel: str, done: int, total: int) -> None:  # noqa: ARG002 (a watcher's arguments)
        """A kernel was compiled. What is half compiled is finished first."""
        self._tell(state="running", stage="preparing", done=done, total=total)

    def running(self, done: int, total: int, rate: float) -> None:
        """Runs finished so far."""
        self.check()
        self._tell(state="running", stage="playing", done=done, total=total, rate=rate)

    def staged(self, progress: Progress) -> None:
        """A stage of long work has come so far."""
        self.running(progress.done, progress.total, progress.rate)

    def end(self, state: State, message: str | None = None) -> None:
        """The job is over."""
        self._tell(state=state, stage="ended", message=message)

    def _tell(self, **changed: object) -> None:
        # One assignment, so that readers on other threads see a view whole.
        self.view = self.view.model_copy(update=changed)
