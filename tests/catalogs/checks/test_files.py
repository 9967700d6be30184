"""Committed files that are missing, not whole, not Parquet, of another schema, or of no commit."""

import hashlib
from dataclasses import replace

import pyarrow as pa
import pytest

from tests.catalogs.checks.corpora import broken, corpus, rewrite_commit, rewrite_shard
from vlcorpus.catalogs.checks.report import Verdict
from vlcorpus.catalogs.checks.verify import verify


def test_a_flipped_byte_is_found(tmp_path):
    table = corpus(tmp_path)
    content = bytearray(table.files.read("data/part-00000.parquet"))
    content[len(content) // 2] ^= 1
    table.files.write("data/part-00000.parquet", bytes(content))
    assert broken(tmp_path) == {"shards-whole": Verdict.FAIL}


def test_a_missing_file_is_found(tmp_path):
    corpus(tmp_path).files.delete("data/part-00001.parquet")
    assert broken(tmp_path) == {"shards-whole": Verdict.FAIL}


def test_a_file_that_is_not_parquet_is_found(tmp_path):
    table = corpus(tmp_path)
    table.files.write("data/part-00000.parquet", b"PAR1 no, it is not")
    facts = {"bytes": 18, "sha256": hashlib.sha256(b"PAR1 no, it is not").hexdigest()}
    rewrite_commit(table, lambda commit: setattr(commit, "data", replace(commit.data, **facts)))
    assert broken(tmp_path) == {"shards-open": Verdict.FAIL}


def test_lost_rows_are_found(tmp_path):
    rewrite_shard(corpus(tmp_path), lambda rows: rows.slice(0, 1))
    assert broken(tmp_path) == {"shards-open": Verdict.FAIL, "tokens-add-up": Verdict.FAIL}


@pytest.mark.parametrize(
    "change",
    [
        lambda rows: rows.drop_columns(["meta"]),
        lambda rows: rows.append_column("more", pa.array([1] * len(rows))),
        lambda rows: rows.set_column(rows.schema.get_field_index("n_tokens"), "n_tokens", pa.array([84, 84])),
        lambda rows: rows.replace_schema_metadata(None),
    ],
    ids=["missing", "extra", "type", "huggingface"],
)
def test_another_schema_is_found(tmp_path, change):
    rewrite_shard(corpus(tmp_path), change)
    assert broken(tmp_path) == {"shards-schema": Verdict.FAIL}


def test_an_uncommitted_file_is_worth_a_warning(tmp_path):
    table = corpus(tmp_path)
    table.files.write("data/part-00009.parquet", table.files.read("data/part-00001.parquet"))
    assert broken(tmp_path) == {"shards-committed": Verdict.WARN}
    assert verify([str(tmp_path)]).ok
