"""Answers that a real engine gave before, out of the cache. What was never asked is an error, not a guess."""

from concurrent.futures import Future

from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure
from vlcorpus.stages.inference.answer_cache import AnswerCache
from vlcorpus.stages.inference.model import Model
from vlcorpus.stages.inference.request import Reply, Request


class ReplayEngine:
    """Raises ConfigError where there is no cache, EnvironmentFailure for a request that it does not hold."""

    def __init__(self, model: Model):
        if model.cache is None:
            raise ConfigError("engine replay: --set inference.cache=FOLDER says where the answers are")
        self._model, self._cache = model, AnswerCache(model.cache)

    def submit(self, request: Request) -> "Future[Reply]":
        done: Future[Reply] = Future()
        key = self._model.key(request)
        reply = self._cache.get(key, self._model.role)
        if reply is None:
            done.set_exception(EnvironmentFailure(self._missing(key)))
        else:
            done.set_result(reply)
        return done

    def _missing(self, key: str) -> str:
        return (
            f"engine replay: {self._cache.folder} has no answer of {self._model.name} to request {key[:16]} "
            f"(role {self._model.role}). It was recorded with other inputs, prompts, sampling or pixels: "
            "run once with the engine that answers, and the same settings."
        )

    def close(self) -> None:
        self._cache.close()
