"""How a model draws its answers: what a request asks for, and what the registry of models says for a role."""

import json
from dataclasses import asdict, dataclass
from typing import Annotated, Any, ClassVar

from annotated_types import Ge, Gt, Le

_LATER = (
    "min_p",
    "frequency_penalty",
    "stop_token_ids",
    "min_tokens",
    "prompt_logprobs",
    "thinking_token_budget",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampling:
    """The names are vLLM's. Temperature 0 is greedy."""

    # An unknown key of a registry is an error.
    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    max_tokens: Annotated[int, Ge(1)] = 2048
    temperature: Annotated[float, Ge(0)] = 0.0
    top_p: Annotated[float, Gt(0), Le(1)] = 1.0
    top_k: Annotated[int, Ge(0)] = 0  # 0: all
    repetition_penalty: Annotated[float, Gt(0)] = 1.0
    presence_penalty: Annotated[float, Ge(-2), Le(2)] = 0.0
    n: Annotated[int, Ge(1)] = 1  # number of answers to one request
    logprobs: Annotated[int, Ge(0)] | None = None  # alternatives to each token; None: no log-probabilities
    stop: tuple[str, ...] = ()
    seed: int | None = None  # drawn for each row where it is None and the temperature is not 0
    min_p: Annotated[float, Ge(0), Le(1)] = 0.0  # least probability, as a share of the likeliest token's
    frequency_penalty: Annotated[float, Ge(-2), Le(2)] = 0.0
    stop_token_ids: tuple[int, ...] = ()
    min_tokens: Annotated[int, Ge(0)] = 0  # before them no answer ends
    prompt_logprobs: Annotated[int, Ge(0)] | None = None  # alternatives to each token of the prompt
    thinking_token_budget: Annotated[int, Ge(0)] | None = None  # tokens of reasoning; None: no limit

    def as_json(self) -> str:
        return json.dumps(asdict(self), sort_keys=True)

    def identity(self) -> dict[str, Any]:
        """Return it for the key of an answer: what came later counts where it is set, so that keys stay."""
        bare = Sampling()
        return {
            name: value
            for name, value in asdict(self).items()
            if name not in _LATER or value != getattr(bare, name)
        }
