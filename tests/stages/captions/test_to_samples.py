"""A captioned image as a sample: one that is complete, and says where its answer came from."""

import json
from dataclasses import replace

import pytest

from tests.stages.captions.rows import SAID, captioned
from vlcorpus.schemas.prompts import prompts_of
from vlcorpus.schemas.sample import LabelSource
from vlcorpus.stages.captions.judge_caption import JUDGE
from vlcorpus.stages.captions.to_samples import ToCaptionSamples


def sample_of(row):
    (sample,) = ToCaptionSamples()([row])
    return sample


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("tier", ["short", "medium", "dense"])
def test_it_is_asked_for_in_the_words_of_its_tier_and_language(tier, lang):
    row = captioned("A red boat.", tier=tier, lang=lang)
    sample = sample_of(row)
    user, assistant = sample.messages
    texts = {prompt.text for prompt in prompts_of(f"caption_{tier}", lang)}
    assert user.content[1].text in texts
    assert (assistant.content[0].text, assistant.train) == ("A red boat.", True)
    assert (sample.lang, sample.task, sample.images[0].bytes) == ([lang], "caption", row.content)
    meta = json.loads(sample.meta)
    assert (meta["tier"], meta["perceptual_hash"]) == (tier, "0123456789abcdef")


def test_it_says_who_wrote_it():
    row = captioned("A red boat.")
    row.generated.append(replace(SAID, role=JUDGE, model_id="judge-model"))
    by_model, by_nobody = sample_of(row), sample_of(captioned("A red boat.", model=False))
    assert (by_model.label_source, by_model.model) == (LabelSource.MODEL, "m")
    assert len(by_model.generated) == 2
    assert (by_nobody.label_source, by_nobody.model) == (LabelSource.CLASSICAL, None)
    assert by_model.parents == [row.id]


def test_a_caption_that_nobody_vouches_for_is_not_trainable():
    by_model, by_nobody = sample_of(captioned("A boat.")), sample_of(captioned("A boat.", model=False))
    assert (by_model.trainable, by_model.messages[1].train) == (True, True)
    assert (by_nobody.trainable, by_nobody.messages[1].train, by_nobody.n_loss_tokens) == (False, False, 0)
    assert by_nobody.n_text_tokens == by_model.n_text_tokens
    assert by_model.n_loss_tokens > 0
