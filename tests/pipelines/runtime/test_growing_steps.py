"""Global steps when a table that they are made of grows: what is made again, and what is not."""

from dataclasses import dataclass
from pathlib import Path

from tests.pipelines.runtime.remaking import make, rows
from tests.pipelines.toys import ToSample, two_tables
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.runtime.dag import Over, Pipeline, Table
from vlcorpus.pipelines.runtime.planning import plan_table
from vlcorpus.pipelines.steps.step import Step, index_of, items_of, one_by_one


@dataclass(slots=True, kw_only=True)
class Longest:
    length: int


@dataclass(slots=True, kw_only=True)
class IsLongest:
    id: str
    longest: bool


@dataclass(frozen=True)
class FindLongest(Step):
    """One task over all."""

    lines: TableStore

    def read(self, partition):
        items = [item for item in items_of(self.lines, partition.items) if item.n_rows]
        yield Longest(length=max(len(row.content) for i in items for row in self.lines.rows(index_of(i))))


@dataclass(frozen=True)
class Mark(Step):
    """A decision on each row, in its partitions."""

    lines: TableStore
    longest: TableStore

    def partitions(self, items):
        return one_by_one(items, self.lines, whole=(self.longest,))

    def read(self, partition):
        (longest,) = self.longest.rows(0)
        for row in self.lines.rows(partition.index):
            yield IsLongest(id=row.id, longest=len(row.content) == longest.length)


def with_global_steps(folder: Path) -> Pipeline:
    lines = two_tables(folder).samples.upstreams[0]
    longest = Table("longest", Over(FindLongest, lines), row=Longest)
    marks = Table("marks", Over(Mark, lines, longest), row=IsLongest)
    return Pipeline("lines", Table("samples", lines >> ToSample()), reports=(marks,))


def test_a_global_step_sees_that_its_table_grew_and_what_depends_on_it_follows(folder, tmp_path):
    output = tmp_path / "out"
    make(with_global_steps(folder), output)
    assert make(with_global_steps(folder), output) == []
    (folder / "new.txt").write_text("short")
    # The longest line is the same: the step is made again, the decisions on old rows are not.
    assert make(with_global_steps(folder), output) == ["lines/3", "longest/0", "marks/3", "samples/3"]
    (folder / "z.txt").write_text("longer than every other")
    made = make(with_global_steps(folder), output)
    assert made == ["lines/4", "longest/0", *(f"marks/{n}" for n in range(5)), "samples/4"]
    make(with_global_steps(folder), tmp_path / "at_once")
    assert [row.longest for row in rows(output, "marks")] == [
        row.longest for row in rows(tmp_path / "at_once", "marks")
    ]


def test_a_step_that_was_made_of_fewer_shards_is_told_by_its_plan(folder, tmp_path):
    output = tmp_path / "out"
    make(with_global_steps(folder), output)
    (folder / "new.txt").write_text("short")
    make(two_tables(folder), output)
    longest = next(table for table in with_global_steps(folder).tables() if table.name == "longest")
    plan = plan_table("lines", longest, str(output))
    assert (plan.outdated, [partition.index for partition in plan.pending]) == ({0}, [0])
