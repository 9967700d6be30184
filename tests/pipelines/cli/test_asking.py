"""Nothing is deleted unless somebody agreed."""

import io
import sys

import pytest

from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.cli.asking import agreed, approval, deletion_lines, licence_of
from vlcorpus.pipelines.runtime.deletion import Deletion
from vlcorpus.schemas.errors import RefusedError

DELETIONS = [
    Deletion(TableStore("/out/lines/samples"), 1200, 5_000_000),
    Deletion(TableStore("/out/lines/pages"), 3, 10),
]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("answer", "told"), [("y\n", True), ("n\n", False), ("\n", False)])
def test_a_person_at_the_terminal_is_asked(answer, told, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    assert agreed("Delete it?", yes=False) is told
    assert "Delete it? [y/N]" in capsys.readouterr().err


def test_yes_asks_nobody(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", Terminal("n\n"))
    assert agreed("Delete it?", yes=True)
    assert capsys.readouterr().err == ""


def test_where_nobody_can_answer_it_is_refused(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    with pytest.raises(RefusedError, match=r"give --yes .* Nothing is deleted"):
        agreed("Delete it?", yes=False)


def test_tables_rows_and_bytes_are_told_before_the_question(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", Terminal("n\n"))
    with pytest.raises(RefusedError, match="nothing is deleted"):
        approval(yes=False)(DELETIONS)
    told = capsys.readouterr().err
    assert told.index("/out/lines/samples") < told.index("[y/N]")
    *_, total = deletion_lines(DELETIONS)
    assert total.split() == [
        "2",
        "tables",
        "1,203",
        "rows",
        "5.0",
        "MB",
    ]


def test_a_licence_is_asked_for_until_it_is_one(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", Terminal("foo\ncc-by-4.0\n"))
    assert licence_of(["papers"], yes=False) == "CC-BY-4.0"
    told = capsys.readouterr().err
    assert "No licence is said of papers" in told
    assert "Unknown license: 'foo'" in told


@pytest.mark.parametrize("answer", [Terminal("\n"), io.StringIO("MIT\n")])
def test_no_licence_is_an_answer_and_so_is_nobody(answer, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", answer)
    assert licence_of(["papers"], yes=False) is None
    assert "it can be said later" in capsys.readouterr().err
