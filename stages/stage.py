"""The contract of a stage: rows in, rows out, and not one row lost on the way.

A stage is a frozen dataclass: its fields are its parameters and therefore its part of the table's
fingerprint. What a worker must hold (a model, a browser, a child process) is a `cached_property` that
`open()` touches; it never travels.
"""

import traceback
from collections.abc import Hashable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, fields
from typing import Any, ClassVar, Generic, Protocol, TypeVar, runtime_checkable

from vlcorpus.schemas.errors import EnvironmentFailure, Reject, StageBug, VlcorpusError
from vlcorpus.schemas.machine_faults import stage_remedy
from vlcorpus.schemas.needs import Need
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.row import Row, RowT, Upstream, YieldedT_co

TakenT_contra = TypeVar("TakenT_contra", bound=Row, contravariant=True)
MadeT_co = TypeVar("MadeT_co", bound=Row, covariant=True)
NextT = TypeVar("NextT", bound=Row)

# A mistake in the code must stop the run; quarantining every row because of it would look like bad data.
PROGRAMMING_ERRORS = (AssertionError, ImportError, NameError, NotImplementedError, SyntaxError)
DETAIL_CHARS = 4000
# Metadata of a parameter's field that says where or how fast, not what: no part of a fingerprint.
PLACEMENT = {"fingerprint": False}
# A field that holds a place (the path of a file) is told by what lies there: {"identity": a function of it}.
# The signal to stop of a run that nobody stops.
NEVER: "Future[None]" = Future()


@dataclass(frozen=True)
class Resources:
    """What one worker of a stage needs. Neighbours with equal resources run in one Ray operator."""

    cpus: float = 1
    gpus: float = 0
    memory_bytes: int = 0  # 0: not reserved
    partitions: int = 1  # partitions that a worker has in hand at a time: an engine wants several to batch
    engine: Hashable = None  # what fills the GPUs: stages that differ in it share no worker


@dataclass
class ModelUsage:
    """What the rows of a partition cost in a stage that asks a model: part of the partition's commit."""

    requests: int = 0
    cached: int = 0  # requests answered from the cache
    prompt_tokens: int = 0  # tokens read for the requests that the cache did not answer
    output_tokens: int = 0
    reasoning_tokens: int = 0  # part of the output tokens, as far as engines say


@runtime_checkable
class Stoppable(Protocol):
    """What the call of a stage returns where it waits for a model: its rows can be stopped, and have a price.

    The runtime sets `stopped` before it takes the first row, and reads `usage` after the last one. As soon as
    `stopped` is done, the iterator cancels what it waits for and raises CancelledError.
    """

    stopped: "Future[None]"
    usage: ModelUsage

    def __iter__(self) -> "Iterator[Row | Rejection]": ...

    def __next__(self) -> "Row | Rejection": ...


@dataclass(frozen=True)
class Stage(Generic[TakenT_contra, MadeT_co]):
    """Rows in, rows and rejections out, inside one partition. A `Stage[PageRow, Sample]` takes pages."""

    version: ClassVar[str] = "1"  # bump when rows or reasons change: it is part of the fingerprint

    @property
    def resources(self) -> Resources:
        """Return what one worker needs."""
        return Resources()

    @property
    def kind(self) -> str:
        """Return what a table's fingerprint calls the stage: unique among all stages, wherever it is written.

        A class that is renamed keeps its tables by returning its former name here.
        """
        return type(self).__name__

    @property
    def name(self) -> str:
        """Return what commits, rejections and messages call the stage."""
        return self.kind

    @property
    def tasks(self) -> tuple[str, ...]:
        """Return the tasks of the prompt library whose texts the stage may say: part of the fingerprint."""
        return ()

    @property
    def needs(self) -> tuple[Need, ...]:
        """Return the packages of extras and the programs that it uses, under its parameters."""
        return ()

    def open(self) -> None:
        """Load what a worker holds. Called once per worker, before its first row."""

    def close(self) -> None:
        """Let go of it."""

    def __call__(self, rows: Iterable[TakenT_contra]) -> Iterator[MadeT_co | Rejection]:
        """Return what becomes of the rows, lazily; a `Stoppable` where the stage waits for a model."""
        raise NotImplementedError(f"{self.name} must define __call__, or be a RowStage and define each")

    def verdict(self, row: Row, error: Exception) -> Reject:
        """Return why the row is rejected, or raise what must stop the run."""
        if isinstance(error, Reject):
            return error
        where = f"stage {self.name}, row {row.source_key}"
        if isinstance(error, VlcorpusError):
            raise error
        if isinstance(error, PROGRAMMING_ERRORS):
            raise StageBug(
                f"{where}: {type(error).__name__}: {error}. The code is wrong, not the row."
            ) from error
        if remedy := stage_remedy(error):
            raise EnvironmentFailure(
                f"{where}: {type(error).__name__}: {error}. The row is not at fault. {remedy}, then run "
                "again to go on."
            ) from error
        return Reject(
            f"error:{type(error).__name__}",
            "".join(traceback.format_exception(error))[-DETAIL_CHARS:],
            retryable=isinstance(error, TimeoutError | ConnectionError),
        )

    def __rrshift__(self, upstream: Upstream[TakenT_contra]) -> "Chain[MadeT_co]":
        return Chain(upstream, (self,))

    def __getstate__(self) -> dict[str, Any]:
        """Leave behind what `open()` loaded: only parameters travel to a worker."""
        return {f.name: self.__dict__[f.name] for f in fields(self)}


@dataclass(frozen=True)
class Chain(Generic[YieldedT_co]):
    """A source (or a table) and the stages its rows pass, as written with `>>`; what the last one makes."""

    source: Upstream[Any]
    stages: tuple[Stage[Any, Any], ...]

    def __rshift__(self: "Chain[RowT]", stage: Stage[RowT, NextT]) -> "Chain[NextT]":
        return Chain(self.source, (*self.stages, stage))


@dataclass(frozen=True)
class RowStage(Stage[TakenT_contra, MadeT_co]):
    """Most stages: one row in, one or many out. A row that yields nothing must be rejected."""

    def each(self, row: TakenT_contra) -> MadeT_co | Iterable[MadeT_co | Rejection]:
        """Return or yield the rows made of `row`; raise `Reject` to quarantine it.

        A fan-out may also yield a `Rejection` of a derived row (a bad page of a good document).
        """
        raise NotImplementedError(f"{self.name}.each")

    def __call__(self, rows: Iterable[TakenT_contra]) -> Iterator[MadeT_co | Rejection]:
        for row in rows:
            accounted = False
            try:
                made = self.each(row)
                for out in (made,) if isinstance(made, Row) else made or ():
                    accounted = True
                    yield out
            except Exception as error:
                accounted = True
                yield Rejection.of(row, self.name, self.verdict(row, error))
            if not accounted:
                raise StageBug(
                    f"{self.name}.each lost row {row.source_key}: it must yield a row or raise Reject"
                )
