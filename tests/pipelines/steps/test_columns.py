import numpy as np
import pyarrow as pa
import pytest

from tests.pipelines.steps.planted import planted
from vlcorpus.catalogs.sources.source import Item
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.runtime.dag import Pipeline
from vlcorpus.pipelines.runtime.run import RunOptions, run
from vlcorpus.pipelines.steps.columns import (
    batch,
    draw_vectors,
    hex_ids,
    packed_ids,
    parse_ids,
    positions,
    row_numbers,
    sample_vectors,
    unpacked_ids,
)
from vlcorpus.pipelines.steps.step import index_of
from vlcorpus.schemas.clusters import VisualMember

IDS = ["00" * 16, "ff" * 16, "0123456789abcdef0123456789abcdef"]


@pytest.fixture(scope="module")
def rows(tmp_path_factory) -> TableStore:
    output = tmp_path_factory.mktemp("rows")
    run(Pipeline("planted", planted(300, 0, 500)), str(output), RunOptions(executor="local"), config={})
    return TableStore(str(output / "planted/rows"))


def items(*sizes: int) -> list[Item]:
    return [Item(f"rows/part-{n:05d}", "", 0, n_rows=size) for n, size in enumerate(sizes)]


def test_ids_are_the_same_in_hexadecimal_and_in_bytes():
    ids = parse_ids(pa.chunked_array([IDS[:1], IDS[1:]]))
    assert hex_ids(ids).to_pylist() == IDS
    cells = packed_ids(ids)
    assert cells.to_pylist() == [bytes.fromhex(id) for id in IDS]
    assert (unpacked_ids(pa.chunked_array([cells[:1], cells[1:]])) == ids).all()
    assert hex_ids(ids, np.array([True, False, True])).to_pylist() == [IDS[0], None, IDS[2]]


def test_a_position_is_a_partition_and_a_number_in_it():
    where = positions(items(1, 4)[1])
    assert (where >> 32).tolist() == [1, 1, 1, 1]
    assert row_numbers(where).tolist() == [0, 1, 2, 3]


def test_a_batch_has_every_column_and_no_other():
    columns = {"id": pa.array(IDS), "cluster": np.arange(3), "similarity": np.ones(3)}
    assert batch(VisualMember, **columns).schema.names == ["id", "cluster", "similarity"]
    with pytest.raises(TypeError, match="similarity"):
        batch(VisualMember, id=columns["id"], cluster=columns["cluster"])


def test_all_vectors_come_where_they_are_few(rows):
    assert sample_vectors(rows, items(300, 0, 500), "vector", 1.0, seed=0).shape == (800, 32)


def test_a_draw_is_of_about_the_size_asked_for_and_the_same_each_time(rows):
    drawn = sample_vectors(rows, items(300, 0, 500), "vector", 0.25, seed=0)
    assert abs(len(drawn) - 200) <= 2
    assert (drawn == sample_vectors(rows, items(300, 0, 500), "vector", 0.25, seed=0)).all()
    assert len({vector.tobytes() for vector in drawn}) == len(drawn)


def test_drawn_vectors_are_those_of_the_rows_named(rows):
    for item, numbers, vectors in draw_vectors(rows, items(300, 0, 500), "vector", 0.1125, seed=3):
        own = list(rows.rows(index_of(item)))
        assert [own[number].vector for number in numbers] == [vector.tobytes() for vector in vectors]


def test_of_a_partition_a_few_are_drawn_or_none(rows):
    drawn = {}
    for seed in range(200):
        for item, numbers, _ in draw_vectors(rows, items(300, 0, 500), "vector", 0.01, seed=seed, least=16):
            drawn.setdefault(index_of(item), []).append(len(numbers))
    assert {n for sizes in drawn.values() for n in sizes} == {16}
    assert [len(drawn[index]) for index in (0, 2)] == pytest.approx([200 * 3 / 16, 200 * 5 / 16], rel=0.25)
