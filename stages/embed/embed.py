"""What stages that fill a vector have in common: rows are held back until a batch of them can be encoded."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

import numpy as np

from vlcorpus.schemas.captions.caption import CaptionRow
from vlcorpus.schemas.needs import TORCH, TRANSFORMERS, Need
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.vectors import pack
from vlcorpus.stages.stage import PLACEMENT, Resources, Stage

ImageRowT = TypeVar("ImageRowT", bound=CaptionRow)

HELD_BYTES = 64 << 20  # ours: bytes of images that wait with their rows


@dataclass(frozen=True)
class Embed(Stage[ImageRowT, ImageRowT]):
    """One row in, the same row out, in its order, with its vector; or a rejection.

    `revision` is a commit of the hub, or the `digest` of a folder: a run's fingerprint names the weights.
    """

    encoder: str
    revision: str | None = None
    batch: int = field(default=256, metadata=PLACEMENT)  # rows
    gpus: float = field(default=0, metadata=PLACEMENT)  # GPUs of a worker; 0: the CPU
    partitions: int = field(default=4, metadata=PLACEMENT)  # those in hand at a time

    def read(self, row: ImageRowT) -> Any:
        """Return what is encoded of the row. Raise Reject to quarantine it."""
        raise NotImplementedError(f"{self.name}.read")

    def encode(self, found: Sequence[Any]) -> np.ndarray:
        """Return (len(found), d) float32 of length 1, or 0 for what has no neighbours."""
        raise NotImplementedError(f"{self.name}.encode")

    def fill(self, row: ImageRowT, vector: bytes) -> ImageRowT:
        raise NotImplementedError(f"{self.name}.fill")

    @property
    def resources(self) -> Resources:
        if not self.gpus:
            return Resources()
        return Resources(
            gpus=self.gpus, partitions=self.partitions, engine=(self.name, self.encoder, self.revision)
        )

    @property
    def needs(self) -> tuple[Need, ...]:
        return (TORCH, TRANSFORMERS)

    @cached_property
    def loaded(self) -> Any:
        """Return the encoder that the worker holds."""
        raise NotImplementedError(f"{self.name}.loaded")

    def open(self) -> None:
        _ = self.loaded

    def __call__(self, rows: Iterable[ImageRowT]) -> Iterator[ImageRowT | Rejection]:
        held: list[ImageRowT] = []
        n_bytes = 0
        for row in rows:
            held.append(row)
            n_bytes += len(row.content)
            if len(held) == self.batch or n_bytes >= HELD_BYTES:
                yield from self._embedded(held)
                held, n_bytes = [], 0
        yield from self._embedded(held)

    def _embedded(self, rows: list[ImageRowT]) -> list[ImageRowT | Rejection]:
        out: list[ImageRowT | Rejection] = list(rows)
        read: list[tuple[int, Any]] = []
        for place, row in enumerate(rows):
            try:
                read.append((place, self.read(row)))
            except Exception as error:  # `verdict` tells a bad row from bad code
                out[place] = self._rejection(row, error)
        for place, outcome in self._encoded(read):
            if isinstance(outcome, Exception):
                out[place] = self._rejection(rows[place], outcome)
            else:
                out[place] = self.fill(rows[place], outcome)
        return out

    def _encoded(self, read: list[tuple[int, Any]]) -> Iterator[tuple[int, bytes | Exception]]:
        """Encode; where that fails, in halves, so that one row costs no other its vector."""
        if not read:
            return
        places, found = zip(*read, strict=True)
        try:
            cells = pack(self.encode(found))
        except Exception as error:  # carried to the row
            if len(read) == 1:
                yield places[0], error
                return
        else:
            yield from zip(places, cells, strict=True)
            return
        yield from self._encoded(read[: len(read) // 2])
        yield from self._encoded(read[len(read) // 2 :])

    def _rejection(self, row: ImageRowT, error: Exception) -> Rejection:
        return Rejection.of(row, self.name, self.verdict(row, error))
