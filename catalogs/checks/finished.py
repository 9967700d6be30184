"""Is the corpus finished? Every table that the last runs were to make is there, with every partition."""

from collections.abc import Iterable
from itertools import islice

from vlcorpus.catalogs.checks.files import TableFacts
from vlcorpus.catalogs.checks.report import Check
from vlcorpus.catalogs.tables.output import home_of, tables_under
from vlcorpus.catalogs.tables.runs import read_runs
from vlcorpus.catalogs.tables.storage import join

_REMEDY = "it is not finished: run the pipeline again, it does the rest"


def check_tables(outputs: Iterable[str]) -> Check:
    """Look for the tables that the last run of each pipeline was to make. A table alone is no corpus."""
    check = Check("tables-made", "every table that the last run was to make is there", _REMEDY, of="tables")
    for output in outputs:
        there = {(table.manifest().pipeline, table.name) for table in tables_under(output)}
        last = {record.pipeline: record for record in read_runs(output)}
        for pipeline, record in last.items():
            check.checked += len(record.tables)
            for name in record.tables:
                if (pipeline, name) not in there:
                    check.blame(join(home_of(output, pipeline), name), f"not begun by run {record.run_id}")
    return check


def check_partitions(tables: list[TableFacts]) -> Check:
    """Look for partitions that are not committed."""
    check = Check("partitions-done", "all partitions are committed", _REMEDY, of="partitions")
    for facts in tables:
        n = facts.manifest.n_partitions
        check.checked += n
        done = {commit.partition for commit in facts.commits}
        if len(done) < n:
            missing = list(islice((index for index in range(n) if index not in done), 6))
            listed = ", ".join(map(str, missing[:5])) + (", …" if len(missing) > 5 else "")
            check.blame(facts.table.uri, f"{n - len(done)} of {n} missing: {listed}")
    return check
