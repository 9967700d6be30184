"""The stage that asks a model: a domain says what to ask of a row and what to make of the replies.

Rows go on in their order. Up to `serving.in_flight` requests of a partition are under way at a time, so the
rows that wait for a reply are what the stage holds in memory.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Generic, TypeVar

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.needs import Need
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.row import Row, row_rng
from vlcorpus.schemas.sample import Generated
from vlcorpus.stages.inference.classical_engine import has_answer
from vlcorpus.stages.inference.engine import Engine
from vlcorpus.stages.inference.engines import NEEDS, open_engine, without_role
from vlcorpus.stages.inference.model import EngineKind, Model
from vlcorpus.stages.inference.request import Reply, Request
from vlcorpus.stages.inference.usage import book
from vlcorpus.stages.stage import NEVER, ModelUsage, Resources, Stage

TakenT = TypeVar("TakenT", bound=Row)
MadeT = TypeVar("MadeT", bound=Row)
SaidT = TypeVar("SaidT")  # what comes of a request: a reply, or a whole conversation

NEEDS_MODEL = "needs_model:"


def needs_model(role: str) -> str:
    """Return the reason of a row that nobody of this run can answer."""
    return NEEDS_MODEL + role


@dataclass(frozen=True)
class AskModel(Stage[TakenT, MadeT], Generic[TakenT, MadeT, SaidT]):
    """What stages that ask a model share, whatever comes of a request: see `Infer` and `Converse`."""

    model: Model
    seed: int = 0

    def requests(self, row: TakenT) -> Sequence[Request]:
        """Return what to ask of the row: nothing, one request or several. Raise Reject to quarantine it."""
        raise NotImplementedError(f"{self.name}.requests")

    def accept(self, row: TakenT, requests: Sequence[Request], said: Sequence[SaidT]) -> MadeT:
        """Return the row, changed by what came of its requests, in their order.

        Called for rows without requests too. Raise Reject where an answer cannot be used.
        """
        raise NotImplementedError(f"{self.name}.accept")

    def submit(self, row: TakenT, request: Request) -> "Future[SaidT]":
        """Return what is to come of one of the row's requests: `accept` gets it."""
        raise NotImplementedError(f"{self.name}.submit")

    def book(self, usage: ModelUsage, said: SaidT) -> None:
        """Count what came of a request."""
        raise NotImplementedError(f"{self.name}.book")

    def unanswered(self, row: TakenT) -> MadeT:
        """Return the row where nobody can answer the role, or raise Reject as this does."""
        raise Reject(
            needs_model(self.model.role),
            f"no model plays the role {self.model.role}: --engine and --model name one",
        )

    @property
    def resources(self) -> Resources:
        serving = self.model.serving
        match self.model.engine:
            case EngineKind.VLLM | EngineKind.TRANSFORMERS:
                return Resources(
                    gpus=serving.gpus, partitions=serving.partitions, engine=without_role(self.model)
                )
            case EngineKind.OPENAI:
                return Resources(cpus=0.5, partitions=serving.partitions)  # it waits for a server
        return Resources()

    @property
    def needs(self) -> tuple[Need, ...]:
        return NEEDS.get(self.model.engine, ())

    @property
    def can_answer(self) -> bool:
        return self.model.engine is not EngineKind.CLASSICAL or has_answer(self.model.role)

    @cached_property
    def engine(self) -> Engine:
        return open_engine(self.model)

    def open(self) -> None:
        if self.can_answer:
            _ = self.engine

    def __call__(self, rows: Iterable[TakenT]) -> "Asking[TakenT, MadeT, SaidT]":
        return Asking(self, rows)


@dataclass(frozen=True)
class Infer(AskModel[TakenT, MadeT, Reply]):
    """One row in, the same row out, with what the model said of it; or a rejection.

    A subclass defines `requests` and `accept`. `Infer[PageRow, PageRow]` fills in;
    `Infer[CaptionRow, CaptionedRow]` makes the row of the next state.
    """

    def submit(self, row: TakenT, request: Request) -> "Future[Reply]":
        return self.engine.submit(request)

    def book(self, usage: ModelUsage, said: Reply) -> None:
        book(usage, said)


