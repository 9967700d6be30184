"""How a model draws its answers: what a request asks for, and what the registry of models says for a role."""

import json
from dataclasses import asdict, dataclass
from typing import Annotated, ClassVar

from annotated_types import Ge, Gt, Le


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

    def as_json(self) -> str:
        return json.dumps(asdict(self), sort_keys=True)
