"""Every answer is a row: what it cost, how likely it was; what it is worth is null until somebody says so."""

import json
from dataclasses import replace

from tests.factories import file_row
from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference.model import Model
from vlcorpus.stages.inference.request import Answer, ImageInput, Reply, Request, TokenLogprob, user
from vlcorpus.stages.inference.rollouts import rollouts

MODEL = Model(role="solver", name="m")
REQUEST = Request(
    turns=(user("How many?", ImageInput(b"png")),), sampling=Sampling(n=2, seed=7), prompt_sha256="5e"
)
LIKELY = Answer(
    text="Two.",
    finish_reason="stop",
    n_tokens=2,
    logprobs=(TokenLogprob(1, -0.5), TokenLogprob(2, -1.5)),
    reasoning="I see two.",
    n_reasoning_tokens=1,
)
CUT = Answer(text="One, or", finish_reason="length", n_tokens=3)
REPLY = Reply(answers=(LIKELY, CUT), n_prompt_tokens=10, engine="e-1", model="m-served", revision="abc")


def test_every_answer_is_a_row_of_its_own():
    row = file_row("a")
    first, second = rollouts(row, MODEL, [REQUEST], [REPLY])
    assert [one.source_key for one in (first, second)] == ["a#request=0&answer=0", "a#request=0&answer=1"]
    assert (first.asked_id, first.license) == (row.id, row.license)
    assert (first.answer, first.reasoning, first.number) == ("Two.", "I see two.", 0)
    assert (first.logprob_sum, first.logprob_mean, first.n_reasoning_tokens) == (-2.0, -1.0, 1)
    assert (second.answer, second.finish_reason, second.n_tokens) == ("One, or", "length", 3)
    assert (second.logprob_sum, second.logprob_mean, second.number) == (None, None, 1)
    assert (first.model_id, first.model_revision, first.seed) == ("m-served", "abc", 7)


def test_nothing_is_said_of_what_an_answer_is_worth():
    assert {
        (one.score, one.reward, one.judge) for one in rollouts(file_row("a"), MODEL, [REQUEST], [REPLY])
    } == {(None, None, None)}


def test_answers_to_one_request_are_told_by_its_key_and_media_stay_where_they_are():
    other = replace(REQUEST, sampling=replace(REQUEST.sampling, seed=8))
    made = rollouts(file_row("a"), MODEL, [REQUEST, other], [REPLY, REPLY])
    assert [one.request_sha256 for one in made] == [MODEL.key(REQUEST)] * 2 + [MODEL.key(other)] * 2
    assert len({one.id for one in made}) == 4
    (turn,) = json.loads(made[0].request)["turns"]
    assert turn[1][0] == "How many?"
    assert len(turn[1][1]["image"]) == 64


def test_what_no_model_gave_is_no_rollout():
    assert rollouts(file_row("a"), MODEL, [REQUEST], [replace(REPLY, model=None)]) == []
