"""Keep every answer to a request as a row of its own, not judged yet."""

import json
from collections.abc import Sequence

from vlcorpus.schemas.rollout import Rollout
from vlcorpus.schemas.row import Row
from vlcorpus.stages.inference.model import Model
from vlcorpus.stages.inference.request import Answer, Reply, Request


def rollouts(row: Row, model: Model, requests: Sequence[Request], replies: Sequence[Reply]) -> list[Rollout]:
    """Return the answers to the requests about a row, in their order. Nothing of those that no model gave."""
    return [
        _rollout(row, f"request={place}&answer={number}", model, request, reply, number)
        for place, (request, reply) in enumerate(zip(requests, replies, strict=True))
        if reply.model is not None
        for number in range(len(reply.answers))
    ]


def _rollout(row: Row, step: str, model: Model, request: Request, reply: Reply, number: int) -> Rollout:
    answer: Answer = reply.answers[number]
    return Rollout.derived(
        row,
        step,
        asked_id=row.id,
        request_sha256=model.key(request),
        request=json.dumps(request.describe(), ensure_ascii=False),
        prompt_sha256=request.prompt_sha256,
        number=number,
        answer=answer.text,
        reasoning=answer.reasoning,
        tool_calls=list(answer.calls),
        finish_reason=answer.finish_reason,
        n_prompt_tokens=reply.n_prompt_tokens,
        n_tokens=answer.n_tokens,
        n_reasoning_tokens=answer.n_reasoning_tokens,
        logprob_sum=answer.logprob_sum,
        logprob_mean=answer.logprob_mean,
        role=model.role,
        engine=reply.engine,
        model_id=reply.model,
        model_revision=reply.revision,
        seed=request.sampling.seed,
    )
