"""A model that thinks: its budget, and a constraint that holds behind the reasoning and not in it.

The weights are random: such a model never ends its reasoning of its own accord, so the budget ends it.
"""

import json
import re
from dataclasses import replace

import pytest

from tests.engines.conftest import NAME, opened, serving
from tests.engines.media import ask, image
from tests.engines.tiny_qwen3vl import build
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference.engine import Engine
from vlcorpus.stages.inference.model import EngineKind
from vlcorpus.stages.inference.request import Choice, Grammar, JsonSchema, Regex

WAIT_S = 300
BUDGET = 9
OF_PROMPT = 1  # vLLM counts what stands behind `<think>` in the prompt, a line break, and we do not
END_MARK = 1  # part of the reasoning as the engines in this process count it, and not as a server does
THINKS = Sampling(max_tokens=80, thinking_token_budget=BUDGET)
SCHEMA = {"type": "object", "properties": {"n": {"enum": [1, 2]}}, "required": ["n"]}
CONSTRAINTS = {
    "choice": (Choice(("yes", "no")), "yes|no"),
    "regex": (Regex("[0-9]{3}-[a-c]{2}"), "[0-9]{3}-[a-c]{2}"),
    "json": (JsonSchema(json.dumps(SCHEMA | {"additionalProperties": False})), r'\{"n":[12]\}'),
    "grammar": (Grammar('root ::= "A" [0-9] ("x" | "y")'), "A[0-9][xy]"),
}


@pytest.fixture(scope="module", params=["transformers", "vllm", "openai"])
def engine(request, tiny, tmp_path_factory) -> Engine:
    """Return each engine in turn, on a model that thinks; vLLM with its own cache of prepared media."""
    folder = tmp_path_factory.mktemp("thinking")
    weights = build(folder / NAME, thinks=True)
    kind = EngineKind(request.param)
    if kind is not EngineKind.TRANSFORMERS:
        pytest.importorskip("vllm")
    if kind is EngineKind.OPENAI:
        with serving(weights, folder / "log", "--reasoning-parser", "qwen3") as url:
            yield from opened(kind, NAME, base_url=url)
        return
    options = {"enforce_eager": True, "mm_processor_cache_gb": 0.1} if kind is EngineKind.VLLM else {}
    yield from opened(kind, str(weights), gpus=0, options=json.dumps(options))


def reply(engine, request):
    return engine.submit(request).result(WAIT_S)


def test_reasoning_ends_at_its_budget(engine):
    asked = ask(image(), "Think.", sampling=replace(THINKS, min_tokens=2 * BUDGET))
    (answer,) = reply(engine, asked).answers
    assert answer.reasoning
    assert answer.text
    assert "</think>" not in answer.reasoning + answer.text
    assert answer.n_tokens > BUDGET
    assert BUDGET - OF_PROMPT <= answer.n_reasoning_tokens <= BUDGET + END_MARK


def test_another_budget_is_another_length(engine):
    budgets = [replace(THINKS, min_tokens=40, thinking_token_budget=n) for n in (BUDGET, 3 * BUDGET)]
    short, long = (reply(engine, ask("Think.", sampling=one)).answers[0].reasoning for one in budgets)
    assert len(long) > len(short)
    assert long.startswith(short.rstrip("\ufffd"))


@pytest.mark.parametrize("name", CONSTRAINTS)
def test_a_constraint_holds_behind_the_reasoning_and_leaves_it_free(engine, name):
    constraint, pattern = CONSTRAINTS[name]
    free = ask(image(), "Think, then answer.", sampling=THINKS)
    bound = replace(free, constraint=constraint)
    unbound, found = reply(engine, free).answers[0], reply(engine, bound)
    (answer,) = found.answers
    assert re.fullmatch(pattern, answer.text)
    assert not re.fullmatch(pattern, unbound.text)
    assert answer.reasoning == unbound.reasoning  # to the letter: no token of it was constrained
    assert found.value(bound) is not None
    assert answer.finish_reason == "stop"


def test_an_answer_that_is_still_reasoning_is_truncated(engine):
    request = ask("Think.", sampling=Sampling(max_tokens=12), constraint=CONSTRAINTS["json"][0])
    found = reply(engine, request)
    assert (found.text, found.answers[0].finish_reason) == ("", "length")
    with pytest.raises(Reject) as caught:
        found.value(request)
    assert caught.value.reason == Reason.REPLY_TRUNCATED
