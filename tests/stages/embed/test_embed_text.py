"""The vector of a caption, and what it counts and colours."""

import numpy as np
import pytest

from tests.stages.captions.rows import captioned, row
from vlcorpus.schemas.errors import StageBug
from vlcorpus.stages.dedup.attribute_signature import attribute_signature
from vlcorpus.stages.dedup.lexical_vectors import lexical_vectors
from vlcorpus.stages.embed.embed_text import EmbedText
from vlcorpus.stages.stage import Resources


def vectors(*captions: str) -> np.ndarray:
    out = EmbedText()([captioned(caption) for caption in captions])
    return np.stack([np.frombuffer(one.text_vector, "<f2").astype(np.float32) for one in out])


def test_a_caption_without_a_letter_has_no_neighbours():
    assert np.linalg.norm(vectors("A red boat.", "…"), axis=1) == pytest.approx([1, 0], abs=1e-3)


def test_it_is_the_vector_of_the_caption_and_of_nothing_else():
    found = vectors("A red boat.", "Two houses.")
    assert np.allclose(found, lexical_vectors(["A red boat.", "Two houses."]), atol=1e-3)


def test_what_a_caption_counts_is_signed_beside_its_vector():
    (out,) = EmbedText()([captioned("Two red boats.")])
    assert out.attribute_signature == attribute_signature("Two red boats.")
    (other,) = EmbedText()([captioned("Three red boats.")])
    assert out.attribute_signature != other.attribute_signature


def test_a_row_without_a_caption_is_a_mistake_of_the_pipeline():
    with pytest.raises(StageBug, match="embed after captioning"):
        list(EmbedText()([row()]))


@pytest.mark.parametrize(("encoder", "gpus", "used"), [("lexical", 0.5, 0), ("a/b", 0.5, 0.5), ("a/b", 0, 0)])
def test_what_needs_no_model_needs_no_gpu(encoder, gpus, used):
    stage = EmbedText(gpus=gpus) if encoder == "lexical" else EmbedText(encoder=encoder, gpus=gpus)
    assert stage.resources.gpus == used
    assert EmbedText(gpus=1).resources == Resources()
