"""What decides an answer decides its key, and nothing else does."""

import json
import pickle
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path

import pytest

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.sample import ToolCall
from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference.model import EngineKind, Model, Serving
from vlcorpus.stages.inference.request import (
    Answer,
    Choice,
    Grammar,
    ImageInput,
    JsonSchema,
    Regex,
    Reply,
    Request,
    StructuralTag,
    Turn,
    VideoInput,
    user,
)

ROOT = Path(__file__).parents[3]
SCHEMA = JsonSchema('{"type": "object"}')
VIDEO = VideoInput(frames=(b"f0", b"f1"), indices=(0, 15), fps=30.0, n_source_frames=90)
SYSTEM = Turn("system", ("Answer in Chinese.",))
REQUEST = Request(
    turns=(SYSTEM, user("Look:", ImageInput(b"picture"), VIDEO)), sampling=Sampling(), constraint=SCHEMA
)
MODEL = Model(role="reader", engine=EngineKind.VLLM, name="reader-8B", revision="abc")
KEY = "676b009f0aa2c841fccee1788d9b1859bea28deec7b9c8e4a8197c043fe439c0"
# Another value for every field of each: a new field without one fails the test below.
SAMPLINGS = {
    "max_tokens": 2049,
    "temperature": 0.1,
    "top_p": 0.9,
    "top_k": 20,
    "repetition_penalty": 1.1,
    "presence_penalty": 0.5,
    "n": 2,
    "logprobs": 0,
    "stop": ("\n",),
    "seed": 0,
    "min_p": 0.1,
    "frequency_penalty": 0.5,
    "stop_token_ids": (7,),
    "min_tokens": 3,
    "prompt_logprobs": 0,
    "thinking_token_budget": 9,
}
SEEN_BY = {
    "name": "reader-32B",
    "revision": "def",
    "min_pixels": 1,
    "max_pixels": 2,
    "video_min_pixels": 3,
    "video_max_pixels": 4,
    "dtype": "float16",
    "quantization": "fp8",
    "lora": "adapter",
    "chat_template": '{"enable_thinking": false}',
    "extra_body": '{"reasoning_effort": "low"}',
}
UNSEEN = {
    "role": "writer",
    "engine": EngineKind.REPLAY,  # it gives what another engine said
    "context": 8192,
    "sampling": Sampling(max_tokens=9),  # the default of a role: the request holds its own
    "text_first": True,  # so are the turns of the request
    "serving": Serving(in_flight=1, gpus=8),
    "cache": "/elsewhere",
}


CALL = ToolCall(id="c0", name="zoom", arguments="{}")


def asked(*parts) -> Request:
    return replace(REQUEST, turns=(SYSTEM, user(*parts)))


OTHERS = {
    "text": asked("Look!", ImageInput(b"picture"), VIDEO),
    "one more text": asked("Look:", "", ImageInput(b"picture"), VIDEO),
    "a text in two": asked("Lo", "ok:", ImageInput(b"picture"), VIDEO),
    "order": asked(ImageInput(b"picture"), "Look:", VIDEO),
    "image bytes": asked("Look:", ImageInput(b"pictura"), VIDEO),
    "no image": asked("Look:", VIDEO),
    "frame bytes": asked("Look:", ImageInput(b"picture"), replace(VIDEO, frames=(b"f0", b"f2"))),
    "frame index": asked("Look:", ImageInput(b"picture"), replace(VIDEO, indices=(0, 16))),
    "fps": asked("Look:", ImageInput(b"picture"), replace(VIDEO, fps=29.97)),
    "source frames": asked("Look:", ImageInput(b"picture"), replace(VIDEO, n_source_frames=91)),
    "frame as image": asked("Look:", ImageInput(b"picture"), ImageInput(b"f0"), ImageInput(b"f1")),
    "role": replace(REQUEST, turns=(replace(SYSTEM, role="user"), REQUEST.turns[1])),
    "no system turn": replace(REQUEST, turns=REQUEST.turns[1:]),
    "tools": replace(REQUEST, tools='[{"name": "zoom"}]'),
    "other tools": replace(REQUEST, tools='[{"name": "crop"}]'),
    "a call": replace(REQUEST, turns=(*REQUEST.turns, Turn("assistant", (), (CALL,)))),
    "another call": replace(REQUEST, turns=(*REQUEST.turns, Turn("assistant", (), (CALL, CALL)))),
    "reasoning": replace(REQUEST, turns=(*REQUEST.turns, Turn("assistant", (), reasoning="Hm."))),
    "a result": replace(REQUEST, turns=(*REQUEST.turns, Turn("tool", ("seen",), answers_call="c0"))),
    "no constraint": replace(REQUEST, constraint=None),
    "schema": replace(REQUEST, constraint=JsonSchema('{"type": "array"}')),
    "regex": replace(REQUEST, constraint=Regex(SCHEMA.schema)),
    "grammar": replace(REQUEST, constraint=Grammar(SCHEMA.schema)),
    "structural tag": replace(REQUEST, constraint=StructuralTag(SCHEMA.schema)),
    "choice": replace(REQUEST, constraint=Choice((SCHEMA.schema,))),
    "choices": replace(REQUEST, constraint=Choice((SCHEMA.schema, "b"))),
}


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_the_key_changes_with_what_is_asked(other):
    assert MODEL.key(other) != MODEL.key(REQUEST)


