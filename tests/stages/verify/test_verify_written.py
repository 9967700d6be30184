import pytest

from tests.stages.inference.recorded import replaying
from tests.stages.verify.test_check_written import written
from vlcorpus.stages.inference.model import Model
from vlcorpus.stages.verify.verify_written import VerifyWritten


@pytest.mark.parametrize("denied", [0, 1])
def test_sentences_that_the_model_denies_go(tmp_path, denied):
    row = written()
    replies = ["no"] * denied + ["yes"] * (len(row.sentences) - denied)
    (left,) = replaying(VerifyWritten, row, replies, tmp_path, min_sentences=1)([row])
    assert left.sentences == row.sentences[denied:]
    assert left.n_denied == denied


def test_a_caption_of_which_too_little_is_left_goes(tmp_path):
    row = written()
    replies = ["no"] * (len(row.sentences) - 1) + ["yes"]
    (left,) = replaying(VerifyWritten, row, replies, tmp_path, min_sentences=2)([row])
    assert left.sentences == []


def test_each_sentence_is_asked_of_with_the_image():
    row = written()
    requests = VerifyWritten(Model(role="diagram_verifier"), min_sentences=1).requests(row)
    assert [request.turns[0].parts[0].bytes for request in requests] == [row.image] * len(row.sentences)
    assert all(
        said in request.turns[0].parts[1] for said, request in zip(row.sentences, requests, strict=True)
    )


def test_nobody_vouches_for_a_caption_without_a_model():
    (left,) = VerifyWritten(Model(role="diagram_verifier"))([written()])
    assert left.sentences == []
