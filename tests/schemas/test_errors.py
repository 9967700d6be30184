"""Errors travel between processes, and each kind ends the command line in its own way."""

import pickle

import pytest

from vlcorpus.schemas import errors
from vlcorpus.schemas.errors import Reject, VlcorpusError


@pytest.mark.parametrize(
    "reject", [Reject("page_empty"), Reject("file_unreadable", "busy", retryable=True)], ids=["bare", "full"]
)
def test_a_reject_comes_back_from_another_process_as_it_was(reject):
    back = pickle.loads(pickle.dumps(reject))
    assert (back.reason, back.detail, back.retryable) == (reject.reason, reject.detail, reject.retryable)
    assert str(back) == str(reject)


def test_it_says_its_reason_and_what_exactly_was_wrong():
    assert str(Reject("page_empty")) == "page_empty"
    assert str(Reject("page_broken", "no xref")) == "page_broken: no xref"


def test_no_reject_ends_a_run():
    assert not issubclass(Reject, VlcorpusError)


def test_the_tree_at_the_top_of_the_module_is_the_one_there_is():
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)]
    for kind in kinds:
        assert kind.__name__ in errors.__doc__
        if issubclass(kind, VlcorpusError):
            (line,) = [line for line in errors.__doc__.splitlines() if f" {kind.__name__} " in f" {line} "]
            told = line.split()[-1]
            assert not told.isdecimal() or int(told) == kind.exit_code
