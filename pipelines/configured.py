"""A domain's pipeline built of a configuration: what the command line and the API plan, preview and run."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from vlcorpus.catalogs.tables.licences import read_licences
from vlcorpus.pipelines.config import InputConfig, PipelineConfig, load_config
from vlcorpus.pipelines.domains import find_domain
from vlcorpus.pipelines.needs import require_all
from vlcorpus.pipelines.result import RunResult, result_of
from vlcorpus.pipelines.runtime.dag import Pipeline
from vlcorpus.pipelines.runtime.run import RunOptions, Watcher
from vlcorpus.pipelines.runtime.run import run as run_pipeline

SHORT = {"engine": "inference.engine", "model": "inference.model"}  # keys that are asked for all the time


@dataclass(frozen=True)
class Configured:
    """A pipeline that is ready to run, and the configuration it was built of."""

    config: PipelineConfig
    pipeline: Pipeline

    def sources_without_licence(self, output: str) -> list[str]:
        """Return the sources of which neither this configuration nor an earlier run says a licence.

        Rows that bring their own, by a column, need none.
        """
        if isinstance(self.config, InputConfig) and self.config.columns.license:
            return []
        known = read_licences(output)
        return [name for name, said in self.pipeline.licences().items() if not said and name not in known]

    def require_needs(self) -> None:
        """Raise EnvironmentFailure where this machine lacks a package or a program that a run needs.

        To be called before `run`, and before a person is asked anything.
        """
        require_all(self.pipeline.tables())

    def run(self, output: str, options: RunOptions, watcher: Watcher | None = None) -> RunResult:
        """Commit what is missing in `output` and say what lies there then. Raises as `run_pipeline` does."""
        options = replace(options, max_reject_rate=self.config.max_reject_rate)
        kept = self.config.model_dump(mode="json")
        run_pipeline(self.pipeline, output, options, config=kept, watcher=watcher)
        return result_of(self.pipeline, output)


def configure(domain: str, file: Path | None, settings: Mapping[str, Any]) -> Configured:
    """Build the pipeline of `domain`, configured by the YAML `file` and `settings`, which win.

    `settings` are keys as `load_config` takes them; `engine` and `model` are short for those of inference.
    Raises ConfigError for an unknown domain or key, a value out of range, or an input that is not there.
    """
    found = find_domain(domain)
    model = found.config_type()
    short = {key: full for key, full in SHORT.items() if key not in model.model_fields}
    config = load_config(model, file, {short.get(key, key): value for key, value in settings.items()})
    return Configured(config, found.builder()(config))
