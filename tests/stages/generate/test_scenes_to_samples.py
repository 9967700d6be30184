import json
from dataclasses import replace

from tests.stages.generate.scenes import maker, numbers, scenes
from vlcorpus.schemas.row import fields_of
from vlcorpus.schemas.sample import Generated, LabelSource, Sample
from vlcorpus.schemas.scenes.claims import Claim, claims_to_json
from vlcorpus.schemas.scenes.rows import Said, SaidScene
from vlcorpus.schemas.scenes.written import WrittenScene
from vlcorpus.stages.generate.say_scenes import SayScenes
from vlcorpus.stages.generate.scenes_to_samples import KINDS, ScenesToSamples


def samples(n=40, **parameters):
    return samples_of(scenes(n), **parameters)


def samples_of(rows, **parameters):
    made = list(ScenesToSamples("stem", **parameters)(SayScenes()(rows)))
    assert all(isinstance(sample, Sample) for sample in made)
    return made


def test_a_scene_becomes_a_sample_of_each_kind():
    made = samples()
    assert {sample.task for sample in made} == {f"scene_{kind}" for kind in KINDS if kind != "problem"}
    assert len({sample.id for sample in made}) == len(made)
    for sample in made:
        assert sample.label_source == LabelSource.CONSTRUCTION
        assert sample.domain == "stem"
        assert sample.model is None
        assert sample.trainable


def test_a_problem_becomes_a_sample_with_its_solution():
    rows = maker(problems=1.0)(numbers(3, seed=4))
    (made, *_) = samples_of(rows)
    assert made.task == "scene_problem"
    assert made.label_source == LabelSource.CONSTRUCTION
    question, solution = (message.content[-1].text for message in made.messages)
    assert solution.count("\\boxed") == 1
    meta = json.loads(made.meta)
    assert len(meta["problem"]["steps"]) in (solution.count("\n"), solution.count("\n") - 1)
    assert meta["truth"]["lines"]
    assert question


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
        assert len(meta["prior_answers"]) == len(meta["claims"])


def test_what_one_who_does_not_look_would_answer_is_kept():
    claim = Claim(("legs", "the dog"), "5", prior="4")
    question = Said(
        kind="question", style="phrase", lang="en", text="How?", claims=claims_to_json([claim]), answer="5"
    )
    caption = replace(question, kind="caption", style="short", text="It has 5 legs.", answer=None)
    scene = replace(next(iter(SayScenes()(scenes(1)))), said=[caption, question, question])
    priors = {
        sample.task: json.loads(sample.meta)["prior_answers"] for sample in ScenesToSamples("stem")([scene])
    }
    assert priors == {"scene_caption": [None], "scene_question": ["4", "4"]}


def test_a_sample_that_points_at_what_it_counts_has_its_points():
    counts = [sample for sample in samples() if sample.task == "scene_count"]
    pointed = 0
    for sample in counts:
        answers = [part.text for message in sample.messages if message.train for part in message.content]
        points = [thing for thing in sample.objects if thing.kind == "point"]
        assert len(points) == sum(answer.count("point_2d") for answer in answers)
        pointed += len(points)
    assert pointed > 10


def test_objects_are_what_texts_frame_or_point_at():
    framed = 0
    for sample in samples():
        boxes = [thing for thing in sample.objects if thing.kind == "box"]
        answers = [part.text for message in sample.messages if message.train for part in message.content]
        named = {name: box for name, _, *box in json.loads(sample.meta)["things"]}
        assert all(named[thing.label] == thing.bbox_px for thing in boxes)
        if sample.task in ("scene_caption", "scene_question", "scene_point"):
            assert not boxes
        elif sample.task == "scene_box":
            assert len(boxes) == sum(answer.count("bbox_2d") for answer in answers)
            framed += len(boxes)
    assert framed > 20


def test_only_the_wanted_kinds_are_made():
    assert {sample.task for sample in samples(10, kinds=("point",))} == {"scene_point"}


def test_a_models_caption_is_a_sample_of_its_own():
    row = next(iter(SayScenes()(scenes(3))))
    said = Generated(
        role="diagram_captioner",
        model_id="m-8B",
        model_revision=None,
        prompt_sha256="0",
        sampling="{}",
        seed=None,
        finish_reason="stop",
        n_out_tokens=3,
    )
    written = WrittenScene(
        **fields_of(SaidScene, row),
        sentences=["A is red.", "B is blue."],
        n_written=4,
        n_false=1,
        n_denied=1,
        engine="e-1",
        generated=[said],
    )
    *_, sample = ScenesToSamples("stem")([written])
    assert (sample.label_source, sample.model, sample.engine) == (LabelSource.MODEL, "m-8B", "e-1")
    assert sample.messages[1].content[0].text == "A is red. B is blue."
    assert json.loads(sample.meta)["sentences_denied"] == 1
    assert len(list(ScenesToSamples("stem", kinds=("point",))([written]))) <= 1
