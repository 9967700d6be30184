"""Every key of the configuration decides something, and what decides nothing makes no other table."""

import pytest

from tests.pipelines.keys import described, numbers, with_another
from vlcorpus.pipelines.captions.config import CaptionsConfig
from vlcorpus.pipelines.captions.pipeline import captions
from vlcorpus.pipelines.config import load_config

KEYS = numbers(CaptionsConfig)
# How, where and how fast: none of it changes a row. (A batch, a GPU and a partition more are placement.)
NO_CONTENT = {
    "max_reject_rate",
    "embed.text_batch",
    "embed.image_batch",
    "embed.gpus",
    "embed.partitions",
    *(key for key in KEYS if key.startswith("inference.")),
}


OF_TARS = {"max_inflation"}  # keys that decide nothing of a table of pairs


@pytest.fixture(scope="module")
def given(tmp_path_factory) -> dict:
    """Return the settings of a run on an empty table of pairs."""
    table = tmp_path_factory.mktemp("in") / "pairs.jsonl"
    table.write_text("")
    return {"input": str(table)}


@pytest.fixture(scope="module")
def usual(given) -> list:
    return described(captions(load_config(CaptionsConfig, None, given)))


@pytest.mark.parametrize("key", KEYS)
def test_a_key_is_in_the_fingerprint_where_it_decides_content(key, given, usual):
    config = with_another(CaptionsConfig, given, key, KEYS[key])
    assert (described(captions(config)) == usual) is (key in NO_CONTENT | OF_TARS)


@pytest.mark.parametrize("key", OF_TARS)
def test_a_key_of_tars_is_in_the_fingerprint_of_tars(key, tmp_path):
    (tmp_path / "pairs.tar").write_bytes(bytes(10_240))  # an empty one
    given = {"input": str(tmp_path / "pairs.tar")}
    config = with_another(CaptionsConfig, given, key, KEYS[key])
    assert described(captions(config)) != described(captions(load_config(CaptionsConfig, None, given)))


def test_the_judge_and_the_pool_are_stages_of_their_own(given, usual):
    for settings in ({"quality.judge": True}, {"clusters.pool": [given["input"]]}, {"shares": [1, 0, 0]}):
        config = load_config(CaptionsConfig, None, {**given, **settings})
        assert described(captions(config)) != usual
