"""What every pipeline's configuration has, and how a YAML file and `--set key=value` fill one."""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from pydantic_core import ErrorDetails

from vlcorpus.catalogs.registries.sources import find_source
from vlcorpus.catalogs.sources.file_source import MAX_FILE_BYTES
from vlcorpus.catalogs.sources.limit import Limited
from vlcorpus.catalogs.sources.open import open_source
from vlcorpus.catalogs.sources.row_numbers import RowNumbers
from vlcorpus.catalogs.sources.source import Source
from vlcorpus.pipelines.inference import InferenceConfig
from vlcorpus.schemas.errors import ConfigError
from vlcorpus.schemas.licence import spdx
from vlcorpus.schemas.numbered import NumberedRow


class ParquetColumns(BaseModel):
    """Where an input in Parquet keeps what a row needs; by default found by their types and names."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)

    bytes: str | None = Field(
        default=None,
        description="column of the bytes, binary or {bytes, path} as of Hugging Face; default: found by its "
        "type",
    )
    key: str | None = Field(default=None, description="column of the keys; default: file and row number")
    license: str | None = Field(
        default=None, description="column of the licences; what is no SPDX expression stays as it is"
    )
    source: str | None = Field(default=None, description="column of the sources' names")


class PipelineConfig(BaseModel):
    """What every domain has. A default is the report's value where it gives any, or ours, and says so."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)

    source: str | None = Field(
        default=None,
        description="name of the source, as catalogs/registries/sources.yaml has it or your own; default: "
        "the input's last folder, or the domain's name where rows are generated",
    )
    license: str | None = Field(
        default=None,
        description="licence of the input, an SPDX expression; default: the registered source's; without one "
        "no row enters a mixture",
    )
    seed: int = Field(default=0, description="seed of every random choice, together with the row's id")
    max_reject_rate: float = Field(
        default=0.5,
        ge=0,
        le=1,
        description="ours: share of rejects above which a run stops, after 200 rows: then the configuration "
        "is wrong",
    )

    inference: InferenceConfig = Field(
        default=InferenceConfig(), description="which engine answers, and where"
    )

    @field_validator("license")
    @classmethod
    def _is_spdx(cls, said: str | None) -> str | None:
        return None if said is None else spdx(said)


class InputConfig(PipelineConfig):
    """What a domain has that reads media of a user."""

    input: tuple[str, ...] = Field(min_length=1, description="what to read: files, folders, globs or URIs")
    max_file_bytes: int = Field(
        default=MAX_FILE_BYTES, ge=1, description="ours: a file of more bytes is a reject"
    )
    columns: ParquetColumns = Field(
        default=ParquetColumns(), description="where an input in Parquet keeps what a row needs"
    )
    limit: int | None = Field(
        default=None, ge=1, description="read only the first so many inputs; it may grow later"
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


class GeneratorConfig(PipelineConfig):
    """What a domain has that makes its rows out of nothing but their numbers and the seed."""

    rows: int = Field(default=1000, ge=1, description="how many rows to generate; it may grow later")

    def row_numbers(self, domain: str) -> Source[NumberedRow]:
        """Return the source of the rows to generate. `domain` names the source where the user does not."""
        numbers = RowNumbers(
            source=self.source or domain,
            license=self.license,
            domain=domain,
            seed=self.seed,
            n_rows=self.rows,
        )
        return Limited(numbers, self.rows)


Config = TypeVar("Config", bound=PipelineConfig)


def parse_settings(settings: Iterable[str]) -> dict[str, Any]:
    """Turn texts `key=value`, whose values are YAML, into a mapping. Raises ConfigError for other texts."""
    values: dict[str, Any] = {}
    for setting in settings:
        key, separator, text = setting.partition("=")
        if not separator:
            raise ConfigError(f"--set {setting}: write key=value, such as --set seed=7")
        try:
            values[key.strip()] = yaml.safe_load(text)
        except yaml.YAMLError as error:
            raise ConfigError(f"--set {setting}: the value is no YAML: {error}") from None
    return values


def load_config(model: type[Config], file: Path | None, settings: Mapping[str, Any]) -> Config:
    """Fill `model` from the YAML `file`, then from `settings`, which win.

    A nested key is written with dots (`{"inference.engine": "vllm"}`) or as a mapping of its own
    (`{"inference": {"engine": "vllm"}}`); one says nothing of its neighbours. Raises ConfigError that names
    the key, what is wrong with it, and for an unknown key the nearest known one.
    """
    values: dict[str, Any] = {}
    if file is not None:
        _merge(values, _from_yaml(file))
    for key, value in settings.items():
        _merge(values, _nested(key, value))
    if "input" in values:
        values["input"] = _as_texts(values["input"])
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
        values = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise ConfigError(f"--config {file}: {error}") from None
    if not isinstance(values, dict):
        raise ConfigError(f"--config {file}: expected `key: value` lines, found {type(values).__name__}")
    return values


def _nested(key: str, value: Any) -> dict[str, Any]:
    """Return `{"a": {"b": value}}` for the key `a.b`."""
    for part in reversed(key.split(".")):
        value = {part: value}
    return value


def _merge(values: dict[str, Any], more: Mapping[str, Any]) -> None:
    """Put `more` into `values`: a mapping into a mapping key by key, anything else in place of what was."""
    for key, value in more.items():
        if isinstance(value, Mapping):
            if not isinstance(values.get(key), dict):
                values[key] = {}
            _merge(values[key], value)
        else:
            values[key] = value


def _as_texts(inputs: Any) -> Any:
    """Return one input or several, texts or paths, as a tuple of texts."""
    if isinstance(inputs, str | PurePath):
        return (str(inputs),)
    return tuple(map(str, inputs)) if isinstance(inputs, list | tuple) else inputs


def _explain(model: type[BaseModel], problem: ErrorDetails) -> str:
    where = ".".join(str(part) for part in problem["loc"])
    if problem["type"] == "extra_forbidden":
        known = list(_known_keys(model))
        near = difflib.get_close_matches(where, known, n=1)
        hint = f" Did you mean {near[0]}?" if near else f" Known keys: {', '.join(known)}"
        return f"unknown configuration key {where}.{hint}"
    if problem["type"] == "missing":
        return f"{where} is missing: give --{where.replace('_', '-')}, --set {where}=… or a line in --config"
    return f"{where} = {problem['input']!r}: {problem['msg'].removeprefix('Value error, ')}"


def _known_keys(model: type[BaseModel], prefix: str = "") -> Iterator[str]:
    for name, info in model.model_fields.items():
        yield prefix + name
        if isinstance(info.annotation, type) and issubclass(info.annotation, BaseModel):
            yield from _known_keys(info.annotation, f"{prefix}{name}.")
