"""The registry of models: which one plays which role, how it sees and how it samples."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from vlcorpus.schemas.errors import ConfigError
from vlcorpus.schemas.sampling import Sampling

REGISTRY = Path(__file__).parent / "models.yaml"


def _whole_or_part(gpus: float) -> float:
    if gpus > 1 and gpus % 1:
        raise ValueError(f"{gpus:g} is neither a part of one GPU, as 0.5, nor a whole number of them")
    return gpus


Gpus = Annotated[float, Field(ge=0), AfterValidator(_whole_or_part)]


class ModelEntry(BaseModel):
    """A role as the registry fills it; the file's head says what each key means."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    model: str
    revision: str | None = None
    context: int = Field(ge=1)
    min_pixels: int = Field(ge=1)
    max_pixels: int = Field(ge=1)
    video_min_pixels: int = Field(ge=1)
    video_max_pixels: int = Field(ge=1)
    dtype: str = "auto"
    quantization: str | None = None
    lora: str | None = None
    chat_template: Mapping[str, Any] = {}
    text_first: bool = False
    gpus: Gpus = 1
    sampling: Sampling = Sampling()
    options: Mapping[str, Any] = {}
    report: str = ""


@cache
def roles(extra: Path | None = None) -> dict[str, ModelEntry]:
    """Return every role's entry; those of the file `extra` come before those of `models.yaml`.

    Raises ConfigError that names the file, the role and the key.
    """
    own = _read(REGISTRY)
    more = _read(extra) if extra else {"defaults": {}, "roles": {}}
    defaults = own["defaults"] | more["defaults"]
    found = {}
    for role in own["roles"] | more["roles"]:
        values = defaults | own["roles"].get(role, {}) | more["defaults"] | more["roles"].get(role, {})
        try:
            found[role] = ModelEntry(**values)
        except ValidationError as error:
            first = error.errors()[0]
            key = ".".join(map(str, first["loc"]))
            raise ConfigError(f"{extra or REGISTRY}, role {role}: {key}: {first['msg']}") from None
    return found


def find_role(role: str, extra: Path | None = None) -> ModelEntry:
    """Return a role's entry. Raises ConfigError that lists the roles there are."""
    known = roles(extra)
    if role not in known:
        raise ConfigError(f"no model role {role!r}; there are: {', '.join(known)}")
    return known[role]


def _read(file: Path) -> dict[str, dict]:
    try:
        content = yaml.safe_load(Path(file).expanduser().read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise ConfigError(f"{file}: not a registry of models: {error}") from error
    if not isinstance(content, dict) or not set(content) <= {"defaults", "roles"}:
        raise ConfigError(f"{file}: a registry of models has the keys `defaults` and `roles`")
    return {key: content.get(key) or {} for key in ("defaults", "roles")}
