"""Count what a reply cost."""

from vlcorpus.stages.inference.request import Reply
from vlcorpus.stages.stage import ModelUsage


def book(usage: ModelUsage, reply: Reply) -> None:
    """Add the reply to `usage`. An answer from the cache costs no token."""
    usage.requests += 1
    if reply.cached:
        usage.cached += 1
        return
    usage.prompt_tokens += reply.n_prompt_tokens
    usage.output_tokens += sum(answer.n_tokens for answer in reply.answers)
    usage.reasoning_tokens += sum(answer.n_reasoning_tokens or 0 for answer in reply.answers)
