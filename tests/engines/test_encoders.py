"""Encoders of Transformers with random weights, made here: length 1, and of their row alone."""

import json
from pathlib import Path

import numpy as np
import PIL.Image
import pytest

from tests.stages.captions.rows import captioned, encoded, row, scene
from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure, Reject
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.vectors import pack
from vlcorpus.stages.embed.embed_image import EmbedImage
from vlcorpus.stages.embed.embed_text import EmbedText
from vlcorpus.stages.embed.image_encoder import TransformersImageEncoder
from vlcorpus.stages.embed.text_encoder import TransformersTextEncoder
from vlcorpus.stages.embed.weights import digest

CLOSE = 1e-5  # float32, added up in another order
SENTENCE = "a red boat lies on calm lake below the snowy mountains two dogs run across wet street at night"
WORDS = SENTENCE.split()
TEXTS = [" ".join(np.random.default_rng(n).choice(WORDS, 1 + 7 * n % 40)) for n in range(12)]
HIDDEN = 32


@pytest.fixture(scope="module")
def text_folders(tmp_path_factory) -> dict[str, Path]:
    """Return a BERT's folder for each way to pool."""
    torch = pytest.importorskip("torch", reason="make test-engines")
    from transformers import BertConfig, BertModel, BertTokenizerFast

    folders = {}
    for pooling, key in (("mean", "mean_tokens"), ("cls", "cls_token"), ("last", "lasttoken")):
        folder = folders[pooling] = tmp_path_factory.mktemp(pooling)
        vocabulary = {
            word: n
            for n, word in enumerate(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *sorted({*WORDS})])
        }
        torch.manual_seed(0)
        BertModel(
            BertConfig(
                vocab_size=len(vocabulary),
                hidden_size=HIDDEN,
                num_hidden_layers=2,
                num_attention_heads=4,
                intermediate_size=64,
                max_position_embeddings=64,
            )
        ).save_pretrained(folder)
        BertTokenizerFast(vocab=vocabulary).save_pretrained(folder)
        (folder / "1_Pooling").mkdir()
        (folder / "1_Pooling/config.json").write_text(json.dumps({f"pooling_mode_{key}": True}))
    return folders


@pytest.fixture(scope="module")
def image_folders(tmp_path_factory) -> dict[str, Path]:
    """Return folders of a SigLIP 2 (of any shape), a SigLIP 2 of one size, a CLIP and a DINOv2."""
    torch = pytest.importorskip("torch", reason="make test-engines")
    import transformers as t

    vision = {
        "hidden_size": HIDDEN,
        "num_hidden_layers": 2,
        "num_attention_heads": 4,
        "intermediate_size": 64,
        "patch_size": 16,
    }
    text = {name: vision[name] for name in list(vision)[:-1]} | {"vocab_size": 40}
    one_size = vision | {"image_size": 64}
    of_size = {"size": {"height": 64, "width": 64}}
    shortest = {"size": {"shortest_edge": 64}, "crop_size": {"height": 64, "width": 64}}
    kinds = {
        "siglip2": (
            t.Siglip2Model,
            t.Siglip2Config(text_config=text, vision_config=vision | {"num_patches": 16}),
            t.Siglip2ImageProcessorPil(patch_size=16, max_num_patches=16),
        ),
        "siglip": (
            t.SiglipModel,
            t.SiglipConfig(text_config=text, vision_config=one_size),
            t.SiglipImageProcessorPil(**of_size),
        ),
        "clip": (
            t.CLIPModel,
            t.CLIPConfig(text_config=text, vision_config=one_size, projection_dim=24),
            t.CLIPImageProcessorPil(**shortest),
        ),
        "dinov2": (
            t.Dinov2Model,
            t.Dinov2Config(**one_size | {"mlp_ratio": 2}),
            t.BitImageProcessorPil(**shortest),
        ),
    }
    folders = {}
    for name, (weights, config, processor) in kinds.items():
        folders[name] = tmp_path_factory.mktemp(name)
        torch.manual_seed(0)
        weights(config).save_pretrained(folders[name])
        processor.save_pretrained(folders[name])
    return folders


@pytest.mark.parametrize("pooling", ["mean", "cls", "last"])
def test_a_text_has_one_vector_in_any_batch_and_order(text_folders, pooling):
    encoder = TransformersTextEncoder(str(text_folders[pooling]))
    together = encoder.encode(TEXTS)
    assert together.shape == (12, HIDDEN)
    assert np.linalg.norm(together, axis=1) == pytest.approx(np.ones(12))
    assert encoder.encode(TEXTS[::-1])[::-1] == pytest.approx(together, abs=CLOSE)
    assert np.concatenate([encoder.encode([text]) for text in TEXTS]) == pytest.approx(together, abs=CLOSE)
    assert encoder.encode(TEXTS).tobytes() == together.tobytes()


def test_the_ways_to_pool_differ(text_folders):
    found = [TransformersTextEncoder(str(folder)).encode(TEXTS[1:2])[0] for folder in text_folders.values()]
    assert max(found[0] @ found[1], found[0] @ found[2], found[1] @ found[2]) < 0.999


def test_pooling_is_what_it_is_called(text_folders):
    """By the weights themselves, one text and so no padding at a time."""
    import torch
    from transformers import AutoModel, AutoTokenizer

    folder = text_folders["mean"]
    ids = AutoTokenizer.from_pretrained(folder)(TEXTS[3], return_tensors="pt")
    with torch.inference_mode():
        states = AutoModel.from_pretrained(folder)(**ids).last_hidden_state[0].numpy()
    for pooling, vector in (("mean", states.mean(axis=0)), ("cls", states[0]), ("last", states[-1])):
        (found,) = TransformersTextEncoder(str(text_folders[pooling])).encode([TEXTS[3]])
        assert found == pytest.approx(vector / np.linalg.norm(vector), abs=CLOSE)


