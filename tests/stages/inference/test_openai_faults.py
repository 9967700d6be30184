"""Servers that refuse, fail, are busy, are slow or are not there: what a row and what a run is told."""

import socket
import time
from contextlib import ExitStack

import pytest

from tests.patience import PATIENCE_S
from tests.stages.inference.chat_completions import VIDEO, WAIT_S, question, rejection
from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure
from vlcorpus.stages.inference.request import Choice

pytest.importorskip("openai")
from vlcorpus.stages.inference import openai_engine

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


def test_a_server_that_was_started_without_a_flag_is_told_apart_from_a_bad_request(engine, server):
    server.says(400, {"error": {"message": "mm_processor_kwargs needs --trust-request-mm-kwargs"}})
    with pytest.raises(ConfigError, match="start vllm serve with --trust-request-mm-kwargs"):
        engine().submit(question(VIDEO)).result(WAIT_S)


def test_a_server_that_is_busy_is_asked_again_when_it_says(engine, server):
    server.says(429, Retry_After="1.2")
    assert engine().submit(question()).result(WAIT_S).text == "hello"
    first, second = server.times
    assert second - first >= 1.2


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
    assert 1.0 <= time.monotonic() - began < PATIENCE_S
    assert (found.reason, found.retryable) == ("engine_timeout", True)


def test_a_server_that_asks_to_wait_too_long_ends_the_run(engine, server):
    server.says(429, Retry_After="3600")
    began = time.monotonic()
    with pytest.raises(EnvironmentFailure, match=r"wait 3600 s, and 120 s is the most .* run again then"):
        engine().submit(question()).result(WAIT_S)
    assert time.monotonic() - began < PATIENCE_S  # and not an hour
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
