"""A commit is what its file says."""

import json

import pytest

from vlcorpus.catalogs.tables.commits import Commit, StageCounts
from vlcorpus.catalogs.tables.shards import ShardFacts

FACTS = ShardFacts(rows=3, bytes=100, sha256="a" * 64)
COUNTS = StageCounts("ReadPdf", rows_in=4, rows_kept=2, rows_rejected=2, rows_out=3, rejects=2, requests=1)


def commit(**changes) -> Commit:
    values = {
        "partition": 7,
        "run_id": "r",
        "fingerprint": "f",
        "data": FACTS,
        "rejects": None,
        "stages": [COUNTS],
    }
    return Commit(**values | changes)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"data": None, "rejects": FACTS, "reasons": {"pdf_broken": 3}},
        {"stages": []},
        {"tokens": 5, "wall_s": 0.1, "cpu_s": 0.2, "attempts": 3, "host": "ü"},
    ],
)
def test_what_is_written_is_read_back(changes):
    assert Commit.from_json(commit(**changes).to_json()) == commit(**changes)


def test_a_partition_without_a_shard_has_no_rows():
    assert (commit().rows, commit().n_rejects) == (3, 0)
    assert (commit(data=None, rejects=FACTS).rows, commit(data=None, rejects=FACTS).n_rejects) == (0, 3)


def test_a_commit_of_before_models_were_counted_is_read():
    old = json.loads(commit().to_json())
    for name in ("requests", "cached", "prompt_tokens", "output_tokens"):
        del old["stages"][0][name]
    assert Commit.from_json(json.dumps(old).encode()).stages[0].requests == 0
