"""A model's headings count where the type is slanted and the words are those of a heading."""

import pytest

from tests.stages.documents.tables.drawing import line
from vlcorpus.schemas.documents.document import Region
from vlcorpus.schemas.page import BlockKind
from vlcorpus.stages.documents.layout.laid_block import LaidBlock
from vlcorpus.stages.documents.layout.region_votes import mark_titles


def kind(text, *, italic=True, grow=0.0, seen=BlockKind.TITLE):
    one = line(100, 100, text)
    one.italic = italic
    block = LaidBlock.of(BlockKind.TEXT, [one], text)
    height = block.box.y2 - block.box.y1
    mark_titles([block], [Region(seen, block.box._replace(y2=block.box.y2 + grow * height))])
    return block.kind


def test_a_slanted_line_that_the_model_sees_as_a_heading_is_one():
    assert kind("Boots Self-Locking Nut") is BlockKind.TITLE


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Boots Self-Locking Nut", {"italic": False}),
        ("Boots Self-Locking Nut", {"grow": 1.1}),
        ("Boots Self-Locking Nut", {"seen": BlockKind.TEXT}),
        ("boots of a nut", {}),
        ("It is a nut.", {}),
        ("N" * 101, {}),
    ],
)
def test_else_it_is_text(text, values):
    assert kind(text, **values) is BlockKind.TEXT
