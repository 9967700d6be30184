"""The pipeline that asks, as a command of the command line, for tests that stop it.

`… FOLDER` reads `in` and `model` of the folder, and writes `out`.
"""

import pickle
import sys
from pathlib import Path

import click

from tests.pipelines.test_asking import asking
from vlcorpus.pipelines.cli.main import cli, main
from vlcorpus.pipelines.runtime.run import RunOptions, run


@cli.command()
@click.argument("folder", type=Path)
def ask(folder: Path) -> None:
    model = pickle.loads((folder / "model").read_bytes())
    run(asking(folder / "in", model), str(folder / "out"), RunOptions("local"), config={})


if __name__ == "__main__":
    sys.argv.insert(1, "ask")
    main()
