"""The pipeline that asks, as a command of the command line, for tests that stop it: `… IN OUT CACHE URL`."""

import sys
from pathlib import Path

import click

from pipelines.cli import cli, main
from pipelines.runtime.run import RunOptions, run
from tests.pipelines.test_asking import asking


@cli.command()
@click.argument("folder", type=Path)
@click.argument("output")
@click.argument("cache", type=Path)
@click.argument("url")
def ask(folder: Path, output: str, cache: Path, url: str) -> None:
    run(asking(folder, url, cache), output, RunOptions("local"), config={})


if __name__ == "__main__":
    sys.argv.insert(1, "ask")
    main()
