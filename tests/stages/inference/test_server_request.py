"""What is sent to a server, argument by argument; test_openai_engine.py sends it."""

from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference.model import Model
from vlcorpus.stages.inference.request import Request, user
from vlcorpus.stages.inference.server_request import arguments, refused_argument

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


def test_an_argument_is_refused_by_its_whole_name():
    asked = sent(top_k=20, presence_penalty=1.0)
    assert "inference.sampling.top_k=0" in refused_argument("unknown field top_k", asked)
    assert "inference.sampling.presence_penalty=0" in refused_argument("presence_penalty: unsupported", asked)
    assert refused_argument("unknown field top_k2", asked) is None
    assert refused_argument("unknown field seed", asked) is None
