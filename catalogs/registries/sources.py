"""The registry of sources: whose data it is, under which licence, and whether a mixture may hold it."""

from enum import StrEnum
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from vlcorpus.schemas.errors import ConfigError
from vlcorpus.schemas.licence import spdx
from vlcorpus.schemas.reasons import Reason

REGISTRY = Path(__file__).parent / "sources.yaml"


class Split(StrEnum):
    TRAIN = "train"
    VALIDATION = "validation"
    TEST = "test"
    ALL = "all"  # the source has no splits


class SourceEntry(BaseModel):
    """One entry of `sources.yaml`; the file's head says what each key means."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    title: str
    url: str | None
    license: str | None
    note: str = ""
    snapshot: str | None
    languages: tuple[str, ...]
    domains: tuple[str, ...]
    stages: tuple[str, ...]
    split: Split
    is_benchmark: bool

    @field_validator("license")
    @classmethod
    def _is_spdx(cls, said: str | None) -> str | None:
        return said and spdx(said)


def find_source(name: str, registry: Path = REGISTRY) -> SourceEntry | None:
    """Return the entry of a source, or None where the registry does not know it."""
    return sources(registry).get(name)


@cache
def sources(registry: Path = REGISTRY) -> dict[str, SourceEntry]:
    """Return the registry by name. Raises ConfigError that names the file, the entry and the key."""
    try:
        told = yaml.safe_load(registry.read_text(encoding="utf-8"))
        entries = [SourceEntry(**entry) for entry in told["sources"]]
    except ValidationError as error:
        first = error.errors()[0]
        name = first["input"].get("name", "?") if isinstance(first["input"], dict) else first["input"]
        key = ".".join(map(str, first["loc"]))
        raise ConfigError(
            f"{registry}, source {name!r}: {key}: {first['msg']}. See the head of the file."
        ) from error
    except (OSError, yaml.YAMLError, KeyError, TypeError) as error:
        raise ConfigError(f"{registry}: not a registry of sources: {error}") from error
    named = {entry.name: entry for entry in entries}
    if len(named) < len(entries):
        names = [entry.name for entry in entries]
        twice = sorted({name for name in names if names.count(name) > 1})
        raise ConfigError(f"{registry}: named twice: {', '.join(twice)}")
    return named


def may_enter_mix(source: SourceEntry, *, stage: str | None = None) -> Reason | None:
    """Return why no sample of the source may be trained on (in `stage`, where it is given), or None."""
    if source.is_benchmark:
        return Reason.SOURCE_IS_BENCHMARK
    if source.split not in (Split.TRAIN, Split.ALL):
        return Reason.SOURCE_NOT_FOR_TRAINING
    if not (source.license or "").strip():
        return Reason.SOURCE_UNLICENSED
    if stage is not None and stage not in source.stages:
        return Reason.SOURCE_NOT_FOR_STAGE
    return None


def why_barred(source: str, unlicensed: bool) -> Reason | None:
    """Return why no training set may hold samples of the source called so, or None.

    What the registry says of a source that it knows holds; of any other, `unlicensed` samples are barred.
    """
    entry = find_source(source)
    if reason := may_enter_mix(entry) if entry else None:
        return reason
    return Reason.SOURCE_UNLICENSED if unlicensed else None
