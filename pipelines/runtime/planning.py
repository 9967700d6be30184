"""What a run would do: which partitions there are, which are done, whether the table is still the same."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

import pyarrow.compute as pc

from vlcorpus.catalogs.sources.growth import Growth, OnChange, follow, grow
from vlcorpus.catalogs.sources.partition_list import (
    append_partitions,
    damaged_partitions,
    read_partitions,
)
from vlcorpus.catalogs.sources.source import Item, Partition, Source
from vlcorpus.catalogs.tables.control_files import Damage
from vlcorpus.catalogs.tables.output import home_of
from vlcorpus.catalogs.tables.table import MANIFEST, PARTITIONS, Manifest, TableStore
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
    committed: frozenset[int]  # partitions that are done, of what they hold now
    outdated: frozenset[int]  # committed, to be made again: of other items, a file is gone, or `retry`
    absent: dict[int, Damage]  # those of them that lost a file, and how
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
        if self.recorded is None:
            self.store.set_aside_damages()
            if not self.outdated | self.committed:  # a list of which nothing was made says nothing
                self.store.files.delete(PARTITIONS)
        for damage in damaged_partitions(self.store.files):
            damage.set_aside()
        if self.growth.noted:
            append_partitions(self.store.files, self.growth.noted)
        if self.recorded != self.manifest:
            self.store.create(self.manifest)
        if self.outdated:
            self.store.drop(self.outdated)
        self.store.set_aside_damages()


def plan_table(
    pipeline: str,
    table: Table,
    output: str,
    on_change: OnChange = "refuse",
    retry: Collection[str] = (),
) -> TablePlan:
    """List the source and compare with the directory. Writes nothing.

    Partitions that hold a reject for one of the reasons `retry` are to be made again.

    Raises ConfigError when the source has nothing to read, or is a table that is not finished.
    """
    home = home_of(output, pipeline)
    source = table.source(home)
    describes = describe_table(table, source)
    target = store(home, table.name)
    digest = fingerprint(describes)
    recorded = target.find_manifest()
    mismatch = mismatch_of(target, recorded, describes, digest)
    made_of = {} if mismatch else target.made_of()
    if table.upstreams:
        growth = follow(source)
    else:
        kept = read_partitions(target.files) if not mismatch and (recorded or made_of) else {}
        done = {index for index, held in kept.items() if made_of.get(index) == held.made_of}
        growth = grow(source, kept, done, on_change)
    items = source.items() if table.upstreams else _items_of(growth.partitions)
    absent = target.absent() if made_of else {}
    again = {*absent, *(target.rejected_for(retry) if made_of and retry else ())}
    committed = frozenset(
        p.index for p in growth.partitions if made_of.get(p.index) == p.made_of and p.index not in again
    )
    return TablePlan(
        table=table,
        store=target,
        source=source,
        n_items=len(items),
        n_bytes=sum(item.n_bytes for item in items),
        growth=growth,
        committed=committed,
        outdated=frozenset(made_of) - committed,
        absent=absent,
        manifest=manifest_of(pipeline, table, describes, growth.partitions),
        recorded=recorded,
        mismatch=mismatch,
        on_change=on_change,
    )


def _items_of(partitions: list[Partition]) -> list[Item]:
    """Return the items that the partitions hold, in whole or in pieces, each of them once."""
    return list({item.key: item for partition in partitions for item in partition.items}.values())


def describe_table(table: Table, source: Source) -> dict:
    """Return what decides the content of a table that is made of `source`."""
    return {
        "row": name_of(table.row),
        "source": source.describe(),
        "stages": [describe_stage(stage) for stage in table.stages],
    }


def manifest_of(pipeline: str, table: Table, describes: dict, partitions: Collection[Partition]) -> Manifest:
    return Manifest(
        pipeline=pipeline,
        table=table.name,
        row=name_of(table.row),
        fingerprint=fingerprint(describes),
        describes=describes,
        n_partitions=len(partitions),
        index_end=max((partition.index for partition in partitions), default=-1) + 1,
    )


def mismatch_of(
    target: TableStore, recorded: Manifest | None, describes: dict, digest: str
) -> FingerprintMismatch | None:
    """Return why the directory belongs to another configuration. Without a manifest, its commits tell."""
    if recorded is None:
        for damage in target.damages():
            damage.tell()
        others = pc.sum(pc.not_equal(target.log.read(("fingerprint",))["fingerprint"], digest)).as_py()
        if not others:
            return None
        return FingerprintMismatch(
            f"{target.files.shown()}: its manifest {MANIFEST} is gone or damaged, and {others:,} of its "
            "commits are of another configuration. Run with the one that made them, choose another --output, "
            "or make it again with --fresh."
        )
    try:
        require_same(target, recorded.describes, describes)
    except FingerprintMismatch as error:
        return error
    return None
