"""What is sent to a server, argument by argument; test_openai_requests.py sends it."""

import pytest

from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference.model import Model
from vlcorpus.stages.inference.request import (
    Grammar,
    ImageInput,
    Manner,
    Request,
    StructuralTag,
    VideoInput,
    user,
)
from vlcorpus.stages.inference.server_request import arguments, encoded_bytes, refused_argument

MODEL = Model(role="reader", name="reader-8B")


def sent(**sampling) -> dict:
    return arguments(Request(turns=(user("Hello?"),), sampling=Sampling(**sampling)), MODEL)


def test_by_default_nothing_is_sent_that_openai_does_not_know():
    assert sent() == {
        "model": "reader-8B",
        "messages": [{"role": "user", "content": [{"type": "text", "text": "Hello?"}]}],
        "max_tokens": 2048,
        "temperature": 0.0,
        "top_p": 1.0,
        "n": 1,
        "extra_body": {},
    }


def test_what_media_take_while_they_travel():
    film = VideoInput((b"1234", b"12"), (0, 1), 2.0, 2)
    parts = ("Look:", ImageInput(b"123"), film, ImageInput(b"1"))
    assert encoded_bytes(Request(turns=(user(*parts),), sampling=Sampling())) == 3 * (3 + 6 + 1)
    assert encoded_bytes(Request(turns=(user("Hello?"),), sampling=Sampling())) == 0


def test_an_argument_is_refused_by_its_whole_name():
    asked = sent(top_k=20, presence_penalty=1.0)
    assert "inference.sampling.top_k=0" in refused_argument("unknown field top_k", asked)
    assert "inference.sampling.presence_penalty=0" in refused_argument("presence_penalty: unsupported", asked)
    assert refused_argument("unknown field top_k2", asked) is None
    assert refused_argument("unknown field seed", asked) is None


def test_what_vllm_samples_by_is_sent_where_it_is_asked_for():
    """The names are those of vLLM 0.32, `ChatCompletionRequest`."""
    asked = {"min_p": 0.1, "min_tokens": 3, "thinking_token_budget": 9, "prompt_logprobs": 1}
    arguments_sent = sent(stop_token_ids=(7, 8), frequency_penalty=0.5, **asked)
    assert arguments_sent["frequency_penalty"] == 0.5
    assert arguments_sent["extra_body"] == asked | {"stop_token_ids": [7, 8], "return_token_ids": True}


@pytest.mark.parametrize(
    ("constraint", "told"),
    [
        (Grammar('root ::= "a"'), {"grammar": 'root ::= "a"'}),
        (StructuralTag('{"structures": []}'), {"structural_tag": '{"structures": []}'}),
    ],
)
def test_grammars_are_sent_as_vllm_names_them(constraint, told):
    request = Request(turns=(user("Hello?"),), sampling=Sampling(), constraint=constraint)
    assert arguments(request, MODEL)["extra_body"] == {"structured_outputs": told}


def test_a_role_is_served_in_its_own_manner():
    manner = Manner(
        lora="recaptioner",
        chat_template='{"enable_thinking": false}',
        extra_body='{"reasoning_effort": "low"}',
        priority=-1,
    )
    asked = arguments(Request(turns=(user("Hello?"),), sampling=Sampling(), manner=manner), MODEL)
    assert asked["model"] == "recaptioner"  # a server knows an adapter as a model
    assert asked["extra_body"] == {
        "chat_template_kwargs": {"enable_thinking": False},
        "priority": -1,
        "reasoning_effort": "low",
    }
