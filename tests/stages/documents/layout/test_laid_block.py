"""A block is as large as its lines."""

from tests.stages.documents.tables.drawing import line
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.page import BlockKind
from vlcorpus.stages.documents.layout.laid_block import LaidBlock


def test_it_covers_its_lines_in_both_frames():
    first, second = line(100, 20, "river"), line(90, 40, "bridges")
    first.box = BoxPx(1, 2, 3, 4)
    second.box = BoxPx(0, 5, 2, 6)
    block = LaidBlock.of(BlockKind.TEXT, [first, second], "river bridges")
    assert (block.x1, block.y1, block.x2, block.y2) == (90, 20, 160, 56)
    assert block.box == (0, 2, 3, 6)


def test_its_size_is_the_largest_of_its_lines():
    small, large = line(0, 0, "a"), line(0, 20, "b")
    large.size = 30.0
    assert LaidBlock.of(BlockKind.TITLE, [small, large], "a b", 2).size == 30.0
    assert LaidBlock(BlockKind.IMAGE, 0, 0, 1, 1, BoxPx(0, 0, 1, 1)).size == 0.0
