"""The commands that make a corpus, or say what would be made: list, config, plan, preview, run, submit."""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from vlcorpus.pipelines.cli.options import (
    PipelineOptions,
    changed_option,
    output_option,
    pipeline_options,
    retry_option,
    rows_option,
    yes_option,
)
from vlcorpus.pipelines.cli.terminal import say
from vlcorpus.schemas.errors import NoSamples, VlcorpusError

if TYPE_CHECKING:
    from vlcorpus.catalogs.sources.growth import OnChange
    from vlcorpus.pipelines.configured import Configured
    from vlcorpus.pipelines.runtime.dag import Pipeline
    from vlcorpus.pipelines.runtime.run import Executor

_NEVER_READ = ("rows.parquet",)  # stands for an input where only numbers of rows count
_FLAGS = (
    "source",
    "license",
    "limit",
    "seed",
    "engine",
    "model",
)  # options that are keys


@click.command("list")
def list_pipelines() -> None:
    """List the domains: what each makes, and the package that brings it."""
    from vlcorpus.pipelines.domains import list_domains

    for domain in list_domains():
        say(f"{domain.name:<12} {domain.summary or '✗ ' + domain.trouble}  [{domain.package}]")


@click.command()
@click.argument("pipeline")
def config(pipeline: str) -> None:
    """Print every configuration key of a pipeline with its default and its reason: a file for --config."""
    from vlcorpus.pipelines.cli.config_page import config_page
    from vlcorpus.pipelines.domains import find_domain

    say(config_page(pipeline, find_domain(pipeline).config_type()), nl=False)


@click.command()
@pipeline_options
@click.option("--output", "-o", help="Folder or URI of the corpus; not needed with --rows.")
@click.option(
    "--rows",
    type=int,
    help="Say what so many rows cost instead: dedup and clustering, computed; generated ones, by a trial.",
)
@click.option("--dimensions", default=512, show_default=True, help="Of the vectors, with --rows.")
@click.option("--cores", default=64, show_default=True, help="Of the cluster, with --rows.")
def plan(
    pipeline: str,
    output: str | None,
    rows: int | None,
    dimensions: int,
    cores: int,
    **options: Unpack[PipelineOptions],
) -> None:
    """Say what a run would do, and touch nothing."""
    from vlcorpus.pipelines.cli.report import plan_lines, scale_lines
    from vlcorpus.pipelines.domains import find_domain

    if rows and output is None and find_domain(pipeline).is_generated:
        from vlcorpus.pipelines.cli.trial import trial_lines

        def build(n: int) -> "Pipeline":
            configured = _configure(pipeline, n, **options)
            configured.require_needs()
            return configured.pipeline

        for line in trial_lines(build, rows, cores):
            say(line)
        return
    if rows and not find_domain(pipeline).is_generated:
        options["inputs"] = options["inputs"] or _NEVER_READ
        for line in scale_lines(_configure(pipeline, **options).pipeline, rows, dimensions, cores):
            say(line)
        return
    if output is None:
        raise click.UsageError("plan needs --output, the folder of the corpus, or --rows.")
    configured = _configure(pipeline, rows, **options)
    for line in plan_lines(configured.pipeline, output):
        say(line)
    configured.require_needs()


@click.command()
@pipeline_options
@click.option("--rows", default=3, show_default=True, help="How many inputs.")
def preview(pipeline: str, rows: int, **options: Unpack[PipelineOptions]) -> None:
    """Run the first inputs in this process and print what becomes of them; commit nothing."""
    from vlcorpus.pipelines.cli.report import preview_lines

    for line in preview_lines(_configure(pipeline, **options).pipeline, rows):
        say(line)


