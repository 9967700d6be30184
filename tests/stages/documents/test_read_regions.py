"""Regions that a model reads: its reply in the place of the image, or the reason why there is none."""

from dataclasses import replace

import pytest

from tests.stages.documents.pages import image, page, text
from tests.stages.inference.recorded import ENGINE, MODEL, replaying
from vlcorpus.schemas.documents.document import UnreadRegion
from vlcorpus.schemas.page import BlockKind
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.sample import LabelSource
from vlcorpus.stages.documents.read_regions import ReadRegions
from vlcorpus.stages.documents.roles import REGION_READER, region_prompt
from vlcorpus.stages.documents.to_samples import ToSamples
from vlcorpus.stages.inference.model import Model

TABLE = "<table><tr><td>a</td><td>b</td></tr></table>"
NOBODY = Model(role=REGION_READER)


def unread(*kinds: str):
    """Return a page with a paragraph and an image for each region."""
    row = page(text(100), *(image(200 + 210 * i) for i in range(len(kinds))))
    return replace(row, unread=[UnreadRegion(i + 1, BlockKind(kind)) for i, kind in enumerate(kinds)])


@pytest.fixture
def read(tmp_path):
    def read(row, *replies):
        (out,) = replaying(ReadRegions, row, replies, tmp_path)([row])
        return out

    return read


def test_each_region_is_cut_out_and_asked_for_by_its_kind():
    row = unread("formula", "table")
    requests = ReadRegions(NOBODY).requests(row)
    assert [request.turns[0].parts[1] for request in requests] == [
        region_prompt(kind, "en").text for kind in (BlockKind.FORMULA, BlockKind.TABLE)
    ]
    crops = [request.images()[0].bytes for request in requests]
    assert all(crop.startswith(b"\x89PNG") for crop in crops)
    assert [request.prompt_sha256 for request in requests] == [
        region_prompt(kind, "en").sha256 for kind in (BlockKind.FORMULA, BlockKind.TABLE)
    ]


def test_a_page_in_chinese_is_asked_for_in_chinese():
    (request,) = ReadRegions(NOBODY).requests(replace(unread("formula"), lang="zh"))
    assert request.turns[0].parts[1] == region_prompt(BlockKind.FORMULA, "zh").text
    assert "公式" in request.turns[0].parts[1]


@pytest.mark.parametrize("reply", ["x^2", "$$x^2$$", r"\[ x^2 \]", "$x^2$", " x^2\n"])
def test_a_formula_is_put_in_its_place_without_delimiters(read, reply):
    block = read(unread("formula"), reply).tree.blocks[1]
    assert (block.kind, block.text) == (BlockKind.FORMULA, "x^2")


def test_a_table_and_a_text_are_put_in_their_places(read):
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
def test_a_reply_that_says_nothing_is_unusable(read, kind, reply):
    out = read(unread(kind), reply)
    assert isinstance(out, Rejection)
    assert (out.reason, ENGINE in out.detail) == (Reason.REGION_REPLY_UNUSABLE, True)


def test_without_a_reader_the_page_waits_for_one():
    row = unread("formula")
    (out,) = ReadRegions(NOBODY)([row])
    assert out.reason == "needs_model:region_reader"
    assert f"formula at {tuple(row.tree.blocks[1].box)}" in out.detail


def test_or_the_region_stays_an_image():
    (out,) = ReadRegions(NOBODY, unread="image")([unread("formula")])
    assert out.tree.blocks[1].kind is BlockKind.IMAGE
    assert (len(out.unread), out.region_engine) == (1, None)


def test_a_page_without_such_regions_is_as_it_was():
    row = page(text(100))
    assert list(ReadRegions(NOBODY)([row])) == [row]


def test_a_sample_says_that_a_model_has_read_a_part_of_it(read):
    row = unread("formula")
    samples = list(ToSamples()([read(row, "x^2")]))
    assert {(sample.label_source, sample.engine, sample.model) for sample in samples} == {
        (LabelSource.MODEL, f"pymupdf+{ENGINE}", MODEL)
    }
    (said,) = samples[0].generated
    assert (said.role, said.model_id, said.prompt_sha256, said.n_out_tokens) == (
        "reader",
        MODEL,
        region_prompt(BlockKind.FORMULA, "en").sha256,
        3,
    )
