"""What each table of a pipeline is to be, told before any of them is made.

The fingerprint of a table holds those of the tables it is made of, so they are worked out in order. A table
that another configuration made is thus found before the first stage runs, and before anything is deleted.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from vlcorpus.catalogs.tables.output import home_of
from vlcorpus.catalogs.tables.storage import join
from vlcorpus.catalogs.tables.table import Manifest, TableStore
from vlcorpus.pipelines.runtime.dag import Pipeline, store
from vlcorpus.pipelines.runtime.planning import describe_table, manifest_of, mismatch_of


@dataclass(frozen=True)
class _Expected(TableStore):
    """A table of which only the manifest is known; nothing of it need be there."""

    expected: Manifest

    def find_manifest(self) -> Manifest:
        return self.expected


def expected_manifests(pipeline: Pipeline, output: str) -> dict[str, Manifest]:
    """Return by name what every table of `pipeline` will be; the number of partitions is not known yet."""
    found: dict[str, Manifest] = {}

    def expected(home: str, name: str) -> TableStore:
        return _Expected(join(home, name), found[name])

    for table in pipeline.tables():
        source = table.source(home_of(output, pipeline.name), expected)
        found[table.name] = manifest_of(pipeline.name, table, describe_table(table, source), ())
    return found


def require_expected(output: str, expected: Mapping[str, Manifest], but: Collection[str] = ()) -> None:
    """Raise FingerprintMismatch for the first table that is there and was made differently.

    `but` names the tables that are to be deleted: what they were does not matter.
    """
    for name, manifest in expected.items():
        table = store(home_of(output, manifest.pipeline), name)
        if name in but:
            continue
        if mismatch := mismatch_of(table, table.find_manifest(), manifest.describes, manifest.fingerprint):
            raise mismatch
