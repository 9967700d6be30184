"""The stage that holds a conversation for each row: a model calls tools, and goes on with what they answer.

The requests of one conversation follow each other; those of many rows are under way at a time, as in `Infer`.
Every reply starts what comes next: the tools run in threads of the stage, never in the engine's.
"""

import json
import traceback
from collections.abc import Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Generic

from vlcorpus.schemas.errors import Reject, VlcorpusError
from vlcorpus.schemas.machine_faults import machine_remedy
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.sample import ToolCall
from vlcorpus.stages.inference.conversation import Conversation, answer_turn, tool_turn
from vlcorpus.stages.inference.infer import AskModel, MadeT, TakenT
from vlcorpus.stages.inference.request import Answer, Part, Reply, Request
from vlcorpus.stages.inference.usage import book
from vlcorpus.stages.stage import DETAIL_CHARS, PROGRAMMING_ERRORS, ModelUsage

TOOL_THREADS = 4  # ours: tools wait for files more than they compute


@dataclass(frozen=True)
class Converse(AskModel[TakenT, MadeT, Conversation]):
    """One row in, the same row out, with the conversation that was held about it; or a rejection.

    Reasons: conversation_too_long, call_unusable, tool_failed, reply_truncated, and those of `Infer`.
    """

    max_replies: int = 8  # replies of the model in one conversation

    def opening(self, row: TakenT) -> Request:
        """Return the first request; its `tools` say what the model may call. Raise Reject to quarantine."""
        raise NotImplementedError(f"{self.name}.opening")

    def use(self, row: TakenT, call: ToolCall) -> str | Sequence[Part]:
        """Return what the tool answers to a call whose arguments are a JSON object.

        What the model may mend (a box outside of the image) is an answer too: a sentence that says so. What
        it cannot mend raises.
        """
        raise NotImplementedError(f"{self.name}.use")

    def conclude(self, row: TakenT, conversation: Conversation) -> MadeT:
        """Return the row, changed by a conversation that came to its end. Raise Reject to quarantine it."""
        raise NotImplementedError(f"{self.name}.conclude")

    def requests(self, row: TakenT) -> Sequence[Request]:
        return [self.opening(row)]

    def submit(self, row: TakenT, request: Request) -> "Future[Conversation]":
        return _Held(self, row).begin(request)

    def book(self, usage: ModelUsage, said: Conversation) -> None:
        for reply in said.replies:
            book(usage, reply)

    def accept(self, row: TakenT, requests: Sequence[Request], said: Sequence[Conversation]) -> MadeT:
        (conversation,) = said
        if conversation.error is not None:
            raise conversation.error
        return self.conclude(row, conversation)

    @cached_property
    def workers(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(TOOL_THREADS, "tool")

    def open(self) -> None:
        super().open()
        _ = self.workers

    def close(self) -> None:
        self.workers.shutdown(cancel_futures=True)
        super().close()


class _Held(Generic[TakenT, MadeT]):
    """The conversation about one row while it is held."""

    def __init__(self, stage: Converse[TakenT, MadeT], row: TakenT):
        self._stage, self._row = stage, row
        self._requests: list[Request] = []
        self._replies: list[Reply] = []
        self._asked: Future[Reply] | None = None
        self._end: Future[Conversation] = Future()

    def begin(self, request: Request) -> "Future[Conversation]":
        """Return the conversation to come. To cancel it cancels the request that is under way."""
        self._end.add_done_callback(self._let_go)
        self._ask(request)
        return self._end

    def _ask(self, request: Request) -> None:
        self._requests.append(request)
        asked = self._asked = self._stage.engine.submit(request)
        asked.add_done_callback(self._later)
        if self._end.cancelled():  # meanwhile
            asked.cancel()

    def _later(self, asked: "Future[Reply]") -> None:
        """Go on in a thread of the stage: this one is the engine's."""
        try:
            self._stage.workers.submit(self._go_on, asked)
        except RuntimeError:  # the stage is closed: nobody waits any longer
            self._end.cancel()

    def _let_go(self, end: "Future[Conversation]") -> None:
        if end.cancelled() and self._asked is not None:
            self._asked.cancel()

    def _go_on(self, asked: "Future[Reply]") -> None:
        """Take a reply: ask again with what the tools answer, or end."""
        try:
            self._replies.append(asked.result())
            request = self._next()
            if request is not None:
                self._ask(request)
                return
            error = None
        except CancelledError:
            self._end.cancel()
            return
        except Exception as raised:  # carried to who waits
            error = raised
        if self._end.set_running_or_notify_cancel():
            self._end.set_result(Conversation(tuple(self._requests), tuple(self._replies), error))

    def _next(self) -> Request | None:
        """Return the request that follows the last reply, None where the model has called no tool."""
        request, reply = self._requests[-1], self._replies[-1]
        answer = reply.answers[0]
        calls = checked_calls(answer, request)
        if not calls:
            return None
        if len(self._replies) == self._stage.max_replies:
            raise Reject(
                Reason.CONVERSATION_TOO_LONG,
                f"{len(self._replies)} replies (max_replies), and the last one calls {calls[0].name}",
            )
        results = [tool_turn(call, self._used(call)) for call in calls]
        return replace(request, turns=(*request.turns, answer_turn(reply), *results))

    def _used(self, call: ToolCall) -> str | Sequence[Part]:
        try:
            return self._stage.use(self._row, call)
        except (VlcorpusError, *PROGRAMMING_ERRORS):
            raise
        except Exception as error:
            if machine_remedy(error):
                raise
            told = "".join(traceback.format_exception(error))
            detail = f"{call.name}({call.arguments}): {told}"[-DETAIL_CHARS:]
            raise Reject(Reason.TOOL_FAILED, detail) from error


def checked_calls(answer: Answer, request: Request) -> tuple[ToolCall, ...]:
    """Return the calls of an answer. Raises Reject: reply_truncated, call_unusable."""
    if answer.finish_reason == "length":
        raise Reject(Reason.REPLY_TRUNCATED, answer.text[-500:])
    if not answer.calls and "<tool_call>" in answer.text:
        raise Reject(Reason.CALL_UNUSABLE, answer.text[-500:])
    known = {tool["function"]["name"] for tool in json.loads(request.tools or "[]")}
    for call in answer.calls:
        if call.name not in known:
            raise Reject(Reason.CALL_UNUSABLE, f"no tool is called {call.name!r}")
        try:
            arguments = json.loads(call.arguments)
        except ValueError as error:
            raise Reject(Reason.CALL_UNUSABLE, f"{call.name}: {error}: {call.arguments[:500]}") from error
        if not isinstance(arguments, dict):
            raise Reject(Reason.CALL_UNUSABLE, f"{call.name}: no object: {call.arguments[:500]}")
    return answer.calls
