"""The local executor: partitions one after the other in this process. No start-up, easy to debug."""

from collections.abc import Iterator

from catalogs.commits import Commit
from catalogs.sources.source import Partition
from pipelines.runtime.flow import opened
from pipelines.runtime.partition import TableTask, as_failure, run_partition


def run_local(task: TableTask, partitions: list[Partition]) -> Iterator[Commit]:
    """Yield each partition's commit as it is done."""
    with opened(task.stages):
        for partition in partitions:
            try:
                commit = run_partition(task, partition)
            except Exception as error:
                raise as_failure(error, f"{task.store.uri}, {partition.label}") from error
            yield commit
