"""The one exit for what commands print, and for logs: no secret, and nothing that a terminal would obey."""

import logging
import sys

import click

from vlcorpus.schemas.public_text import visible, without_secrets


def say(text: object, *, err: bool = False, nl: bool = True) -> None:
    """Print a text for people."""
    click.echo(visible(without_secrets(str(text))), err=err, nl=nl)


def hand_over(text: str) -> None:
    """Print a line of data: on a terminal as text, into a file or to another program as it is."""
    if sys.stdout.isatty():
        say(text)
    else:
        click.echo(text, color=True)  # else click takes out what it takes for colours


class PublicFormatter(logging.Formatter):
    """A line of a log as `say` would print it."""

    def format(self, record: logging.LogRecord) -> str:
        return visible(without_secrets(super().format(record)))
