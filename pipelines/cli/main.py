"""The command line, `vlcorpus`: list, config, plan, preview, run, status, verify, sql, stats, browse,
clusters, export, submit, cache, clean.

Exit codes are those of schemas/errors.py; 130 after Ctrl-C. Everything heavy is imported inside the command
that needs it, so that `vlcorpus --help` and small runs start at once.
"""

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vlcorpus.pipelines.cli.options import changed_option, output_option, outputs_option, pipeline_options
from vlcorpus.schemas.errors import ConfigError, RefusedError, VerifyFailed, VlcorpusError

if TYPE_CHECKING:
    from vlcorpus.pipelines.configured import Configured

INTERRUPTED = 130


def main() -> None:
    """Run the command line; print an error of ours as one message, without a traceback."""
    # Before NumPy is imported. Products here are small: two threads spin for twice the CPU and no less time.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    with told_errors():
        cli(standalone_mode=False)


@contextmanager
def told_errors() -> Iterator[None]:
    """End the process with the exit code of an error of ours, after its message."""
    try:
        yield
    except VlcorpusError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        click.echo("interrupted; run the same command again to go on", err=True)
        sys.exit(INTERRUPTED)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="vlcorpus")
@click.option(
    "--verbose", "-v", "level", flag_value="INFO", help="Log a line per partition, and what is listed."
)
@click.option("--quiet", "-q", "level", flag_value="ERROR", help="Neither progress nor warnings.")
@click.option(
    "--log-level", type=click.Choice(["DEBUG", "INFO", "WARNING", "ERROR"]), help="Default: WARNING."
)
def cli(level: str | None, log_level: str | None) -> None:
    """Make the multimodal training corpus of the Qwen3-VL report, and look at it."""
    if chosen := level or log_level:
        logging.getLogger("vlcorpus").setLevel(chosen)


def _configure(pipeline: str, inputs, config, settings, **flags) -> "Configured":
    """Return the pipeline that the options of `pipeline_options` describe; flags win over --set."""
    from vlcorpus.pipelines.config import parse_settings
    from vlcorpus.pipelines.configured import configure

    named = {"input": inputs, **flags}
    given = {key: value for key, value in named.items() if value not in (None, ())}
    return configure(pipeline, config, {**parse_settings(settings), **given})


@cli.command("list")
def list_pipelines() -> None:
    """List the domains: what each makes, and the package that brings it."""
    from vlcorpus.pipelines.domains import list_domains

    for domain in list_domains():
        click.echo(f"{domain.name:<12} {domain.summary or '✗ ' + domain.trouble}  [{domain.package}]")


@cli.command()
@click.argument("pipeline")
def config(pipeline: str) -> None:
    """Print every configuration key of a pipeline with its default and its reason: a file for --config."""
    from vlcorpus.pipelines.cli.config_page import config_page
    from vlcorpus.pipelines.domains import find_domain

    click.echo(config_page(pipeline, find_domain(pipeline).config_type()), nl=False)


@cli.command()
@pipeline_options
@output_option
@click.option("--rows", type=int, help="Compute what dedup and clustering cost for so many rows instead.")
@click.option("--dimensions", default=512, show_default=True, help="Of the vectors, with --rows.")
@click.option("--cores", default=64, show_default=True, help="Of the cluster, with --rows.")
def plan(pipeline: str, output: str, rows: int | None, dimensions: int, cores: int, **options) -> None:
    """Say what a run would do, and touch nothing."""
    from vlcorpus.pipelines.cli.report import plan_lines, scale_lines
    from vlcorpus.pipelines.needs import require_all

    built = _configure(pipeline, **options).pipeline
    lines = scale_lines(built, rows, dimensions, cores) if rows else plan_lines(built, output)
    for line in lines:
        click.echo(line)
    if not rows:
        require_all(built.tables())


@cli.command()
@pipeline_options
@click.option("--rows", default=3, show_default=True, help="How many inputs.")
def preview(pipeline: str, rows: int, **options) -> None:
    """Run the first inputs in this process and print what becomes of them; commit nothing."""
    from vlcorpus.pipelines.cli.report import preview_lines

    for line in preview_lines(_configure(pipeline, **options).pipeline, rows):
        click.echo(line)