def test_all_these_requests_have_keys_of_their_own():
    assert len({MODEL.key(request) for request in [REQUEST, *OTHERS.values()]}) == len(OTHERS) + 1


@pytest.mark.parametrize("name", [f.name for f in fields(Sampling)])
def test_the_key_changes_with_every_field_of_the_sampling(name):
    other = replace(REQUEST, sampling=replace(REQUEST.sampling, **{name: SAMPLINGS[name]}))
    assert MODEL.key(other) != MODEL.key(REQUEST)


@pytest.mark.parametrize("name", [f.name for f in fields(Model)])
def test_the_key_changes_with_the_model_and_not_with_where_it_runs(name):
    other = replace(MODEL, **{name: {**SEEN_BY, **UNSEEN}[name]})
    assert (other.key(REQUEST) != MODEL.key(REQUEST)) == (name in SEEN_BY)


def test_where_a_prompt_comes_from_does_not_change_the_key():
    assert MODEL.key(replace(REQUEST, prompt_sha256="1" * 64)) == MODEL.key(REQUEST)


def test_the_key_is_the_same_in_every_process_and_never_changes():
    """A key that changes makes every answer on everybody's disk worthless: bump nothing lightly."""
    program = "import pickle, sys; model, asked = pickle.load(sys.stdin.buffer); print(model.key(asked))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=pickle.dumps((MODEL, REQUEST)),
        capture_output=True,
        check=True,
        env={"PYTHONHASHSEED": "7"},
        cwd=ROOT,
    )
    assert done.stdout.decode().strip() == MODEL.key(REQUEST) == KEY


def test_media_are_found_in_all_turns():
    request = Request(
        turns=(user(ImageInput(b"1")), Turn("assistant", ("A cat.",)), user(VIDEO, ImageInput(b"2"))),
        sampling=Sampling(),
    )
    assert request.images() == [ImageInput(b"1"), ImageInput(b"2")]
    assert request.videos() == [VIDEO]


@pytest.mark.parametrize("changes", [{"indices": (0,)}, {"frames": (), "indices": ()}, {"fps": 0.0}])
def test_a_video_without_a_time_for_each_frame_is_no_video(changes):
    with pytest.raises(ValueError, match="frames"):
        replace(VIDEO, **changes)


@pytest.mark.parametrize(
    ("sampling", "seed"),
    [
        (Sampling(), None),  # greedy
        (Sampling(temperature=0.7), 5),
        (Sampling(temperature=0.7, seed=0), 0),
        (Sampling(temperature=0.7, seed=9), 9),
    ],
)
def test_a_request_that_draws_gets_a_seed_unless_it_has_one(sampling, seed):
    request = replace(REQUEST, sampling=sampling)
    assert request.seeded(5) == replace(request, sampling=replace(sampling, seed=seed))


