import json

from tests.stages.generate.scenes import scenes
from vlcorpus.schemas.sample import LabelSource, Sample
from vlcorpus.stages.generate.say_scenes import SayScenes
from vlcorpus.stages.generate.scenes_to_samples import ScenesToSamples


def samples(n=40, **parameters):
    made = list(ScenesToSamples("stem", **parameters)(SayScenes()(scenes(n))))
    assert all(isinstance(sample, Sample) for sample in made)
    return made


def test_a_scene_becomes_a_sample_of_each_kind():
    made = samples()
    assert {sample.task for sample in made} == {"scene_caption", "scene_question", "scene_point"}
    assert len({sample.id for sample in made}) == len(made)
    for sample in made:
        assert sample.label_source == LabelSource.CONSTRUCTION
        assert sample.domain == "stem"
        assert sample.model is None
        assert sample.trainable


def test_turns_alternate_and_the_image_stands_once_before_the_first():
    for sample in samples():
        assert [m.role for m in sample.messages] == ["user", "assistant"] * (len(sample.messages) // 2)
        parts = [part.type for message in sample.messages for part in message.content]
        assert parts.count("image") == 1
        assert parts[0] == "image"
        assert all(message.train == (message.role == "assistant") for message in sample.messages)


def test_no_slot_of_a_prompt_is_left():
    for sample in samples():
        for message in sample.messages:
            for part in message.content:
                assert "{text}" not in (part.text or "")
                if "\\boxed" in (part.text or "") and message.role == "user":
                    assert "\\boxed{}" in part.text


def test_meta_holds_what_an_oracle_needs():
    for sample in samples():
        meta = json.loads(sample.meta)
        assert meta["truth"]["points"]
        assert len(meta["claims"]) == len(sample.messages) // 2
        if sample.task == "scene_point":
            assert len(meta["places"]) == len([o for o in sample.objects if o.kind == "point"])


def test_only_the_wanted_kinds_are_made():
    assert {sample.task for sample in samples(10, kinds=("point",))} == {"scene_point"}
