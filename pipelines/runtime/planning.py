"""What a run would do:

which partitions there are, which are committed, and whether the table is still the same.
"""

from dataclasses import dataclass
from functools import cached_property

from vlcorpus.catalogs.sources.growth import Growth, OnChange, follow, grow
from vlcorpus.catalogs.sources.partition_list import append_partitions, read_partitions
from vlcorpus.catalogs.sources.source import Partition, Source
from vlcorpus.catalogs.tables.output import home_of
from vlcorpus.catalogs.tables.table import Manifest, TableStore
from vlcorpus.pipelines.runtime.dag import Table, store
from vlcorpus.pipelines.runtime.fingerprint import describe_stage, fingerprint, require_same
from vlcorpus.pipelines.runtime.partition import TableTask
from vlcorpus.schemas.errors import FingerprintMismatch, RefusedError
from vlcorpus.schemas.row_types import name_of


@dataclass(frozen=True)
class TablePlan:
    """A table of a pipeline against what lies in its directory."""

    table: Table
    store: TableStore
    source: Source
    n_items: int
    n_bytes: int
    growth: Growth
    committed: frozenset[int]  # done, of what their partitions hold now
    outdated: frozenset[int]  # committed, of what their partitions do not hold now
    manifest: Manifest
    recorded: Manifest | None  # what lies there
    mismatch: FingerprintMismatch | None  # the directory belongs to another configuration
    on_change: OnChange

    @property
    def partitions(self) -> list[Partition]:
        return self.growth.partitions

    @cached_property
    def pending(self) -> list[Partition]:
        return [partition for partition in self.partitions if partition.index not in self.committed]

    @property
    def refusal(self) -> RefusedError | None:
        """Return why a run would touch nothing."""
        if self.mismatch or self.on_change != "refuse":
            return self.mismatch
        return self.growth.refusal(self.store.uri)

    def task(self, run_id: str) -> TableTask:
        return TableTask(
            store=self.store,
            source=self.source,
            stages=self.table.stages,
            row_type=self.table.row,
            run_id=run_id,
            fingerprint=self.manifest.fingerprint,
        )

    def prepare(self) -> None:
        """Write down what is to be made, then take back what is no more true. Call it holding the lock.

        A run that is killed in between finds the rest of it to do.
        """
        if self.growth.noted:
            append_partitions(self.store.files, self.growth.noted)
        if self.recorded != self.manifest:
            self.store.create(self.manifest)
        if self.outdated:
            self.store.drop(self.outdated)


def plan_table(pipeline: str, table: Table, output: str, on_change: OnChange = "refuse") -> TablePlan:
    """List the source and compare with the directory. Writes nothing.

    Raises ConfigError when the source has nothing to read, or is a table that is not finished.
    """
    home = home_of(output, pipeline)
    source = table.source(home)
    describes = describe_table(table, source)
    target = store(home, table.name)
    recorded = target.find_manifest()
    mismatch = _mismatch(target, recorded, describes) if recorded else None
    made_of = target.made_of() if recorded and not mismatch else {}
    if table.upstreams:
        growth = follow(source)
    else:
        kept = read_partitions(target.files) if recorded and not mismatch else {}
        done = {index for index, held in kept.items() if made_of.get(index) == held.made_of}
        growth = grow(source, kept, done, on_change)
    items = source.items() if table.upstreams else [item for p in growth.partitions for item in p.items]
    committed = frozenset(p.index for p in growth.partitions if made_of.get(p.index) == p.made_of)
    return TablePlan(
        table=table,
        store=target,
        source=source,
        n_items=len(items),
        n_bytes=sum(item.n_bytes for item in items),
        growth=growth,
        committed=committed,
        outdated=frozenset(made_of) - committed,
        manifest=manifest_of(pipeline, table, describes, len(growth.partitions)),
        recorded=recorded,
        mismatch=mismatch,
        on_change=on_change,
    )


def describe_table(table: Table, source: Source) -> dict:
    """Return what decides the content of a table that is made of `source`."""
    return {
        "row": name_of(table.row),
        "source": source.describe(),
        "stages": [describe_stage(stage) for stage in table.stages],
    }


def manifest_of(pipeline: str, table: Table, describes: dict, n_partitions: int) -> Manifest:
    return Manifest(
        pipeline=pipeline,
        table=table.name,
        row=name_of(table.row),
        fingerprint=fingerprint(describes),
        describes=describes,
        n_partitions=n_partitions,
    )


def _mismatch(target: TableStore, recorded: Manifest, describes: dict) -> FingerprintMismatch | None:
    try:
        require_same(target.uri, recorded.describes, describes)
    except FingerprintMismatch as error:
        return error
    return None
