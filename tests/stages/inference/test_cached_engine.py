"""What was asked before is not asked again; what failed is."""

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

import pytest

from tests.patience import PATIENCE_S
from tests.stages.inference.answering import AnsweringEngine, reply_to
from vlcorpus.schemas.errors import EnvironmentFailure, Reject
from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference.answer_cache import AnswerCache
from vlcorpus.stages.inference.cached_engine import CachedEngine
from vlcorpus.stages.inference.model import EngineKind, Model
from vlcorpus.stages.inference.request import Request, user

WAIT_S = PATIENCE_S


def question(text: str) -> Request:
    return Request(turns=(user(text),), sampling=Sampling())


@pytest.fixture
def model(tmp_path) -> Model:
    return Model(role="reader", engine=EngineKind.VLLM, name="reader-8B", cache=str(tmp_path / "answers"))


@pytest.fixture
def behind(model):
    """Put an engine behind the cache, and close both."""
    made = []

    def put(engine):
        made.extend([engine, CachedEngine(engine, model, model.cache)])
        return made[-1]

    yield put
    for engine in made:
        engine.close()


def test_what_was_asked_before_is_not_asked_again(behind):
    engine = AnsweringEngine()
    cached = behind(engine)
    first, second = (cached.submit(question("a")).result(WAIT_S) for _ in range(2))
    assert first == reply_to(question("a"))
    assert second == replace(first, cached=True)
    assert len(engine.asked) == 1


def test_another_question_is_asked(behind):
    engine = AnsweringEngine()
    cached = behind(engine)
    texts = [cached.submit(question(text)).result(WAIT_S).text for text in "aba"]
    assert texts == ["a/None", "b/None", "a/None"]
    assert engine.asked == [question("a"), question("b")]


def test_an_engine_of_another_run_finds_the_answer(behind):
    behind(AnsweringEngine()).submit(question("a")).result(WAIT_S)
    engine = AnsweringEngine()
    assert behind(engine).submit(question("a")).result(WAIT_S).cached
    assert engine.asked == []


def test_the_reply_is_on_disk_when_it_is_handed_on(behind, model):
    cached = behind(AnsweringEngine())
    kept = AnswerCache(model.cache)
    for number in range(50):
        request = question(str(number))
        cached.submit(request).result(WAIT_S)
        assert kept.get(model.key(request), "reader") is not None
    kept.close()


def test_two_who_ask_at_once_share_one_call(behind):
    go = threading.Event()

    def answer(request):
        assert go.wait(WAIT_S)
        return reply_to(request)

    engine = AnsweringEngine(answer)
    cached = behind(engine)
    asked = [cached.submit(question("a")) for _ in range(3)]
    go.set()
    assert [one.result(WAIT_S).text for one in asked] == ["a/None"] * 3
    assert [one.result(WAIT_S).cached for one in asked] == [False, True, True]  # paid for once
    assert len(engine.asked) == 1


def test_who_waits_no_longer_takes_the_call_back(behind):
    """Also for those who share it; who asks later asks anew."""

    class Silent(AnsweringEngine):
        def submit(self, request):
            self.asked.append(Future())
            return self.asked[-1]

    engine = Silent()
    cached = behind(engine)
    first, second = (cached.submit(question("a")) for _ in range(2))
    assert first.cancel()
    assert engine.asked[0].cancelled()
    assert second.cancelled()
    third, fourth = (cached.submit(question("a")) for _ in range(2))
    assert fourth.cancel()
    engine.asked[1].set_result(reply_to(question("a")))
    assert third.result(WAIT_S).text == "a/None"


def test_two_who_share_a_call_share_its_error(behind):
    go = threading.Event()
    cached = behind(AnsweringEngine(lambda request: go.wait(WAIT_S) and 1 // 0))
    asked = [cached.submit(question("a")) for _ in range(2)]
    go.set()
    for one in asked:
        with pytest.raises(ZeroDivisionError):
            one.result(WAIT_S)


def test_many_threads_ask_the_same_questions_and_each_is_asked_once(behind):
    engine = AnsweringEngine(max_pause_s=0.01)
    cached = behind(engine)
    with ThreadPoolExecutor(8) as threads:
        asked = list(threads.map(lambda n: cached.submit(question(str(n % 20))), range(400)))
    assert [one.result(WAIT_S).text for one in asked] == [f"{n % 20}/None" for n in range(400)]
    assert len(engine.asked) == 20


def test_an_error_is_not_kept(behind):
    errors = [Reject("engine_timeout", retryable=True)]

    def answer(request):
        if errors:
            raise errors.pop()
        return reply_to(request)

    engine = AnsweringEngine(answer)
    cached = behind(engine)
    with pytest.raises(Reject, match="engine_timeout"):
        cached.submit(question("a")).result(WAIT_S)
    assert not cached.submit(question("a")).result(WAIT_S).cached
    assert len(engine.asked) == 2


def test_who_asks_when_the_error_arrives_asks_anew(behind):
    """The error is handed on when it is forgotten already: a callback runs at that very moment."""
    engine = AnsweringEngine(lambda request: 1 // 0)
    cached = behind(engine)
    again = threading.Event()
    found = []

    def ask_again(_):
        found.append(cached.submit(question("a")))
        again.set()

    first = cached.submit(question("a"))
    first.add_done_callback(ask_again)
    assert again.wait(WAIT_S)
    with pytest.raises(ZeroDivisionError):
        found[0].result(WAIT_S)
    assert found[0] is not first
    assert len(engine.asked) == 2


class _Closed(AnsweringEngine):
    def submit(self, request):
        super().submit(request).result(WAIT_S)
        raise RuntimeError("the loop is closed")


def test_an_engine_that_takes_no_request_leaves_nobody_waiting(behind):
    cached = behind(_Closed())
    for _ in range(2):
        with pytest.raises(RuntimeError, match="closed"):
            cached.submit(question("a"))


def test_an_answer_that_cannot_be_kept_stops_who_waits(behind, model, tmp_path):
    (tmp_path / "answers").mkdir()
    for digit in "0123456789abcdef":
        (tmp_path / f"answers/{digit}.sqlite").write_bytes(b"no database at all" * 300)
    cached = behind(AnsweringEngine())
    with pytest.raises(EnvironmentFailure, match="not a database"):
        cached.submit(question("a")).result(WAIT_S)


def test_lookups_are_counted_when_the_engine_is_closed(behind, model):
    cached = behind(AnsweringEngine())
    for _ in range(3):
        cached.submit(question("a")).result(WAIT_S)
    cached.close()
    cache = AnswerCache(model.cache)
    assert cache.lookups() == {"reader": (2, 1)}
    cache.close()
