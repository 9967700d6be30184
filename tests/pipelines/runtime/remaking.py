"""Run a pipeline again, and see which partitions it made and which files it touched."""

from pathlib import Path

from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.runtime.dag import Pipeline
from vlcorpus.pipelines.runtime.run import RunOptions, Watcher, run


class Seen(Watcher):
    """Notes what was made, `table/partition`."""

    def __init__(self):
        self.made: list[str] = []
        self._table = ""

    def table_begins(self, plan, executor):
        self._table = plan.table.name

    def committed(self, commit):
        self.made.append(f"{self._table}/{commit.partition}")


def make(pipeline: Pipeline, output: Path, on_change: str = "refuse") -> list[str]:
    seen = Seen()
    run(pipeline, str(output), RunOptions("local", on_change=on_change), config={}, watcher=seen)
    return seen.made


def rows(output: Path, table: str = "samples") -> list:
    store = TableStore(str(next(output.glob(f"*/{table}"))))
    found = [row for index in store.committed() for row in store.rows(index)]
    return sorted(found, key=lambda row: row.id)


def touched(output: Path, pattern: str = "[!_]*/**/*") -> dict[str, tuple[int, bytes]]:
    """Return time and content of every file of every table, or of those that `pattern` names."""
    files = (path for path in output.glob(pattern) if path.is_file())
    return {str(path): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}
