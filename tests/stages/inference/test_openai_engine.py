"""What is read from a server's replies, and how many requests are sent at once."""

import threading
from collections import Counter
from dataclasses import replace

import pytest

from tests.stages.inference.chat_completions import WAIT_S, ChatServer, completion, model, question
from vlcorpus.schemas.errors import ConfigError
from vlcorpus.stages.inference.model import Serving

pytest.importorskip("openai")
from vlcorpus.stages.inference.openai_engine import OpenAiEngine


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


def test_servers_of_one_model_share_its_requests(engine, server):
    with ChatServer() as other:
        thread = threading.Thread(target=other.serve_forever, args=(0.01,))
        thread.start()
        server.together = other.together = 2
        made = engine(base_url=f"{server.url} {other.url}", in_flight=2)
        asked = [made.submit(question(str(number))) for number in range(12)]
        assert [one.result(WAIT_S).text for one in asked] == ["hello"] * 12
        other.shutdown()
        thread.join()
    assert len(server.bodies) + len(other.bodies) == 12
    assert min(len(server.bodies), len(other.bodies)) >= 2
    assert (server.most_at_once, other.most_at_once) == (2, 2)


@pytest.mark.parametrize("in_flight", [1, 4])
def test_no_more_requests_are_sent_at_once_than_the_limit(engine, server, in_flight):
    server.together = in_flight
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