def test_the_sampling_is_told_whole_in_json():
    told = json.loads(Sampling(temperature=0.7, stop=("\n",)).as_json())
    assert set(told) == set(SAMPLINGS)
    assert (told["temperature"], told["stop"], told["seed"]) == (0.7, ["\n"], None)


def reply(text: str, finish_reason: str = "stop") -> Reply:
    answers = tuple(
        Answer(text=t, finish_reason=finish_reason, n_tokens=3) for t in (text, "a second answer")
    )
    return Reply(answers=answers, n_prompt_tokens=1, engine="vllm-1", model="reader-8B")


YES_NO = Choice(("yes", "no"))


@pytest.mark.parametrize(
    ("constraint", "text", "value"),
    [
        (None, " as it is\n", " as it is\n"),
        (SCHEMA, '{"a": [1, "二"]}', {"a": [1, "二"]}),
        (YES_NO, "no", "no"),
        (Regex(r"\d{2}|x\n?"), "42", "42"),
        (Regex(r"\d{2}|x\n?"), "x\n", "x\n"),
    ],
)
def test_the_value_is_the_first_answer_as_the_constraint_reads_it(constraint, text, value):
    assert reply(text).value(replace(REQUEST, constraint=constraint)) == value


@pytest.mark.parametrize(
    ("constraint", "text"),
    [
        (SCHEMA, '{"a": [1,'),
        (SCHEMA, ""),
        (YES_NO, "ye"),
        (YES_NO, "yes "),
        (Regex(r"\d{2}"), "4"),
        (Regex(r"\d{2}"), "423"),
        (Regex("a|b"), "ab"),
    ],
)
@pytest.mark.parametrize(
    ("finish_reason", "reason"), [("stop", "reply_unusable"), ("length", "reply_truncated")]
)
def test_a_reply_of_another_form_is_rejected_with_what_it_said(constraint, text, finish_reason, reason):
    with pytest.raises(Reject) as caught:
        reply(text, finish_reason).value(replace(REQUEST, constraint=constraint))
    assert caught.value.reason == reason
    assert not caught.value.retryable
    assert caught.value.detail.startswith("vllm-1, reader-8B: ")
    assert repr(text) in caught.value.detail


def test_an_answer_that_is_whole_at_its_last_token_is_good():
    assert reply("{}", "length").value(REQUEST) == {}


def test_a_long_answer_is_not_told_whole():
    with pytest.raises(Reject) as caught:
        reply("x" * 100_000).value(REQUEST)
    assert len(caught.value.detail) < 1000


def test_a_reply_without_an_answer_is_none():
    with pytest.raises(ValueError, match="without an answer"):
        Reply(answers=(), n_prompt_tokens=1, engine="e", model="m")


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1}',
        '```json\n{"a": 1}\n```',
        '```\n{"a": 1}```',
        ' \n```JSON\n{"a":\n1}\n```\n',
    ],
)
def test_json_is_read_also_in_a_code_fence(text):
    assert reply(text).value(REQUEST) == {"a": 1}


def test_a_fence_inside_is_no_fence():
    assert reply('{"a": "```json\\nx\\n```"}').value(REQUEST) == {"a": "```json\nx\n```"}


IMAGE = ImageInput(b"picture")


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ((IMAGE, "What?"), ("What?", IMAGE)),
        ((IMAGE, VIDEO, "What?"), ("What?", IMAGE, VIDEO)),
        (("What?", IMAGE), ("What?", IMAGE)),
        (("One:", IMAGE, "what?"), ("One:", IMAGE, "what?")),  # text and images that refer to each other
        ((IMAGE, "one,", IMAGE, "two?"), (IMAGE, "one,", IMAGE, "two?")),
        ((IMAGE,), (IMAGE,)),
        (("What?",), ("What?",)),
        ((), ()),
    ],
)
def test_the_text_goes_before_the_media_that_it_is_about(parts, found):
    assert replace(REQUEST, turns=(SYSTEM, user(*parts))).text_first().turns == (SYSTEM, user(*found))


def test_only_what_a_user_asks_is_put_in_another_order():
    turns = (Turn("tool", (IMAGE, "zoomed")), Turn("assistant", (IMAGE, "seen")))
    assert replace(REQUEST, turns=turns).text_first().turns == turns
