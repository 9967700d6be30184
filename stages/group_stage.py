"""A stage that sees the rows of one parent together: the pages of a document, the clips of a video.

Rows of one parent arrive one after the other. They are handed on lazily, so the stage itself says how many
it holds back.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.row import RowT
from vlcorpus.stages.stage import MadeT_co, Stage, TakenT_contra


@dataclass(frozen=True)
class GroupStage(Stage[TakenT_contra, MadeT_co]):
    """The rows of one parent in, what is made of them out; each goes on or is rejected under its own id."""

    def parent(self, row: TakenT_contra) -> str:
        """Return what the rows of one group have in common, and neighbours of other groups have not."""
        raise NotImplementedError(f"{self.name}.parent")

    def each_group(self, rows: Iterator[TakenT_contra]) -> Iterator[MadeT_co | Rejection]:
        """Yield what becomes of the rows of one parent.

        Where it raises, the rows that it held back and those that follow of this parent are rejected.
        """
        raise NotImplementedError(f"{self.name}.each_group")

    def __call__(self, rows: Iterable[TakenT_contra]) -> Iterator[MadeT_co | Rejection]:
        for _, group in groupby(rows, self.parent):
            taken: _Taken[TakenT_contra] = _Taken(group)
            try:
                for out in self.each_group(taken):
                    taken.held.pop(out.id, None)
                    yield out
            except Exception as error:
                if taken.failed:  # a stage before this one raised, or the run was stopped
                    raise
                for row in (*taken.held.values(), *group):
                    yield Rejection.of(row, self.name, self.verdict(row, error))


class _Taken(Iterator[RowT]):
    """The rows of a group as a stage takes them: those that have not gone on are held."""

    def __init__(self, rows: Iterator[RowT]):
        self.held: dict[str, RowT] = {}
        self.failed = False  # no row came, by no fault of the stage that took it
        self._rows = rows

    def __next__(self) -> RowT:
        try:
            row = next(self._rows)
        except StopIteration:
            raise
        except BaseException:
            self.failed = True
            raise
        self.held[row.id] = row
        return row
