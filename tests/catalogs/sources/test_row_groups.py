"""Parquet by row groups: which columns hold bytes, and how many rows are taken at a time."""

import io

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from vlcorpus.catalogs.sources.row_groups import broken_parquet, holds_bytes, opened_parquet, refuse_unlisted
from vlcorpus.schemas.errors import EnvironmentFailure, Reject


@pytest.mark.parametrize(
    ("kind", "held"),
    [
        (pa.binary(), True),
        (pa.large_binary(), True),
        (pa.binary(4), True),
        (pa.binary_view(), True),
        (pa.string(), False),
        (pa.struct([("bytes", pa.binary()), ("path", pa.string())]), True),
        (pa.struct([("bytes", pa.string())]), False),
        (pa.struct([("content", pa.binary())]), False),
        (pa.list_(pa.binary()), False),
    ],
)
def test_what_holds_bytes(kind, held):
    assert holds_bytes(kind) is held


def parquet() -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table({"a": [1, 2, 3]}), out)
    return out.getvalue()


def test_a_parquet_file_is_opened():
    assert opened_parquet(io.BytesIO(parquet())).metadata.num_rows == 3


@pytest.mark.parametrize("content", [b"", b"PAR1", parquet()[:-1], parquet()[:-8] + b"\xff" * 4 + b"PAR1"])
def test_a_file_without_a_footer_is_broken(content):
    with pytest.raises(Reject, match="no footer that can be read") as error:
        opened_parquet(io.BytesIO(content))
    assert error.value.reason == "parquet_broken"


def test_only_what_another_run_may_read_stops_the_listing():
    refuse_unlisted(Reject("file_unreadable", "gone"))
    with pytest.raises(EnvironmentFailure, match=r"busy\. The listing needs it: run again"):
        refuse_unlisted(Reject("file_unreadable", "busy", retryable=True))


def test_a_file_is_not_broken_because_the_machine_has_no_memory():
    with pytest.raises(MemoryError):
        broken_parquet(pa.lib.ArrowMemoryError("malloc of size 4096 failed"), "a")
    assert broken_parquet(pa.ArrowInvalid("no magic"), "a").reason == "parquet_broken"
