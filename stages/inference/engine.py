"""The interface of an engine, and the one engine per model that a worker process holds.

`submit` returns at once; whoever asked holds the future. So one worker keeps several partitions in flight,
and an engine that batches always has something to batch.
"""

import atexit
import threading
from concurrent.futures import Future
from importlib import import_module
from typing import Protocol

from stages.inference.model import EngineKind, Model
from stages.inference.request import Reply, Request

# Imported where a run wants them: each brings gigabytes, or a client.
_ENGINES = {
    EngineKind.VLLM: "stages.inference.vllm_engine:VllmEngine",
    EngineKind.TRANSFORMERS: "stages.inference.transformers_engine:TransformersEngine",
    EngineKind.OPENAI: "stages.inference.openai_engine:OpenAiEngine",
    EngineKind.REPLAY: "stages.inference.replay_engine:ReplayEngine",
    EngineKind.CLASSICAL: "stages.inference.classical_engine:ClassicalEngine",
}


class Engine(Protocol):
    """Safe to use from several threads. Made with a `Model`, which loads it."""

    def submit(self, request: Request) -> "Future[Reply]":
        """Return the reply to come.

        It raises Reject where this request can have none (request_refused, needs_model:<role>), and a
        VlcorpusError where no request can: the run must stop.
        """

    def close(self) -> None: ...


_open: dict[Model, Engine] = {}
_lock = threading.Lock()


def open_engine(model: Model) -> Engine:
    """Return this process's engine for the model, loaded at the first call: stages of one model share it."""
    with _lock:
        if model not in _open:
            engine = _load(model)
            atexit.register(engine.close)
            _open[model] = engine
        return _open[model]


def _load(model: Model) -> Engine:
    module, name = _ENGINES[model.engine].split(":")
    engine = getattr(import_module(module), name)(model)
    if model.cache is None or model.engine in (EngineKind.REPLAY, EngineKind.CLASSICAL):
        return engine
    from stages.inference.cached_engine import CachedEngine

    return CachedEngine(engine, model)
