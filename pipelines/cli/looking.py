"""The commands on what was made: status, verify, sql, stats, browse, clusters, export, cache, clean."""

from pathlib import Path

import click

from vlcorpus.pipelines.cli.options import media_roots_option, output_option, outputs_option, yes_option
from vlcorpus.pipelines.cli.terminal import hand_over, say
from vlcorpus.schemas.errors import ConfigError, NoSamples, RefusedError, VerifyFailed


@click.command()
@outputs_option
def status(outputs: tuple[str, ...]) -> None:
    """Show how far each table is, from what lies on disk: it works beside a run, and after a dead one."""
    from vlcorpus.pipelines.cli.report import status_lines

    for output in outputs:
        for line in status_lines(output):
            say(line)


@click.command()
@outputs_option
@click.option("--rows", default=200, show_default=True, help="Samples whose media and tokens are checked.")
@click.option("--deep", is_flag=True, help="Check the media and tokens of every sample.")
@click.option("--tokenizer", help="The tokenizer.json that the samples were counted with.")
@media_roots_option
def verify(
    outputs: tuple[str, ...], rows: int, deep: bool, tokenizer: str | None, media_roots: tuple[str, ...]
) -> None:
    """Prove a corpus: shards, conservation, ids, coordinates, images, tokens, licences."""
    from vlcorpus.catalogs.checks.verify import verify as verify_corpus
    from vlcorpus.schemas.qwenvl.tokens import load_tokenizer

    counter = load_tokenizer(tokenizer) if tokenizer else None
    report = verify_corpus(
        list(outputs), sample_rows=rows, deep=deep, tokenizer=counter, media_roots=media_roots
    )
    say(report.text())
    if not report.ok:
        raise VerifyFailed(f"{', '.join(outputs)}: see the failed checks above")


@click.command()
@click.argument("text", metavar="QUERY", required=False)
@outputs_option
@click.option("--name", help="A named query; without it and without QUERY, they are listed.")
@click.option(
    "--param", "-p", "params", multiple=True, metavar="NAME=VALUE", help="Parameter of a named query."
)
@click.option(
    "--format", "style", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True
)
@click.option(
    "--external-access", is_flag=True, help="Let QUERY read and write files that are not of the corpus."
)
def sql(
    text: str | None,
    outputs: tuple[str, ...],
    name: str | None,
    params: tuple[str, ...],
    style: str,
    external_access: bool,
) -> None:
    """Ask DuckDB; without QUERY and --name, list the named queries."""
    from vlcorpus.catalogs.query import ask as catalog
    from vlcorpus.catalogs.query.views import connect

    if name:
        answer = catalog.ask_named(connect(list(outputs)), name, _parameters(params))
        lines = catalog.render(answer, catalog.Style(style))
    elif text:
        connection = connect(list(outputs), external_access=external_access)
        answer = catalog.ask(connection, text, _parameters(params))
        lines = catalog.render(answer, catalog.Style(style))
    else:
        lines = catalog.describe_named()
    for line in lines:
        (say if style == "table" else hand_over)(line)


def _parameters(params: tuple[str, ...]) -> dict[str, str]:
    return dict(map(_pair, params))


def _pair(param: str) -> tuple[str, str]:
    name, separator, value = param.partition("=")
    if not separator:
        raise ConfigError(f"--param {param}: write NAME=VALUE")
    return name, value


@click.command()
@outputs_option
@click.option(
    "--to", "destination", type=click.Path(path_type=Path), help="Folder of the cards; default: the output."
)
@click.option("--scale", type=float, help="Part of the report's quantities that is aimed at; default: all.")
def stats(outputs: tuple[str, ...], destination: Path | None, scale: float | None) -> None:
    """Print counts, and write one HTML data card per domain."""
    from vlcorpus.catalogs.reports.stats import stats as write_stats

    say(write_stats(list(outputs), destination, scale=scale))


