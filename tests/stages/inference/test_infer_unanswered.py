"""Rows that get no answer: refused, raised in the domain, without a model, the engine gone."""

from concurrent.futures import CancelledError, Future
from dataclasses import dataclass

import pytest

from tests.factories import file_row
from tests.stages.inference.asking import ASKS, NOBODY, AskLines, from_rules, refusing, rows, run
from vlcorpus.pipelines.runtime.flow import Ledger, through
from vlcorpus.schemas.errors import EnvironmentFailure, StageBug
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.stages.inference import classical_engine, engines


def test_a_request_that_is_refused_rejects_its_row_only(answering):
    answering(answer=refusing, max_pause_s=0.005)
    out, counts = run(AskLines(ASKS, temperature=0), rows("a", "b\nrefuse", "refuse", "c"))
    assert out == {"000": "a/None", "001": "request_refused", "002": "request_refused", "003": "c/None"}
    assert (counts.rows_kept, counts.rows_rejected, counts.rejects) == (2, 2, 2)


@pytest.mark.parametrize("where", ["requests", "accept"])
@pytest.mark.parametrize(("kind", "reason"), [("reject", "reply_unusable"), ("error", "error:ValueError")])
def test_what_the_domain_raises_rejects_its_row_only(answering, where, kind, reason):
    answering()
    given = rows("a", f"{where} {kind}", "c")
    out, _ = run(AskLines(ASKS, temperature=0), given)
    assert out == {"000": "a/None", "001": reason, "002": "c/None"}
    (rejection,) = (row for row in AskLines(ASKS)(given) if isinstance(row, Rejection))
    assert rejection.stage == "AskLines"
    assert "as it said" in rejection.detail


@pytest.mark.parametrize("where", ["requests", "accept"])
@pytest.mark.parametrize(("kind", "error"), [("bug", StageBug), ("stop", EnvironmentFailure)])
def test_bad_code_and_a_bad_machine_stop_the_run(answering, where, kind, error):
    answering()
    with pytest.raises(error, match="as it said"):
        run(AskLines(ASKS), rows("a", f"{where} {kind}", "c"))


def test_an_engine_that_is_gone_stops_the_run(answering):
    answering(answer=refusing)
    with pytest.raises(EnvironmentFailure, match="the server is gone"):
        run(AskLines(ASKS), rows("a", "stop", "c"))


def test_an_engine_that_raises_at_once_is_heard_too(answering, monkeypatch):
    found = answering()

    def submit(request):
        raise EnvironmentFailure("no room for a cache")

    monkeypatch.setattr(found, "submit", submit)
    with pytest.raises(EnvironmentFailure, match="no room"):
        run(AskLines(ASKS), rows("a"))


def test_rows_whose_engine_is_closed_are_not_rejected(answering):
    """Another run must ask them; a shard that lacks them must never be committed."""
    engine = answering()
    engine.submit = lambda request: closed
    closed = Future()
    assert closed.cancel()
    with pytest.raises(CancelledError):
        list(through((AskLines(ASKS),), [file_row(content=b"a")], Ledger()))


def test_a_row_that_nobody_can_answer_says_whom_it_needs():
    stage = AskLines(NOBODY)
    stage.open()
    out, counts = run(stage, rows("a", "", "requests reject", "b"))
    assert out == {
        "000": "needs_model:reader",
        "001": "",
        "002": "reply_unusable",
        "003": "needs_model:reader",
    }
    assert counts.requests == 0
    assert engines._open.get(NOBODY) is None


@dataclass(frozen=True)
class AskOrPass(AskLines):
    def unanswered(self, row):
        return row


def test_a_domain_may_let_such_a_row_go_on():
    assert run(AskOrPass(NOBODY), rows("a"))[0] == {"000": "a"}


def test_a_role_with_a_classical_answer_needs_no_model(monkeypatch):
    monkeypatch.setitem(classical_engine._ANSWERS, "reader", f"{from_rules.__module__}:from_rules")
    monkeypatch.setattr(engines, "_open", {})
    stage = AskLines(NOBODY)
    stage.open()
    out, counts = run(stage, rows("a", "b"))
    assert out == {"000": "a/by rules", "001": "b/by rules"}
    assert (counts.requests, counts.output_tokens) == (2, 0)


@pytest.mark.parametrize("role", classical_engine._ANSWERS)
def test_every_classical_answer_is_there(role):
    assert callable(classical_engine._answer_of(role))


def test_what_was_answered_is_counted_though_another_request_of_the_row_is_refused(answering):
    answering(answer=refusing)
    _, counts = run(AskLines(ASKS), rows("a\nrefuse"))
    assert (counts.requests, counts.prompt_tokens) == (1, 10)
