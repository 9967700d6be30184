"""Filters as a stage: the first that names a reason rejects the row."""

from tests.factories import file_row
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.stages.keep import Keep, Of, bind


def empty(row) -> str | None:
    return None if row.content else "file_empty"


def too_large(row, *, max_bytes: int = 3) -> str | None:
    return "file_too_large" if len(row.content) > max_bytes else None


def odd(n_bytes: int) -> str | None:
    return "odd" if n_bytes % 2 else None


def fates(keep: Keep, *contents: bytes) -> list[str | None]:
    return [getattr(out, "reason", None) for out in keep([file_row(content=content) for content in contents])]


def test_what_no_filter_rejects_goes_on_as_it_was():
    row = file_row(content=b"12")
    (out,) = Keep(empty, too_large)([row])
    assert out is row


def test_the_first_filter_that_names_a_reason_is_asked_last():
    asked = []

    def never(row):
        asked.append(row)

    assert fates(Keep(empty, never), b"", b"1") == ["file_empty", None]
    assert len(asked) == 1


def test_the_limits_are_those_that_were_bound():
    assert fates(Keep(too_large), b"1234") == ["file_too_large"]
    assert fates(Keep(bind(too_large, max_bytes=4)), b"1234", b"12345") == [None, "file_too_large"]


def test_a_filter_may_be_asked_about_a_part_of_the_row():
    of_size = Of(lambda row: len(row.content), odd)
    assert fates(Keep(of_size), b"1", b"12") == ["odd", None]


def test_its_name_tells_the_filters_in_their_order():
    keep = Keep(bind(too_large, max_bytes=4), Of(len, odd), empty)
    assert keep.name == "Keep(too_large, odd, empty)"


def test_a_rejection_carries_that_name():
    (out,) = Keep(empty)([file_row(content=b"")])
    assert isinstance(out, Rejection)
    assert (out.stage, out.reason) == ("Keep(empty)", "file_empty")


def test_without_filters_everything_goes_on():
    assert fates(Keep(), b"", b"1") == [None, None]
