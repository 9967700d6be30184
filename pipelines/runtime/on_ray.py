"""The Ray executor: a Ray Data job per window of partitions; a block is a partition from source to shard.

    read task            yields one block: the partition's description, no media
    segment operators    one per run of stages with equal resources: tasks on CPU; a pool of actors, each with
                         several partitions in hand, where an engine answers
    last operator        writes shard and commit, and yields the commit

A single segment, the usual case, is one fused operator that reads, works and writes: nothing but the commit
leaves it. Between segments a block holds one header row (the attempt and its books) and then one row per
record, pickled: the next operator needs them as Python objects. Ray brings back what a lost node was doing.

A job keeps something of every block until it ends, and plans all its read tasks before it begins: a table of
100,000 partitions goes through in windows. One ends before the next begins, so a window is so long that the
wait for its last partitions, and an engine that starts anew, are little beside it.
"""

import atexit
import contextlib
import logging
import pickle
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import pyarrow as pa
import ray
from ray.data import ActorPoolStrategy, DataContext, Datasource, ReadTask
from ray.data.block import BlockMetadata

from vlcorpus.catalogs.sources.source import Partition
from vlcorpus.catalogs.tables.commits import Commit
from vlcorpus.pipelines.runtime import ray_environment
from vlcorpus.pipelines.runtime.dag import Stages, segments
from vlcorpus.pipelines.runtime.flow import opened
from vlcorpus.pipelines.runtime.partition import (
    Attempt,
    TableTask,
    advance,
    already_done,
    as_failure,
    begin,
    death_noted,
    finish,
    read,
)
from vlcorpus.pipelines.runtime.placement import require_gpus
from vlcorpus.schemas.errors import EnvironmentFailure
from vlcorpus.stages.stage import Resources, Stage

BLOCK = pa.schema([("row", pa.large_binary())])  # a partition's rows may exceed 2 GiB
WINDOW = 2000  # ours: partitions of a job; its plan takes about a second
WINDOW_PER_CPU = 32  # ours: a worker without work at the end of a window waits for a thirtieth of it
OBJECT_STORE_BYTES = 512 << 20  # one segment moves only descriptions and commits


@contextlib.contextmanager
def cluster(address: str | None, workers: int | None) -> Iterator[None]:
    """Join the cluster at `address`, or start one on this machine for as long as the block runs.

    Never without an address: `ray.init()` alone joins whatever cluster file another job left behind.
    """
    if ray.is_initialized():  # a test, or a notebook, holds a cluster already
        yield
    elif address is None:
        with local_cluster(workers):
            yield
    else:
        ray.init(address=address, log_to_driver=False, logging_level=logging.WARNING)
        try:
            yield
        finally:
            ray.shutdown()


@dataclass(frozen=True)
class LocalCluster:
    """A cluster on this machine."""

    address: str  # host:port by which others join it
    dashboard: str | None  # host:port of its job server, None without one


@contextlib.contextmanager
def local_cluster(workers: int | None, *, dashboard: bool = False) -> Iterator[LocalCluster]:
    """Start a cluster of `workers` CPUs (default: all) on this machine, and stop it when the block ends."""
    folder = ray_environment.private_folder()
    context = ray.init(
        address="local",
        num_cpus=workers,
        object_store_memory=OBJECT_STORE_BYTES,
        include_dashboard=dashboard,
        log_to_driver=False,
        logging_level=logging.WARNING,
        _temp_dir=str(folder),
    )
    try:
        yield LocalCluster(ray.get_runtime_context().gcs_address, context.dashboard_url or None)
    finally:
        ray.shutdown()


def run_on_ray(task: TableTask, partitions: list[Partition]) -> Iterator[Commit]:
    """Yield each partition's commit as it is done, in any order. `cluster` must be entered."""
    context = DataContext.get_current()
    context.target_max_block_size = None  # a block stays a partition
    # Its advice is about blocks, and ours are as we want them.
    logging.getLogger("ray.data").setLevel(logging.ERROR)

    parts = segments(task.stages)
    if not task.stages:
        parts = [(_to_read(task, partitions), ())]
    nodes = [node["Resources"] for node in ray.nodes() if node["Alive"]]
    require_gpus((need.gpus for need, _ in parts), (node.get("GPU", 0) for node in nodes))
    try:
        for window in windows(partitions, int(ray.cluster_resources().get("CPU", 1))):
            yield from _run_window(task, parts, window)
    except ray.exceptions.RayError as error:
        raise EnvironmentFailure(
            f"{task.store.uri}: Ray gave up: {error}\nWhat was committed stays; run again to go on."
        ) from error


def windows(partitions: list[Partition], n_cpus: int) -> Iterator[list[Partition]]:
    """Yield the partitions of each job, in order."""
    size = max(WINDOW, WINDOW_PER_CPU * n_cpus)
    for start in range(0, len(partitions), size):
        yield partitions[start : start + size]


