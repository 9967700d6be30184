"""Turn pure filters into a stage: the first filter that names a reason rejects the row."""

from collections.abc import Callable
from dataclasses import dataclass

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.row import Row
from vlcorpus.stages.stage import RowStage

Filter = Callable[[Row], str | None]


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
    return getattr(accept, "func", accept).__name__
