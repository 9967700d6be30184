"""Answers without a model: a role that has none says so, and an error goes to who asked."""

import pytest

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference import classical_engine
from vlcorpus.stages.inference.classical_engine import ClassicalEngine, has_answer
from vlcorpus.stages.inference.model import Model
from vlcorpus.stages.inference.request import Answer, Reply, Request, user

REQUEST = Request(turns=(user("Say it."),), sampling=Sampling())


def say_it(request: Request) -> Reply:
    answer = Answer(text=request.turns[0].parts[0], finish_reason="stop", n_tokens=0)
    return Reply(answers=(answer,), n_prompt_tokens=0, engine="test", model=None)


def fail(request: Request) -> Reply:
    raise ZeroDivisionError("here")


@pytest.fixture
def engine(monkeypatch):
    def of(answer) -> ClassicalEngine:
        monkeypatch.setitem(classical_engine._ANSWERS, "speaker", f"{__name__}:{answer.__name__}")
        return ClassicalEngine(Model(role="speaker"))

    return of


def test_a_role_answers_by_its_function(engine):
    assert engine(say_it).submit(REQUEST).result().text == "Say it."


def test_an_error_goes_to_who_asked_and_not_to_who_submits(engine):
    reply = engine(fail).submit(REQUEST)
    with pytest.raises(ZeroDivisionError):
        reply.result()


def test_a_role_without_an_answer_leaves_the_row_waiting_for_a_model():
    reply = ClassicalEngine(Model(role="judge")).submit(REQUEST)
    with pytest.raises(Reject) as error:
        reply.result()
    assert error.value.reason == "needs_model:judge"


@pytest.mark.parametrize(("role", "answers"), [("ocr", True), ("judge", False), ("recaptioner", False)])
def test_which_roles_have_an_answer(role, answers):
    assert has_answer(role) is answers