def test_a_text_without_a_letter_has_no_neighbours(text_folders):
    vectors = TransformersTextEncoder(str(text_folders["mean"])).encode(["…", "a boat", ""])
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([0, 1, 0])


def test_an_instruction_stands_before_each_text(text_folders):
    folder = str(text_folders["mean"])
    plain, told = (TransformersTextEncoder(folder, instruction=told) for told in (None, "the dogs "))
    assert told.encode(["run"]) == pytest.approx(plain.encode(["the dogs run"]), abs=CLOSE)
    assert told.encode(["run"]) != pytest.approx(plain.encode(["run"]), abs=CLOSE)


def test_a_long_text_is_read_as_far_as_the_encoder_reads(text_folders):
    encoder = TransformersTextEncoder(str(text_folders["mean"]))
    first, second = encoder.encode(["boat " * 70 + "dogs", "boat " * 500])
    assert first == pytest.approx(second, abs=CLOSE)


def test_modules_that_we_do_not_apply_are_refused(text_folders, tmp_path):
    modules = [{"type": "sentence_transformers.models.Transformer"}, {"type": "sentence_transformers.Dense"}]
    (tmp_path / "modules.json").write_text(json.dumps(modules))
    with pytest.raises(ConfigError, match="Dense"):
        TransformersTextEncoder(str(tmp_path))


def test_a_folder_without_weights_says_so(text_folders, tmp_path):
    with pytest.raises(EnvironmentFailure, match="cannot load"):
        TransformersTextEncoder(str(tmp_path))


def test_a_gpu_that_is_not_there_is_missed(text_folders):
    import torch

    if torch.cuda.is_available():
        pytest.skip("there is one")
    with pytest.raises(EnvironmentFailure, match=r"embed\.gpus=0"):
        TransformersTextEncoder(str(text_folders["mean"]), gpus=0.5)


def test_captions_through_the_stage(text_folders):
    folder = text_folders["mean"]
    stage = EmbedText(encoder=str(folder), revision=digest(folder), batch=5)
    stage.open()
    out = list(stage(map(captioned, TEXTS)))
    assert [one.caption.text for one in out] == TEXTS
    vectors = np.stack([np.frombuffer(one.text_vector, "<f2") for one in out])
    assert vectors == pytest.approx(stage.loaded.encode(TEXTS), abs=1e-3)
    assert stage.loaded.name == f"{folder.name}@{digest(folder)[7:19]}"


IMAGES = [encoded(scene(w, h, n)) for n, (w, h) in enumerate([(320, 240), (90, 400), (64, 64), (500, 70)])]


@pytest.mark.parametrize(
    ("kind", "d"), [("siglip2", HIDDEN), ("siglip", HIDDEN), ("clip", 24), ("dinov2", HIDDEN)]
)
def test_an_image_has_one_vector_in_any_batch_and_order(image_folders, kind, d):
    encoder = TransformersImageEncoder(str(image_folders[kind]))
    read = [encoder.read(content) for content in IMAGES]
    together = encoder.encode(read)
    assert together.shape == (4, d)
    assert np.linalg.norm(together, axis=1) == pytest.approx(np.ones(4))
    assert encoder.encode(read[::-1])[::-1] == pytest.approx(together, abs=CLOSE)
    assert np.concatenate([encoder.encode([one]) for one in read]) == pytest.approx(together, abs=CLOSE)
    assert encoder.encode(read).tobytes() == together.tobytes()
    assert len({vector.tobytes() for vector in together}) == 4


@pytest.mark.parametrize("kind", ["siglip2", "siglip", "clip", "dinov2"])
def test_a_copy_in_half_the_size_is_near(image_folders, kind):
    """Though a JPEG is decoded no larger than the weights see it."""
    encoder = TransformersImageEncoder(str(image_folders[kind]))
    large = PIL.Image.fromarray(np.asarray(scene(1280, 960, 3)))
    shown = (large, large.resize((640, 480)), scene(1280, 960, 4))
    read = [encoder.read(encoded(image, "JPEG", quality=95)) for image in shown]
    first, copy, other = encoder.encode(read)
    assert first @ copy > max(0.999, first @ other)


def test_images_through_the_stage(image_folders):
    folder = image_folders["siglip2"]
    stage = EmbedImage(encoder=str(folder), revision=digest(folder), batch=3)
    stage.open()
    contents = [*IMAGES[:2], b"no image", *IMAGES[2:]]
    rows = [row(key=f"{n}.png") for n in range(5)]
    for one, content in zip(rows, contents, strict=True):
        one.content = content
    out = list(stage(rows))
    assert [one.source_key for one in out] == [f"{n}.png" for n in range(5)]
    broken = out.pop(2)
    assert isinstance(broken, Rejection)
    assert broken.reason == "image_broken"
    expected = pack(stage.loaded.encode([stage.loaded.read(content) for content in IMAGES]))
    found, expected = (
        np.frombuffer(b"".join(cells), "<f2").astype(np.float32)
        for cells in ([one.image_vector for one in out], expected)
    )
    assert found == pytest.approx(expected, abs=1e-3)


def test_an_image_that_is_too_large_is_rejected(image_folders):
    encoder = TransformersImageEncoder(str(image_folders["siglip"]), max_pixels=100)
    with pytest.raises(Reject, match="image_too_large"):
        encoder.read(IMAGES[0])


def test_an_encoder_of_texts_is_none_of_images(text_folders):
    with pytest.raises((ConfigError, EnvironmentFailure)):
        TransformersImageEncoder(str(text_folders["mean"]))
