"""Every row comes out of the stage once, in its order, whatever the engine does."""

import random
import threading
import time
from dataclasses import asdict, dataclass, replace

import pytest

from tests.patience import PATIENCE_S, eventually
from tests.stages.inference.answering import MODEL, reply_to, text_of
from tests.stages.inference.asking import ASKS, IN_FLIGHT, AskLines, from_rules, refusing, rows, run
from vlcorpus.pipelines.runtime.fingerprint import describe_stage
from vlcorpus.schemas.row import row_id
from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference.infer import Infer, generated
from vlcorpus.stages.inference.model import EngineKind, Serving
from vlcorpus.stages.inference.request import Answer, ImageInput, Request, user


def test_rows_leave_in_their_order_though_answers_come_in_any(answering):
    answering(max_pause_s=0.01)
    given = rows(*(f"{n}" if n % 3 else f"{n}\nmore {n}" for n in range(60)))
    out = list(AskLines(ASKS)(given))
    assert [row.source_key for row in out] == [row.source_key for row in given]
    assert [row.content.split(b"/")[0] for row in out] == [b"%d" % n for n in range(60)]


def test_an_engine_is_told_at_which_size_the_role_sees(answering):
    asked = answering().asked
    list(AskLines(replace(ASKS, max_pixels=99_999))(rows("a")))
    assert [request.pixels.image_max for request in asked] == [99_999]


@dataclass(frozen=True)
class ShowAndAsk(Infer):
    def requests(self, row):
        return [Request(turns=(user(ImageInput(b"image"), "What is it?"),), sampling=Sampling())]

    def accept(self, row, requests, replies):
        return row


@pytest.mark.parametrize("text_first", [False, True])
def test_a_role_may_show_the_text_before_the_image(answering, text_first):
    asked = answering().asked
    list(ShowAndAsk(replace(ASKS, text_first=text_first))(rows("a")))
    assert [isinstance(part, str) for part in asked[0].turns[0].parts] == [text_first, not text_first]


def test_replies_come_in_the_order_of_the_rows_requests(answering):
    answering(max_pause_s=0.02)
    (out,) = AskLines(ASKS, temperature=0)(rows("a\nb\nc\nd"))
    assert out.content == b"a/None\nb/None\nc/None\nd/None"


@pytest.mark.parametrize("n_requests", [1, 3])
def test_no_more_requests_are_under_way_than_the_limit_and_one_rows(answering, n_requests):
    found = answering(
        answer=lambda request: eventually(lambda: found.most_outstanding > IN_FLIGHT) and reply_to(request),
        threads=64,
    )
    list(AskLines(ASKS)(rows(*["\n".join("abc"[:n_requests])] * 40)))
    assert IN_FLIGHT < found.most_outstanding <= IN_FLIGHT + n_requests


@pytest.mark.parametrize("rest", ["quick", "", "requests reject"])
def test_rows_behind_a_slow_one_are_not_all_pulled_into_memory(answering, rest):
    """Be they answered, or not asked about at all."""
    go = threading.Event()

    def answer(request):
        if text_of(request) == "slow":
            assert go.wait(PATIENCE_S)
        return reply_to(request)

    answering(answer=answer)
    pulled = []

    def source():
        for row in rows("slow", *[rest] * 200):
            pulled.append(row)
            yield row

    found = []
    taker = threading.Thread(target=lambda: found.extend(AskLines(ASKS)(source())))
    taker.start()
    assert eventually(lambda: len(pulled) > IN_FLIGHT)
    time.sleep(0.1)  # long enough to pull all of them
    n_pulled = len(pulled)
    go.set()
    taker.join(PATIENCE_S)
    assert n_pulled == IN_FLIGHT + 1
    assert len(found) == 201


def test_a_row_that_is_done_goes_on_before_the_next_one_is_asked_about(answering):
    found = answering(threads=1)
    stage = AskLines(ASKS)

    def source():
        for row in rows(*"abcdef"):
            yield row
            assert eventually(lambda: all(asked.done() for asked in found.futures))

    out = iter(stage(source()))
    for number in range(6):
        next(out)
        assert len(found.asked) <= number + 2


def test_a_row_about_which_nothing_is_asked_is_accepted(answering):
    found = answering()
    out, counts = run(AskLines(ASKS), rows("", "", ""))
    assert out == {"000": "", "001": "", "002": ""}
    assert (found.asked, counts.requests) == ([], 0)


def test_without_rows_nothing_comes_out(answering):
    answering()
    assert list(AskLines(ASKS)([])) == []


def seeds(stage, given) -> dict[str, str]:
    out, _ = run(stage, given)
    return {key: text.split("/")[-1] for key, text in out.items()}


