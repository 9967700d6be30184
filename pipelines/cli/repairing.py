"""`vlcorpus repair`: take back what is damaged, so that the next run makes it again."""

import click

from vlcorpus.pipelines.cli.options import output_option, yes_option
from vlcorpus.pipelines.cli.terminal import say


@click.command()
@output_option
@yes_option
def repair(output: str, yes: bool) -> None:
    """Find damaged control files and shards by their hashes, and take their partitions back."""
    from vlcorpus.catalogs.checks.repair import find_repairs
    from vlcorpus.catalogs.query.relations import existing_tables
    from vlcorpus.pipelines.cli.asking import agreed
    from vlcorpus.pipelines.runtime.lock import sole_writer

    existing_tables(output)  # a wrong name is told before anything is written
    with sole_writer(output):
        found = find_repairs(output)
        for damage in (*found.control, *(damage for _, _, damage in found.shards)):
            say(f"✗ {damage.path}: {damage.why}")
        for damage in found.foreign:
            say(f"✗ {damage.path}: {damage.why}. It is left: give it another name, or remove it.")
        if not (found.control or found.shards):
            say(f"{output}: nothing to repair")
            return
        n_files, n_partitions = len(found.control), len(found.partitions)
        question = (
            f"Set {n_files:,} control files aside and delete the shards of {n_partitions:,} partitions?"
        )
        if not agreed(question, yes):
            say("nothing is deleted")
            return
        found.make()
    say(
        f"{output}: {n_files:,} control files set aside under damaged/, {n_partitions:,} partitions taken "
        "back; the next run makes again what is missing"
    )
