"""A conversation goes on until the model has what it wants; what goes wrong in it rejects its row."""

import json
import threading
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, replace

import pytest

from tests.factories import file_row
from tests.stages.inference.answering import MODEL, AnsweringEngine
from vlcorpus.pipelines.runtime.flow import Ledger, from_source, opened, through
from vlcorpus.schemas.errors import EnvironmentFailure, StageBug
from vlcorpus.schemas.file import FileRow
from vlcorpus.schemas.sample import ToolCall
from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference import engines
from vlcorpus.stages.inference.answer_text import take_apart
from vlcorpus.stages.inference.conversation import Conversation
from vlcorpus.stages.inference.converse import Converse
from vlcorpus.stages.inference.model import EngineKind, Model, Serving
from vlcorpus.stages.inference.request import Answer, ImageInput, Reply, Request, user

ASKS = Model(role="agent", engine=EngineKind.VLLM, name=MODEL, serving=Serving(in_flight=4, partitions=2))
TOOLS = json.dumps([{"type": "function", "function": {"name": "measure"}}])


def call(name: str = "measure", **arguments) -> str:
    return f"<tool_call>\n{json.dumps({'name': name, 'arguments': arguments})}\n</tool_call>"


@dataclass(frozen=True)
class Talk(Converse[FileRow, FileRow]):
    """Put what was said into the row, a line for each turn."""

    def opening(self, row: FileRow) -> Request:
        return Request(turns=(user(row.content.decode()),), sampling=Sampling(), tools=TOOLS)

    def use(self, row: FileRow, call: ToolCall):
        match json.loads(call.arguments):
            case {"bug": _}:
                raise NotImplementedError("the tool is not written")
            case {"fail": _}:
                raise ValueError("the tool cannot")
            case {"fill": _}:
                raise MemoryError("the machine cannot")
            case {"image": name}:
                return [ImageInput(name.encode())]
        return f"{len(row.content)} bytes"

    def conclude(self, row: FileRow, conversation: Conversation) -> FileRow:
        said = [f"{turn.role}: {turn.parts} {len(turn.calls)}" for turn in conversation.turns]
        return replace(row, content="\n".join(said).encode())


def answer_with(script: dict[int, str], finish_reason: str = "stop"):
    """Answer the n-th request of a conversation, from 0, with the n-th text."""

    def answer(request: Request) -> Reply:
        number = sum(turn.role == "assistant" for turn in request.turns)
        written = take_apart(script[number], may_call=True)
        made = Answer(text=written.text, finish_reason=finish_reason, n_tokens=3, calls=written.calls)
        return Reply(answers=(made,), n_prompt_tokens=10, engine="threads", model=MODEL)

    return answer


@pytest.fixture
def talk(monkeypatch):
    """Hold conversations about rows with a model that answers as told; return rows, ledger and engine."""
    made = []

    def run(answer, keys="a", **values):
        made.append(AnsweringEngine(answer, max_pause_s=0.005))
        monkeypatch.setitem(engines._open, engines.without_role(ASKS), made[-1])
        ledger = Ledger()
        rows = from_source("Test", [file_row(key, key.encode() * 3) for key in keys], ledger)
        stage = Talk(ASKS, **values)
        with opened([stage]):
            return list(through([stage], rows, ledger)), ledger, made[-1]

    yield run
    for one in made:
        one.close()


def test_the_model_goes_on_with_what_its_tools_answer(talk):
    (row,), ledger, engine = talk(answer_with([f"I measure.\n{call()}\n{call()}", "Three bytes."]))
    assert row.content.decode().splitlines() == [
        "user: ('aaa',) 0",
        "assistant: ('I measure.',) 2",
        "tool: ('3 bytes',) 0",
        "tool: ('3 bytes',) 0",
        "assistant: ('Three bytes.',) 0",
    ]
    assert [turn.answers_call for turn in engine.asked[1].turns] == [None, None, "call_0", "call_1"]
    counts = ledger.counts()[1]
    assert (counts.requests, counts.prompt_tokens, counts.output_tokens) == (2, 20, 6)


def test_conversations_of_many_rows_overlap_and_rows_keep_their_order(talk):
    rows, ledger, engine = talk(answer_with([call(), call(), "Done."]), keys="abcdefghijkl")
    assert [row.source_key for row in rows] == list("abcdefghijkl")
    assert 1 < engine.most_outstanding <= 1 + ASKS.serving.in_flight
    assert ledger.counts()[1].requests == 36


@pytest.mark.parametrize(
    ("script", "reason", "n_requests", "told"),
    [
        ([call()] * 3, "conversation_too_long", 3, "calls measure"),
        ([call(), call("weigh")], "call_unusable", 2, "weigh"),
        (["<tool_call>measure it</tool_call>"], "call_unusable", 1, "measure it"),
        (['<tool_call>{"name": "measure", "arguments": [3]}</tool_call>'], "call_unusable", 1, "no object"),
        ([call(), call(fail=1)], "tool_failed", 2, "the tool cannot"),
    ],
)
def test_what_goes_wrong_rejects_the_row_and_what_was_said_is_paid_for(
    talk, script, reason, n_requests, told
):
    rows, ledger, _ = talk(answer_with(script), max_replies=3)
    (rejection,) = ledger.rejections()
    assert (rows, rejection.reason) == ([], reason)
    assert told in rejection.detail
    assert ledger.counts()[1].requests == n_requests


def test_an_answer_that_was_cut_is_no_end(talk):
    _, ledger, _ = talk(answer_with(["Three by"], finish_reason="length"))
    assert ledger.reasons() == {"reply_truncated": 1}


def test_a_tool_that_is_wrong_stops_the_run(talk):
    with pytest.raises(StageBug, match="the tool is not written"):
        talk(answer_with([call(bug=1)]))


def test_a_tool_for_which_the_machine_is_too_small_stops_the_run(talk):
    with pytest.raises(EnvironmentFailure, match="MemoryError: the machine cannot"):
        talk(answer_with([call(fill=1)]))


def test_a_request_that_is_cancelled_ends_the_run_and_no_row_is_rejected(talk, monkeypatch):
    cancelled: Future[Reply] = Future()
    cancelled.cancel()
    monkeypatch.setattr(AnsweringEngine, "submit", lambda self, request: cancelled)
    with pytest.raises(CancelledError):
        talk(answer_with(["never"]))


def test_who_stops_the_run_stops_conversations_that_wait(monkeypatch):
    silent: Future[Reply] = Future()
    asked = threading.Event()

    class Silent(AnsweringEngine):
        def submit(self, request):
            asked.set()
            return silent

    monkeypatch.setitem(engines._open, engines.without_role(ASKS), Silent())
    stopped: Future[None] = Future()
    threading.Thread(target=lambda: asked.wait() and stopped.set_result(None)).start()
    ledger, stage = Ledger(), Talk(ASKS)
    rows = from_source("Test", [file_row("a")], ledger)
    with opened([stage]), pytest.raises(CancelledError):
        list(through([stage], rows, ledger, stopped))
    assert silent.cancelled()
