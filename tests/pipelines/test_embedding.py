"""From the configuration to the stages that make vectors."""

import pytest

from vlcorpus.pipelines.captions.config import CaptionsConfig
from vlcorpus.pipelines.config import load_config
from vlcorpus.pipelines.embedding import EmbeddingConfig
from vlcorpus.schemas.errors import ConfigError
from vlcorpus.stages.dedup.lexical_vectors import NAME as LEXICAL


def test_without_a_model_texts_have_lexical_vectors_and_images_those_that_they_have():
    config = EmbeddingConfig()
    assert config.embed_text().encoder == LEXICAL
    assert config.embed_image(1000) is None


def test_an_encoder_of_the_hub_is_known_by_its_commit():
    config = EmbeddingConfig(
        text_encoder="a/b", text_revision="1", image_encoder="c/d", image_revision="2", gpus=0.5, partitions=3
    )
    text, image = config.embed_text(), config.embed_image(1000)
    assert (text.encoder, text.revision, text.batch, text.gpus, text.partitions) == ("a/b", "1", 256, 0.5, 3)
    assert (image.encoder, image.revision, image.batch, image.max_pixels) == ("c/d", "2", 32, 1000)


def test_a_folder_of_weights_is_known_by_what_is_in_it(tmp_path):
    (tmp_path / "config.json").write_text("{}")
    (tmp_path / "model.safetensors").write_bytes(b"1")
    config = EmbeddingConfig(text_encoder=str(tmp_path), text_revision="of the hub")
    before = config.embed_text().revision
    assert before not in (None, "of the hub")
    assert config.embed_text().revision == before
    (tmp_path / "model.safetensors").write_bytes(b"2")
    assert config.embed_text().revision != before


def test_a_folder_that_is_not_there_is_refused():
    with pytest.raises(ConfigError, match="/nowhere/at/all"):
        EmbeddingConfig(text_encoder="/nowhere/at/all").embed_text()


@pytest.mark.parametrize("settings", [{"embed.text_batch": 0}, {"embed.gpus": 1.5}, {"embed.partitions": 0}])
def test_a_value_out_of_its_range_is_named(settings):
    with pytest.raises(ConfigError, match=next(iter(settings))):
        load_config(CaptionsConfig, None, {"input": "x", **settings})
