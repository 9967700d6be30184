"""The engines that there are, and the one engine per model that a worker process holds."""

import atexit
import threading
from collections.abc import Callable
from dataclasses import replace

from vlcorpus.schemas.errors import EnvironmentFailure
from vlcorpus.schemas.named import find_named
from vlcorpus.schemas.needs import OPENAI, TORCH, TRANSFORMERS, VLLM, XGRAMMAR, Need
from vlcorpus.stages.inference.cached_engine import CachedEngine
from vlcorpus.stages.inference.engine import Engine
from vlcorpus.stages.inference.model import ANY_LORA, EngineKind, Model

# Imported where a run wants them: each brings gigabytes, or a client.
_ENGINES = {
    EngineKind.VLLM: "vlcorpus.stages.inference.vllm_engine:VllmEngine",
    EngineKind.TRANSFORMERS: "vlcorpus.stages.inference.transformers_engine:TransformersEngine",
    EngineKind.OPENAI: "vlcorpus.stages.inference.openai_engine:OpenAiEngine",
    EngineKind.REPLAY: "vlcorpus.stages.inference.replay_engine:ReplayEngine",
    EngineKind.CLASSICAL: "vlcorpus.stages.inference.classical_engine:ClassicalEngine",
}
NEEDS: dict[EngineKind, tuple[Need, ...]] = {
    EngineKind.VLLM: (VLLM,),
    EngineKind.TRANSFORMERS: (TORCH, TRANSFORMERS, XGRAMMAR),
    EngineKind.OPENAI: (OPENAI,),
}
_ANSWER_BY_ROLE = {EngineKind.REPLAY, EngineKind.CLASSICAL}  # they load no weights, and keep no answers

_open: dict[Model, Engine] = {}
_lock = threading.Lock()


def open_engine(model: Model) -> Engine:
    """Return this process's engine for the model, loaded at the first call.

    Roles whose models differ in nothing but sampling, pixels and cache share one: a GPU holds weights once.
    """
    with _lock:
        if model.engine in _ANSWER_BY_ROLE:
            return _opened(model, lambda: _load(model))
        weights = without_role(model)
        engine = _opened(weights, lambda: _load(weights))
        if (cache := model.cache) is None:
            return engine
        return _opened(model, lambda: CachedEngine(engine, model, cache))


def without_role(model: Model) -> Model:
    """Return the model as an engine loads it: requests bring their own sampling, pixels and manner."""
    bare = Model(role="")
    pixels = ("min_pixels", "max_pixels", "video_min_pixels", "video_max_pixels")
    own = ("role", "sampling", "cache", "chat_template", "extra_body", "text_first", *pixels)
    return replace(
        model,
        lora=ANY_LORA if model.lora else None,
        serving=replace(model.serving, priority=0),
        **{name: getattr(bare, name) for name in own},
    )


def _opened(model: Model, load: Callable[[], Engine]) -> Engine:
    if model not in _open:
        _open[model] = load()
        atexit.register(_open[model].close)
    return _open[model]


def _load(model: Model) -> Engine:
    try:
        engine = find_named(_ENGINES[model.engine])
    except ImportError as error:
        raise EnvironmentFailure(
            f"engine {model.engine}: {error}. Install it: pip install 'vlcorpus[{model.engine}]', in a clone "
            f"pip install -e '.[{model.engine}]'"
        ) from error
    return engine(model)
