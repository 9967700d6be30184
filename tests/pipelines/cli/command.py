"""The command line run as a person runs it, in the process of the test."""

import sys

import pytest

from vlcorpus.pipelines.cli.main import main


def run_command(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    """Run `vlcorpus` with the arguments and return its exit code; an exception is a traceback, and passes."""
    monkeypatch.setattr(sys, "argv", ["vlcorpus", *map(str, arguments)])
    try:
        main()
    except SystemExit as end:
        return int(end.code or 0)
    return 0
