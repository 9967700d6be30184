"""Regions that a model reads: its reply in the place of the picture, or the reason why there is none."""

from dataclasses import dataclass, replace

import pytest

from schemas.document import UnreadRegion
from schemas.page import BlockKind
from schemas.reasons import Reason
from schemas.rejection import Rejection
from schemas.sample import LabelSource
from stages.documents.read_regions import NEEDS_READER, ReadRegions
from stages.documents.roles import RegionReply
from stages.documents.to_samples import ToSamples
from tests.stages.documents.pages import image, page, text

TABLE = "<table><tr><td>a</td><td>b</td></tr></table>"


@dataclass(frozen=True)
class Reader:
    """Replies to each request in turn."""

    replies: tuple[str | None, ...]
    engine: str = "reader-1"

    def read(self, requests):
        assert all(request.image.startswith(b"\x89PNG") and request.prompt for request in requests)
        return [None if reply is None else RegionReply(reply, self.engine) for reply in self.replies]


def unread(*kinds: str):
    """Return a page with a paragraph and a picture for each region."""
    row = page(text(100), *(image(200 + 210 * i) for i in range(len(kinds))))
    return replace(row, unread=[UnreadRegion(i + 1, BlockKind(kind)) for i, kind in enumerate(kinds)])


def read(row, *replies, **values):
    (out,) = ReadRegions(Reader(replies), **values)([row])
    return out


@pytest.mark.parametrize("reply", ["x^2", "$$x^2$$", r"\[ x^2 \]", "$x^2$", " x^2\n"])
def test_a_formula_is_put_in_its_place_without_delimiters(reply):
    block = read(unread("formula"), reply).tree.blocks[1]
    assert (block.kind, block.text) == (BlockKind.FORMULA, "x^2")


def test_a_table_and_a_text_are_put_in_their_places():
    out = read(unread("table", "text"), TABLE, "two words")
    assert [block.kind for block in out.tree.blocks[1:]] == [BlockKind.TABLE, BlockKind.TEXT]
    assert [cell.text for cell in out.tree.blocks[1].table.cells] == ["a", "b"]
    assert (out.tree.blocks[2].text, out.unread) == ("two words", [])


@pytest.mark.parametrize(
    ("kind", "reply"),
    [
        ("formula", "x^{2"),
        ("formula", "x}^{2"),
        ("formula", r"\frac{1}\{2}"),
        ("formula", "  "),
        ("table", "a | b"),
        ("text", ""),
    ],
)
def test_a_reply_that_says_nothing_is_unusable(kind, reply):
    out = read(unread(kind), reply)
    assert isinstance(out, Rejection)
    assert (out.reason, "reader-1" in out.detail) == (Reason.REGION_REPLY_UNUSABLE, True)


@pytest.mark.parametrize("stage", [ReadRegions(), ReadRegions(Reader((None,)))])
def test_without_a_reader_the_page_waits_for_one(stage):
    row = unread("formula")
    (out,) = stage([row])
    assert out.reason == NEEDS_READER == "needs_model:region_reader"
    assert f"formula at {tuple(row.tree.blocks[1].box)}" in out.detail


@pytest.mark.parametrize(
    "stage", [ReadRegions(unread="picture"), ReadRegions(Reader((None,)), unread="picture")]
)
def test_or_the_region_stays_a_picture(stage):
    (out,) = stage([unread("formula")])
    assert out.tree.blocks[1].kind is BlockKind.IMAGE
    assert (len(out.unread), out.region_engine) == (1, None)


def test_a_page_without_such_regions_is_as_it_was():
    row = page(text(100))
    assert list(ReadRegions()([row])) == [row]


def test_a_sample_says_that_a_model_has_read_a_part_of_it():
    samples = list(ToSamples()([read(unread("formula"), "x^2")]))
    assert {(sample.label_source, sample.engine) for sample in samples} == {
        (LabelSource.MODEL, "pymupdf+reader-1")
    }
