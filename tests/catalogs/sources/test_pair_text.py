"""Which text is said of an image."""

import pytest

from vlcorpus.catalogs.sources.pair_text import (
    OF_CONVERSATION,
    TEXT_NAMES,
    first_answer,
    named,
    one_text,
    text_or_caption,
)

LLAVA = [
    {"from": "human", "value": "<image>\nWhat is it?"},
    {"from": "gpt", "value": "a cat"},
    {"from": "human", "value": "And its colour?"},
    {"from": "gpt", "value": "grey"},
]
CHAT = [
    {"role": "system", "content": "You see."},
    {"role": "user", "content": [{"type": "image"}, {"type": "text", "text": "What is it?"}]},
    {"role": "assistant", "content": [{"type": "text", "text": "a cat"}, {"type": "text", "value": "grey"}]},
]


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["url", "TEXT", "caption"], "caption"),
        (["Text", "alt"], "Text"),
        (["ALT", "alt"], "ALT"),
        (["url"], None),
        ([], None),
    ],
)
def test_the_earliest_of_the_wanted_names_counts(names, found):
    assert named(names, TEXT_NAMES) == found


@pytest.mark.parametrize(
    ("turns", "answer"),
    [
        (LLAVA, "a cat"),
        (CHAT, "a cat grey"),
        ([{"role": "Assistant", "content": "a cat"}], "a cat"),
        ([{"role": "user", "content": "x"}], None),
        ([{"role": "assistant", "content": [{"type": "image"}]}], None),
        ([{"from": "gpt"}], None),
        (["a cat", 3, {}], None),
        ([], None),
    ],
)
def test_of_a_conversation_the_first_answer_counts(turns, answer):
    assert first_answer(turns) == answer


@pytest.mark.parametrize(
    ("value", "text", "said"),
    [
        ("a cat", "a cat", {}),
        (None, None, {}),
        (["a cat", "a dog"], "a cat", {"captions": ["a cat", "a dog"]}),
        (["", None, "a dog"], "a dog", {"captions": ["", None, "a dog"]}),
        ([], None, {"captions": []}),
        (LLAVA, "a cat", OF_CONVERSATION),
        ([{"from": "human", "value": "x"}], None, {}),
    ],
)
def test_of_a_list_one_text_is_taken_and_the_rest_is_told(value, text, said):
    fields = {}
    assert (one_text(value, fields), fields) == (text, said)


@pytest.mark.parametrize(
    ("text", "taken", "left"),
    [
        ("a grey cat", "a grey cat", ["caption"]),
        ("", "a cat", []),
        ("IMG_1.jpg\n", "a cat", []),
        ("a cat", "a cat", []),  # said twice
        ("caf\udce9", "a cat", ["text_not_utf8"]),
    ],
)
def test_a_caption_stands_in_for_a_text_that_says_nothing(text, taken, left):
    fields = {"caption": "a cat"}
    assert text_or_caption(text, fields) == taken
    assert list(fields) == left


def test_without_a_caption_a_text_that_cannot_be_read_is_none():
    fields = {}
    assert text_or_caption("caf\udce9", fields) == ""
    assert "byte 3" in fields["text_not_utf8"]
