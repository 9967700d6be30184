"""What every engine does alike: in this process or behind a server, the same request, the same answer."""

import json
import math
import re
import time
from dataclasses import replace
from itertools import pairwise

import jsonschema
import pytest

from tests.engines.media import GREEDY, ask, image, video
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.qwenvl.resize import image_tokens
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference.model import Model, Serving
from vlcorpus.stages.inference.request import (
    Choice,
    Grammar,
    ImageInput,
    JsonSchema,
    Pixels,
    Regex,
    StructuralTag,
)

ENGINES = ("transformers", "vllm", "openai")
WAIT_S = 200
HALF = "\ufffd"
MEMORY = "gpu_memory_utilization"
CLOSE = 1e-3  # log-probabilities of float32, computed in another order
SCHEMA = {
    "type": "object",
    "properties": {
        "label": {"enum": ["cat", "dog"]},
        "box": {
            "type": "array",
            "items": {"type": "integer", "minimum": 0, "maximum": 999},
            "minItems": 4,
            "maxItems": 4,
        },
    },
    "required": ["label", "box"],
    "additionalProperties": False,
}
ALIKE = {
    "text": ask("Describe a red cube."),
    "image": ask(image(), "Describe the image."),
    "two images": ask("One: ", image(seed=1), "two: ", image(200, 300, seed=2), "Compare."),
    "video": ask(video(), "Describe the video."),
    "odd video": ask(video((0, 7, 21)), "Describe the video."),
    "image and video": ask(image(), video((0, 15, 30, 45)), "Both."),
    "penalty": ask(image(), "Describe.", sampling=replace(GREEDY, repetition_penalty=1.3)),
    "presence": ask(image(), "Describe.", sampling=replace(GREEDY, presence_penalty=1.5)),
    "frequency": ask(image(), "Describe.", sampling=replace(GREEDY, frequency_penalty=1.5)),
    "min tokens": ask("One word.", sampling=replace(GREEDY, min_tokens=12)),
    "grammar": ask("A code.", constraint=Grammar('root ::= "A" [0-9] [0-9] ("x" | "y")')),
    "json": ask(image(), "JSON", sampling=Sampling(max_tokens=80), constraint=JsonSchema(json.dumps(SCHEMA))),
    "choice": ask(image(), "yes or no?", constraint=Choice(("yes", "no", "не знаю", 'a "b"'))),
    "regex": ask("A number.", constraint=Regex(r"[0-9]{3}-[a-c]{2}")),
}


def reply(engine, request):
    return engine.submit(request).result(WAIT_S)


@pytest.mark.parametrize("asked", ["image", "video", "odd video", "image and video"])
def test_media_are_answered(engine, asked):
    got = reply(engine, ALIKE[asked])
    (answer,) = got.answers
    assert answer.text
    assert 0 < answer.n_tokens <= 24
    assert answer.finish_reason in {"stop", "length"}
    assert got.n_prompt_tokens > 40  # the medium is in it


def test_a_video_s_times_are_read(engine):
    """Frames of the same pixels at other times are another prompt."""
    sampling = replace(GREEDY, logprobs=1)
    slow, fast = video(), replace(video(), fps=10.0)
    first, second = (reply(engine, ask(shown, "When?", sampling=sampling)) for shown in (slow, fast))
    assert first.n_prompt_tokens != second.n_prompt_tokens or first.answers != second.answers


def test_a_request_brings_its_own_pixels(engine):
    """Roles that share an engine see images at their own sizes."""
    shown = image(640, 480)
    large = reply(engine, ask(shown, "?")).n_prompt_tokens
    small = reply(engine, replace(ask(shown, "?"), pixels=Pixels(image_max=100_000))).n_prompt_tokens
    assert large - small == image_tokens(640, 480) - image_tokens(640, 480, max_pixels=100_000) > 100


def test_json_follows_the_schema(engine):
    request = ALIKE["json"]
    jsonschema.validate(reply(engine, request).value(request), SCHEMA)


def test_a_choice_is_one_of_them(engine):
    request = ALIKE["choice"]
    assert reply(engine, request).value(request) in request.constraint.options


def test_the_whole_answer_matches_the_regex(engine):
    got = reply(engine, ALIKE["regex"])
    assert re.fullmatch(r"[0-9]{3}-[a-c]{2}", got.text)
    assert got.answers[0].finish_reason == "stop"


def test_n_answers_are_n_samples(engine):
    got = reply(engine, ask("Speak.", sampling=Sampling(max_tokens=8, n=3, temperature=1.0, seed=5)))
    assert len(got.answers) == 3
    assert len({answer.text for answer in got.answers}) > 1


