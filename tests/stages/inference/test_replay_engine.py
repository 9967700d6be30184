"""Answers that were recorded come back; what was never asked is an error."""

from dataclasses import replace

import pytest

from tests.patience import PATIENCE_S
from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure
from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference.answer_cache import AnswerCache
from vlcorpus.stages.inference.model import EngineKind, Model
from vlcorpus.stages.inference.replay_engine import ReplayEngine
from vlcorpus.stages.inference.request import Answer, Reply, Request, user

REPLY = Reply(
    answers=(Answer(text="a", finish_reason="stop", n_tokens=1),), n_prompt_tokens=1, engine="e", model="m"
)


def question(text: str, **sampling) -> Request:
    return Request(turns=(user(text),), sampling=Sampling(**sampling))


@pytest.fixture
def model(tmp_path) -> Model:
    """Return a model whose cache holds the answer to one question."""
    made = Model(role="reader", engine=EngineKind.REPLAY, name="reader-8B", cache=str(tmp_path / "answers"))
    cache = AnswerCache(made.cache)
    cache.put(made.key(question("a")), "reader", REPLY)
    cache.close()
    return made


def answer(model: Model, request: Request) -> Reply:
    engine = ReplayEngine(model)
    try:
        return engine.submit(request).result(PATIENCE_S)
    finally:
        engine.close()


def test_what_was_recorded_comes_back_and_says_that_it_cost_nothing(model):
    assert answer(model, question("a")) == replace(REPLY, cached=True)


def test_an_engine_that_recorded_it_is_no_part_of_the_question(model):
    assert answer(replace(model, engine=EngineKind.VLLM), question("a")).text == "a"


@pytest.mark.parametrize("changes", [{"max_pixels": 1}, {"revision": "other"}, {"name": "reader-32B"}])
def test_another_model_was_never_asked(model, changes):
    with pytest.raises(EnvironmentFailure, match="no answer of"):
        answer(replace(model, **changes), question("a"))


@pytest.mark.parametrize("request_", [question("b"), question("a", max_tokens=7)], ids=["text", "sampling"])
def test_another_question_was_never_asked(model, request_):
    with pytest.raises(EnvironmentFailure, match=r"no answer of reader-8B .*role reader.*run once"):
        answer(model, request_)


def test_without_a_cache_it_says_what_to_set():
    with pytest.raises(ConfigError, match=r"--set inference\.cache=FOLDER"):
        ReplayEngine(Model(role="reader", engine=EngineKind.REPLAY, name="reader-8B"))
