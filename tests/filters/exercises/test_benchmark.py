import json

import pytest

from tests.stages.exercises.rows import read
from vlcorpus.filters.exercises.benchmark import source_is_benchmark


def named(source, key="a.json#row=0", **meta):
    row = read(meta=json.dumps(meta) if meta else None)
    row.source, row.source_key = source, key
    return row


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (named("gsm8k"), "source_is_benchmark"),
        (named("math", "MathVista-testmini.parquet#row=3"), "source_is_benchmark"),
        (named("mine", "2010-2022_Physics_MCQs.json#row=0"), "source_is_benchmark"),
        (named("mine", dataset_name="AIME_2024"), "source_is_benchmark"),
        (named("mine", split="test"), "source_not_for_training"),
        (named("mine", "validation.jsonl#row=0"), "source_not_for_training"),
        (named("gsm8k", "train.parquet#row=0"), None),
        (named("textbook", "chapter-1.json#row=0"), None),
        (named("latest", "contest.json#row=0"), None),  # `test` inside of a word says nothing
    ],
)
def test_names_of_benchmarks_and_of_splits(row, reason):
    assert source_is_benchmark(row) == reason
