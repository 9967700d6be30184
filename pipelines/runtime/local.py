"""The local executor: partitions one after the other in this process. No start-up, easy to debug.

Where a stage asks an engine, several partitions are in hand at a time, each in a thread, so that the engine
has something to batch when one of them ends. After Ctrl-C, or an error that ends the run, they all stop.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from itertools import islice

from vlcorpus.catalogs.sources.source import Partition
from vlcorpus.catalogs.tables.commits import Commit
from vlcorpus.pipelines.runtime.flow import opened
from vlcorpus.pipelines.runtime.partition import TableTask, as_failure, run_partition
from vlcorpus.stages.stage import NEVER, Resources


def run_local(
    task: TableTask, partitions: list[Partition], reading: Callable[[int, int], None] | None = None
) -> Iterator[Commit]:
    """Yield each partition's commit as it is done; `reading` is told how many rows of which were read."""
    in_hand = partitions_in_hand(stage.resources for stage in task.stages)
    with opened(task.stages):
        if in_hand == 1:
            yield from (_commit(task, partition, reading) for partition in partitions)
            return
        pool = ThreadPoolExecutor(in_hand, "partition")
        stopped: Future[None] = Future()
        try:
            left = iter(partitions)
            running: set[Future[Commit]] = set()
            while running := running | {
                pool.submit(_commit, task, partition, reading, stopped)
                for partition in islice(left, 2 * in_hand - len(running))
            }:
                done, running = wait(running, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        finally:
            stopped.set_result(None)
            pool.shutdown(cancel_futures=True)


def partitions_in_hand(needs: Iterable[Resources]) -> int:
    """Return how many partitions to have in hand: each engine wants its own, while another one has others."""
    return max(1, sum(need.partitions for need in set(needs) if need.partitions > 1))


def _commit(
    task: TableTask,
    partition: Partition,
    reading: Callable[[int, int], None] | None,
    stopped: "Future[None]" = NEVER,
) -> Commit:
    try:
        return run_partition(task, partition, stopped, reading)
    except Exception as error:
        raise as_failure(error, f"{task.store.uri}, {partition.label}") from error
