"""The data domains there are: ours, and those of installed packages that name one in their entry points.

    [project.entry-points."vlcorpus.domains"]        # in the pyproject.toml of another package
    postcards = "vlcorpus_postcards:POSTCARDS"       # a `Domain`

docs/plugins.md says how such a package is written. One that is not asked for is not imported.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Any

from vlcorpus.pipelines.config import GeneratorConfig, PipelineConfig
from vlcorpus.pipelines.runtime.dag import Pipeline
from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure
from vlcorpus.schemas.named import find_named

GROUP = "vlcorpus.domains"
OURS = "vlcorpus"


@dataclass(frozen=True)
class Domain:
    """`config`, `build` and `demo` are `module:name`, imported when they are used: the CLI starts fast."""

    summary: str
    config: str
    build: str
    demo: str | None = None  # draws small inputs into a folder; None where rows are generated
    pages: tuple[str, ...] = ()  # commands that write pages on a corpus of this domain, beside `browse`

    def config_type(self) -> type[PipelineConfig]:
        return _import(self.config)

    @property
    def is_generated(self) -> bool:
        """Tell whether its rows are made of nothing: it has no input."""
        return issubclass(self.config_type(), GeneratorConfig)

    def builder(self) -> Callable[[PipelineConfig], Pipeline]:
        return _import(self.build)

    def draw_demo(self) -> Callable[[Path], None]:
        """Return what draws the inputs. Raises ConfigError for a domain that has no demo."""
        if self.demo is None:
            raise ConfigError(f"there is no demo of this domain: {self.summary}")
        return _import(self.demo)


@dataclass(frozen=True)
class Listed:
    """A domain as `vlcorpus list` shows it."""

    name: str
    package: str  # the package that brings it
    summary: str
    trouble: str = ""  # why it cannot be used


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
    "exercises": Domain(
        summary="sets of exercises with pictures → whole ones with checked and standardised answers",
        config="vlcorpus.pipelines.exercises.config:ExercisesConfig",
        build="vlcorpus.pipelines.exercises.pipeline:exercises",
        demo="vlcorpus.pipelines.exercises.demo:draw",
    ),
    "stem": Domain(
        summary="nothing but a seed → rendered diagrams with exact captions, questions and points",
        config="vlcorpus.pipelines.stem.config:StemConfig",
        build="vlcorpus.pipelines.stem.pipeline:stem",
    ),
}


def find_domain(name: str) -> Domain:
    """Return the domain called `name`, ours or an installed package's.

    Raises ConfigError, which lists those there are, for an unknown name and for one that two packages bring;
    EnvironmentFailure for a package that cannot be imported.
    """
    points = _installed().get(name, [])
    packages = [*([OURS] if name in DOMAINS else []), *map(_package, points)]
    if not packages:
        raise ConfigError(f"no pipeline {name!r}; there are: {', '.join(sorted({*DOMAINS, *_installed()}))}")
    if len(packages) > 1:
        raise ConfigError(
            f"{len(packages)} packages bring a domain called {name}: {', '.join(packages)}. "
            "Uninstall all but one of them."
        )
    return _load(points[0]) if points else DOMAINS[name]


def list_domains() -> Iterator[Listed]:
    """Yield every domain, ours first; of one that cannot be used, say why."""
    installed = _installed()
    for name in [*DOMAINS, *sorted(installed.keys() - DOMAINS.keys())]:
        package = ", ".join([*([OURS] if name in DOMAINS else []), *map(_package, installed.get(name, []))])
        try:
            yield Listed(name, package, find_domain(name).summary)
        except (ConfigError, EnvironmentFailure) as error:
            yield Listed(name, package, "", trouble=str(error))


def _installed() -> dict[str, list[EntryPoint]]:
    """Return the entry points of other packages by the name of their domain."""
    found: dict[str, list[EntryPoint]] = {}
    for point in entry_points(group=GROUP):
        found.setdefault(point.name, []).append(point)
    return found


def _package(point: EntryPoint) -> str:
    return f"{point.dist.name} {point.dist.version}" if point.dist else point.value


def _load(point: EntryPoint) -> Domain:
    try:
        domain = point.load()
    except Exception as error:  # the code of another package runs here, and may raise anything
        raise EnvironmentFailure(
            f"domain {point.name}: {point.value} of {_package(point)} cannot be loaded: "
            f"{type(error).__name__}: {error}. Repair that package, or uninstall it."
        ) from error
    if not isinstance(domain, Domain):
        raise EnvironmentFailure(
            f"domain {point.name}: {point.value} of {_package(point)} is {domain!r}, and no vlcorpus.Domain"
        )
    return domain


def _import(path: str) -> Any:
    """Return what `module:name` names. Raises EnvironmentFailure where it cannot be imported."""
    try:
        return find_named(path)
    except (ImportError, AttributeError) as error:
        raise EnvironmentFailure(f"{path} cannot be imported: {error}") from error
