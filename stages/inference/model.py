"""The model that plays a role and the engine that runs it, as `registries/models.yaml` resolves them."""

import hashlib
import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference.request import Manner, Pixels, Request
from vlcorpus.stages.stage import PLACEMENT

SHIPPED = Pixels()
ANY_LORA = "any"  # an engine that loads this must be ready for adapters, which requests name


class EngineKind(StrEnum):
    VLLM = "vllm"
    TRANSFORMERS = "transformers"
    OPENAI = "openai"
    REPLAY = "replay"
    CLASSICAL = "classical"


@dataclass(frozen=True, kw_only=True)
class Serving:
    """Where and how fast a model runs. None of it changes an answer's meaning: no part of a fingerprint."""

    base_url: str = ""  # address of an OpenAI-compatible server, with /v1; of several, with blanks between
    served_as: str = ""  # stands for the address in the key of an answer: for a server that moves
    api_key_env: str = "OPENAI_API_KEY"  # the variable that holds the key: keys never enter a table
    gpus: float = 1  # whole: tensor parallel, on one node; below 1: a part, and so much of its memory
    in_flight: int = 64  # requests of one partition; and of one worker, to a server
    partitions: int = 4  # partitions in hand at a time in a worker: the end of one leaves no engine idle
    preparers: int = 4  # threads of an engine that decode and resize
    prepared_gib: float = 4.0  # media that an engine holds, from decoding to the answer
    timeout_s: float = 600.0  # seconds for a request with all its tries and the pauses between them
    priority: int = 0  # lower is earlier, where the engine schedules by priority
    headers: str = "{}"  # JSON: of every request to a server
    retries: int = 5  # further tries where a server cannot serve now
    price_in: float = 0.0  # price of a million tokens read, in the user's currency
    price_out: float = 0.0  # price of a million tokens written
    options: str = "{}"  # JSON: what the engine itself takes, such as {"enforce_eager": true}

    @property
    def base_urls(self) -> tuple[str, ...]:
        """The servers of one model: they share its requests."""
        return tuple(self.base_url.split())


@dataclass(frozen=True, kw_only=True)
class Model:
    """A role, filled. `serving` and `cache` decide no answer, and are no part of a fingerprint."""

    role: str
    engine: EngineKind = EngineKind.CLASSICAL
    name: str | None = None  # a folder of weights, a hub id, or the name that a server knows
    revision: str | None = None
    context: int = 32_768  # tokens of prompt and answer
    min_pixels: int = SHIPPED.image_min
    max_pixels: int = SHIPPED.image_max
    video_min_pixels: int = SHIPPED.video_min
    video_max_pixels: int = SHIPPED.video_max
    dtype: str = "auto"
    quantization: str | None = None
    lora: str | None = None  # adapter: a folder, a hub id, or the name that a server knows
    chat_template: str = "{}"  # JSON: keyword arguments of the model's chat template
    extra_body: str = "{}"  # JSON: what a server takes beside what is asked for
    text_first: bool = False  # a question stands before its media, where a turn is both
    sampling: Sampling = field(default_factory=Sampling)
    serving: Serving = field(default_factory=Serving, metadata=PLACEMENT)
    cache: str | None = field(default=None, metadata=PLACEMENT)  # folder of answers; None: none are kept

    @property
    def pixels(self) -> Pixels:
        return Pixels(
            image_min=self.min_pixels,
            image_max=self.max_pixels,
            video_min=self.video_min_pixels,
            video_max=self.video_max_pixels,
        )

    @property
    def manner(self) -> Manner:
        return Manner(
            lora=self.lora,
            chat_template=self.chat_template,
            extra_body=self.extra_body,
            priority=self.serving.priority,
        )

    def key(self, request: Request) -> str:
        """Return the SHA-256 of all that an answer depends on: the request, the model, how it sees.

        A server may call what it has quantized by the model's name, and so may an option of an engine: both
        count. Of several servers the first stands for all, so that others may come and go, or `served_as`.
        """
        seen_by: dict[str, Any] = {
            name: getattr(self, name)
            for name in (
                "name",
                "revision",
                "min_pixels",
                "max_pixels",
                "video_min_pixels",
                "video_max_pixels",
                "dtype",
                "quantization",
            )
        }
        if served := self.serving.served_as or self.serving.base_url:
            seen_by["base_url"] = served.split()[0]
        for name, written in (
            ("options", self.serving.options),
            ("chat_template", self.chat_template),
            ("extra_body", self.extra_body),
        ):
            if written != "{}":
                seen_by[name] = json.loads(written)
        if self.lora:
            seen_by["lora"] = self.lora
        asked = json.dumps([seen_by, request.describe()], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(asked.encode()).hexdigest()
