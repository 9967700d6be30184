"""Can what says that a corpus is true be believed: commits, manifests, lists, records of runs, licences?"""

from collections.abc import Iterable

from vlcorpus.catalogs.checks.report import Check
from vlcorpus.catalogs.sources.partition_list import damaged_partitions
from vlcorpus.catalogs.tables.control_files import Damage
from vlcorpus.catalogs.tables.output import damaged_records, damaged_tables, run_root, tables_under


def damages_in(output: str) -> list[Damage]:
    """Return the control files of an output, or of the part of it that is named, which vouch for nothing."""
    of_lists = [damage for table in tables_under(output) for damage in damaged_partitions(table.files)]
    return [*damaged_tables(output), *of_lists, *damaged_records(run_root(output))]


def check_control_files(outputs: Iterable[str]) -> Check:
    check = Check(
        "control-files",
        "commits, manifests, lists of partitions, run records, licences and prompts are whole",
        "`vlcorpus repair`, or run the pipeline again: what they stood for is made again",
        of="outputs",
    )
    for output in outputs:
        check.checked += 1
        for damage in damages_in(output):
            check.blame(damage.path, damage.why)
    return check
