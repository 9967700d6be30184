"""vlcorpus in a notebook or a script: what the command line does, with objects in place of text.

    import vlcorpus

    vlcorpus.preview("documents", input="papers", rows=1)
    result = vlcorpus.run("documents", input="papers", output="out/papers", license="CC-BY-4.0")
    corpus = vlcorpus.open_corpus("out/papers")
    for sample in corpus.samples():
        …

What goes wrong is a `vlcorpus.VlcorpusError`, whose kinds and meanings stand in schemas/errors.py.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from vlcorpus.catalogs.corpus import Corpus
from vlcorpus.catalogs.corpus import open_corpus as open_path
from vlcorpus.catalogs.sources.growth import OnChange
from vlcorpus.pipelines.cli.progress import Progress
from vlcorpus.pipelines.configured import Configured, configure
from vlcorpus.pipelines.preview import Preview
from vlcorpus.pipelines.preview import preview as preview_pipeline
from vlcorpus.pipelines.result import RunResult
from vlcorpus.pipelines.runtime.run import Executor, RunOptions

PathLike = str | os.PathLike[str]


def run(
    domain: str,
    *,
    input: PathLike | Sequence[PathLike] = (),
    output: PathLike,
    config: PathLike | None = None,
    executor: Executor = "auto",
    workers: int | None = None,
    ray_address: str | None = None,
    fresh: bool = False,
    fresh_from: str | None = None,
    changed: OnChange = "refuse",
    progress: bool = True,
    **settings: Any,
) -> RunResult:
    """Make a corpus, as `vlcorpus run` does, and return what lies in `output` then.

    The same call again goes on after whatever stopped it, and does nothing where all is done.

    domain       `vlcorpus list` names them
    input        files, folders, globs or URIs; nothing for a domain that generates its `rows`
    config       YAML file of configuration keys
    settings     configuration keys, which win over the file: `seed=7`, `license="CC-BY-4.0"`,
                 `quality={"judge": True}` or `**{"quality.judge": True}`; `engine="vllm"` and `model="…"`
                 are short for those of `inference`
    executor     local, ray, or auto: Ray from eight partitions on
    workers      CPUs of the Ray cluster that is started here; default: all
    ray_address  a running Ray cluster
    fresh        delete this domain's tables in `output` first
    fresh_from   delete this table first, and those made of it
    changed      where inputs changed or vanished: refuse to run, keep what was made of them, or remake it
    progress     show rows, rejects and the time left on stderr

    Raises ConfigError, RefusedError (`output` was made differently, or another run writes it),
    ErrorBudgetExceeded (so many rejects that the configuration is wrong) or EnvironmentFailure.
    """
    options = RunOptions(executor, workers, ray_address, fresh, fresh_from, on_change=changed)
    watcher = Progress() if progress else None
    configured = _configured(domain, input, config, settings)
    configured.require_needs()
    return configured.run(os.fspath(output), options, watcher)


def preview(
    domain: str,
    *,
    input: PathLike | Sequence[PathLike] = (),
    rows: int = 3,
    config: PathLike | None = None,
    **settings: Any,
) -> Preview:
    """Pass the first `rows` inputs through every stage in this process, and commit nothing.

    Returns their `samples` and `rejects`, and the counts of the `stages`; in a notebook it shows images,
    boxes and answers. `config`, `settings` and errors: as `run` has them.
    """
    return preview_pipeline(_configured(domain, input, config, settings).pipeline, rows)


def open_corpus(path: PathLike) -> Corpus:
    """Open the output of a run, a folder or a URI. Raises ConfigError where there is no corpus."""
    return open_path(os.fspath(path))


def _configured(
    domain: str, input: PathLike | Sequence[PathLike], config: PathLike | None, settings: dict[str, Any]
) -> Configured:
    given = {"input": input} if input != () else {}
    return configure(domain, Path(config) if config is not None else None, {**given, **settings})