def _run_window(
    task: TableTask, parts: list[tuple[Resources, Stages]], partitions: list[Partition]
) -> Iterator[Commit]:
    # Reserving for several operators keeps one from starving another. A single one it would only hold back:
    # on two CPUs it left one of them idle (Ray 2.60).
    DataContext.get_current().op_resource_reservation_enabled = len(parts) > 1
    dataset = ray.data.read_datasource(PartitionSource(partitions), override_num_blocks=len(partitions))
    first = 0
    for number, (need, stages) in enumerate(parts):
        work = SegmentWork(task, first, first + len(stages), is_last=number == len(parts) - 1)
        dataset = _operator(dataset, work, need)
        first += len(stages)
    for batch in dataset.iter_batches(batch_size=None, batch_format="pyarrow", prefetch_batches=0):
        for outcome in _unpack(batch):
            if isinstance(outcome, BaseException):
                raise outcome
            yield outcome


def _to_read(task: TableTask, partitions: list[Partition]) -> Resources:
    """Return what a task of a table without stages needs; for more memory than a node has it would wait."""
    there = max(node["Resources"].get("memory", 0) for node in ray.nodes() if node["Alive"])
    return Resources(memory_bytes=int(min(task.source.memory_bytes(partitions), there)))


class PartitionSource(Datasource):
    """One read task, and so one block, per partition."""

    def __init__(self, partitions: list[Partition]):
        super().__init__()
        self._partitions = partitions

    def estimate_inmemory_data_size(self) -> int | None:
        return None

    def get_read_tasks(
        self,
        parallelism: int,
        per_task_row_limit: int | None = None,
        data_context: DataContext | None = None,
    ) -> list[ReadTask]:
        metadata = BlockMetadata(num_rows=1, size_bytes=None, input_files=None, exec_stats=None)
        return [
            ReadTask(partial(_described, partition), metadata, schema=BLOCK) for partition in self._partitions
        ]


def _described(partition: Partition) -> list[pa.Table]:
    """Return the one block of a read task."""
    return [_pack([partition])]


@dataclass(frozen=True)
class SegmentWork:
    """A run of stages as the function of a Ray operator."""

    task: TableTask
    first: int
    last: int
    is_last: bool

    def __call__(self, block: pa.Table) -> pa.Table:
        """Take a partition a segment further; return a failure as a value for the driver to raise."""
        carried = _unpack(block)
        head = next(carried)
        if isinstance(head, BaseException | Commit):  # failed, or was done, in an earlier segment
            return block
        try:
            return _pack(self._advance(head, carried))
        except Exception as error:  # travels as a value: Ray would wrap it in tracebacks of its own
            return _pack([as_failure(error, f"{self.task.store.uri}, {head.label}")])

    def _advance(self, head: Partition | Attempt, rows: Iterator) -> list:
        if isinstance(head, Partition):
            if done := already_done(self.task, head):
                return [done]
            head = begin(self.task, head)
            rows = read(self.task, head)
        with death_noted(self.task, head):
            rows = advance(self._stages(), rows, head)
            if self.is_last:
                return [finish(self.task, head, rows)]
            with head.clocked():
                return [head, *rows]

    def _stages(self) -> tuple[Stage, ...]:
        """Return this segment's stages, opened once in the life of the worker process."""
        key = (self.task.fingerprint, self.first)
        with _OPENING:
            if key not in _OPEN:
                stages = self.task.stages[self.first : self.last]
                stack = contextlib.ExitStack()
                stack.enter_context(opened(stages))
                atexit.register(stack.close)
                _OPEN[key] = stages
            return _OPEN[key]


_OPEN: dict[tuple[str, int], tuple[Stage, ...]] = {}
_OPENING = threading.Lock()  # an actor with several partitions in hand has a thread for each


class SegmentActor:
    """The same work in an actor, which holds its engine, and its GPU, from partition to partition."""

    def __init__(self, work: SegmentWork):
        self._work = work

    def __call__(self, block: pa.Table) -> pa.Table:
        return self._work(block)


def _operator(dataset: ray.data.Dataset, work: SegmentWork, need: Resources) -> ray.data.Dataset:
    memory = need.memory_bytes or None
    if need.gpus == 0 and need.partitions == 1:
        return dataset.map_batches(
            work, batch_size=None, batch_format="pyarrow", num_cpus=need.cpus, memory=memory
        )
    pool = ActorPoolStrategy(
        min_size=1,
        max_tasks_in_flight_per_actor=need.partitions,
        max_concurrent_calls_per_actor=need.partitions,
        enable_true_multi_threading=True,
    )
    # The public method wants a batch size beside a GPU; a batch is a partition here too.
    return dataset.map_batches_internal(
        SegmentActor,
        fn_constructor_args=(work,),
        compute=pool,
        batch_size=None,
        batch_format="pyarrow",
        num_cpus=need.cpus,
        num_gpus=need.gpus or None,
        memory=memory,
    )


def _pack(values: list) -> pa.Table:
    return pa.table(
        {"row": pa.array([pickle.dumps(v, protocol=5) for v in values], pa.large_binary())}, BLOCK
    )


def _unpack(block: pa.Table) -> Iterator:
    for value in block.column("row"):
        yield pickle.loads(value.as_buffer())  # noqa: S301 written by our own process
