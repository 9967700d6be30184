"""The options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import TypedDict

import click


class PipelineOptions(TypedDict):
    """What `pipeline_options` hands to a command beside the name of the pipeline."""

    inputs: tuple[str, ...]
    config: Path | None
    settings: tuple[str, ...]
    source: str | None
    license: str | None
    limit: int | None
    seed: int | None
    engine: str | None
    model: str | None


def pipeline_options(command: Callable) -> Callable:
    """What decides a corpus: pipeline, input, configuration."""
    for option in reversed(
        [
            click.argument("pipeline"),
            click.option(
                "--input", "-i", "inputs", multiple=True, help="File, folder, glob or URI; repeatable."
            ),
            click.option(
                "--config", type=click.Path(path_type=Path), help="YAML file of configuration keys."
            ),
            click.option(
                "--set", "settings", multiple=True, metavar="KEY=VALUE", help="One key; repeatable."
            ),
            click.option("--source", help="Name of the source, registered or your own."),
            click.option("--license", help="SPDX licence of the input, such as CC-BY-4.0."),
            click.option("--limit", type=int, help="Only the first N inputs."),
            click.option("--seed", type=int, help="Of every random choice; default: 0."),
            click.option(
                "--engine",
                type=click.Choice(["classical", "vllm", "transformers", "openai", "replay"]),
                help="What answers for the model roles; default: classical, no model.",
            ),
            click.option("--model", help="Weights, hub id or a server's name; default: each role's own."),
        ]
    ):
        command = option(command)
    return command


rows_option = click.option("--rows", type=int, help="How many to make, of a domain that has no input.")
output_option = click.option("--output", "-o", required=True, help="Folder or URI of the corpus.")
outputs_option = click.option(
    "--output", "-o", "outputs", multiple=True, required=True, help="Corpus; repeatable."
)
media_roots_option = click.option(
    "--media-root",
    "media_roots",
    multiple=True,
    metavar="FOLDER",
    help="Where media may lie that rows name by path, beside the corpus and its inputs; repeatable.",
)
yes_option = click.option("--yes", is_flag=True, help="Do not ask.")
changed_option = click.option(
    "--changed",
    type=click.Choice(["keep", "remake"]),
    help="Inputs that changed or vanished: keep what was made of them, or remake it; default: refuse to run.",
)
retry_option = click.option(
    "--retry",
    multiple=True,
    metavar="REASON",
    help="Make partitions again that hold a reject for REASON, such as file_unreadable; repeatable.",
)
