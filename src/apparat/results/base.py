"""What every result shares: it prints in one line, shows as a table, and is JSON with a schema."""

from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from apparat.ground.errors import unknown_name
from apparat.results.tables import Row, Table

Traits = Literal["recorded", "exchangeable"]


class Result(BaseModel):
    """Answer to one command. Its JSON form has a field `schema` that names its schema.

    A result type states `schema_name` as a constant field with the alias `schema`, and in `tables_` which of
    its fields are tables, the most asked for first.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        serialize_by_alias=True,
        validate_by_name=True,
        validate_by_alias=True,
        json_schema_serialization_defaults_required=True,
    )

    tables_: ClassVar[dict[str, type[Row]]] = {}

    def headline(self) -> str:
        """What one would ask first, in a line."""
        raise NotImplementedError

    def table(self, name: str | None = None) -> Table:
        """One of the result's tables; without a name, the first. Raises UsageError for an unknown name."""
        chosen = next(iter(self.tables_), "") if name is None else name
        if chosen not in self.tables_:
            raise unknown_name("table", chosen, self.tables_)
        return Table(chosen, self.tables_[chosen], getattr(self, chosen))

    def to_arrow(self, name: str | None = None) -> Any:
        """A table of the result as a `pyarrow.Table`."""
        return self.table(name).to_arrow()

    def to_pandas(self, name: str | None = None) -> Any:
        """A table of the result as a pandas frame."""
        return self.table(name).to_pandas()

    def to_polars(self, name: str | None = None) -> Any:
        """A table of the result as a polars frame."""
        return self.table(name).to_polars()

    def to_json(self) -> str:
        """The result as JSON text, indented, with a final newline."""
        return self.model_dump_json(indent=2) + "\n"

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self.headline()}>"

    def __str__(self) -> str:
        return self.headline()

    def _repr_html_(self) -> str:
        from apparat.results.notebook import page

        return page(self)


class Computed(Result):
    """A result that can be had again by asking again."""

    command: str = Field("", description="command that asks for it again; empty if it is not known")


class Simulated(Computed):
    """A result that comes from runs: what made it, and the digest that identifies it bit for bit."""

    digest: str = Field(description="identifies the outcome bit for bit: equal inputs give equal digests")
    scenario: str = Field(description="the scenario's id")
    scenario_hash: str = Field(description="hash of the scenario as read, variants applied")
    engine: str = Field(description="hash of the model's sources")
    seed: int = Field(description="seed of all luck")
    parameters: str = Field(description="hash of the parameter table")
    calibrated: bool = Field(description="whether the parameters were fitted to the historical record")
    traits: Traits = Field(description="`recorded`, or `exchangeable`: all from one prior")
    variants: dict[str, str] = Field(description="where sources disagree: the options chosen")