@click.command()
@outputs_option
@click.option("--query", help="SQL that selects ids, such as: select id from samples where lang[1] = 'zh'")
@click.option("--domain", help="Only this domain.")
@click.option("--task", help="Only this task.")
@click.option("--reason", help="Only rejects of this reason.")
@click.option("--limit", default=60, show_default=True, help="Samples and rejects on the page.")
@click.option("--to", "file", type=click.Path(path_type=Path), default=Path("browse.html"), show_default=True)
@click.option("--serve", is_flag=True, help="Serve the page on 127.0.0.1 until Ctrl-C.")
@click.option("--port", default=8900, show_default=True)
@media_roots_option
def browse(
    outputs: tuple[str, ...],
    query: str | None,
    domain: str | None,
    task: str | None,
    reason: str | None,
    limit: int,
    file: Path,
    serve: bool,
    port: int,
    media_roots: tuple[str, ...],
) -> None:
    """Write a page on which a person looks at samples and rejects."""
    from vlcorpus.catalogs.browse.page import build_page
    from vlcorpus.catalogs.browse.serve import page_server, url
    from vlcorpus.pipelines.cli.pages import write_page

    page = build_page(
        list(outputs),
        query=query,
        domain=domain,
        task=task,
        reason=reason,
        limit=limit,
        media_roots=media_roots,
    )
    write_page(file, page)
    if serve:
        with page_server(file, port) as server:
            say(f"{url(server)} until Ctrl-C")
            server.serve_forever()


@click.command()
@output_option
@click.option(
    "--to", "file", type=click.Path(path_type=Path), default=Path("clusters.html"), show_default=True
)
def clusters(output: str, file: Path) -> None:
    """Write a page of a captions corpus: a map of its visual clusters, and the sparse ones among them."""
    from vlcorpus.catalogs.reports.clusters_page import build_clusters_page
    from vlcorpus.pipelines.cli.pages import write_page

    page = build_clusters_page(output)
    write_page(file, page)


@click.command()
@outputs_option
@click.option("--to", required=True, help="Folder or URI of the export.")
@click.option("--dialect", type=click.Choice(["qwen", "chatml"]), default="qwen", show_default=True)
@media_roots_option
def export(outputs: tuple[str, ...], to: str, dialect: str, media_roots: tuple[str, ...]) -> None:
    """Write samples as JSON lines beside their media, for trainers that do not read Parquet."""
    from vlcorpus.catalogs.export.write import export as write_export

    counts = write_export(list(outputs), to, dialect, media_roots)
    if not counts:
        raise NoSamples(f"{', '.join(outputs)}: there is not one committed sample; nothing is exported")
    say(f"{to}: " + ", ".join(f"{n:,} {what}" for what, n in sorted(counts.items())))


@click.command()
@click.option("--cache", "folder", help="Folder of answers; default: ~/.cache/vlcorpus/answers.")
def cache(folder: str | None) -> None:
    """Show what models were asked before: answers by role and model, and how often they were of use."""
    from vlcorpus.pipelines.cli.answers import cache_lines
    from vlcorpus.pipelines.inference import CACHE

    for line in cache_lines(folder or CACHE):
        say(line)


@click.command()
@output_option
@click.option("--all", "everything", is_flag=True, help="Delete the whole corpus, commits too.")
@click.option(
    "--partition",
    "partitions",
    multiple=True,
    metavar="TABLE/N",
    help="Delete this partition, commit too: the next run makes it again; repeatable.",
)
@yes_option
def clean(output: str, everything: bool, partitions: tuple[str, ...], yes: bool) -> None:
    """Delete what was never committed; with --partition, one that was; with --all, the corpus."""
    from vlcorpus.catalogs.tables.output import by_name, delete_corpus, find_partition, tables_under
    from vlcorpus.pipelines.cli.asking import agreed
    from vlcorpus.pipelines.runtime.lock import LOCK, sole_writer

    tables = tables_under(output)
    if not tables:
        raise RefusedError(f"{output} holds no table of vlcorpus; nothing is deleted")
    with sole_writer(output):
        if partitions:
            for table, index in [find_partition(tables, named) for named in partitions]:
                table.drop([index])
                say(f"{table.uri}: partition {index} is deleted; the next run makes it again")
            return
        if not everything:
            for table in tables:
                say(f"{table.uri}: {table.sweep()} uncommitted files deleted")
            return
        names = ", ".join(by_name(tables))
        if not agreed(f"Delete {names} and all records beside them under {output}?", yes):
            say("nothing is deleted")
            return
        left = delete_corpus(output, LOCK)
        say(f"{output}: deleted {names}" + (f"; {', '.join(left)} is not ours" if left else ""))
