"""A real server on 127.0.0.1 that speaks chat completions, and says what a test tells it to say."""

import base64
import json
import socket
import threading
import time
from collections import Counter
from contextlib import ExitStack
from dataclasses import replace
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.factories import png
from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure, Reject
from vlcorpus.schemas.open_image import open_image
from vlcorpus.schemas.sample import ToolCall
from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference.model import EngineKind, Model, Serving
from vlcorpus.stages.inference.request import (
    Choice,
    ImageInput,
    JsonSchema,
    Regex,
    Request,
    Turn,
    VideoInput,
    user,
)

pytest.importorskip("openai")
from vlcorpus.stages.inference import openai_engine
from vlcorpus.stages.inference.openai_engine import OpenAiEngine

WAIT_S = 30


def completion(*texts: str, finish_reason: str = "stop", **of_choice) -> dict:
    """Return a reply of 12 tokens read, 3 written per text."""
    return {
        "id": "1",
        "object": "chat.completion",
        "created": 0,
        "model": "reader-8B-served",
        "choices": [
            {
                "index": index,
                "message": {"role": "assistant", "content": text},
                "finish_reason": finish_reason,
                **of_choice,
            }
            for index, text in enumerate(texts)
        ],
        "usage": {"prompt_tokens": 12, "completion_tokens": 3 * len(texts), "total_tokens": 0},
    }