@dataclass
class _Asked(Generic[TakenT, SaidT]):
    """A row and what it waits for; or what went wrong while it was asked."""

    row: TakenT
    requests: Sequence[Request] = ()
    futures: list["Future[SaidT]"] = field(default_factory=list)
    error: Exception | None = None

    @property
    def weight(self) -> int:
        """What it takes of the limit: a row without requests waits in memory too."""
        return max(1, len(self.futures))

    def is_done(self) -> bool:
        return all(future.done() for future in self.futures)


class Asking(Iterator[MadeT | Rejection], Generic[TakenT, MadeT, SaidT]):
    """The rows of one partition on their way through the stage, and what asking cost: a `Stoppable`."""

    def __init__(self, stage: AskModel[TakenT, MadeT, SaidT], rows: Iterable[TakenT]):
        self.usage = ModelUsage()
        self.stopped = NEVER
        self._stage = stage
        self._out = self._through(rows)

    def __next__(self) -> MadeT | Rejection:
        return next(self._out)

    def _through(self, rows: Iterable[TakenT]) -> Iterator[MadeT | Rejection]:
        waiting: deque[_Asked[TakenT, SaidT]] = deque()
        held = 0
        limit = self._stage.model.serving.in_flight
        try:
            for row in rows:
                waiting.append(self._ask(row))
                held += waiting[-1].weight
                while waiting and (held > limit or waiting[0].is_done()):
                    self._wait(waiting[0])
                    held -= waiting[0].weight
                    yield self._answered(waiting.popleft())
            while waiting:
                self._wait(waiting[0])
                yield self._answered(waiting.popleft())
        except (CancelledError, KeyboardInterrupt):
            for future in (future for asked in waiting for future in asked.futures):
                future.cancel()
            raise

    def _wait(self, asked: _Asked[TakenT, SaidT]) -> None:
        for future in asked.futures:
            if not future.done():
                either: tuple[Future[Any], ...] = (future, self.stopped)  # their results differ in type
                wait(either, return_when=FIRST_COMPLETED)
            if self.stopped.done() or future.cancelled():
                raise CancelledError

    def _ask(self, row: TakenT) -> _Asked[TakenT, SaidT]:
        stage = self._stage
        try:
            # The key and not the id, so that answers are kept when a source gets another name.
            draw = row_rng(stage.seed, row.source_key)
            requests = [
                replace(
                    _ordered(request, stage.model).seeded(draw.getrandbits(31)),
                    pixels=stage.model.pixels,
                    manner=stage.model.manner,
                )
                for request in stage.requests(row)
            ]
            if not stage.can_answer:
                return _Asked(row, requests)
            return _Asked(row, requests, [stage.submit(row, request) for request in requests])
        except Exception as error:  # `verdict` tells a bad row from bad code
            return _Asked(row, error=error)

    def _answered(self, asked: _Asked[TakenT, SaidT]) -> MadeT | Rejection:
        stage = self._stage
        try:
            if asked.error is not None:
                raise asked.error
            if asked.requests and not stage.can_answer:
                return stage.unanswered(asked.row)
            for future in asked.futures:
                if future.exception() is None:  # what was answered cost, though another one of the row fails
                    stage.book(self.usage, future.result())
            replies = [future.result() for future in asked.futures]
            return stage.accept(asked.row, asked.requests, replies)
        except Exception as error:  # `verdict` decides what it means
            return Rejection.of(asked.row, stage.name, stage.verdict(asked.row, error))


def _ordered(request: Request, model: Model) -> Request:
    return request.text_first() if model.text_first else request


def generated(
    model: Model, requests: Sequence[Request], replies: Sequence[Reply], chosen: Sequence[int] = ()
) -> list[Generated]:
    """Return what a sample says of the replies. Nothing of those that no model gave.

    `chosen` are the numbers of the answers that the sample uses, by default the first of each reply.
    """
    numbers = chosen or [0] * len(replies)
    return [
        Generated(
            role=model.role,
            model_id=reply.model,
            model_revision=reply.revision,
            prompt_sha256=request.prompt_sha256,
            sampling=request.sampling.as_json(),
            seed=request.sampling.seed,
            finish_reason=reply.answers[number].finish_reason,
            n_out_tokens=reply.answers[number].n_tokens,
        )
        for request, reply, number in zip(requests, replies, numbers, strict=True)
        if reply.model is not None
    ]
