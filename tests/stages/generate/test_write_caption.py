import pytest

from tests.stages.generate.scenes import scenes
from tests.stages.inference.recorded import replaying
from vlcorpus.stages.generate.say_scenes import SayScenes
from vlcorpus.stages.generate.write_caption import WriteCaption, sentences
from vlcorpus.stages.inference.model import Model


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One thing. Another thing.", ["One thing.", "Another thing."]),
        ("- AB is 3.5 long.\n- AB is 3.5 long.\n\n2. It is red", ["AB is 3.5 long.", "It is red"]),
        ("图中有两个圆。它们相交；共有两个交点。", ["图中有两个圆。", "它们相交；", "共有两个交点。"]),
        (" \n- \n", []),
    ],
)
def test_sentences_of_a_text(text, found):
    assert sentences(text) == found


def test_the_model_sees_the_image_alone_and_its_sentences_go_on(tmp_path):
    row = next(iter(SayScenes()(scenes(3))))
    stage = replaying(WriteCaption, row, ["There is a circle. It is red."], tmp_path)
    (request,) = stage.requests(row)
    image, _ = request.turns[0].parts
    assert image.bytes == row.image
    (written,) = stage([row])
    assert written.sentences == ["There is a circle.", "It is red."]
    assert (written.n_written, written.generated[0].model_id) == (2, "reader-8B")


def test_without_a_model_or_a_share_nothing_is_written():
    row = next(iter(SayScenes()(scenes(3))))
    (written,) = WriteCaption(Model(role="diagram_captioner"))([row])
    assert (written.sentences, written.said) == ([], row.said)
    assert WriteCaption(Model(role="diagram_captioner"), share=0.0).requests(row) == []