@cli.command()
@pipeline_options
@output_option
@click.option("--executor", type=click.Choice(["auto", "local", "ray"]), default="auto", show_default=True)
@click.option("--workers", type=int, help="CPUs of the local Ray cluster; default: all.")
@click.option("--ray-address", help="A running Ray cluster; default: one of this run's own.")
@click.option("--fresh", is_flag=True, help="Delete this pipeline's tables in the output first.")
@click.option("--fresh-from", metavar="TABLE", help="Delete this table first, and those made of it.")
@changed_option
def run(
    pipeline: str,
    output: str,
    executor: str,
    workers,
    ray_address,
    fresh: bool,
    fresh_from,
    changed,
    **options,
) -> None:
    """Make a corpus. Run the same command again to go on after whatever stopped it."""
    from vlcorpus.pipelines.cli.progress import Progress
    from vlcorpus.pipelines.cli.report import result_lines
    from vlcorpus.pipelines.runtime.run import RunOptions, Watcher

    configured = _configure(pipeline, **options)
    run_options = RunOptions(executor, workers, ray_address, fresh, fresh_from, on_change=changed or "refuse")
    is_quiet = not logging.getLogger("vlcorpus").isEnabledFor(logging.WARNING)
    result = configured.run(output, run_options, Watcher() if is_quiet else Progress())
    for line in result_lines(configured.pipeline, result):
        click.echo(line)
    if configured.config.license is None:
        click.echo("no licence was named: `verify` will fail on it; --license says it", err=True)


@cli.command()
@outputs_option
def status(outputs: tuple[str, ...]) -> None:
    """Show how far each table is, from what lies on disk: it works beside a run, and after a dead one."""
    from vlcorpus.pipelines.cli.report import status_lines

    for output in outputs:
        for line in status_lines(output):
            click.echo(line)


@cli.command()
@outputs_option
@click.option("--rows", default=200, show_default=True, help="Samples whose media and tokens are checked.")
@click.option("--deep", is_flag=True, help="Check the media and tokens of every sample.")
@click.option("--tokenizer", help="The tokenizer.json that the samples were counted with.")
def verify(outputs: tuple[str, ...], rows: int, deep: bool, tokenizer: str | None) -> None:
    """Prove a corpus: shards, conservation, ids, coordinates, images, tokens, licences."""
    from vlcorpus.catalogs.checks.verify import verify as verify_corpus
    from vlcorpus.schemas.qwenvl.tokens import load_tokenizer

    counter = load_tokenizer(tokenizer) if tokenizer else None
    report = verify_corpus(list(outputs), sample_rows=rows, deep=deep, tokenizer=counter)
    click.echo(report.text())
    if not report.ok:
        raise VerifyFailed(f"{', '.join(outputs)}: see the failed checks above")


@cli.command()
@click.argument("text", metavar="QUERY", required=False)
@outputs_option
@click.option("--name", help="A named query; without it and without QUERY, they are listed.")
@click.option(
    "--param", "-p", "params", multiple=True, metavar="NAME=VALUE", help="Parameter of a named query."
)
@click.option(
    "--format", "style", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True
)
def sql(
    text: str | None, outputs: tuple[str, ...], name: str | None, params: tuple[str, ...], style: str
) -> None:
    """Ask DuckDB; without QUERY and --name, list the named queries."""
    from vlcorpus.catalogs.query import ask as catalog
    from vlcorpus.catalogs.query.views import connect

    if not (text or name):
        lines = catalog.describe_named()
    else:
        connection = connect(list(outputs))
        parameters = dict(_pair(param) for param in params)
        answer = (
            catalog.ask_named(connection, name, parameters)
            if name
            else catalog.ask(connection, text, parameters)
        )
        lines = catalog.render(answer, catalog.Style(style))
    for line in lines:
        click.echo(line)


def _pair(param: str) -> tuple[str, str]:
    name, separator, value = param.partition("=")
    if not separator:
        raise ConfigError(f"--param {param}: write NAME=VALUE")
    return name, value


@cli.command()
@outputs_option
@click.option(
    "--to", "destination", type=click.Path(path_type=Path), help="Folder of the cards; default: the output."
)
@click.option("--scale", type=float, help="Part of the report's quantities that is aimed at; default: all.")
def stats(outputs: tuple[str, ...], destination: Path | None, scale: float | None) -> None:
    """Print counts, and write one HTML data card per domain."""
    from vlcorpus.catalogs.reports.stats import stats as write_stats

    click.echo(write_stats(list(outputs), destination, scale=scale))


@cli.command()
@outputs_option
@click.option("--query", help="SQL that selects ids, such as: select id from samples where lang[1] = 'zh'")
@click.option("--domain", help="Only this domain.")
@click.option("--task", help="Only this task.")
@click.option("--reason", help="Only rejects of this reason.")
@click.option("--limit", default=60, show_default=True, help="Samples and rejects on the page.")
@click.option("--to", "file", type=click.Path(path_type=Path), default=Path("browse.html"), show_default=True)
@click.option("--serve", is_flag=True, help="Serve the page on 127.0.0.1 until Ctrl-C.")
@click.option("--port", default=8900, show_default=True)
def browse(outputs: tuple[str, ...], file: Path, serve: bool, port: int, **choice) -> None:
    """Write a page on which a person looks at samples and rejects."""
    from vlcorpus.catalogs.browse.page import build_page
    from vlcorpus.catalogs.browse.serve import page_server, url

    page = build_page(list(outputs), **choice)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(page, encoding="utf-8")
    click.echo(f"{file} ({len(page) / 1e6:.1f} MB): open it in a browser")
    if serve:
        with page_server(file, port) as server:
            click.echo(f"{url(server)} until Ctrl-C")
            server.serve_forever()