def test_logprobs_are_those_of_the_tokens(engine):
    (answer,) = reply(engine, ask(image(), "Describe.", sampling=replace(GREEDY, logprobs=3))).answers
    assert len(answer.logprobs) == answer.n_tokens
    assert -math.inf < sum(one.logprob for one in answer.logprobs) < 0
    for one in answer.logprobs:
        assert one.top[0] == (one.token, one.logprob)  # greedy: the likeliest
        assert len(one.top) == 3


def test_an_answer_ends_before_its_stop_string(engine):
    whole = reply(engine, ask("Tell a story.", sampling=Sampling(max_tokens=60))).text
    stop = re.search(r"[A-Za-z]{2,}", whole[3:]).group()[:2]
    (answer,) = reply(engine, ask("Tell a story.", sampling=Sampling(max_tokens=60, stop=(stop,)))).answers
    assert answer.text == whole[: whole.index(stop)]
    assert answer.finish_reason == "stop"


@pytest.mark.parametrize(
    ("bad", "reasons"),
    [
        (ask(image(2, 900), "Too narrow."), {Reason.REQUEST_REFUSED}),
        (ask("long " * 5000), {Reason.REQUEST_REFUSED}),
        (ask(ImageInput(b"\xff\xd8\xff broken"), "?"), {Reason.IMAGE_BROKEN, Reason.REQUEST_REFUSED}),
        (ask(ImageInput(image().bytes[:2000]), "?"), {Reason.IMAGE_BROKEN, Reason.REQUEST_REFUSED}),
    ],
    ids=["narrow", "long", "no image", "cut image"],
)
def test_a_bad_request_is_rejected_alone(engine, bad, reasons):
    good = [engine.submit(ask(image(seed=seed), "Describe.")) for seed in range(2)]
    rejected = engine.submit(bad)
    good += [engine.submit(ask(image(seed=seed), "Describe.")) for seed in range(2, 4)]
    with pytest.raises(Reject) as caught:
        rejected.result(WAIT_S)
    assert caught.value.reason in reasons
    assert not caught.value.retryable
    assert all(one.result(WAIT_S).answers for one in good)


