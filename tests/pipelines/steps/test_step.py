"""How a step cuts what it reads into tasks."""

import pytest

from vlcorpus.catalogs.sources.source import Item, Partition
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.steps.step import by_rows, index_of, interleaved, items_of, one_by_one

CAPTIONED, PLACES, CENTROIDS = (TableStore(f"/out/{name}") for name in ("captioned", "places", "centroids"))


def items(table: TableStore, *indices: int, n_rows: int = 10) -> list[Item]:
    return [Item(key=f"{table.name}/part-{index:05d}", uri="", n_bytes=0, n_rows=n_rows) for index in indices]


def keys(tasks: list[Partition]) -> list[tuple[int, list[str]]]:
    return [(task.index, [item.key for item in task.items]) for task in tasks]


def test_items_are_told_apart_by_their_table():
    both = [*items(CAPTIONED, 0, 1), *items(PLACES, 0)]
    assert items_of(PLACES, both) == items(PLACES, 0)
    assert [index_of(item) for item in items(CAPTIONED, 0, 42)] == [0, 42]


def test_a_task_per_partition_reads_its_neighbours_and_whole_tables():
    every = [*items(CAPTIONED, 0, 2), *items(PLACES, 2), *items(CENTROIDS, 0)]
    assert keys(one_by_one(every, CAPTIONED, beside=(PLACES,), whole=(CENTROIDS,))) == [
        (0, ["captioned/part-00000", "centroids/part-00000"]),
        (2, ["captioned/part-00002", "places/part-00002", "centroids/part-00000"]),
    ]


def test_groups_have_numbers_of_their_own_and_one_that_grows_moves_no_other():
    few = [Partition(0, ()), Partition(1, ())]
    more = [*few, Partition(2, ())]
    others = [Partition(0, tuple(items(PLACES, 0)))]
    before = {p.index: p.items for p in interleaved(few, others)}
    after = {p.index: p.items for p in interleaved(more, others)}
    assert sorted(before) == [0, 1, 2]
    assert before.items() <= after.items()
    assert len(after) == 4


@pytest.mark.parametrize(
    ("sizes", "tasks"),
    [([], []), ([4, 6], [[0, 1]]), ([4, 7], [[0], [1]]), ([11, 1], [[0], [1]]), ([5, 5, 5], [[0, 1], [2]])],
)
def test_a_listing_is_cut_in_order_at_the_limit(sizes, tasks):
    listing = [items(CAPTIONED, index, n_rows=size)[0] for index, size in enumerate(sizes)]
    assert [[index_of(item) for item in task.items] for task in by_rows(listing, 10)] == tasks
