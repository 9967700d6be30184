import subprocess
import sys
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import rejection, sample
from vlcorpus.schemas.arrow import (
    Blob,
    Float32,
    Int16,
    Int32,
    UInt64,
    arrow_schema,
    from_record,
    record_batch,
)
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.sample import Sample


class Color(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(slots=True)
class Leaf:
    x: Int32
    names: list[str]
    color: Color | None = None


@dataclass(slots=True)
class Tree:
    text: str
    n: int
    ratio: float
    flag: bool
    bytes: Blob
    small: Int16
    bits: UInt64
    short: Float32
    color: Color
    leaf: Leaf
    leaves: list[Leaf]
    pair: tuple[int, ...]
    gaps: list[int | None]
    maybe: Leaf | None = None
    maybe_list: list[Leaf] | None = None
    maybe_leaves: list[Leaf | None] = field(default_factory=list)


def leaves() -> st.SearchStrategy[Leaf]:
    colors = st.none() | st.sampled_from(Color)
    return st.builds(Leaf, st.integers(-(2**31), 2**31 - 1), st.lists(st.text("aé字"), max_size=2), colors)


TREES = st.builds(
    Tree,
    text=st.text("aé字\n"),
    n=st.integers(-(2**63), 2**63 - 1),
    ratio=st.floats(allow_nan=False),
    flag=st.booleans(),
    bytes=st.binary(max_size=4),
    small=st.integers(-(2**15), 2**15 - 1),
    bits=st.integers(0, 2**64 - 1),
    short=st.floats(width=32, allow_nan=False),
    color=st.sampled_from(Color),
    leaf=leaves(),
    leaves=st.lists(leaves(), max_size=2),
    pair=st.lists(st.integers(0, 9), max_size=2).map(tuple),
    gaps=st.lists(st.none() | st.integers(0, 9), max_size=3),
    maybe=st.none() | leaves(),
    maybe_list=st.none() | st.lists(leaves(), max_size=2),
    maybe_leaves=st.lists(st.none() | leaves(), max_size=2),
)


def test_each_annotation_has_its_arrow_type():
    leaf = pa.struct(
        [
            pa.field("x", pa.int32(), False),
            pa.field("names", pa.list_(pa.field("element", pa.string(), False)), False),
            pa.field("color", pa.string(), True),
        ]
    )
    assert [(column.type, column.nullable) for column in arrow_schema(Tree)] == [
        (pa.string(), False),
        (pa.int64(), False),
        (pa.float64(), False),
        (pa.bool_(), False),
        (pa.binary(), False),
        (pa.int16(), False),
        (pa.uint64(), False),
        (pa.float32(), False),
        (pa.string(), False),
        (leaf, False),
        (pa.list_(pa.field("element", leaf, False)), False),
        (pa.list_(pa.field("element", pa.int64(), False)), False),
        (pa.list_(pa.field("element", pa.int64(), True)), False),
        (leaf, True),
        (pa.list_(pa.field("element", leaf, False)), True),
        (pa.list_(pa.field("element", leaf, True)), False),
    ]


@given(st.lists(TREES, max_size=3))
def test_rows_come_back_equal_with_their_types(rows):
    batch = record_batch(Tree, rows)
    back = [from_record(Tree, record) for record in batch.to_pylist()]
    assert back == rows
    assert all(isinstance(row.color, Color) and isinstance(row.pair, tuple) for row in back)


@pytest.mark.parametrize(("row_type", "row"), [(Sample, sample()), (Rejection, rejection())])
def test_the_rows_of_a_shard_come_back_from_parquet(tmp_path, row_type, row):
    pq.write_table(pa.Table.from_batches([record_batch(row_type, [row])]), tmp_path / "rows.parquet")
    table = pq.read_table(tmp_path / "rows.parquet")
    assert table.schema.equals(arrow_schema(row_type))
    assert [from_record(row_type, record) for record in table.to_pylist()] == [row]


def test_a_schema_of_fewer_columns_takes_only_those():
    schema = pa.schema([arrow_schema(Leaf).field("names")])
    assert record_batch(Leaf, [Leaf(1, ["a"])], schema).to_pylist() == [{"names": ["a"]}]


def test_no_column_has_64_bit_offsets():
    assert "large" not in str(arrow_schema(Sample))


@pytest.mark.parametrize(
    "annotation",
    [
        dict[str, int],
        int | str,
        complex,
        list[complex],
        tuple[int, str],
        Annotated[complex, "px"],
    ],
)
def test_an_annotation_without_an_arrow_type_is_an_error(annotation):
    row_type = dataclass(type("Odd", (), {"__annotations__": {"odd": annotation}}))
    with pytest.raises(TypeError, match=r"schemas/arrow\.py|one type"):
        arrow_schema(row_type)


def test_an_annotation_that_names_no_arrow_type_changes_nothing():
    row_type = dataclass(type("Note", (), {"__annotations__": {"width": Annotated[int, "px"]}}))
    assert arrow_schema(row_type).field("width").type == pa.int64()


def test_a_value_that_does_not_fit_its_column_is_an_error():
    with pytest.raises(pa.ArrowInvalid):
        record_batch(Leaf, [Leaf(2**31, [])])


def test_a_null_in_a_column_without_nulls_cannot_be_written(tmp_path):
    table = pa.Table.from_batches([record_batch(Leaf, [Leaf(None, [])])])
    with pytest.raises(pa.ArrowInvalid, match="null"):
        pq.write_table(table, tmp_path / "rows.parquet")


def test_a_table_does_without_pandas_until_somebody_wants_a_data_frame():
    program = (
        "import sys, pyarrow as pa; from vlcorpus.schemas.arrow import leave_pandas_out\n"
        "leave_pandas_out(); table = pa.table({'a': pa.array(['x'])}); print('pandas' in sys.modules)\n"
        "print(list(table.to_pandas().a), len(pa.array(sys.modules['pandas'].Series([1, 2]))))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["False", "['x'] 2"]
