"""Replies to a stage that asks a model, recorded in a cache and replayed out of it: the real path."""

from collections.abc import Sequence
from pathlib import Path

from vlcorpus.schemas.row import Row
from vlcorpus.stages.inference.answer_cache import AnswerCache
from vlcorpus.stages.inference.infer import Infer
from vlcorpus.stages.inference.model import EngineKind, Model
from vlcorpus.stages.inference.request import Answer, Reply

MODEL, ENGINE = "reader-8B", "recorded-1"


def replaying(stage_type: type[Infer], row: Row, texts: Sequence[str], folder: Path, **values) -> Infer:
    """Return the stage, with `texts` as the replies to its requests for `row`, in their order."""
    stage = stage_type(
        Model(role="reader", engine=EngineKind.REPLAY, name=MODEL, cache=str(folder)), **values
    )
    cache = AnswerCache(folder)
    for request, text in zip(stage.requests(row), texts, strict=True):
        answer = Answer(text=text, finish_reason="stop", n_tokens=len(text))
        reply = Reply(answers=(answer,), n_prompt_tokens=100, engine=ENGINE, model=MODEL)
        cache.put(stage.model.key(request), stage.model.role, reply)
    cache.close()
    return stage