@click.command()
@pipeline_options
@rows_option
@output_option
@click.option("--executor", type=click.Choice(["auto", "local", "ray"]), default="auto", show_default=True)
@click.option("--workers", type=int, help="CPUs of the local Ray cluster; default: all.")
@click.option("--ray-address", help="A running Ray cluster; default: one of this run's own.")
@click.option("--fresh", is_flag=True, help="Delete this pipeline's tables in the output first; asks.")
@click.option("--fresh-from", metavar="TABLE", help="Delete this table first, and those made of it; asks.")
@yes_option
@changed_option
@retry_option
def run(
    pipeline: str,
    output: str,
    executor: "Executor",
    workers: int | None,
    ray_address: str | None,
    fresh: bool,
    fresh_from: str | None,
    yes: bool,
    changed: "OnChange | None",
    retry: tuple[str, ...],
    rows: int | None,
    **options: Unpack[PipelineOptions],
) -> None:
    """Make a corpus. Run the same command again to go on after whatever stopped it."""
    from vlcorpus.pipelines.cli.asking import approval, licence_of
    from vlcorpus.pipelines.cli.progress import Progress
    from vlcorpus.pipelines.cli.report import result_lines
    from vlcorpus.pipelines.runtime.run import RunOptions, Watcher

    configured = _configure(pipeline, rows, **options)
    configured.require_needs()
    is_quiet = not logging.getLogger("vlcorpus").isEnabledFor(logging.WARNING)
    if (unsaid := configured.sources_without_licence(output)) and not is_quiet:
        configured = _configure(pipeline, rows, **options | {"license": licence_of(unsaid, yes)})
    run_options = RunOptions(
        executor,
        workers,
        ray_address,
        fresh,
        fresh_from,
        on_change=changed or "refuse",
        retry=retry,
        approve=approval(yes),
    )
    result = configured.run(output, run_options, Watcher() if is_quiet else Progress())
    for line in result_lines(configured.pipeline, result):
        say(line)
    if not result.samples.rows:
        why = "every input was rejected, for the reasons above" if result.n_rejects else "no input held a row"
        raise NoSamples(f"{output}: there is not one sample: {why}")


@click.command()
@pipeline_options
@rows_option
@output_option
@click.option(
    "--address", help="Job server of a cluster, http://head:8265; default: a cluster of its own, here."
)
@click.option(
    "--working-dir", type=click.Path(path_type=Path, exists=True), help="Code to ship; default: none."
)
@click.option("--wait/--no-wait", default=True, help="Show the log until the job ends.")
@changed_option
@retry_option
def submit(
    pipeline: str,
    output: str,
    address: str | None,
    working_dir: Path | None,
    wait: bool,
    changed: str | None,
    retry: tuple[str, ...],
    rows: int | None,
    **options: Unpack[PipelineOptions],
) -> None:
    """Hand the run to a Ray cluster as a job. Its name is a lock: one job per output."""
    from vlcorpus.pipelines.cli import submission

    configured = _configure(pipeline, rows, **options)  # a mistake shows here, not in the job's log
    address = submission.job_server(address)
    if address is None:  # else the job looks for what it needs where it runs
        configured.require_needs()
    arguments = [pipeline, "--output", output, *_as_arguments(options)]
    arguments += ["--rows", str(rows)] if rows is not None else []
    arguments += ["--changed", changed] if changed else []
    arguments += [part for reason in retry for part in ("--retry", reason)]
    with submission.head(address) as head:
        job = submission.submit(head, pipeline, output, arguments, working_dir)
        say(f"submitted {job.id} to {job.address}")
        if not (wait or address is None):
            return
        outcome = submission.wait(job, lambda text: say(text, nl=False))
    if outcome != "SUCCEEDED":
        raise VlcorpusError(
            f"job {job.id}: {outcome}; its log is above. Mend it, then submit again to go on."
        )


def _as_arguments(options: PipelineOptions) -> list[str]:
    """Turn parsed pipeline options back into arguments."""
    values: Mapping[str, object] = options
    arguments = [part for value in options["inputs"] for part in ("--input", value)]
    arguments += [part for value in options["settings"] for part in ("--set", value)]
    for name in ("config", *_FLAGS):
        if values[name] is not None:
            arguments += [f"--{name}", str(values[name])]
    return arguments


def _configure(pipeline: str, rows: int | None = None, **options: Unpack[PipelineOptions]) -> "Configured":
    """Return the pipeline that the options of `pipeline_options` describe; flags win over --set."""
    from vlcorpus.pipelines.config import parse_settings
    from vlcorpus.pipelines.configured import configure

    values: Mapping[str, object] = options
    named = {"input": options["inputs"], "rows": rows, **{name: values[name] for name in _FLAGS}}
    given = {key: value for key, value in named.items() if value not in (None, ())}
    return configure(pipeline, options["config"], {**parse_settings(options["settings"]), **given})
