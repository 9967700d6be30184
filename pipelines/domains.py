"""The data domains there are: a name, what it makes, and where its pipeline is written."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from vlcorpus.pipelines.config import PipelineConfig
from vlcorpus.pipelines.runtime.dag import Pipeline
from vlcorpus.schemas.errors import ConfigError
from vlcorpus.schemas.named import find_named


@dataclass(frozen=True)
class Domain:
    """`config`, `build` and `demo` are `module:name`, imported when they are used: the CLI starts fast."""

    summary: str
    config: str
    build: str
    demo: str  # draws small inputs into a folder
    pages: tuple[str, ...] = ()  # commands that write pages on a corpus of this domain, beside `browse`

    def config_type(self) -> type[PipelineConfig]:
        return find_named(self.config)

    def builder(self) -> Callable[[PipelineConfig], Pipeline]:
        return find_named(self.build)

    def draw_demo(self) -> Callable[[Path], None]:
        return find_named(self.demo)


DOMAINS = {
    "captions": Domain(
        summary="image-text pairs → captions in three tiers, written anew by a model or as found",
        config="vlcorpus.pipelines.captions.config:CaptionsConfig",
        build="vlcorpus.pipelines.captions.pipeline:captions",
        demo="vlcorpus.pipelines.captions.demo:draw",
        pages=("clusters",),
    ),
    "documents": Domain(
        summary="PDFs with a text layer → pages → QwenVL-HTML and QwenVL-Markdown with boxes",
        config="vlcorpus.pipelines.documents.config:DocumentsConfig",
        build="vlcorpus.pipelines.documents.pipeline:documents",
        demo="vlcorpus.pipelines.documents.demo:draw",
    ),
}


def find_domain(name: str) -> Domain:
    """Return the domain, or raise ConfigError that lists those there are."""
    if name not in DOMAINS:
        raise ConfigError(f"no pipeline {name!r}; there are: {', '.join(DOMAINS)}")
    return DOMAINS[name]
