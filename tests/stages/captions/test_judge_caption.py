"""A second model denies a caption, or lets it pass."""

import pytest

from tests.stages.captions.rows import captioned
from tests.stages.inference.recorded import replaying
from vlcorpus.stages.captions.judge_caption import JudgeCaption
from vlcorpus.stages.inference.model import Model


def test_it_is_asked_with_the_image_and_the_caption():
    row = captioned("A red boat.")
    (request,) = JudgeCaption(Model(role="judge")).requests(row)
    image, question = request.turns[0].parts
    assert image.bytes == row.content
    assert "A red boat." in question


@pytest.mark.parametrize(("reply", "reason"), [("yes", None), ("no", "caption_unfaithful")])
def test_the_judge_keeps_or_rejects(tmp_path, reply, reason):
    asked = captioned("A red boat.")
    (out,) = replaying(JudgeCaption, asked, [reply], tmp_path)([asked])
    assert getattr(out, "reason", None) == reason
    if reason is None:
        assert [said.role for said in out.generated] == ["recaptioner", "reader"]


def test_the_judge_is_not_asked_of_what_no_model_wrote():
    plain = captioned("A red boat.", model=False)
    (out,) = JudgeCaption(Model(role="judge"))([plain])
    assert out is not None
    assert out.generated == []


def test_what_was_judged_is_not_judged_again(tmp_path):
    asked = captioned("A red boat.")
    (judged,) = replaying(JudgeCaption, asked, ["yes"], tmp_path)([asked])
    (again,) = replaying(JudgeCaption, asked, ["yes"], tmp_path)([judged])
    assert again == judged