class ChatServer(ThreadingHTTPServer):
    """Gives the replies of `script` one after the other, then `hello` for ever."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.script: list[tuple[int, dict, dict]] = []  # status, body, headers
        self.bodies: list[dict] = []
        self.keys: list[str] = []
        self.headers: list[Message] = []
        self.times: list[float] = []
        self.pause_s = 0.0
        self.at_once = self.most_at_once = 0
        self.lock = threading.Lock()

    def says(self, status: int, body: dict | None = None, **headers: str) -> None:
        error = {"error": {"message": f"no: {status}", "type": "x", "code": status}}
        self.script.append((status, body or error, {k.replace("_", "-"): v for k, v in headers.items()}))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        server = self.server
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        with server.lock:
            server.bodies.append({"path": self.path, **body})
            server.keys.append(self.headers["Authorization"])
            server.headers.append(self.headers)
            server.times.append(time.monotonic())
            server.at_once += 1
            server.most_at_once = max(server.most_at_once, server.at_once)
            status, reply, headers = server.script.pop(0) if server.script else (200, completion("hello"), {})
        time.sleep(server.pause_s)
        with server.lock:
            server.at_once -= 1
        content = json.dumps(reply).encode()
        try:
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(content))}.items():
                self.send_header(name, value)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(content)
        except OSError:  # who asked has given up
            self.close_connection = True

    def log_message(self, *args) -> None:
        pass


@pytest.fixture
def server():
    with ChatServer() as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture
def engine(server):
    """Make engines that ask the server, and close them."""
    made = []

    def make(**serving) -> OpenAiEngine:
        made.append(OpenAiEngine(model(serving.pop("base_url", server.url), **serving)))
        return made[-1]

    yield make
    for one in made:
        one.close()


def model(base_url: str, **serving) -> Model:
    return Model(
        role="reader",
        engine=EngineKind.OPENAI,
        name="reader-8B",
        revision="abc",
        serving=Serving(base_url=base_url, **serving),
    )


def question(*parts, constraint=None, **sampling) -> Request:
    return Request(
        turns=(Turn("system", ("Be short.",)), user(*(parts or ("Hello?",)))),
        sampling=Sampling(**sampling),
        constraint=constraint,
    )


def rejection(engine: OpenAiEngine, request: Request | None = None) -> Reject:
    with pytest.raises(Reject) as caught:
        engine.submit(request or question()).result(WAIT_S)
    return caught.value


def test_a_reply_says_what_it_cost_and_who_gave_it(engine, server):
    server.says(200, completion("你好 🐈", finish_reason="length"))
    reply = engine().submit(question()).result(WAIT_S)
    (answer,) = reply.answers
    assert (answer.text, answer.finish_reason, answer.n_tokens) == ("你好 🐈", "length", 3)
    assert (reply.n_prompt_tokens, reply.model, reply.revision) == (12, "reader-8B-served", "abc")
    assert reply.engine.startswith("openai-")
    assert not reply.cached


def test_tokens_of_several_answers_are_all_counted(engine, server):
    server.says(200, completion("a", "b", "c"))
    reply = engine().submit(question(n=3, temperature=0.7)).result(WAIT_S)
    assert [answer.text for answer in reply.answers] == ["a", "b", "c"]
    assert [answer.n_tokens for answer in reply.answers] == [3, 3, 3]
    assert server.bodies[0]["n"] == 3


def test_a_server_that_does_not_count_tokens_is_believed(engine, server):
    server.says(200, {**completion("a"), "usage": None})
    reply = engine().submit(question()).result(WAIT_S)
    assert (reply.text, reply.n_prompt_tokens, reply.answers[0].n_tokens) == ("a", 0, 0)


@pytest.mark.parametrize("field", ["reasoning_content", "reasoning"])
def test_reasoning_stands_apart_and_is_counted_where_the_server_counts_it(engine, server, field):
    said = completion("A boat.")
    said["choices"][0]["message"][field] = "Water, a mast."
    said["usage"]["completion_tokens_details"] = {"reasoning_tokens": 2}
    server.says(200, said)
    (answer,) = engine().submit(question()).result(WAIT_S).answers
    assert (answer.text, answer.reasoning) == ("A boat.", "Water, a mast.")
    assert (answer.n_tokens, answer.n_reasoning_tokens) == (3, 2)


def test_reasoning_is_read_out_of_the_text_where_the_server_leaves_it_there(engine, server):
    server.says(200, completion("Water.\n</think>\n\nA boat."))
    (answer,) = engine().submit(question()).result(WAIT_S).answers
    assert (answer.text, answer.reasoning, answer.n_reasoning_tokens) == ("A boat.", "Water.", None)


def test_each_of_several_answers_keeps_its_log_probability(engine, server):
    said = completion("a cat", "a dog")
    for choice, logprobs in zip(said["choices"], ([-0.5, -1.5], [-0.25]), strict=True):
        content = [{"token": "token_id:1", "logprob": one, "top_logprobs": []} for one in logprobs]
        choice["logprobs"] = {"content": content, "refusal": None}
    server.says(200, said)
    answers = engine().submit(question(n=2, temperature=1, logprobs=0)).result(WAIT_S).answers
    assert [(one.text, one.n_tokens) for one in answers] == [("a cat", 2), ("a dog", 1)]
    assert [(one.logprob_sum, one.logprob_mean) for one in answers] == [(-2.0, -1.0), (-0.25, -0.25)]


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


def test_log_probabilities_come_with_token_ids(engine, server):
    top = [{"token": "token_id:17", "logprob": -0.1, "bytes": None}]
    top.append({"token": "token_id:4", "logprob": -2.5, "bytes": None})
    content = [
        {**top[0], "top_logprobs": top},
        {"token": "cat", "logprob": -1, "bytes": [], "top_logprobs": []},
    ]
    server.says(200, completion("a cat", logprobs={"content": content, "refusal": None}))
    (answer,) = engine().submit(question(logprobs=2)).result(WAIT_S).answers
    first, second = answer.logprobs
    assert (first.token, first.logprob, first.top) == (17, -0.1, ((17, -0.1), (4, -2.5)))
    assert (second.token, second.top) == (-1, ())
    assert answer.n_tokens == 2
    assert (server.bodies[0]["logprobs"], server.bodies[0]["top_logprobs"]) == (True, 2)


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


JPEG = b"\xff\xd8\xff\xe0 not touched \x00\x01\xff\xd9"


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


VIDEO = VideoInput(frames=(JPEG, JPEG + b"2"), indices=(0, 15), fps=30.0, n_source_frames=90)


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
        ({}, (ImageInput(JPEG),), False),  # as shipped: most servers know no limits
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


STRICT = "Unrecognized request argument supplied: {}"


@pytest.mark.parametrize("status", [400, 422])
@pytest.mark.parametrize(
    "message",
    [
        STRICT.format("top_k"),
        "[{'type': 'extra_forbidden', 'loc': ['body', 'top_k'], 'msg': 'Extra inputs are not permitted'}]",
        'Invalid JSON payload received. Unknown name "top_k": Cannot find field.',
    ],
)
def test_a_server_that_does_not_know_an_argument_ends_the_run_and_says_what_to_set(
    engine, server, status, message
):
    server.says(status, {"error": {"message": message}})
    with pytest.raises(ConfigError, match=r"Leave top_k out: --set inference\.sampling\.top_k=0\."):
        engine().submit(question(top_k=20)).result(WAIT_S)
    assert len(server.bodies) == 1


@pytest.mark.parametrize(
    "message",
    [
        STRICT.format("min_p"),  # which was not sent
        "top_k sees nothing in this image",
        "the prompt is too long: messages have 9999 tokens, not supported",
    ],
)
def test_another_refusal_is_that_of_its_row(engine, server, message):
    server.says(400, {"error": {"message": message}})
    assert rejection(engine(), question(top_k=20)).reason == "request_refused"


def test_what_nothing_can_leave_out_needs_another_server(engine, server):
    server.says(400, {"error": {"message": STRICT.format("structured_outputs")}})
    with pytest.raises(ConfigError, match="Ask a server that takes structured_outputs"):
        engine().submit(question(constraint=Choice(("yes", "no")))).result(WAIT_S)


def test_servers_of_one_model_share_its_requests(engine, server):
    with ChatServer() as other:
        thread = threading.Thread(target=other.serve_forever, args=(0.01,))
        thread.start()
        server.pause_s = other.pause_s = 0.05
        made = engine(base_url=f"{server.url} {other.url}", in_flight=2)
        asked = [made.submit(question(str(number))) for number in range(12)]
        assert [one.result(WAIT_S).text for one in asked] == ["hello"] * 12
        other.shutdown()
        thread.join()
    assert len(server.bodies) + len(other.bodies) == 12
    assert min(len(server.bodies), len(other.bodies)) >= 4
    assert (server.most_at_once, other.most_at_once) == (2, 2)


def test_a_server_that_was_started_without_a_flag_is_told_apart_from_a_bad_request(engine, server):
    server.says(400, {"error": {"message": "mm_processor_kwargs needs --trust-request-mm-kwargs"}})
    with pytest.raises(ConfigError, match="start vllm serve with --trust-request-mm-kwargs"):
        engine().submit(question(VIDEO)).result(WAIT_S)


def test_the_key_comes_from_the_variable_that_the_configuration_names(engine, server, monkeypatch):
    monkeypatch.setenv("OUR_KEY", "k-123")
    engine(api_key_env="OUR_KEY").submit(question()).result(WAIT_S)
    engine(api_key_env="NO_SUCH_KEY").submit(question()).result(WAIT_S)
    assert server.keys == ["Bearer k-123", "Bearer none"]


def test_a_server_that_is_busy_is_asked_again_when_it_says(engine, server):
    server.says(429, Retry_After="1.2")
    assert engine().submit(question()).result(WAIT_S).text == "hello"
    first, second = server.times
    assert 1.2 <= second - first < 5


@pytest.mark.parametrize("status", [500, 502, 503])
def test_a_server_that_fails_once_is_asked_again(engine, server, status):
    server.says(status)
    assert engine().submit(question()).result(WAIT_S).text == "hello"
    assert len(server.bodies) == 2
    assert server.bodies[0] == server.bodies[1]


def test_a_server_that_fails_each_time_stops_the_run(engine, server):
    for _ in range(3):
        server.says(503, Retry_After="0.01")
    with pytest.raises(EnvironmentFailure, match="no: 503") as caught:
        engine(retries=2).submit(question()).result(WAIT_S)
    assert server.url in str(caught.value)
    assert len(server.bodies) == 3


@pytest.mark.parametrize("status", [400, 413, 422])
def test_a_request_that_is_refused_rejects_its_row_and_is_sent_once(engine, server, status):
    server.says(status)
    found = rejection(engine())
    assert (found.reason, found.retryable) == ("request_refused", False)
    assert server.url in found.detail
    assert f"no: {status}" in found.detail
    assert len(server.bodies) == 1


@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_wrong_key_or_name_stops_the_run_and_names_the_server(engine, server, status):
    server.says(status)
    with pytest.raises(EnvironmentFailure, match="run again to go on") as caught:
        engine().submit(question()).result(WAIT_S)
    assert server.url in str(caught.value)
    assert f"no: {status}" in str(caught.value)
    assert len(server.bodies) == 1


def test_a_server_that_is_not_there_stops_the_run_and_is_named(engine):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    url = f"http://127.0.0.1:{port}/v1"
    with pytest.raises(EnvironmentFailure, match="cannot be reached") as caught:
        engine(base_url=url, retries=1).submit(question()).result(WAIT_S)
    assert url in str(caught.value)
    assert "inference.base_url" in str(caught.value)


def test_a_server_that_is_too_slow_rejects_the_row_for_another_run(engine, server):
    server.pause_s = 1.0
    found = rejection(engine(timeout_s=0.2, retries=0))
    assert (found.reason, found.retryable) == ("engine_timeout", True)
    assert server.url in found.detail


@pytest.mark.parametrize("pause_s", [60, 0.7])
def test_all_tries_of_a_request_have_one_deadline(engine, server, pause_s):
    """A server that is silent, and one that is busy each time."""
    server.pause_s = pause_s
    for _ in range(50):
        server.says(503, Retry_After="0.1")
    began = time.monotonic()
    found = rejection(engine(timeout_s=1.0, retries=50))
    assert 1.0 <= time.monotonic() - began < 30  # and not 50 tries of 0.7 s
    assert (found.reason, found.retryable) == ("engine_timeout", True)


def test_a_server_that_asks_to_wait_too_long_ends_the_run(engine, server):
    server.says(429, Retry_After="3600")
    began = time.monotonic()
    with pytest.raises(EnvironmentFailure, match=r"wait 3600 s, and 120 s is the most .* run again then"):
        engine().submit(question()).result(WAIT_S)
    assert time.monotonic() - began < 60  # and not an hour
    assert len(server.bodies) == 1


@pytest.fixture
def deaf():
    """Return the URL of a host that takes no connection: its queue of two is full."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listening, ExitStack() as stack:
        for _ in range(2):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(listening.getsockname())
        yield "http://{}:{}/v1".format(*listening.getsockname())


