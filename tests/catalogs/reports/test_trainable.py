"""How many samples can be trained, and why the others cannot."""

from dataclasses import replace
from unittest.mock import patch

import pytest

from tests.factories import sample, write_corpus
from vlcorpus.catalogs.query import counted_rows
from vlcorpus.catalogs.registries.sources import sources
from vlcorpus.catalogs.reports.trainable import trainable_of
from vlcorpus.catalogs.tables.licences import state_licences
from vlcorpus.schemas.errors import VerifyFailed
from vlcorpus.schemas.sample import LabelSource, Sample


def counted(output, *samples) -> str:
    table = write_corpus(output, [(list(samples), [])])
    return str(trainable_of(str(output), table.manifest().pipeline))


def test_all_of_them(tmp_path):
    assert counted(tmp_path, sample("a"), sample("b")) == "2 of 2 samples can be trained"


def test_each_why_with_its_count_the_most_frequent_first(tmp_path):
    told = counted(
        tmp_path,
        sample("a", trainable=False),
        sample("b", trainable=False, label_source=LabelSource.MODEL, model="m"),
        sample("d", source="ours", license=None),
        sample("e", source="ours", license=" "),
        sample("f"),
    )
    assert told.startswith("1 of 5 samples can be trained: ours: source_unlicensed, --license says it (2); ")
    assert "no model wrote their answers, label_source classical; --engine names one (1)" in told
    assert "nobody vouches for what a model wrote, label_source model (1)" in told


def test_what_the_registry_bars_is_barred_with_a_licence_too(tmp_path):
    benchmark = next(source.name for source in sources().values() if source.is_benchmark)
    told = counted(tmp_path, sample("a", source=benchmark))
    assert told == f"0 of 1 samples can be trained: {benchmark}: source_is_benchmark (1)"


def test_a_licence_that_was_said_later_counts(tmp_path):
    unlicensed = sample("a", source="ours", license=None)
    assert counted(tmp_path, unlicensed).startswith("0 of 1")
    state_licences(str(tmp_path), {"ours": "MIT"})
    assert counted(tmp_path, unlicensed).startswith("1 of 1")


def test_licences_that_are_no_expressions_are_told(tmp_path):
    table = write_corpus(tmp_path, [([sample("a"), sample("b", license="Flickr terms")], [])])
    told = trainable_of(str(tmp_path), table.manifest().pipeline)
    assert str(told) == "2 of 2 samples can be trained"
    assert "1 samples carry a licence that is no SPDX expression" in told.in_other_words
    assert "(Flickr terms: 1)" in told.in_other_words


def test_a_damaged_shard_is_named(tmp_path):
    table = write_corpus(tmp_path, [([sample("a")], [])])
    content = table.files.read("data/part-00000.parquet")
    table.files.write("data/part-00000.parquet", b"x" * len(content))
    with pytest.raises(VerifyFailed, match="cannot be read"):
        trainable_of(str(tmp_path), table.manifest().pipeline)


def test_they_are_counted_out_of_the_row_index_and_of_shards_that_it_lacks(tmp_path):
    table = write_corpus(tmp_path, [([sample("a")], []), ([sample("b", trainable=False)], [])])
    table.index_rows(Sample, least=1)
    former = table.commit_of(1)
    table.drop([1])
    again = table.write_data(1, Sample, [sample("c"), sample("d", trainable=False)])
    table.commit(replace(former, data=again))
    with patch.object(counted_rows, "asked_for", wraps=counted_rows.asked_for) as opened:
        told = str(trainable_of(str(tmp_path), table.manifest().pipeline))
    assert told.startswith("2 of 3 samples can be trained: no model wrote their answers")
    assert [call.args[0].endswith("part-00001.parquet") for call in opened.call_args_list] == [True]
