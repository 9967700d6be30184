import pytest

from vlcorpus.schemas.qwenvl.chat import SPECIAL_TOKENS
from vlcorpus.schemas.qwenvl.tokens import (
    count_sample_tokens,
    load_tokenizer,
    plan_video,
)
from vlcorpus.schemas.sample import Message, Part, ToolCall

ESTIMATE = load_tokenizer()


def conversation(answer: str = "a b c", *, train: bool = True) -> list[Message]:
    return [
        Message(role="user", content=[Part(type="image", media=0), Part(type="text", text="qwenvl html")]),
        Message(role="assistant", content=[Part(type="text", text=answer)], train=train),
    ]


class Characters:
    """Every special token is one token, every other character one: counts can be made by hand."""

    id = "characters"

    def count(self, text: str) -> int:
        for token in SPECIAL_TOKENS:
            text = text.replace(token, "#")
        return len(text)


def test_a_conversation_is_counted_with_its_template():
    counts = count_sample_tokens(conversation(), [(64, 64)], Characters())
    user = 1 + len("user\n") + 2 + len("qwenvl html") + 2  # start, role, vision marks, text, end and newline
    assistant = 1 + len("assistant\n") + 5 + 2
    assert counts == (user + assistant, 64, 5 + 2)
    assert counts.n_total == counts.n_text + 64


def test_only_trained_turns_are_in_the_loss():
    assert count_sample_tokens(conversation(train=False), [(64, 64)], Characters()).n_loss == 0


def test_calls_and_tools_are_counted():
    messages = conversation()
    plain = count_sample_tokens(messages, [(64, 64)], Characters())
    messages[1].tool_calls = [ToolCall(id="1", name="f", arguments="{}")]
    call = '\n<tool_call>\n{"name": "f", "arguments": {}}\n</tool_call>'
    with_call = count_sample_tokens(messages, [(64, 64)], Characters())
    assert with_call.n_loss - plain.n_loss == with_call.n_text - plain.n_text == Characters().count(call)
    assert (
        count_sample_tokens(messages, [(64, 64)], Characters(), tools='[{"a": 1}]').n_text > with_call.n_text
    )


def test_the_limits_of_the_processor_are_taken():
    counts = count_sample_tokens(conversation(), [(640, 480)], Characters(), max_pixels=100 * 32 * 32)
    assert counts.n_vision == 88  # 8 x 11


def test_a_video_costs_its_pads_and_a_timestamp_per_pair():
    plan = plan_video(4, 2, 64, 64)
    messages = [Message(role="user", content=[Part(type="video", media=0)])]
    counts = count_sample_tokens(messages, [], Characters(), videos=[plan])
    marks = sum(len(f"<{time:.1f} seconds>") + 2 for time in plan.times_s)
    assert counts == (1 + len("user\n") + marks + 2, plan.n_tokens, 0)
    assert plan.n_tokens == 2 * 4


def test_a_pretraining_row_has_no_template_and_trains_all_text():
    parts = [Part(type="text", text="ab"), Part(type="image", media=0), Part(type="text", text="c")]
    messages = [Message(role="assistant", content=parts, train=True)]
    assert count_sample_tokens(messages, [(64, 64)], Characters(), mode="pretrain") == (2 + 2 + 1 + 1, 64, 4)


@pytest.mark.parametrize("sizes", [[], [(64, 64), (64, 64)]])
def test_sizes_and_image_parts_must_agree(sizes):
    with pytest.raises(ValueError, match="image parts show numbers"):
        count_sample_tokens(conversation(), sizes, Characters())


def test_image_parts_show_the_images_in_order():
    messages = conversation()
    messages[0].content[0].media = 1
    with pytest.raises(ValueError, match="image parts show numbers"):
        count_sample_tokens(messages, [(64, 64)], Characters())


def test_reasoning_and_unknown_modes_are_refused():
    messages = conversation()
    with pytest.raises(ValueError, match="mode is instruct or pretrain"):
        count_sample_tokens(messages, [(64, 64)], Characters(), mode="thinking")
    messages[1].reasoning_content = "hm"
    with pytest.raises(ValueError, match="Thinking template"):
        count_sample_tokens(messages, [(64, 64)], Characters())
