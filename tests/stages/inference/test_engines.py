"""A worker loads a model once, for all roles and partitions."""

import importlib.util
import threading
from dataclasses import replace

import pytest

from tests.patience import PATIENCE_S
from tests.stages.inference.answering import AnsweringEngine
from vlcorpus.schemas.errors import EnvironmentFailure
from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference import engines
from vlcorpus.stages.inference.answer_cache import AnswerCache
from vlcorpus.stages.inference.cached_engine import CachedEngine
from vlcorpus.stages.inference.classical_engine import ClassicalEngine
from vlcorpus.stages.inference.engines import open_engine
from vlcorpus.stages.inference.model import EngineKind, Model
from vlcorpus.stages.inference.replay_engine import ReplayEngine
from vlcorpus.stages.inference.request import Request, user

MODEL = Model(role="reader", engine=EngineKind.VLLM, name="reader-8B")
LOADED: list["Loaded"] = []


class Loaded(AnsweringEngine):
    """Stands for weights: slow to load."""

    def __init__(self, model: Model):
        super().__init__()
        threading.Event().wait(0.05)
        self.model = model
        LOADED.append(self)


@pytest.fixture(autouse=True)
def loaded(monkeypatch):
    """Load `Loaded` as vLLM, in a process that holds no engine yet."""
    monkeypatch.setitem(engines._ENGINES, EngineKind.VLLM, f"{__name__}:Loaded")
    monkeypatch.setattr(engines, "_open", {})
    registered = []
    monkeypatch.setattr(engines.atexit, "register", registered.append)
    LOADED.clear()
    yield LOADED
    for close in reversed(registered):  # the order of atexit
        close()


def test_threads_that_open_a_model_at_once_load_it_once(loaded):
    opened = []
    threads = [threading.Thread(target=lambda: opened.append(open_engine(MODEL))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_S)
    assert len(opened) == 8
    assert set(map(id, opened)) == {id(loaded[0])}
    assert len(loaded) == 1


def test_roles_of_one_model_share_its_weights(loaded, tmp_path):
    reader = replace(MODEL, cache=str(tmp_path), sampling=Sampling(max_tokens=8192), max_pixels=1)
    writer = replace(MODEL, role="writer", cache=str(tmp_path))
    opened = [open_engine(model) for model in (reader, writer, MODEL)]
    assert len(loaded) == 1
    assert [type(one) for one in opened] == [CachedEngine, CachedEngine, Loaded]


def test_an_engine_is_made_ready_for_adapters_and_requests_name_theirs(loaded):
    first, second = (replace(MODEL, role=role, lora=role, chat_template='{"a": 1}') for role in ("a", "b"))
    assert open_engine(first) is open_engine(second)
    assert open_engine(MODEL) is not open_engine(first)
    assert (first.manner.lora, second.manner.lora) == ("a", "b")


@pytest.mark.parametrize("changes", [{"name": "other"}, {"dtype": "float16"}, {"context": 65536}])
def test_another_model_or_another_context_is_loaded_by_itself(loaded, changes):
    open_engine(MODEL)
    open_engine(replace(MODEL, role="writer", **changes))
    assert len(loaded) == 2


@pytest.mark.skipif(importlib.util.find_spec("torch") is not None, reason="torch is installed here")
def test_an_engine_that_is_not_installed_says_how_to_get_it():
    with pytest.raises(EnvironmentFailure, match=r"engine transformers: .*install -e '.\[transformers\]'"):
        open_engine(replace(MODEL, engine=EngineKind.TRANSFORMERS, name="nowhere"))


def test_each_role_keeps_its_answers_under_its_name(tmp_path):
    for role in ("reader", "writer"):
        model = replace(MODEL, role=role, cache=str(tmp_path))
        request = Request(turns=(user(role),), sampling=model.sampling)
        assert open_engine(model).submit(request).result(PATIENCE_S).text == f"{role}/None"
    cache = AnswerCache(tmp_path)
    assert [(line.role, line.answers) for line in cache.lines()] == [("reader", 1), ("writer", 1)]
    cache.close()


@pytest.mark.parametrize(
    ("kind", "made"), [(EngineKind.REPLAY, ReplayEngine), (EngineKind.CLASSICAL, ClassicalEngine)]
)
def test_an_engine_without_weights_is_not_put_behind_the_cache(kind, made, tmp_path):
    model = replace(MODEL, engine=kind, cache=str(tmp_path))
    assert type(open_engine(model)) is made
    assert open_engine(model) is open_engine(model)
    assert open_engine(model) is not open_engine(replace(model, role="writer"))
