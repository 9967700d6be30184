"""What every pipeline's configuration has, and how a YAML file and `--set key=value` fill one."""

import difflib
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from vlcorpus.catalogs.registries.sources import find_source
from vlcorpus.catalogs.sources.file_source import MAX_FILE_BYTES
from vlcorpus.catalogs.sources.open import open_source
from vlcorpus.catalogs.sources.source import Source
from vlcorpus.pipelines.inference import InferenceConfig
from vlcorpus.schemas.errors import ConfigError


class ParquetColumns(BaseModel):
    """Where an input in Parquet keeps what a row needs; by default found by their types and names."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)

    bytes: str | None = Field(
        default=None, description="binary, or a struct {bytes, path} as of Hugging Face"
    )
    key: str | None = Field(default=None, description="default: file and row number")
    license: str | None = Field(default=None, description="SPDX expression of each row")
    source: str | None = Field(default=None, description="name of each row's source")


class PipelineConfig(BaseModel):
    """The common part. A default is the report's value where it gives any, else ours, marked `ours:`."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)

    input: tuple[str, ...] = Field(min_length=1, description="files, folders, globs or URIs")
    source: str | None = Field(
        default=None, description="name in catalogs/registries/sources.yaml; default: the input's last folder"
    )
    license: str | None = Field(
        default=None,
        description="SPDX expression; default: the registered source's; without one no row enters a mixture",
    )
    max_file_bytes: int = Field(default=MAX_FILE_BYTES, ge=1, description="ours: a larger file is a reject")
    columns: ParquetColumns = Field(default=ParquetColumns(), description="of an input in Parquet")
    limit: int | None = Field(default=None, ge=1, description="only the first so many inputs")
    seed: int = Field(default=0, description="of every random choice, together with the row's id")
    max_reject_rate: float = Field(
        default=0.5,
        ge=0,
        le=1,
        description="ours: above it, after 200 rows, the run stops: the configuration is wrong",
    )

    inference: InferenceConfig = Field(
        default=InferenceConfig(), description="which engine answers, and where"
    )

    def open_source(self, *, patterns: tuple[str, ...], content_types: tuple[str, ...]) -> Source:
        """Return the source of `input`: files of `patterns`, WARC records of `content_types`, tables."""
        return open_source(
            self.input,
            source=self.source,
            license=self.license,
            patterns=patterns,
            max_file_bytes=self.max_file_bytes,
            content_types=content_types,
            bytes_column=self.columns.bytes,
            key_column=self.columns.key,
            license_column=self.columns.license,
            source_column=self.columns.source,
            limit=self.limit,
        )


Config = TypeVar("Config", bound=PipelineConfig)


def load_config(model: type[Config], file: Path | None, settings: list[str], **flags: Any) -> Config:
    """Fill `model` from the YAML `file`, then `settings` (`key=value`, value in YAML), then flags that are
    not None.

    Raises ConfigError that names the key, what is wrong with it, and for an unknown key the nearest known
    one.
    """
    values: dict[str, Any] = {}
    if file is not None:
        values.update(_from_yaml(file))
    for setting in settings:
        key, separator, text = setting.partition("=")
        if not separator:
            raise ConfigError(f"--set {setting}: write key=value, such as --set seed=7")
        _put(values, key.strip().split("."), yaml.safe_load(text))
    values.update({key: value for key, value in flags.items() if value not in (None, ())})
    if isinstance(values.get("input"), str):
        values["input"] = (values["input"],)
    try:
        config = model(**values)
    except ValidationError as error:
        raise ConfigError("\n".join(_explain(model, problem) for problem in error.errors())) from None
    entry = find_source(config.source) if config.source else None
    if entry and config.license is None:
        return config.model_copy(update={"license": entry.license})
    return config


def _from_yaml(file: Path) -> dict[str, Any]:
    try:
        values = yaml.safe_load(file.read_text())
    except (OSError, yaml.YAMLError) as error:
        raise ConfigError(f"--config {file}: {error}") from None
    if not isinstance(values, dict):
        raise ConfigError(f"--config {file}: expected `key: value` lines, found {type(values).__name__}")
    return values


def _put(values: dict, path: list[str], value: Any) -> None:
    for key in path[:-1]:
        values = values.setdefault(key, {})
    values[path[-1]] = value


def _explain(model: type[BaseModel], problem: dict) -> str:
    where = ".".join(str(part) for part in problem["loc"])
    if problem["type"] == "extra_forbidden":
        known = list(_known_keys(model))
        near = difflib.get_close_matches(where, known, n=1)
        hint = f" Did you mean {near[0]}?" if near else f" Known keys: {', '.join(known)}"
        return f"unknown configuration key {where}.{hint}"
    if problem["type"] == "missing":
        return f"{where} is missing: give --{where.replace('_', '-')}, --set {where}=… or a line in --config"
    return f"{where} = {problem['input']!r}: {problem['msg']}"


def _known_keys(model: type[BaseModel], prefix: str = ""):
    for name, info in model.model_fields.items():
        yield prefix + name
        if isinstance(info.annotation, type) and issubclass(info.annotation, BaseModel):
            yield from _known_keys(info.annotation, f"{prefix}{name}.")
