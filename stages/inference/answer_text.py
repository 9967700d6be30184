"""What a model writes, taken apart: its reasoning, its text, its calls of tools.

A Thinking model's template opens the reasoning in the prompt, so the answer holds only its end. Calls stand
in `<tool_call>` marks, one JSON object each. Source: docs/formats.md §2.
"""

import json
import re
from collections.abc import Sequence
from typing import NamedTuple

from vlcorpus.schemas.sample import ToolCall

THINK, END_OF_THOUGHT = "<think>", "</think>"
_CALL = re.compile(r"<tool_call>\s*(.*?)\s*</tool_call>", re.DOTALL)


class Written(NamedTuple):
    reasoning: str | None
    text: str
    calls: tuple[ToolCall, ...]


def take_apart(written: str, *, thinks: bool = False, may_call: bool = False) -> Written:
    """Return the parts of what a model wrote.

    `thinks`: the prompt has opened the reasoning already. Calls are looked for where the model `may_call`;
    one that cannot be read stays in the text, with all others.
    """
    reasoning, text = _split_reasoning(written, thinks)
    if not may_call:
        return Written(reasoning, text, ())
    calls = read_calls(text)
    return Written(reasoning, _CALL.sub("", text).strip() if calls else text, calls)


def read_calls(text: str) -> tuple[ToolCall, ...]:
    """Return the calls of a text; none where one of them is no call."""
    calls = []
    for number, found in enumerate(_CALL.findall(text)):
        try:
            value = json.loads(found)
            arguments = json.dumps(value["arguments"], ensure_ascii=False)
            calls.append(ToolCall(id=f"call_{number}", name=str(value["name"]), arguments=arguments))
        except (ValueError, TypeError, KeyError):
            return ()
    return tuple(calls)


def count_reasoning(written: Written, tokens: Sequence[int], end_of_thought: int | None) -> int | None:
    """Return how many of the answer's tokens are reasoning, its end mark included; None where nothing tells.

    `end_of_thought` is the token of the end mark, None of a tokenizer that has none.
    """
    if written.reasoning is None:
        return 0
    if end_of_thought is None:
        return None
    return tokens.index(end_of_thought) + 1 if end_of_thought in tokens else len(tokens)


def _split_reasoning(written: str, thinks: bool) -> tuple[str | None, str]:
    if not thinks and not written.lstrip().startswith(THINK):
        return None, written
    thought, end, text = written.partition(END_OF_THOUGHT)
    reasoning = thought.strip().removeprefix(THINK).strip("\n ")
    return reasoning, text.lstrip("\n") if end else ""
