"""Find what of an output is damaged, and take it back, so that the next run makes it again."""

from dataclasses import dataclass

from vlcorpus.catalogs.checks.control_files import damages_in
from vlcorpus.catalogs.checks.files import TableFacts
from vlcorpus.catalogs.sources.partition_list import damaged_partitions
from vlcorpus.catalogs.tables.control_files import Damage
from vlcorpus.catalogs.tables.output import damaged_records, tables_under
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.catalogs.tables.wholeness import not_whole


@dataclass(frozen=True)
class Repairs:
    """What is to be done about an output."""

    output: str
    control: list[Damage]  # files to be set aside
    foreign: list[Damage]  # folders that are named as no table of ours: left where they are
    shards: list[tuple[TableStore, int, Damage]]  # shards of committed partitions

    @property
    def partitions(self) -> list[tuple[TableStore, int]]:
        """Return the partitions to take back, each once."""
        found = {(table.uri, index): (table, index) for table, index, _ in self.shards}
        return list(found.values())

    def make(self) -> None:
        """Set aside and take back. Only for the holder of the lock.

        First the commits go, then the shards: killed in between, no commit vouches for what is gone.
        """
        for table in {table.uri: table for table, _, _ in self.shards}.values():
            table.drop([index for of, index in self.partitions if of.uri == table.uri])
        for table in tables_under(self.output):
            table.set_aside_damages()
            for damage in damaged_partitions(table.files):
                damage.set_aside()
        for damage in (*damaged_records(self.output), *self.control):
            damage.set_aside()


def find_repairs(output: str) -> Repairs:
    """Look at every control file and read every committed byte."""
    damages = damages_in(output)
    shards = []
    for table in tables_under(output):
        for shard, index in TableFacts.read(table).committed_shards():
            if problem := not_whole(table.files, shard.name, shard.facts):
                shards.append((table, index, Damage(table.files, shard.name, problem)))
    return Repairs(
        output,
        control=[damage for damage in damages if damage.name],
        foreign=[damage for damage in damages if not damage.name],
        shards=shards,
    )
