import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vlcorpus.schemas.qwenvl.chat import (
    PLACEHOLDERS,
    SPECIAL_TOKENS,
    has_special,
    pretrain_pieces,
    render_chatml,
    scrub,
)
from vlcorpus.schemas.sample import Message, Part, ToolCall

LITERALS = [*SPECIAL_TOKENS, *PLACEHOLDERS]
IMAGE = Part(type="image", media=0)


def text(value: str) -> Part:
    return Part(type="text", text=value)


def test_the_ids_of_the_special_tokens_are_151643_to_151668():
    assert list(SPECIAL_TOKENS.values()) == list(range(151643, 151669))


@pytest.mark.parametrize("literal", [*LITERALS, "<tools>", "<|audio_start|>"])
def test_a_special_token_is_seen_and_made_harmless_but_readable(literal):
    assert has_special(f"a{literal}b")
    assert scrub(f"a{literal}b") == f"a< {literal[1:]}b"


@given(
    st.lists(st.one_of(st.sampled_from(LITERALS), st.text(max_size=3), st.sampled_from("<|>/"))).map("".join)
)
def test_scrubbed_text_has_no_special_and_all_its_other_characters(raw):
    clean = scrub(raw)
    assert not has_special(clean)
    assert not any(literal in clean for literal in LITERALS)
    assert clean.replace(" ", "") == raw.replace(" ", "")
    assert scrub(clean) == clean


@pytest.mark.parametrize(
    "harmless", ["<b>", "a < b", "<thinking>", "<||>", "< think>", "<images>", "&lt;think&gt;"]
)
def test_other_text_is_left_alone(harmless):
    assert not has_special(harmless)
    assert scrub(harmless) == harmless


def test_turns_have_no_default_system_prompt_and_parts_no_separator():
    messages = [
        Message(role="user", content=[IMAGE, text("qwenvl html")]),
        Message(role="assistant", content=[text("<html>"), text("</html>")]),
    ]
    assert render_chatml(messages) == (
        "<|im_start|>user\n<|vision_start|><|image_pad|><|vision_end|>qwenvl html<|im_end|>\n"
        "<|im_start|>assistant\n<html></html><|im_end|>\n"
    )


def test_a_system_turn_a_video_and_the_generation_prompt():
    messages = [
        Message(role="system", content=[text("Be brief.")]),
        Message(role="user", content=[Part(type="video", media=0), text("What?")]),
    ]
    assert render_chatml(messages, add_generation_prompt=True) == (
        "<|im_start|>system\nBe brief.<|im_end|>\n"
        "<|im_start|>user\n<|vision_start|><|video_pad|><|vision_end|>What?<|im_end|>\n"
        "<|im_start|>assistant\n"
    )


def test_media_are_numbered_over_the_whole_conversation_on_request():
    user = Message(role="user", content=[IMAGE, Part(type="video", media=0), IMAGE])
    rendered = render_chatml([user, user], add_vision_id=True)
    names = ["Picture 1", "Video 1", "Picture 2", "Picture 3", "Video 2", "Picture 4"]
    assert [piece.split(">")[-1].split("\n")[-1] for piece in rendered.split(": <|vision_start|>")][
        :-1
    ] == names


def test_a_call_and_its_image_response():
    arguments = '{"label": "sign", "bbox_2d": [574, 301, 660, 468], "img_idx": 0}'
    call = ToolCall(id="1", name="image_zoom_in_tool", arguments=arguments)
    messages = [
        Message(role="assistant", content=[text("I will zoom in.")], tool_calls=[call]),
        Message(role="tool", content=[IMAGE]),
    ]
    assert (
        render_chatml(messages)
        == f"""\
<|im_start|>assistant
I will zoom in.
<tool_call>
{{"name": "image_zoom_in_tool", "arguments": {arguments}}}
</tool_call><|im_end|>
<|im_start|>user
<tool_response>
<|vision_start|><|image_pad|><|vision_end|>
</tool_response><|im_end|>
"""
    )


def test_parallel_calls_and_their_responses_share_a_turn():
    calls = [ToolCall(id="1", name="a", arguments="{}"), ToolCall(id="2", name="b", arguments="{}")]
    messages = [
        Message(role="assistant", content=[], tool_calls=calls),
        Message(role="tool", content=[text("r1")]),
        Message(role="tool", content=[text("r2")]),
    ]
    assert render_chatml(messages) == (
        '<|im_start|>assistant\n<tool_call>\n{"name": "a", "arguments": {}}\n</tool_call>\n'
        '<tool_call>\n{"name": "b", "arguments": {}}\n</tool_call><|im_end|>\n'
        "<|im_start|>user\n<tool_response>\nr1\n</tool_response>\n<tool_response>\nr2\n</tool_response><|im_end|>\n"
    )


TOOLS = json.dumps(
    [{"type": "function", "function": {"name": "f", "description": "é"}}, {"type": "function"}]
)


@pytest.mark.parametrize("system", [True, False])
def test_tools_make_a_system_turn_of_their_own_or_follow_the_given_one(system):
    user = Message(role="user", content=[text("Q")])
    messages = [Message(role="system", content=[text("Sys")]), user] if system else [user]
    rendered = render_chatml(messages, tools=TOOLS)
    assert rendered.startswith(
        f"<|im_start|>system\n{'Sys' if system else ''}{chr(10) * 2 if system else ''}# Tools\n\n"
    )
    assert (
        "within <tools></tools> XML tags:\n<tools>\n"
        '{"type": "function", "function": {"name": "f", "description": "é"}}\n'
        '{"type": "function"}\n</tools>\n\n'
    ) in rendered
    assert rendered.endswith(
        '<tool_call>\n{"name": <function-name>, "arguments": <args-json-object>}\n</tool_call><|im_end|>\n'
        "<|im_start|>user\nQ<|im_end|>\n"
    )


@pytest.mark.parametrize(
    ("messages", "message"),
    [
        ([Message(role="assistant", content=[IMAGE])], "no media in a assistant turn"),
        ([Message(role="system", content=[IMAGE])], "no media in a system turn"),
        ([Message(role="critic", content=[])], "critic"),
        ([Message(role="user", content=[]), Message(role="system", content=[])], "message 1"),
        ([Message(role="user", content=[Part(type="audio")])], "audio"),
        ([Message(role="user", content=[Part(type="text")])], "text with a text"),
    ],
)
def test_what_the_template_would_drop_is_refused(messages, message):
    with pytest.raises(ValueError, match=message):
        render_chatml(messages)


def test_a_pretraining_row_is_text_and_media_in_order():
    message = Message(role="assistant", content=[text("a"), IMAGE, text("b")])
    pieces = pretrain_pieces([message])
    assert "".join(piece.text for piece in pieces) == (
        "a<|vision_start|><|image_pad|><|vision_end|>b<|endoftext|>"
    )
    assert [piece.trained for piece in pieces] == [True, False, True, True]
    with pytest.raises(ValueError, match="one assistant message"):
        pretrain_pieces([Message(role="user", content=[]), message])
