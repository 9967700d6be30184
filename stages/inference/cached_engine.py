"""An engine behind the cache of answers: what was asked before is not asked again, by this run or another."""

import threading
from concurrent.futures import Future
from dataclasses import replace

from vlcorpus.stages.inference.answer_cache import AnswerCache
from vlcorpus.stages.inference.engine import Engine
from vlcorpus.stages.inference.model import Model
from vlcorpus.stages.inference.request import Reply, Request


class CachedEngine:
    """Looks up, asks, keeps. A request that is on its way already is not sent twice."""

    def __init__(self, engine: Engine, model: Model, cache: str):
        self._engine, self._model = engine, model
        self._cache = AnswerCache(cache)
        self._asked: dict[str, Future[Reply]] = {}
        self._lock = threading.Lock()

    def submit(self, request: Request) -> "Future[Reply]":
        key = self._model.key(request)
        with self._lock:
            if key in self._asked:
                return _shared(self._asked[key])
            reply: Future[Reply] = Future()
            known = self._cache.get(key, self._model.role)
            if known is not None:
                reply.set_result(known)
                return reply
            self._asked[key] = reply
        try:
            asked = self._engine.submit(request)
        except BaseException:
            with self._lock:
                del self._asked[key]  # else whoever asks next waits for ever
            raise
        asked.add_done_callback(lambda asked: self._keep(key, asked, reply))
        reply.add_done_callback(lambda reply: reply.cancelled() and asked.cancel())
        return reply

    def _keep(self, key: str, asked: "Future[Reply]", reply: "Future[Reply]") -> None:
        """Hand the reply on when it is on disk, so that what a shard holds can be asked for again."""
        error = None
        try:
            self._cache.put(key, self._model.role, asked.result())
        except BaseException as raised:  # whatever it is, who waits must see it
            error = raised
        with self._lock:
            del self._asked[key]  # first, so that who asks after an error asks anew
        if not reply.set_running_or_notify_cancel():  # cancelled: nobody waits
            return
        if error is None:
            reply.set_result(asked.result())
        else:
            reply.set_exception(error)

    def close(self) -> None:
        """Close the cache. The engine may answer for other roles too."""
        self._cache.close()


def _shared(asked: "Future[Reply]") -> "Future[Reply]":
    """Return the same reply, at no cost: it is paid for by who asked first."""
    reply: Future[Reply] = Future()

    def hand_on(done: "Future[Reply]") -> None:
        if done.cancelled():
            reply.cancel()
        elif not reply.set_running_or_notify_cancel():
            return
        elif error := done.exception():
            reply.set_exception(error)
        else:
            reply.set_result(replace(done.result(), cached=True))

    asked.add_done_callback(hand_on)
    return reply
