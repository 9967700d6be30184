"""Keys of a configuration, and what a pipeline that is made with them says of itself."""

from pydantic import BaseModel

from vlcorpus.pipelines.config import PipelineConfig, load_config
from vlcorpus.pipelines.domains import Domain
from vlcorpus.pipelines.runtime.dag import Pipeline
from vlcorpus.pipelines.runtime.fingerprint import describe_stage
from vlcorpus.schemas.errors import ConfigError


def numbers(model: type[BaseModel], prefix: str = "") -> dict[str, float]:
    """Return the numeric keys below a model with their defaults, nested ones by their path."""
    found: dict[str, float] = {}
    for name, field in model.model_fields.items():
        if isinstance(field.default, BaseModel):
            found |= numbers(type(field.default), f"{prefix}{name}.")
        elif isinstance(field.default, int | float) and not isinstance(field.default, bool):
            found[prefix + name] = field.default
    return found


def input_of(domain: Domain, path: str) -> dict[str, tuple[str, ...]]:
    """Return the setting that names a domain's input; none for one that generates its rows."""
    return {} if domain.is_generated else {"input": (path,)}


def with_another(model: type[PipelineConfig], given: dict, key: str, value: float) -> PipelineConfig:
    """Return a configuration in which the key has another value than `value`, in its range."""
    for other in (value + 1, value - 1):
        try:
            return load_config(model, None, {**given, key: other})
        except ConfigError:
            continue
    return load_config(model, None, {**given, key: value * 0.5})


def described(pipeline: Pipeline) -> list:
    """Return what goes into the fingerprints of the tables: sources, steps, and all stages."""
    output = "nowhere"
    sources = [(table.source(output), table.upstreams) for table in pipeline.tables()]
    return [
        [repr(source) if upstreams else source.parameters() for source, upstreams in sources],
        [[describe_stage(stage) for stage in table.stages] for table in pipeline.tables()],
    ]