@cli.command()
@output_option
@click.option(
    "--to", "file", type=click.Path(path_type=Path), default=Path("clusters.html"), show_default=True
)
def clusters(output: str, file: Path) -> None:
    """Write a page of a captions corpus: a map of its visual clusters, and the sparse ones among them."""
    from vlcorpus.catalogs.reports.clusters_page import build_clusters_page

    page = build_clusters_page(output)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(page, encoding="utf-8")
    click.echo(f"{file} ({len(page) / 1e6:.1f} MB): open it in a browser")


@cli.command()
@outputs_option
@click.option("--to", required=True, help="Folder or URI of the export.")
@click.option("--dialect", type=click.Choice(["qwen", "chatml"]), default="qwen", show_default=True)
def export(outputs: tuple[str, ...], to: str, dialect: str) -> None:
    """Write samples as JSON lines beside their media, for trainers that do not read Parquet."""
    from vlcorpus.catalogs.export.write import export as write_export

    counts = write_export(list(outputs), to, dialect)
    click.echo(f"{to}: " + ", ".join(f"{n:,} {what}" for what, n in sorted(counts.items())))


@cli.command()
@pipeline_options
@output_option
@click.option(
    "--address", help="Job server of a cluster, http://head:8265; default: a cluster of its own, here."
)
@click.option(
    "--working-dir", type=click.Path(path_type=Path, exists=True), help="Code to ship; default: none."
)
@click.option("--wait/--no-wait", default=True, help="Show the log until the job ends.")
@changed_option
def submit(
    pipeline: str,
    output: str,
    address: str | None,
    working_dir: Path | None,
    wait: bool,
    changed: str | None,
    **options,
) -> None:
    """Hand the run to a Ray cluster as a job. Its name is a lock: one job per output."""
    from vlcorpus.pipelines.cli import submission
    from vlcorpus.pipelines.needs import require_all

    configured = _configure(pipeline, **options)  # a mistake shows here, not in the job's log
    address = submission.job_server(address)
    if address is None:  # else the job looks for what it needs where it runs
        require_all(configured.pipeline.tables())
    arguments = [pipeline, "--output", output, *_as_arguments(options)]
    arguments += ["--changed", changed] if changed else []
    with submission.head(address) as head:
        job = submission.submit(head, pipeline, output, arguments, working_dir)
        click.echo(f"submitted {job.id} to {job.address}")
        if not (wait or address is None):
            return
        outcome = submission.wait(job, lambda text: click.echo(text, nl=False))
    if outcome != "SUCCEEDED":
        raise VlcorpusError(
            f"job {job.id}: {outcome}; its log is above. Mend it, then submit again to go on."
        )


def _as_arguments(options: dict) -> list[str]:
    """Turn parsed pipeline options back into arguments."""
    arguments = [part for value in options["inputs"] for part in ("--input", value)]
    arguments += [part for value in options["settings"] for part in ("--set", value)]
    for name in ("config", "source", "license", "limit", "engine", "model"):
        if options[name] is not None:
            arguments += [f"--{name}", str(options[name])]
    return arguments


@cli.command()
@click.option("--cache", "folder", help="Folder of answers; default: ~/.cache/vlcorpus/answers.")
def cache(folder: str | None) -> None:
    """Show what models were asked before: answers by role and model, and how often they were of use."""
    from vlcorpus.pipelines.cli.answers import cache_lines
    from vlcorpus.pipelines.inference import CACHE

    for line in cache_lines(folder or CACHE):
        click.echo(line)


@cli.command()
@output_option
@click.option("--all", "everything", is_flag=True, help="Delete the whole corpus, commits too.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def clean(output: str, everything: bool, yes: bool) -> None:
    """Delete what was never committed; with --all, the corpus."""
    from vlcorpus.catalogs.tables.licences import LICENCES
    from vlcorpus.catalogs.tables.output import by_name, tables_under
    from vlcorpus.catalogs.tables.prompts import PROMPTS
    from vlcorpus.catalogs.tables.storage import Storage
    from vlcorpus.catalogs.tables.table import RUNS
    from vlcorpus.pipelines.runtime.lock import sole_writer

    tables = tables_under(output)
    if not tables:
        raise RefusedError(f"{output} holds no table of vlcorpus; nothing is deleted")
    with sole_writer(output):
        if not everything:
            for table in tables:
                click.echo(f"{table.uri}: {table.sweep()} uncommitted files deleted")
            return
        names = ", ".join(by_name(tables))
        if not yes:
            click.confirm(f"Delete {names} and the run records under {output}?", abort=True)
        for table in tables:
            table.delete()
        for name in (RUNS, PROMPTS, LICENCES):
            Storage(output).delete(name)
        click.echo(f"{output}: deleted {names}")


if __name__ == "__main__":
    main()
