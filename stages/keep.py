"""Turn pure filters into a stage: the first filter that names a reason rejects the row."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.row import Row
from vlcorpus.stages.stage import RowStage

Filter = Callable[[Row], str | None]


@dataclass(frozen=True)
class Of:
    """A filter of a part of the row: `Of("measures", page_scanned)` asks it about `row.measures`."""

    field: str
    filter: Callable[[Any], str | None]

    def __call__(self, row: Row) -> str | None:
        return self.filter(getattr(row, self.field))


@dataclass(frozen=True)
class Keep(RowStage):
    """`Keep(partial(side_too_short, min_side_px=64), …)`.

    Thresholds are bound with `functools.partial`, so that they are part of the fingerprint.
    """

    filters: tuple[Filter, ...]

    def __init__(self, *filters: Filter):
        object.__setattr__(self, "filters", filters)

    @property
    def name(self) -> str:
        return f"Keep({', '.join(map(_name, self.filters))})"

    def each(self, row: Row) -> Row:
        for accept in self.filters:
            if reason := accept(row):
                raise Reject(reason)
        return row


def _name(accept: Filter) -> str:
    if isinstance(accept, Of):
        return _name(accept.filter)
    return getattr(accept, "func", accept).__name__
