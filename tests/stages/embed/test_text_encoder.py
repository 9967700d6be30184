"""What an encoder's files say of it. The weights themselves: tests/engines/test_encoders.py."""

import json

import numpy as np
import pytest

from vlcorpus.schemas.errors import ConfigError
from vlcorpus.stages.dedup.lexical_vectors import DIMENSIONS, NAME
from vlcorpus.stages.embed.text_encoder import (
    BATCH_TOKENS,
    _batches,
    _default_prompt,
    _pooling,
    load_text_encoder,
    unit,
)


def test_without_a_model_vectors_are_of_letters():
    encoder = load_text_encoder()
    vectors = encoder.encode(["A red boat.", "", "湖上的红船", "…"])
    assert (encoder.name, vectors.shape, vectors.dtype) == (NAME, (4, DIMENSIONS), np.float32)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 0, 1, 0])


@pytest.mark.parametrize(
    ("said", "pooling"),
    [
        (None, "mean"),
        ({"pooling_mode_mean_tokens": True, "pooling_mode_cls_token": False}, "mean"),
        ({"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": False}, "cls"),
        ({"pooling_mode_lasttoken": True}, "last"),
        ({"pooling_mode": "lasttoken"}, "last"),
        ({"pooling_mode": ["mean"]}, "mean"),
    ],
)
def test_tokens_are_pooled_as_the_files_say(tmp_path, said, pooling):
    if said is not None:
        (tmp_path / "1_Pooling").mkdir()
        (tmp_path / "1_Pooling/config.json").write_text(json.dumps(said))
    assert _pooling(tmp_path) == pooling


@pytest.mark.parametrize(
    "said",
    [
        '{"pooling_mode_max_tokens": true}',
        '{"pooling_mode": ["mean", "cls"]}',
        "{",
        '{"pooling_mode": "max"}',
    ],
)
def test_another_pooling_is_refused(tmp_path, said):
    (tmp_path / "1_Pooling").mkdir()
    (tmp_path / "1_Pooling/config.json").write_text(said)
    with pytest.raises(ConfigError, match="1_Pooling"):
        _pooling(tmp_path)


@pytest.mark.parametrize(
    ("said", "prompt"),
    [
        ({"prompts": {"query": "Q: "}, "default_prompt_name": "query"}, "Q: "),
        ({"prompts": {"query": "Q: "}, "default_prompt_name": None}, ""),
        ({"__version__": {}}, ""),
    ],
)
def test_the_prompt_of_the_files_is_the_default(tmp_path, said, prompt):
    (tmp_path / "config_sentence_transformers.json").write_text(json.dumps(said))
    assert _default_prompt(tmp_path) == prompt


def test_a_batch_with_its_padding_is_bounded_and_no_text_is_lost():
    lengths = np.random.default_rng(0).integers(0, 600, 500)
    ids = [[1] * n for n in lengths]
    batches = list(_batches(ids))
    assert sorted(place for batch in batches for place in batch) == np.flatnonzero(lengths).tolist()
    assert all(len(batch) * max(lengths[batch]) <= BATCH_TOKENS for batch in batches)
    assert list(_batches([[1] * (BATCH_TOKENS + 1)])) == [[0]]


def test_what_is_no_number_is_no_vector():
    with pytest.raises(FloatingPointError):
        unit(np.array([[1, np.nan]], np.float32))
