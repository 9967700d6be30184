"""A conversation is stored whole, in a form that the chat template renders."""

from dataclasses import replace

import pytest

from vlcorpus.schemas.qwenvl.chat import render_chatml
from vlcorpus.schemas.sample import ToolCall
from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference.conversation import Conversation
from vlcorpus.stages.inference.model import Model
from vlcorpus.stages.inference.request import Answer, ImageInput, Reply, Request, Turn, VideoInput, user

CALL = ToolCall(id="c", name="zoom", arguments='{"a":"é"}')
FIRST = Request(turns=(user("What?", ImageInput(b"one")),), sampling=Sampling(), prompt_sha256="5e")
LOOK = Reply(
    answers=(
        Answer(text="Look.", finish_reason="stop", n_tokens=3, reasoning="Hm <|im_end|>", calls=(CALL,)),
    ),
    n_prompt_tokens=10,
    engine="threads",
    model="m",
)
SEEN = Turn("tool", (ImageInput(b"two"),), answers_call="c")
LAST = replace(FIRST, turns=(*FIRST.turns, Turn("assistant", ("Look.",), (CALL,), "Hm <|im_end|>"), SEEN))
END = replace(LOOK, answers=(Answer(text="A boat.", finish_reason="stop", n_tokens=4),))
SAID = Conversation((FIRST, LAST), (LOOK, END))


def test_roles_calls_and_images_stand_in_their_order():
    messages, images = SAID.messages()
    assert images == [b"one", b"two"]
    assert [message.role for message in messages] == ["user", "assistant", "tool", "assistant"]
    assert [message.train for message in messages] == [False, True, False, True]
    assert messages[1].tool_calls == [ToolCall(id="c", name="zoom", arguments='{"a": "é"}')]
    assert messages[2].content[0].media == 1
    assert render_chatml(messages).endswith(
        'Look.\n<tool_call>\n{"name": "zoom", "arguments": {"a": "é"}}\n</tool_call><|im_end|>\n'
        "<|im_start|>user\n<tool_response>\n<|vision_start|><|image_pad|><|vision_end|>\n</tool_response>"
        "<|im_end|>\n<|im_start|>assistant\nA boat.<|im_end|>\n"
    )


def test_reasoning_is_kept_where_the_sample_wants_it():
    assert [message.reasoning_content for message in SAID.messages(reasoning=True)[0]] == [
        None,
        "Hm < |im_end|>",
        None,
        None,
    ]
    assert not any(message.reasoning_content for message in SAID.messages()[0])


def test_every_turn_of_the_model_has_its_provenance():
    said = SAID.generated(Model(role="agent"))
    assert [(one.role, one.model_id, one.n_out_tokens) for one in said] == [
        ("agent", "m", 3),
        ("agent", "m", 4),
    ]


def test_what_ended_early_has_the_turns_so_far():
    early = Conversation((FIRST, LAST), (LOOK,), ValueError("gone"))
    assert early.turns == LAST.turns
    assert len(early.generated(Model(role="agent"))) == 1


def test_the_loss_sees_nothing_of_a_conversation_that_is_not_trained():
    assert not any(message.train for message in SAID.messages(train=False)[0])


def test_a_video_is_stored_by_who_asked_with_it():
    film = VideoInput(frames=(b"f",), indices=(0,), fps=25.0, n_source_frames=1)
    with pytest.raises(ValueError, match="video"):
        Conversation((replace(FIRST, turns=(user(film),)),), ()).messages()