def test_a_request_on_which_the_model_fails_costs_no_other_its_reply(transformers_engine):
    requests = [ask(image(seed=seed), "Describe.") for seed in range(5)]
    alone = [reply(transformers_engine, request).text for request in requests]
    (marked,) = transformers_engine._processor.tokenizer("<|object_ref_start|>")["input_ids"]
    failed = []  # sizes of batches

    def fail(module, args, values):
        if (values["input_ids"] == marked).any():
            failed.append(len(values["input_ids"]))
            raise RuntimeError("an index is out of range")

    hook = transformers_engine._weights.register_forward_pre_hook(fail, with_kwargs=True)
    busy = transformers_engine.submit(ask("Wait.", sampling=Sampling(max_tokens=300)))
    crowd = [transformers_engine.submit(request) for request in requests[:3]]
    bad = transformers_engine.submit(ask(image(), "Describe <|object_ref_start|>."))
    crowd += [transformers_engine.submit(request) for request in requests[3:]]
    with pytest.raises(RuntimeError, match="out of range"):
        bad.result(WAIT_S)
    assert [one.result(WAIT_S).text for one in crowd] == alone
    assert busy.result(WAIT_S).answers
    hook.remove()
    assert failed[0] > 1 == failed[-1]
    assert all(half in (whole // 2, whole - whole // 2) for whole, half in pairwise(failed))


def test_who_waits_no_longer_gives_way(engine):
    long = Sampling(max_tokens=3000)
    asked = [engine.submit(ask(image(seed=seed), "A novel.", sampling=long)) for seed in range(40)]
    time.sleep(1)  # some are under way
    began = time.monotonic()
    cancelled = [one.cancel() for one in asked]
    assert any(cancelled)
    assert reply(engine, ask("Hello.")).answers
    assert time.monotonic() - began < 60  # 40 novels of 3,000 tokens take minutes


def test_no_room_for_media_is_lost(engine):
    """However a request ends: answered, refused, broken, given up."""
    long = Sampling(max_tokens=3000)
    given_up = [engine.submit(ask(image(seed=seed), "A novel.", sampling=long)) for seed in range(3)]
    bad = [engine.submit(ask(one, "?")) for one in (image(2, 900), ImageInput(b"\xff\xd8\xff broken"))]
    time.sleep(1)  # some are under way
    for one in given_up:
        one.cancel()
    for one in bad:
        assert isinstance(one.exception(WAIT_S), Reject)
    assert reply(engine, ask(image(), video(), "Describe.")).answers
    room = engine._preparation._room
    end = time.monotonic() + WAIT_S
    while room._free < room._all and time.monotonic() < end:
        time.sleep(0.05)
    assert room._free == room._all


def test_a_broken_image_is_named(request):
    """The engines in this process decode themselves, and say which it was; a server only refuses."""
    for name in ("transformers", "vllm"):
        with pytest.raises(Reject) as caught:
            reply(request.getfixturevalue(f"{name}_engine"), ask(ImageInput(b"\xff\xd8\xff broken"), "?"))
        assert caught.value.reason == Reason.IMAGE_BROKEN


@pytest.mark.parametrize("asked", ALIKE)
def test_engines_agree(request, asked):
    """A prompt that differs by one token has other log-probabilities: so the prompts are equal too."""
    sampling = replace(ALIKE[asked].sampling, logprobs=1)
    engines = [request.getfixturevalue(f"{name}_engine") for name in ENGINES]
    replies = [reply(engine, replace(ALIKE[asked], sampling=sampling)) for engine in engines]
    first = replies[0]
    for other in replies[1:]:
        assert other.n_prompt_tokens == first.n_prompt_tokens
        # Half a character at the end is left out by vLLM.
        assert other.text.rstrip(HALF) == first.text.rstrip(HALF)
        assert other.answers[0].finish_reason == first.answers[0].finish_reason
        ours, theirs = (
            {n: one.logprob for n, one in enumerate(got.answers[0].logprobs)} for got in (first, other)
        )
        assert ours == pytest.approx(theirs, abs=CLOSE)


def test_a_seed_draws_the_same_in_any_batch(transformers_engine):
    sampling = Sampling(max_tokens=16, temperature=1.0, top_p=0.9, seed=7)
    drawn = ask(image(), "Describe.", sampling=sampling)
    alone = reply(transformers_engine, drawn).text
    others = [
        ask("Short.", sampling=Sampling(max_tokens=4, temperature=1.0, seed=1)),
        ask(image(640, 480, seed=3), "Longer than the other.", sampling=Sampling(max_tokens=30)),
        ask("x", sampling=sampling, constraint=Regex("[ab]{9}")),
    ]
    busy = transformers_engine.submit(ask("Wait.", sampling=Sampling(max_tokens=300)))
    crowd = [transformers_engine.submit(request) for request in (others[0], drawn, *others[1:])]
    assert crowd[1].result(WAIT_S).text == alone
    assert all(one.result(WAIT_S).answers for one in (busy, *crowd))
    assert reply(transformers_engine, replace(drawn, sampling=replace(sampling, seed=8))).text != alone


def test_a_model_s_name_is_in_the_reply(engine):
    got = reply(engine, ask("Hello."))
    assert got.model.endswith("tiny")
    assert got.engine.split("-")[0] in ENGINES


def test_vllm_is_asked_for_all_that_a_request_says():
    """With vLLM's own classes, which check their fields."""
    pytest.importorskip("vllm")
    from vlcorpus.stages.inference.vllm_engine import _parameters, _values

    asked = {"min_p": 0.1, "frequency_penalty": 0.5, "min_tokens": 3, "prompt_logprobs": 1}
    asked |= {"thinking_token_budget": 9, "n": 2, "logprobs": 0, "top_k": 20}
    sampling = Sampling(stop_token_ids=(7,), temperature=0.7, **asked)
    parameters = _parameters(sampling, Grammar('root ::= "a"'))
    assert {name: getattr(parameters, name) for name in asked} == asked
    assert parameters.stop_token_ids == [7]
    assert parameters.structured_outputs.grammar == 'root ::= "a"'
    assert _parameters(sampling, StructuralTag("{}")).structured_outputs.structural_tag == "{}"
    assert _values(Model(role="any", name="m", lora="any"))["enable_lora"] is True
    assert "enable_lora" not in _values(Model(role="any", name="m"))


@pytest.mark.parametrize(
    ("gpus", "options", "parallel", "memory"),
    [(0, {}, 1, None), (1, {}, 1, None), (2, {}, 2, None), (0.5, {}, 1, 0.46), (0.5, {MEMORY: 0.3}, 1, 0.3)],
)
def test_an_engine_on_a_part_of_a_gpu_takes_that_part_of_its_memory(gpus, options, parallel, memory):
    """Of vLLM's default, 0.92; what the options say comes before it."""
    pytest.importorskip("vllm")
    from vlcorpus.stages.inference.vllm_engine import _values

    values = _values(Model(role="any", name="m", serving=Serving(gpus=gpus, options=json.dumps(options))))
    assert values["tensor_parallel_size"] == parallel
    assert values.get(MEMORY) == (memory and pytest.approx(memory))
