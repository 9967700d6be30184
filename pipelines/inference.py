"""Which engine answers, and where: the part of a configuration that turns a role into a model."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator

from vlcorpus.catalogs.registries.models import Gpus, find_role
from vlcorpus.schemas.errors import ConfigError
from vlcorpus.schemas.public_text import keep_secret
from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference.model import EngineKind, Model, Serving

CACHE = "~/.cache/vlcorpus/answers"


class InferenceConfig(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)

    engine: EngineKind = Field(
        default=EngineKind.CLASSICAL,
        description="what answers: vllm, transformers, openai (a server), replay (kept answers), classical "
        "(no model)",
    )
    model: str | None = Field(
        default=None, description="one model for all roles; default: each role's in the registry"
    )
    revision: str | None = Field(default=None, description="revision of `model` on the hub")
    registry: Path | None = Field(
        default=None,
        description="a registry of your own, in the form of catalogs/registries/models.yaml; it comes before "
        "that one",
    )
    cache: str | None = Field(
        default=CACHE, description="folder on a local disk in which answers are kept; null: none are"
    )

    base_url: str = Field(
        default="",
        description="address of a server, with its /v1; several of one model, with blanks between, share its "
        "requests",
    )
    served_as: str = Field(
        default="",
        description="name by which a server's answers are kept, in place of its address: for one that moves, "
        "and for --engine replay",
    )
    api_key_env: str = Field(
        default="OPENAI_API_KEY", description="environment variable that holds the server's key"
    )
    gpus: Gpus | None = Field(
        default=None,
        description="GPUs of one engine: 2 for tensor parallelism, 0.5 beside another engine, 0 on the CPU; "
        "default: each role's, or 1",
    )
    in_flight: int = Field(
        default=64,
        ge=1,
        description="ours: requests that a partition has under way at a time; to a server, a worker",
    )
    partitions: int = Field(
        default=4, ge=1, description="ours: partitions that one engine has in hand at a time"
    )
    preparers: int = Field(
        default=4,
        ge=1,
        description="ours: threads of one engine that decode and resize media; an image of 2,000 tokens "
        "keeps one busy for 23 ms",
    )
    prepared_gib: float = Field(
        default=4,
        gt=0,
        description="ours: GiB of media that one engine holds at a time, from decoding to the answer, as 130 "
        "images of 2,000 tokens; what has no room waits, in its order",
    )
    timeout_s: float = Field(
        default=600,
        gt=0,
        description="ours: seconds for a request to a server, all tries; 32,768 tokens at 55 a second",
    )
    retries: int = Field(
        default=5, ge=0, description="how often a request is tried again that a server cannot serve now"
    )
    price_in: float = Field(
        default=0, ge=0, description="price of a million tokens read; a run says what it cost"
    )
    price_out: float = Field(default=0, ge=0, description="price of a million tokens written")
    options: dict = Field(
        default={},
        description="options of the engine itself, beyond the registry's, such as enforce_eager: true",
    )
    sampling: dict = Field(
        default={}, description="sampling in place of the registry's, such as top_k: 0 for a strict server"
    )
    lora: str | None = Field(
        default=None, description="LoRA adapter: a folder, a hub id, or the name that a server knows"
    )
    chat_template: dict = Field(
        default={}, description="arguments of the chat template, such as enable_thinking: false"
    )
    text_first: bool | None = Field(
        default=None,
        description="the question stands before its image, so that a prefix cache keeps it; default: each "
        "role's in the registry, or false, because Qwen3-VL's own recipes show the image first",
    )
    headers: dict[str, str] = Field(default={}, description="headers of every request to a server")
    extra_body: dict = Field(
        default={}, description="what a server takes beside the request, such as reasoning_effort: low"
    )
    priority: int = Field(
        default=0,
        description="lower is earlier; the engine must schedule so (options scheduling_policy: priority)",
    )
    roles: dict[str, dict] = Field(
        default={},
        description="keys of this part for one role alone, as in recaptioner: {engine: vllm, lora: adapter}",
    )

    @model_validator(mode="after")
    def _roles_are_known(self) -> Self:
        for role in self.roles:
            find_role(role, self.registry)
            try:
                self.of(role)
            except ValidationError as error:
                first = error.errors()[0]
                raise ValueError(f"{role}.{'.'.join(map(str, first['loc']))}: {first['msg']}") from None
        return self

    def of(self, role: str) -> Self:
        """Return what holds for a role: its own keys before those of all roles."""
        own = self.roles.get(role, {})
        if "roles" in own or "registry" in own:
            raise ValueError(f"{role}: a role has neither roles nor a registry of its own")
        values = self.model_dump(exclude={"roles"}, exclude_unset=True)
        for name, value in own.items():
            both = isinstance(value, dict) and isinstance(values.get(name), dict)
            values[name] = values[name] | value if both else value
        return type(self)(**values)

    def fill(self, role: str) -> Model:
        """Return the model that plays `role`. Raises ConfigError for an unknown role or a bad registry."""
        return self.of(role)._fill(role)

    def _fill(self, role: str) -> Model:
        entry = find_role(role, self.registry)
        if self.engine is EngineKind.CLASSICAL:
            return Model(role=role)
        own = self.model is None
        return Model(
            role=role,
            engine=self.engine,
            name=entry.model if own else self.model,
            revision=entry.revision if own else self.revision,
            context=entry.context,
            min_pixels=entry.min_pixels,
            max_pixels=entry.max_pixels,
            video_min_pixels=entry.video_min_pixels,
            video_max_pixels=entry.video_max_pixels,
            dtype=entry.dtype,
            quantization=entry.quantization,
            lora=self.lora or (entry.lora if own else None),
            chat_template=_json("chat_template", {**entry.chat_template, **self.chat_template}),
            extra_body=_json("extra_body", self.extra_body),
            text_first=entry.text_first if self.text_first is None else self.text_first,
            sampling=_sampling(entry.sampling, self.sampling),
            serving=Serving(
                base_url=self.base_url,
                served_as=self.served_as,
                api_key_env=self.api_key_env,
                gpus=entry.gpus if self.gpus is None else self.gpus,
                in_flight=self.in_flight,
                partitions=self.partitions,
                preparers=self.preparers,
                prepared_gib=self.prepared_gib,
                timeout_s=self.timeout_s,
                retries=self.retries,
                price_in=self.price_in,
                price_out=self.price_out,
                options=_json("options", {**entry.options, **self.options}),
                headers=_json("headers", _kept_secret(self.headers)),
                priority=self.priority,
            ),
            cache=self.cache,
        )


def _kept_secret(headers: dict[str, str]) -> dict[str, str]:
    """Return the headers; what they say to a server is for nobody else."""
    for value in headers.values():
        keep_secret(value)
    return headers


def _json(key: str, values: dict) -> str:
    try:
        return json.dumps(values, sort_keys=True)
    except TypeError as error:
        raise ConfigError(f"inference.{key}: {error}") from error


def _sampling(entry: Sampling, changes: dict) -> Sampling:
    try:
        return TypeAdapter(Sampling).validate_python(asdict(entry) | changes)
    except ValidationError as error:
        first = error.errors()[0]
        raise ConfigError(f"inference.sampling.{'.'.join(map(str, first['loc']))}: {first['msg']}") from None
