"""What a reply cost is counted once; an answer from the cache costs no token."""

from dataclasses import replace

import pytest

from vlcorpus.stages.inference.request import Answer, Reply
from vlcorpus.stages.inference.usage import book
from vlcorpus.stages.stage import ModelUsage

ANSWER = Answer(text="a", finish_reason="stop", n_tokens=3)
REPLY = Reply(answers=(ANSWER, ANSWER), n_prompt_tokens=10, engine="e", model="m")


@pytest.mark.parametrize(
    ("replies", "counted"),
    [
        ([], (0, 0, 0, 0)),
        ([REPLY], (1, 0, 10, 6)),
        ([replace(REPLY, cached=True)], (1, 1, 0, 0)),
        ([REPLY, replace(REPLY, cached=True), REPLY], (3, 1, 20, 12)),
    ],
)
def test_requests_hits_and_tokens_are_counted(replies, counted):
    usage = ModelUsage()
    for reply in replies:
        book(usage, reply)
    assert (usage.requests, usage.cached, usage.prompt_tokens, usage.output_tokens) == counted


def test_tokens_of_reasoning_are_counted_as_far_as_they_are_known():
    usage = ModelUsage()
    known, unknown = (replace(ANSWER, reasoning="Hm.", n_reasoning_tokens=n) for n in (2, None))
    book(usage, replace(REPLY, answers=(known, unknown, ANSWER)))
    assert (usage.output_tokens, usage.reasoning_tokens) == (9, 2)
