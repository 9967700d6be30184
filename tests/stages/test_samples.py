import pickle
from dataclasses import replace
from hashlib import sha256

import pytest

from tests.factories import file_row
from vlcorpus.schemas.qwenvl.tokens import TokenCounts, count_sample_tokens, load_tokenizer
from vlcorpus.schemas.sample import LabelSource
from vlcorpus.stages.captions.to_samples import ToCaptionSamples
from vlcorpus.stages.documents.sequences.to_sequences import ToSequences
from vlcorpus.stages.documents.to_samples import ToSamples
from vlcorpus.stages.samples import (
    STAGE_TOKENS,
    SampleDraft,
    SampleImage,
    asked_of_image,
    make_sample,
    training_stage,
)


@pytest.mark.parametrize("stage", [ToCaptionSamples(), ToSamples(), ToSequences(())])
def test_a_stage_opens_its_tokenizer_and_leaves_it_behind_when_it_travels(stage):
    stage.open()
    assert stage.tokenizer is stage.tokenizer
    assert "tokenizer" in vars(stage)
    assert "tokenizer" not in vars(pickle.loads(pickle.dumps(stage)))


@pytest.mark.parametrize("train", [True, False])
def test_the_loss_sees_the_answer_alone_and_only_where_it_may(train):
    user, assistant = asked_of_image("Describe it.", "A boat.", train=train)
    assert (user.train, [part.type for part in user.content]) == (False, ["image", "text"])
    assert (assistant.train, assistant.content[0].text) == (train, "A boat.")


@pytest.mark.parametrize(
    ("n_tokens", "stage"),
    [(1, "s1"), (8192, "s1"), (8193, "s2"), (32768, "s2"), (32769, "s3"), (262144, "s3"), (262145, None)],
)
def test_length_decides_the_training_stage(n_tokens, stage):
    if stage is None:
        with pytest.raises(Exception, match="longer_than_stage"):
            training_stage(n_tokens)
    else:
        assert training_stage(n_tokens) == stage


DRAFT = SampleDraft(
    domain="captions",
    task="caption",
    lang=["en"],
    messages=asked_of_image("Describe it.", "A boat."),
    images=[SampleImage(b"jpeg", 256, 512, exif_applied=True)],
    label_source=LabelSource.HUMAN,
    engine="people",
    prompt_sha256="5e",
    parents=["parent"],
    scores={"sharpness": 12, "density": None},
    meta={"text": "船"},
)


def test_what_follows_from_a_draft_is_computed():
    row, tokenizer = file_row("boat"), load_tokenizer(None)
    made = make_sample(row, DRAFT, tokenizer)
    counts = count_sample_tokens(DRAFT.messages, [(256, 512)], tokenizer)
    assert (made.id, made.source_key, made.license) == (row.id, row.source_key, row.license)
    assert (made.n_tokens, made.n_vision_tokens, made.n_loss_tokens) == (counts.n_total, 128, counts.n_loss)
    assert (made.stage, made.tokenizer_id) == ("s1", tokenizer.id)
    (info,), digest = made.image_info, sha256(b"jpeg").hexdigest()
    assert (info.width_px, info.height_px, info.sha256, info.exif_applied) == (256, 512, digest, True)
    assert made.content_sha256 == sha256(f"Describe it.\0A boat.\0{digest}".encode()).hexdigest()
    assert [(score.name, score.value) for score in made.scores] == [("sharpness", 12.0)]
    assert made.meta == '{"text": "船"}'


def test_who_has_counted_and_names_a_stage_is_believed():
    far = STAGE_TOKENS[-1][1] + 1
    made = make_sample(
        file_row("boat"), replace(DRAFT, stage="s0"), load_tokenizer(None), TokenCounts(far, 0, 1)
    )
    assert (made.stage, made.n_tokens, made.n_loss_tokens) == ("s0", far, 1)
