"""The engines that tests ask: one of threads, and one that asks a real server on loopback."""

import threading

import pytest

from tests.stages.inference.answering import AnsweringEngine
from tests.stages.inference.asking import ASKS
from tests.stages.inference.chat_completions import ChatServer, model
from vlcorpus.stages.inference import engines


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
    from vlcorpus.stages.inference.openai_engine import OpenAiEngine

    made = []

    def make(**serving) -> OpenAiEngine:
        made.append(OpenAiEngine(model(serving.pop("base_url", server.url), **serving)))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def answering(monkeypatch):
    """Register an engine as that of the model, as a worker does when it has loaded one."""
    made = []

    def register(model=ASKS, **values) -> AnsweringEngine:
        made.append(AnsweringEngine(**values))
        monkeypatch.setitem(engines._open, engines.without_role(model), made[-1])
        return made[-1]

    yield register
    for one in made:
        one.close()
