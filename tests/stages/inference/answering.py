"""An engine for tests: real threads answer, in any order, and it counts what it was asked."""

import random
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from vlcorpus.stages.inference.request import Answer, Reply, Request

MODEL = "reader-8B"


def text_of(request: Request) -> str:
    return request.turns[-1].parts[0]


def reply_to(request: Request) -> Reply:
    """Return the question back, with the seed it was asked with; 10 tokens read, 3 written."""
    text = f"{text_of(request)}/{request.sampling.seed}"
    answer = Answer(text=text, finish_reason="stop", n_tokens=3)
    return Reply(answers=(answer,), n_prompt_tokens=10, engine="threads", model=MODEL)


class AnsweringEngine:
    """Answers with `answer`, after `max_pause_s` at the most, or raises what it raises."""

    def __init__(self, answer: Callable[[Request], Reply] = reply_to, *, threads=8, max_pause_s=0.0):
        self.asked: list[Request] = []
        self.futures: list[Future[Reply]] = []
        self.most_outstanding = self.outstanding = 0
        self._answer, self._max_pause_s = answer, max_pause_s
        self._pool = ThreadPoolExecutor(threads)
        self._lock, self._random = threading.Lock(), random.Random()

    def submit(self, request: Request) -> "Future[Reply]":
        with self._lock:
            self.asked.append(request)
            self.outstanding += 1
            self.most_outstanding = max(self.most_outstanding, self.outstanding)
        self.futures.append(self._pool.submit(self._work, request))
        return self.futures[-1]

    def _work(self, request: Request) -> Reply:
        try:
            time.sleep(self._random.uniform(0, self._max_pause_s))
            return self._answer(request)
        finally:
            with self._lock:
                self.outstanding -= 1

    def close(self) -> None:
        self._pool.shutdown()
