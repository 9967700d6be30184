"""What asking cost: counted by the partition, kept in its commit."""

from dataclasses import dataclass

from vlcorpus.stages.inference.request import Reply


@dataclass
class Usage:
    requests: int = 0
    cached: int = 0  # of them, answered from the cache
    prompt_tokens: int = 0  # of those that were not
    output_tokens: int = 0

    def book(self, reply: Reply) -> None:
        self.requests += 1
        if reply.cached:
            self.cached += 1
            return
        self.prompt_tokens += reply.n_prompt_tokens
        self.output_tokens += sum(answer.n_tokens for answer in reply.answers)
