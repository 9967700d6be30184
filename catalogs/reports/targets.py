"""How much of the report's quantities a corpus holds."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

import duckdb
import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from vlcorpus.schemas.errors import ConfigError

TARGETS = Path(__file__).parent / "targets.yaml"


class Unit(StrEnum):
    INPUTS = "inputs"
    SAMPLES = "samples"
    TOKENS = "tokens"


# An input is what stands before the `#` of a key: pages and formats of one file are one input.
_COUNT = {
    Unit.INPUTS: "count(distinct (source, split_part(source_key, '#', 1)))",
    Unit.SAMPLES: "count(*)",
    Unit.TOKENS: "coalesce(sum(n_tokens), 0)",
}


class Target(BaseModel):
    """One entry of `targets.yaml`; the file's head says what each key means."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    what: str
    source: str
    counts: Unit
    n: int = Field(gt=0)
    domain: str | None = None
    task: str | None = None
    origin: str | None = None
    stage: str | None = None


class Targets(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    scale: float = Field(gt=0)
    targets: tuple[Target, ...]


@dataclass(frozen=True)
class Standing:
    """A target, and how much of it is there."""

    target: Target
    wanted: int  # what the target asks for, at the scale aimed at
    held: int

    @property
    def percent(self) -> float:
        return 100 * self.held / self.wanted


@cache
def load_targets(path: Path = TARGETS) -> Targets:
    """Return the targets. Raises ConfigError that names the file and the key."""
    try:
        return Targets(**yaml.safe_load(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"]))
        raise ConfigError(f"{path}: {key}: {first['msg']}. See the head of the file.") from error
    except (OSError, yaml.YAMLError, TypeError) as error:
        raise ConfigError(f"{path}: not a file of targets: {error}") from error


def standings(
    connection: duckdb.DuckDBPyConnection, targets: Targets, *, domain: str, scale: float | None = None
) -> list[Standing]:
    """Return how a domain stands against its own targets and those of the training stages it feeds."""
    stages = {
        stage
        for (stage,) in connection.execute(
            "select distinct stage from samples where domain = $1", [domain]
        ).fetchall()
    }
    return [
        Standing(
            target, max(1, round(target.n * (scale or targets.scale))), _held(connection, target, domain)
        )
        for target in targets.targets
        if target.domain == domain or (target.domain is None and target.stage in stages)
    ]


def _held(connection: duckdb.DuckDBPyConnection, target: Target, domain: str) -> int:
    wanted = {"domain": domain, "task": target.task, "source": target.origin, "stage": target.stage}
    given = {column: value for column, value in wanted.items() if value is not None}
    where = " and ".join(["trainable", *(f"{column} = ${column}" for column in given)])
    asked = f"select {_COUNT[target.counts]} from samples where {where}"  # noqa: S608 our names, bound values
    [(held,)] = connection.execute(asked, given).fetchall()
    return held
