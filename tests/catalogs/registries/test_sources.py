"""The registry knows its sources and refuses what must not be trained on; targets measure a corpus."""

import pytest

from tests.factories import sample, write_corpus
from vlcorpus.catalogs.query.views import connect
from vlcorpus.catalogs.registries.sources import REGISTRY, find_source, may_enter_mix, sources
from vlcorpus.catalogs.reports.targets import load_targets, standings
from vlcorpus.schemas.errors import ConfigError
from vlcorpus.schemas.reasons import Reason


def entry(**changes):
    return find_source("common-crawl-pdf").model_copy(update=changes)


def test_every_shipped_entry_is_valid_and_says_what_it_is():
    assert len(sources()) >= 5
    assert all(source.title for source in sources().values())


def test_a_source_is_found_by_name_and_an_own_one_is_not_an_error():
    assert find_source("common-crawl-pdf").domains == ("documents",)
    assert find_source("my-own-folder") is None


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, None),
        ({"license": None}, Reason.SOURCE_UNLICENSED),
        ({"license": " "}, Reason.SOURCE_UNLICENSED),
        ({"is_benchmark": True}, Reason.SOURCE_IS_BENCHMARK),
        ({"split": "test"}, Reason.SOURCE_NOT_FOR_TRAINING),
        ({"split": "validation"}, Reason.SOURCE_NOT_FOR_TRAINING),
        ({"split": "train"}, None),
    ],
)
def test_the_gate(changes, reason):
    assert may_enter_mix(entry(**changes)) == reason


def test_the_gate_knows_stages():
    assert may_enter_mix(entry(), stage="s1") is None
    assert may_enter_mix(entry(), stage="sft") == Reason.SOURCE_NOT_FOR_STAGE


def test_no_benchmark_passes_the_gate():
    benchmarks = [source for source in sources().values() if source.is_benchmark]
    assert benchmarks
    assert all(may_enter_mix(source) for source in benchmarks)


@pytest.mark.parametrize(
    ("find", "put", "message"),
    [
        ("    license: CC0-1.0\n", "    licence: CC0-1.0\n", "'synthetic'"),
        ("    license: CC0-1.0\n", "    license: CC0\n", "license.*CC0-1.0"),
        ("    split: test\n", "    split: training\n", "split"),
        ("name: synthetic", "name: common-crawl-pdf", "named twice: common-crawl-pdf"),
        ("sources:\n", "origins:\n", "not a registry"),
    ],
)
def test_a_wrong_entry_is_named(tmp_path, find, put, message):
    path = tmp_path / "sources.yaml"
    path.write_text(REGISTRY.read_text().replace(find, put))
    with pytest.raises(ConfigError, match=message):
        sources(path)


def test_every_target_has_a_source():
    assert load_targets().scale == 1.0
    assert all(target.source.startswith(("P ", "P25 ")) for target in load_targets().targets)


def test_a_wrong_target_is_named(tmp_path):
    path = tmp_path / "targets.yaml"
    path.write_text("scale: 1\ntargets:\n  - {id: X, what: y, source: P, counts: pages, n: 3}\n")
    with pytest.raises(ConfigError, match=r"targets\.0\.counts"):
        load_targets(path)


def test_pages_and_formats_of_a_file_are_one_input(tmp_path):
    keys = ["a.pdf#page=1", "a.pdf#page=2", "a.pdf#page=2&format=html", "b.pdf#page=1"]
    write_corpus(tmp_path, [([sample(key, source="common-crawl-pdf") for key in keys], [])])
    found = standings(connect([str(tmp_path)]), load_targets(), domain="documents", scale=1e-6)
    held = {standing.target.id: (standing.held, standing.wanted) for standing in found}
    assert held == {"DOC-1": (2, 3), "DOC-1+DOC-2": (2, 7), "MIX-2": (4 * 84, 1_000_000)}
    assert round(found[0].percent, 1) == 66.7


def test_only_the_named_origin_counts(tmp_path):
    write_corpus(tmp_path, [([sample("a.pdf#page=1", source="mine")], [])])
    found = standings(connect([str(tmp_path)]), load_targets(), domain="documents")
    assert [standing.held for standing in found[:2]] == [0, 1]
