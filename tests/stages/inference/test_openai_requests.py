"""What a server of chat completions is sent: arguments, images, videos, keys."""

import base64
import json
from dataclasses import replace

import pytest

from tests.factories import png
from tests.stages.inference.chat_completions import (
    JPEG,
    VIDEO,
    WAIT_S,
    completion,
    model,
    question,
    rejection,
)
from vlcorpus.schemas.open_image import open_image
from vlcorpus.schemas.sample import ToolCall
from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference.request import (
    Choice,
    ImageInput,
    JsonSchema,
    Regex,
    Request,
    Turn,
    user,
)

pytest.importorskip("openai")
from vlcorpus.stages.inference.openai_engine import OpenAiEngine


def test_the_server_is_asked_for_what_the_request_says(engine, server):
    asked = question(
        max_tokens=99, temperature=0.7, top_p=0.8, top_k=20, repetition_penalty=1.1, presence_penalty=1.5,
        stop=("\n\n",), seed=5,
    )  # fmt: skip
    engine().submit(asked).result(WAIT_S)
    (body,) = server.bodies
    assert body["path"] == "/v1/chat/completions"
    assert body["model"] == "reader-8B"
    assert [turn["role"] for turn in body["messages"]] == ["system", "user"]
    assert body["messages"][1]["content"] == [{"type": "text", "text": "Hello?"}]
    named = {"max_tokens": 99, "temperature": 0.7, "top_p": 0.8, "top_k": 20, "repetition_penalty": 1.1}
    named |= {"presence_penalty": 1.5, "stop": ["\n\n"], "seed": 5, "n": 1}
    assert {name: body[name] for name in named} == named


def test_greedy_sampling_sends_neither_seed_nor_stop(engine, server):
    engine().submit(question()).result(WAIT_S)
    assert server.bodies[0]["temperature"] == 0
    assert server.bodies[0].keys().isdisjoint({"seed", "stop", "top_k", "logprobs", "response_format"})


@pytest.mark.parametrize(
    ("constraint", "name", "sent"),
    [
        (Choice(("yes", "no")), "structured_outputs", {"choice": ["yes", "no"]}),
        (Regex(r"\d+"), "structured_outputs", {"regex": r"\d+"}),
        (
            JsonSchema('{"type": "object"}'),
            "response_format",
            {
                "type": "json_schema",
                "json_schema": {"name": "answer", "schema": {"type": "object"}, "strict": True},
            },
        ),
    ],
)
def test_a_constraint_is_sent(engine, server, constraint, name, sent):
    engine().submit(question(constraint=constraint)).result(WAIT_S)
    assert server.bodies[0][name] == sent


def test_a_server_is_told_the_tools_and_its_calls_are_read(engine, server):
    said = completion("", finish_reason="tool_calls")
    function = {"name": "zoom", "arguments": '{"box": [1, 2]}'}
    said["choices"][0]["message"] |= {
        "content": None,
        "tool_calls": [{"id": "c7", "type": "function", "function": function}],
    }
    server.says(200, said)
    tools = '[{"type": "function", "function": {"name": "zoom"}}]'
    call = ToolCall(id="c0", name="zoom", arguments="{}")
    turns = (user("Look."), Turn("assistant", (), (call,), "Hm."), Turn("tool", ("seen",), answers_call="c0"))
    asked = Request(turns=turns, sampling=Sampling(), tools=tools)
    (answer,) = engine().submit(asked).result(WAIT_S).answers
    assert answer.calls == (ToolCall(id="c7", name="zoom", arguments='{"box": [1, 2]}'),)
    assert (answer.text, answer.finish_reason) == ("", "tool_calls")
    (body,) = server.bodies
    assert body["tools"] == json.loads(tools)
    assert body["messages"][1]["reasoning_content"] == "Hm."
    assert body["messages"][1]["tool_calls"] == [
        {"id": "c0", "type": "function", "function": {"name": "zoom", "arguments": "{}"}}
    ]
    assert body["messages"][2]["tool_call_id"] == "c0"


