from dataclasses import replace

from tests.stages.generate.scenes import scenes
from vlcorpus.schemas.row import fields_of
from vlcorpus.schemas.scenes.captions import split_caption
from vlcorpus.schemas.scenes.rows import SaidScene
from vlcorpus.schemas.scenes.written import WrittenScene
from vlcorpus.stages.generate.say_scenes import SayScenes
from vlcorpus.stages.verify.check_written import CheckWritten

UNREAD = "The whole looks a little like a kite in the wind."


def written() -> WrittenScene:
    """Return a scene whose written sentences are those of its own caption, which are true."""
    for row in SayScenes()(scenes(12)):
        captions = [text for text in row.said if text.kind == "caption" and text.lang == "en"]
        if captions and len(own := split_caption(captions[0].text, "en")) > 2:
            return WrittenScene(**fields_of(SaidScene, row), sentences=own, n_written=len(own))
    raise AssertionError("no scene has an English caption")


def test_true_sentences_stay_and_are_counted():
    row = written()
    (checked,) = CheckWritten()([row])
    assert (checked.sentences, checked.n_read, checked.n_false) == (row.sentences, row.n_written, 0)


def test_sentences_of_another_scene_are_false_or_not_read():
    row, others = written(), written()
    lies = ["There are 97 labelled points.", "There are 98 labelled points."]
    (checked,) = CheckWritten(only_read=True)([replace(row, sentences=[*lies, *others.sentences])])
    assert not set(lies) & set(checked.sentences)
    assert set(others.sentences) <= set(checked.sentences)


def test_what_is_not_read_is_left_to_the_model_or_dropped():
    row = replace(written(), sentences=[UNREAD])
    (kept,), (dropped,) = CheckWritten()([row]), CheckWritten(only_read=True)([row])
    assert (kept.sentences, kept.n_read) == ([UNREAD], 0)
    assert dropped.sentences == []
