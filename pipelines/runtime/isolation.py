"""Find the row that kills the process that works on it.

A segfault or the kernel's memory killer takes the worker with it, so nobody is left to reject the row. When a
partition has killed its worker twice, its rows are worked on in child processes, halved at each crash until
the one row that kills one stage stands alone. It is rejected as `crash`; every other row goes on.
"""

import os
import pickle
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from vlcorpus.pipelines.runtime.flow import Ledger, StageBooks, opened, through
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.row import Row
from vlcorpus.stages.stage import Stage

CRASHES_BEFORE_ISOLATION = 2


def through_isolated(stages: tuple[Stage, ...], rows: Iterable[Row], ledger: Ledger) -> Iterator[Row]:
    """Do as `flow.through`, and survive rows that kill the process. Holds the partition's rows in memory."""
    books = [ledger.enter(stage.name) for stage in stages]
    return iter(_survive(stages, list(rows), books))


def _survive(stages: tuple[Stage, ...], rows: list[Row], books: list[StageBooks]) -> list[Row]:
    """Return what the stages make of the rows. At a crash halve the rows, then the stages, and try again."""
    if not rows:
        return []
    done = _in_child(stages, rows)
    if not isinstance(done, int):
        kept, its_books = done
        for mine, its in zip(books, its_books, strict=True):
            mine.add(its)
        return kept
    if len(rows) > 1:
        middle = len(rows) // 2
        return _survive(stages, rows[:middle], books) + _survive(stages, rows[middle:], books)
    if len(stages) > 1:
        return _survive(stages[1:], _survive(stages[:1], rows, books[:1]), books[1:])
    books[0].counts.rows_in += 1
    books[0].counts.rows_rejected += 1
    detail = f"{_cause(done)}, alone in a process of its own, after the partition had killed its worker"
    books[0].reject(Rejection.of(rows[0], stages[0].name, Reject(Reason.CRASH, detail)))
    return []


def _in_child(stages: tuple[Stage, ...], rows: list[Row]) -> tuple[list[Row], list[StageBooks]] | int:
    """Return what a child made of the rows, or the code with which it died."""
    with tempfile.TemporaryDirectory(prefix="vlcorpus-isolated-") as folder:
        task, answer = Path(folder, "task"), Path(folder, "answer")
        task.write_bytes(pickle.dumps((stages, rows)))
        # The child imports what this process can: a stage may come from the user's own module.
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        child = subprocess.run(
            [sys.executable, "-m", "vlcorpus.pipelines.runtime.isolation", task, answer],
            env=environment,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        if not answer.exists():
            return child.returncode
        result = pickle.loads(answer.read_bytes())  # noqa: S301 written by our own process
    if isinstance(result, BaseException):
        raise result
    return result


def _cause(returncode: int) -> str:
    if returncode < 0:
        return f"the process died of {signal.Signals(-returncode).name}"
    return f"the process ended with exit code {returncode}"


def _child(task: str, answer: str) -> None:
    stages, rows = pickle.loads(Path(task).read_bytes())  # noqa: S301 written by our own process
    ledger = Ledger()
    result: tuple[list[Row], list[StageBooks]] | Exception
    try:
        with opened(stages):
            result = list(through(stages, rows, ledger)), ledger.entries
    except Exception as error:  # carried to the parent, which raises it
        result = error
    done = Path(answer + ".part")
    done.write_bytes(pickle.dumps(result))
    done.rename(answer)


if __name__ == "__main__":
    _child(*sys.argv[1:])
