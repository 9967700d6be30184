"""One of several answers that a model gave to a request: what a judge, or a trainer by rewards, reads."""

from dataclasses import dataclass, field

from vlcorpus.schemas.arrow import Float32, Int32
from vlcorpus.schemas.row import Row
from vlcorpus.schemas.sample import ToolCall


@dataclass(slots=True, kw_only=True)
class Rollout(Row):
    """An answer, how likely the model thought it, and what it is worth once somebody has said so."""

    asked_id: str  # id of the row that was asked about; all answers to one request have it in common
    request_sha256: str  # hash of the request and the model: the key under which its answers are cached
    request: str  # JSON: turns, sampling, constraint, tools; media by their sha256
    prompt_sha256: str  # hash of the instruction's template
    number: Int32  # number of the answer among those to its request, from 0

    answer: str  # the text of the answer, without reasoning and calls
    reasoning: str | None  # what the model thought before it answered; null where it does not say
    tool_calls: list[ToolCall] = field(default_factory=list)  # tools that it called, in their order
    finish_reason: str  # stop, length, tool_calls

    n_prompt_tokens: Int32  # tokens that the model read
    n_tokens: Int32  # tokens that the model wrote, reasoning included
    n_reasoning_tokens: Int32 | None  # tokens of the reasoning among them; null where nobody counted
    logprob_sum: float | None  # sum of the tokens' log-probabilities, base e; null where none was asked for
    logprob_mean: Float32 | None  # mean of the tokens' log-probabilities

    role: str  # role that was asked: catalogs/registries/models.yaml
    engine: str  # name and version of the engine that answered
    model_id: str  # name of the model: a hub id or a folder
    model_revision: str | None  # commit of the model on the hub; null where it is not known
    seed: int | None  # seed of the sampling; null where none was set

    score: Float32 | None = None  # a judge's measure in its own unit; null until one has judged
    reward: Float32 | None = None  # what a trainer is to maximise; null until it is settled
    judge: str | None = None  # who gave the score: a check's name, a model's id; null until then