def test_a_row_has_the_same_seed_in_any_order_and_company(answering):
    answering(max_pause_s=0.005)
    given = rows(*["a"] * 20)
    found = seeds(AskLines(ASKS), given)
    again = rows(*["a"] * 20)  # new objects, which another process would read
    random.Random(1).shuffle(again)
    assert seeds(AskLines(ASKS), again) == found
    assert seeds(AskLines(ASKS), given[:1]) == {given[0].source_key: found[given[0].source_key]}
    assert len(set(found.values())) == 20
    assert seeds(AskLines(ASKS, seed=1), given) != found


def test_requests_of_one_row_have_seeds_of_their_own(answering):
    found = answering()
    list(AskLines(ASKS)(rows("a\na\na")))
    assert len({request.sampling.seed for request in found.asked}) == 3


def test_what_was_asked_and_what_it_cost_is_in_the_counts(answering):
    known = {"b", "d"}
    answering(
        answer=lambda request: replace(refusing(request), cached=text_of(request) in known),
        max_pause_s=0.005,
    )
    _, counts = run(AskLines(ASKS), rows("a", "b\nc", "d", "", "refuse", "e\naccept reject"))
    named = {name: asdict(counts)[name] for name in ("requests", "cached", "prompt_tokens", "output_tokens")}
    # a, c, e and its `accept reject` cost 10 tokens to read and 3 to write; b and d were known
    assert named == {"requests": 6, "cached": 2, "prompt_tokens": 40, "output_tokens": 12}


def test_each_pass_counts_for_itself(answering):
    answering()
    stage = AskLines(ASKS)
    assert [run(stage, rows("a", "b"))[1].requests for _ in range(2)] == [2, 2]


def test_partitions_in_threads_of_one_worker_share_the_engine(answering):
    found = answering(max_pause_s=0.005)
    stage = AskLines(ASKS, temperature=0)
    out = {}

    def partition(name):
        out[name] = run(stage, rows(*(f"{name} {n}" for n in range(30))))[0]

    threads = [threading.Thread(target=partition, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_S)
    assert out == {name: {f"{n:03d}": f"{name} {n}/None" for n in range(30)} for name in "abc"}
    assert len(found.asked) == 90


@pytest.mark.parametrize(
    ("model", "same"),
    [
        (replace(ASKS, name="reader-32B"), False),
        (replace(ASKS, revision="other"), False),
        (replace(ASKS, max_pixels=1), False),
        (replace(ASKS, sampling=Sampling(temperature=0.1)), False),
        (replace(ASKS, serving=Serving(in_flight=1, base_url="http://host/v1")), True),
        (replace(ASKS, cache="/elsewhere"), True),
    ],
)
def test_the_fingerprint_holds_what_decides_an_answer_and_not_where_it_comes_from(model, same):
    assert (describe_stage(AskLines(model)) == describe_stage(AskLines(ASKS))) == same


def test_another_seed_is_another_fingerprint():
    assert describe_stage(AskLines(ASKS, seed=1)) != describe_stage(AskLines(ASKS))


@pytest.mark.parametrize(
    ("kind", "partitions"), [("vllm", 3), ("transformers", 3), ("openai", 3), ("replay", 1), ("classical", 1)]
)
def test_an_engine_that_batches_gets_several_partitions(kind, partitions):
    need = AskLines(replace(ASKS, engine=EngineKind(kind))).resources
    assert need.partitions == partitions
    assert need.gpus == (1 if kind in ("vllm", "transformers") else 0)


def test_a_sample_says_who_gave_each_reply_and_how_it_was_drawn():
    request = Request(turns=(user("a"),), sampling=Sampling(temperature=0.7, seed=9), prompt_sha256="1" * 64)
    (said,) = generated(ASKS, [request, request], [reply_to(request), from_rules(request)])
    assert (said.role, said.model_id, said.prompt_sha256, said.seed) == ("reader", MODEL, "1" * 64, 9)
    assert (said.finish_reason, said.n_out_tokens) == ("stop", 3)
    assert '"temperature": 0.7' in said.sampling


def test_what_is_said_of_a_reply_is_of_the_answer_that_is_used():
    request = Request(turns=(user("a"),), sampling=Sampling(n=2))
    long, cut = (Answer(text="x", finish_reason=why, n_tokens=n) for why, n in (("stop", 9), ("length", 4)))
    reply = replace(reply_to(request), answers=(long, cut))
    (first,), (second,) = (generated(ASKS, [request], [reply], chosen) for chosen in ((), (1,)))
    assert (first.finish_reason, first.n_out_tokens) == ("stop", 9)
    assert (second.finish_reason, second.n_out_tokens) == ("length", 4)


def test_a_source_of_another_name_asks_for_the_same_answers(answering):
    """Its rows have other ids; what is drawn for them, and so what the cache looks for, is the same."""
    engine = answering()
    (row,) = rows("a")
    for source in ("papers", "books"):
        list(AskLines(ASKS)([replace(row, source=source, id=row_id(source, row.source_key))]))
    first, second = engine.asked
    assert ASKS.key(first) == ASKS.key(second)
