"""The result of a replay: one run of a store, run again alone with the full journal."""

from typing import Literal

from pydantic import Field

from apparat.results.run import Told


class ReplayResult(Told):
    """A run of a store, and the digest that was stored for it."""

    schema_name: Literal["apparat/replay/1"] = Field("apparat/replay/1", alias="schema")
    store: str = Field(description="folder of the store")
    stored_digest: str = Field(description="the digest that the store holds for this run")

    @property
    def equal(self) -> bool:
        """Whether the replay repeated the stored run bit for bit."""
        return self.digest == self.stored_digest