@pytest.mark.parametrize(
    ("content", "mime"),
    [(png(40, 30), "image/png"), (JPEG, "image/jpeg"), (b"RIFF....WEBPVP8 ", "image/webp")],
)
def test_an_image_arrives_as_the_bytes_that_the_row_has(engine, server, content, mime):
    engine().submit(question("Look:", ImageInput(content), "What is it?")).result(WAIT_S)
    before, image, after = server.bodies[0]["messages"][1]["content"]
    head, _, data = image["image_url"]["url"].partition(",")
    assert base64.b64decode(data, validate=True) == content
    assert head == f"data:{mime};base64"
    assert (before["text"], after["text"]) == ("Look:", "What is it?")


def test_a_video_arrives_as_its_frames_and_their_times(engine, server):
    engine().submit(question(VIDEO, "What happens?")).result(WAIT_S)
    (body,) = server.bodies
    frames = body["messages"][1]["content"][0]["video_url"]["url"].split(",")[1:]
    assert [base64.b64decode(frame) for frame in frames] == list(VIDEO.frames)
    times = body["media_io_kwargs"]["video"]
    assert (times["fps"], times["frames_indices"], times["total_num_frames"]) == (30.0, [0, 15], 90)


def test_two_videos_in_one_request_are_refused_before_they_are_sent(engine, server):
    assert rejection(engine(), question(VIDEO, VIDEO)).reason == "request_refused"
    assert server.bodies == []


@pytest.mark.parametrize(
    ("changes", "parts", "sent"),
    [
        ({"min_pixels": 1_024}, (ImageInput(JPEG),), True),
        ({"min_pixels": 1_024}, ("Hello?",), False),
        ({"max_pixels": 20_000_000}, (ImageInput(JPEG),), True),
        (
            {"max_pixels": 10_035_200},
            (ImageInput(JPEG),),
            False,
        ),  # what is larger is shrunk before it is sent
        ({"video_max_pixels": 1_000_000}, (ImageInput(JPEG),), False),
        ({"video_max_pixels": 1_000_000}, (VIDEO,), True),
        ({}, (ImageInput(JPEG),), False),  # the limits are as shipped: most servers know none
    ],
)
def test_the_server_is_told_how_large_images_may_be_where_it_is_not_as_shipped(server, changes, parts, sent):
    made = OpenAiEngine(replace(model(server.url), **changes))
    made.submit(question(*parts)).result(WAIT_S)
    made.close()
    assert ("mm_processor_kwargs" in server.bodies[0]) == sent
    if "min_pixels" in changes and sent:
        size = server.bodies[0]["mm_processor_kwargs"]["images_kwargs"]["size"]
        assert size == {"shortest_edge": 1_024, "longest_edge": 16_777_216}


def test_an_image_is_shrunk_to_what_the_role_sees_before_it_travels(server):
    content = png(1600, 1200)
    made = OpenAiEngine(replace(model(server.url), max_pixels=500_000))
    made.submit(question(ImageInput(content))).result(WAIT_S)
    made.close()
    (image,) = server.bodies[0]["messages"][1]["content"]
    head, _, data = image["image_url"]["url"].partition(",")
    with open_image(base64.b64decode(data)) as sent:
        assert (head, sent.size) == ("data:image/jpeg;base64", (800, 608))


def test_the_key_comes_from_the_variable_that_the_configuration_names(engine, server, monkeypatch):
    monkeypatch.setenv("OUR_KEY", "k-123")
    engine(api_key_env="OUR_KEY").submit(question()).result(WAIT_S)
    engine(api_key_env="NO_SUCH_KEY").submit(question()).result(WAIT_S)
    assert server.keys == ["Bearer k-123", "Bearer none"]


def test_a_server_gets_the_headers_that_it_asks_for(engine, server):
    engine(headers='{"X-Team": "corpus"}').submit(question()).result(WAIT_S)
    assert server.headers[0]["X-Team"] == "corpus"
