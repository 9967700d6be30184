"""Ask a person at the terminal: before something is destroyed, and for a licence before a run.

Where nobody can answer nothing is destroyed, unless `--yes` was given.
"""

import sys
from collections.abc import Callable, Iterator

import click

from vlcorpus.catalogs.query.quantities import human_bytes
from vlcorpus.pipelines.cli.terminal import say
from vlcorpus.pipelines.runtime.deletion import Deletion
from vlcorpus.schemas.errors import RefusedError
from vlcorpus.schemas.licence import spdx


def agreed(question: str, yes: bool) -> bool:
    """Return the answer of the person at the terminal; `yes` answers for them.

    Raises RefusedError where there is no terminal to ask at.
    """
    if yes:
        return True
    if not sys.stdin.isatty():
        raise RefusedError(f"{question} Nobody can be asked here: give --yes to go on. Nothing is deleted.")
    return click.confirm(question, err=True)


def licence_of(sources: list[str], yes: bool) -> str | None:
    """Ask for the licence of sources of which nothing is said, before hours are spent on them.

    Where nobody can be asked, or nobody wants to be, it is told what that means.
    """
    named = ", ".join(sources)
    later = "it can be said later, by the same command with --license: nothing is made again for it"
    if yes or not sys.stdin.isatty():
        say(f"no licence is said of {named}, and without one no sample is trained; {later}", err=True)
        return None
    say(f"No licence is said of {named}, and without one no sample is trained.", err=True)
    question = f"SPDX expression, such as CC-BY-4.0 (empty: {later})"
    return click.prompt(question, default="", show_default=False, value_proc=_as_licence, err=True) or None


def _as_licence(answer: str) -> str:
    try:
        return spdx(answer) if answer else answer
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def approval(yes: bool) -> Callable[[list[Deletion]], None]:
    """Return what tells a person of a deletion and asks: it raises RefusedError unless they agree."""

    def approve(deletions: list[Deletion]) -> None:
        for line in deletion_lines(deletions):
            say(line, err=True)
        if not agreed("Delete them, and make them again?", yes):
            raise RefusedError("nothing is deleted, and nothing was run")

    return approve


def deletion_lines(deletions: list[Deletion]) -> Iterator[str]:
    """Say what is to be deleted: each table with its rows and bytes, and the sum."""
    width = max(len(deletion.store.uri) for deletion in deletions)
    yield "to be deleted:"
    for deletion in deletions:
        yield f"  {deletion.store.uri:<{width}}  {_amount(deletion.n_rows, deletion.n_bytes)}"
    total = _amount(sum(one.n_rows for one in deletions), sum(one.n_bytes for one in deletions))
    yield f"  {f'{len(deletions)} tables':<{width}}  {total}"


def _amount(n_rows: int, n_bytes: int) -> str:
    return f"{n_rows:>12,} rows  {human_bytes(n_bytes):>9}"
