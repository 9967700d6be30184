import pickle
from dataclasses import dataclass
from functools import cached_property, partial

import pytest

from tests.factories import file_row
from vlcorpus.schemas.errors import Reject, VlcorpusError
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.stages.keep import Keep, Of
from vlcorpus.stages.stage import Chain, RowStage, Stage


@dataclass(frozen=True)
class Hold(RowStage):
    """A stage that holds something a worker must not be sent."""

    size: int = 3

    @cached_property
    def held(self):
        return iter(range(self.size))  # an iterator with a place, as a model or a child process has

    def open(self) -> None:
        assert self.held is not None

    def each(self, row):
        return row


def test_only_parameters_travel_to_a_worker():
    stage = Hold(size=5)
    stage.open()
    travelled = pickle.loads(pickle.dumps(stage))
    assert travelled == stage
    assert "held" not in travelled.__dict__


def test_a_chain_reads_from_left_to_right():
    source = object()
    assert source >> Hold(1) >> Hold(2) == Chain(source, (Hold(1), Hold(2)))


@dataclass(frozen=True)
class Raise(RowStage):
    error: str

    def each(self, row):
        errors = {"reject": Reject("file_empty", "zero", retryable=True), "ours": VlcorpusError("stop")}
        raise errors[self.error]


def test_a_reject_quarantines_its_row_and_the_next_goes_on():
    out = list(Raise("reject")([file_row("a"), file_row("b")]))
    assert [(type(r), r.source_key, r.reason, r.retryable) for r in out] == [
        (Rejection, "a", "file_empty", True),
        (Rejection, "b", "file_empty", True),
    ]


def test_an_error_of_ours_stops_the_run():
    with pytest.raises(VlcorpusError, match="stop"):
        list(Raise("ours")([file_row("a")]))


def test_a_stage_without_work_says_what_to_define():
    with pytest.raises(NotImplementedError, match="must define __call__"):
        list(Stage()([]))


def longer_than(row, *, max_chars: int):
    return "too_long" if len(row.source_key) > max_chars else None


def ends_in_x(row):
    return "ends_in_x" if row.source_key.endswith("x") else None


@pytest.mark.parametrize(("key", "reason"), [("abc", None), ("abcd", "too_long"), ("x", "ends_in_x")])
def test_keep_rejects_with_the_first_reason(key, reason):
    (out,) = Keep(partial(longer_than, max_chars=3), ends_in_x)([file_row(key)])
    assert (out.reason if isinstance(out, Rejection) else None) == reason


def key_of(row):
    return row.source_key


def too_long(key: str, *, max_chars: int):
    return "too_long" if len(key) > max_chars else None


@pytest.mark.parametrize(("key", "reason"), [("abc", None), ("abcd", "too_long")])
def test_a_filter_may_look_at_a_part_of_the_row(key, reason):
    keep = Keep(Of(key_of, partial(too_long, max_chars=3)))
    (out,) = keep([file_row(key)])
    assert (out.reason if isinstance(out, Rejection) else None) == reason
    assert keep.name == "Keep(too_long)"


def test_keep_is_named_after_its_filters():
    assert Keep(partial(longer_than, max_chars=3), ends_in_x).name == "Keep(longer_than, ends_in_x)"
