import pickle

import pytest

from vlcorpus.stages.captions.to_samples import ToCaptionSamples
from vlcorpus.stages.documents.sequences.to_sequences import ToSequences
from vlcorpus.stages.documents.to_samples import ToSamples
from vlcorpus.stages.samples import asked_of_image


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
