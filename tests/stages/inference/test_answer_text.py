"""Reasoning and calls are told apart from the text, and nothing of what was written is lost unseen."""

import json

import pytest

from vlcorpus.stages.inference.answer_text import count_reasoning, read_calls, take_apart

CALL = '<tool_call>\n{"name": "zoom", "arguments": {"box": [1, 2], "why": "é"}}\n</tool_call>'


@pytest.mark.parametrize(
    ("written", "thinks", "expected"),
    [
        ("A boat.", False, (None, "A boat.")),
        ("Hm, water.\n</think>\n\nA boat.", True, ("Hm, water.", "A boat.")),
        ("<think>\nHm.\n</think>\n\nA boat.", False, ("Hm.", "A boat.")),
        ("<think>\nHm.\n</think>\n\nA boat.", True, ("Hm.", "A boat.")),
        ("Hm, and then it was cut", True, ("Hm, and then it was cut", "")),
        ("\n</think>\n\nA boat.", True, ("", "A boat.")),
        ("He wrote <think> on it.", False, (None, "He wrote <think> on it.")),
    ],
)
def test_reasoning_stands_apart(written, thinks, expected):
    assert take_apart(written, thinks=thinks)[:2] == expected


def test_calls_stand_apart_where_the_model_may_call():
    found = take_apart(f"I look closer.\n{CALL}\n{CALL}", may_call=True)
    assert found.text == "I look closer."
    assert [(call.id, call.name) for call in found.calls] == [("call_0", "zoom"), ("call_1", "zoom")]
    assert found.calls[0].arguments == '{"box": [1, 2], "why": "é"}'
    assert json.loads(found.calls[0].arguments) == {"box": [1, 2], "why": "é"}
    assert take_apart(CALL).calls == ()


@pytest.mark.parametrize("bad", ["zoom(1, 2)", '{"name": "zoom"}', '["zoom"]', '{"arguments": {}}'])
def test_a_call_that_cannot_be_read_is_none_and_stays_in_the_text(bad):
    written = f"{CALL}<tool_call>{bad}</tool_call>"
    assert read_calls(written) == ()
    assert take_apart(written, may_call=True) == (None, written, ())


@pytest.mark.parametrize(
    ("written", "tokens", "end", "n"),
    [
        ("A boat.", [5, 6], 9, 0),
        ("Hm.</think>A boat.", [5, 9, 6, 7], 9, 2),
        ("Hm, cut", [5, 6], 9, 2),
        ("Hm.</think>A boat.", [5, 1, 2, 6], None, None),
    ],
)
def test_the_tokens_of_reasoning_are_counted_where_something_tells_them(written, tokens, end, n):
    assert count_reasoning(take_apart(written, thinks="Hm" in written), tokens, end) == n
