"""Turn pure filters into a stage: the first filter that names a reason rejects the row."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.row import RowT
from vlcorpus.stages.stage import RowStage

SeenT = TypeVar("SeenT")
PartT = TypeVar("PartT")
Limits = ParamSpec("Limits")

Filter = Callable[[SeenT], str | None]


def bind(
    accept: Callable[Concatenate[SeenT, Limits], str | None], *none: Limits.args, **limits: Limits.kwargs
) -> Filter[SeenT]:
    """Return the filter with its limits: a `functools.partial` whose row and limits a type checker knows."""
    untyped: Callable[..., str | None] = accept
    return partial(untyped, *none, **limits)


@dataclass(frozen=True)
class Of(Generic[SeenT, PartT]):
    """A filter of a part of the row: `Of(measures_of, page_scanned)` asks it about `measures_of(row)`."""

    part: Callable[[SeenT], PartT]
    filter: Filter[PartT]

    def __call__(self, row: SeenT) -> str | None:
        return self.filter(self.part(row))


@dataclass(frozen=True)
class Keep(RowStage[RowT, RowT]):
    """`Keep(bind(side_too_short, min_side_px=64), …)`: limits are bound, so they are part of the fingerprint.

    Every filter looks at the same kind of row, and that kind goes on. Behind a stage that fills in more, say
    which: `Keep[ParsedPage](page_size_invalid)`.
    """

    filters: tuple[Filter[RowT], ...]

    def __init__(self, *filters: Filter[RowT]):
        object.__setattr__(self, "filters", filters)

    @property
    def name(self) -> str:
        return f"Keep({', '.join(map(_name, self.filters))})"

    def each(self, row: RowT) -> RowT:
        for accept in self.filters:
            if reason := accept(row):
                raise Reject(reason)
        return row


def _name(accept: Filter[Any]) -> str:
    if isinstance(accept, Of):
        return _name(accept.filter)
    name: str = getattr(accept, "func", accept).__name__
    return name
