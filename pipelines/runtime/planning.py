"""What a run would do:

which partitions there are, which are committed, and whether the table is still the same.
"""

from dataclasses import dataclass

from vlcorpus.catalogs.sources.source import Partition, Source
from vlcorpus.catalogs.tables.table import Manifest, TableStore
from vlcorpus.pipelines.runtime.dag import Table, store
from vlcorpus.pipelines.runtime.fingerprint import describe_stage, fingerprint, require_same
from vlcorpus.pipelines.runtime.partition import TableTask
from vlcorpus.schemas.errors import FingerprintMismatch
from vlcorpus.schemas.row_types import name_of


@dataclass(frozen=True)
class TablePlan:
    """A table of a pipeline against what lies in its directory."""

    table: Table
    store: TableStore
    source: Source
    n_items: int
    n_bytes: int
    partitions: list[Partition]
    committed: frozenset[int]
    manifest: Manifest
    mismatch: FingerprintMismatch | None  # the directory belongs to another configuration

    @property
    def pending(self) -> list[Partition]:
        return [partition for partition in self.partitions if partition.index not in self.committed]

    def task(self, run_id: str) -> TableTask:
        return TableTask(
            store=self.store,
            source=self.source,
            stages=self.table.stages,
            row_type=self.table.row,
            run_id=run_id,
            fingerprint=self.manifest.fingerprint,
        )


def plan_table(pipeline: str, table: Table, output: str) -> TablePlan:
    """List the source and compare with the directory. Writes nothing.

    Raises ConfigError when the source has nothing to read, or is a table that is not finished.
    """
    source = table.source(output)
    items = source.items()
    partitions = source.partitions(items)
    row = name_of(table.row)
    describes = {
        "row": row,
        "source": source.describe(),
        "stages": [describe_stage(stage) for stage in table.stages],
    }
    target = store(output, table.name)
    manifest = Manifest(
        pipeline=pipeline,
        table=table.name,
        row=row,
        fingerprint=fingerprint(describes),
        describes=describes,
        n_partitions=len(partitions),
    )
    mismatch = None
    if recorded := target.manifest():
        try:
            require_same(target.uri, recorded, describes)
        except FingerprintMismatch as error:
            mismatch = error
    return TablePlan(
        table=table,
        store=target,
        source=source,
        n_items=len(items),
        n_bytes=sum(item.n_bytes for item in items),
        partitions=partitions,
        committed=frozenset(target.committed()) if recorded and not mismatch else frozenset(),
        manifest=manifest,
        mismatch=mismatch,
    )
