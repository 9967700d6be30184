"""A conversation of a model with tools: what was said, by whom, and how a sample stores it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from vlcorpus.schemas.qwenvl.chat import scrub
from vlcorpus.schemas.sample import Generated, Message, Part, ToolCall
from vlcorpus.stages.inference.infer import generated
from vlcorpus.stages.inference.model import Model
from vlcorpus.stages.inference.request import ImageInput, Reply, Request, Turn
from vlcorpus.stages.inference.request import Part as TurnPart


@dataclass(frozen=True, slots=True)
class Conversation:
    """Requests and replies in their order: each request holds all turns before its reply.

    With `error` it ended early; what was said until then is there.
    """

    requests: tuple[Request, ...]
    replies: tuple[Reply, ...]
    error: Exception | None = None

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The whole conversation, the model's last answer included."""
        if len(self.replies) < len(self.requests):
            return self.requests[-1].turns
        return (*self.requests[-1].turns, answer_turn(self.replies[-1]))

    @property
    def text(self) -> str:
        """The model's last answer."""
        return self.replies[-1].text

    def generated(self, model: Model) -> list[Generated]:
        """Return what a sample says of the model's turns, one entry for each."""
        return generated(model, self.requests[: len(self.replies)], self.replies)

    def messages(self, *, train: bool = True, reasoning: bool = False) -> tuple[list[Message], list[bytes]]:
        """Return the turns as a sample stores them, and their images in the order in which they are shown.

        The loss sees the model's turns if `train`; `reasoning` is kept for samples of the mode `thinking`.
        Raises ValueError for a video, whose frames each domain stores in its own way.
        """
        images: list[bytes] = []
        return [_message(turn, images, train, reasoning) for turn in self.turns], images


def answer_turn(reply: Reply) -> Turn:
    """Return the model's turn: the first answer of its reply."""
    answer = reply.answers[0]
    parts = (answer.text,) if answer.text else ()
    return Turn("assistant", parts, answer.calls, answer.reasoning)


def tool_turn(call: ToolCall, result: str | Sequence[TurnPart]) -> Turn:
    """Return the turn in which a tool answers a call."""
    return Turn("tool", (result,) if isinstance(result, str) else tuple(result), answers_call=call.id)


def _message(turn: Turn, images: list[bytes], train: bool, reasoning: bool) -> Message:
    by_model = turn.role == "assistant"
    return Message(
        role=turn.role,
        content=[_part(part, images) for part in turn.parts],
        reasoning_content=scrub(turn.reasoning) if reasoning and turn.reasoning else None,
        tool_calls=[_stored(call) for call in turn.calls] or None,
        train=train and by_model,
    )


def _part(part: TurnPart, images: list[bytes]) -> Part:
    if isinstance(part, str):
        return Part(type="text", text=scrub(part))
    if isinstance(part, ImageInput):
        images.append(part.bytes)
        return Part(type="image", media=len(images) - 1)
    raise ValueError("a video in a conversation: the domain that asked with it stores its frames")


def _stored(call: ToolCall) -> ToolCall:
    """Return the call with its arguments written as the template writes them: docs/formats.md §2."""
    arguments = json.dumps(json.loads(call.arguments), ensure_ascii=False)
    return ToolCall(id=call.id, name=call.name, arguments=scrub(arguments))