def test_a_host_that_does_not_listen_ends_the_run_before_the_deadline(engine, deaf, monkeypatch):
    monkeypatch.setattr(openai_engine, "CONNECT_S", 0.2)
    with pytest.raises(EnvironmentFailure, match=r"cannot be reached.*Start the server"):
        engine(base_url=deaf, timeout_s=60, retries=1).submit(question()).result(WAIT_S)


def test_one_refused_request_leaves_the_others_alone(engine, server):
    server.says(400)
    made = engine()
    rejection(made)
    assert made.submit(question()).result(WAIT_S).text == "hello"


@pytest.mark.parametrize("in_flight", [1, 4])
def test_no_more_requests_are_sent_at_once_than_the_limit(engine, server, in_flight):
    server.pause_s = 0.05
    made = engine(in_flight=in_flight)
    asked = [made.submit(question(str(number))) for number in range(12)]
    assert [one.result(WAIT_S).text for one in asked] == ["hello"] * 12
    assert server.most_at_once == in_flight
    sent = Counter(body["messages"][1]["content"][0]["text"] for body in server.bodies)
    assert sent == Counter(map(str, range(12)))


@pytest.mark.parametrize("changes", [{"name": None}, {"serving": Serving()}])
def test_without_a_url_or_a_name_the_configuration_is_wrong(changes):
    with pytest.raises(ConfigError, match=r"--set inference\.base_url=.*--model NAME"):
        OpenAiEngine(replace(model("http://127.0.0.1:1/v1"), **changes))


def test_log_probabilities_of_the_prompt_are_read(engine, server):
    told = [
        None,
        {"5": {"logprob": -0.5, "rank": 1}},
        {"8": {"logprob": -0.1, "rank": 1}, "6": {"logprob": -3.0, "rank": 9}},
    ]
    server.says(200, completion("a") | {"prompt_logprobs": told, "prompt_token_ids": [1, 5, 6]})
    first, second, third = engine().submit(question(prompt_logprobs=1)).result(WAIT_S).prompt_logprobs
    assert first is None
    assert (second.token, second.logprob, second.top) == (5, -0.5, ((5, -0.5),))
    assert (third.token, third.logprob, third.top) == (6, -3.0, ((8, -0.1),))
    assert engine().submit(question()).result(WAIT_S).prompt_logprobs is None


def test_a_server_gets_the_headers_that_it_asks_for(engine, server):
    engine(headers='{"X-Team": "corpus"}').submit(question()).result(WAIT_S)
    assert server.headers[0]["X-Team"] == "corpus"
