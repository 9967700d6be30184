"""What heads a box or a rule to write on is a label, however large or bold."""

import pytest

from tests.stages.documents.drawing import outline, paragraph, pdf, write
from vlcorpus.schemas.documents.document import Drawing
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.page import BlockKind
from vlcorpus.stages.documents.layout.field_labels import MAX_HEIGHT_EM, MIN_WIDTH_EM, unmark_labels
from vlcorpus.stages.documents.layout.laid_block import LaidBlock

EM = 10.0
LABEL = BoxPx(100, 100, 180, 112)


def kind(field: tuple[float, float, float, float], text: str = "Name of the agency:") -> BlockKind:
    block = LaidBlock(BlockKind.TITLE, *LABEL, LABEL, text, level=4)
    unmark_labels([block], [Drawing(BoxPx(*field), stroked=True, is_rect=True, luminance=0.0)], EM)
    assert (block.level is None) is (block.kind is BlockKind.TEXT)
    return block.kind


@pytest.mark.parametrize(
    ("field", "is_label"),
    [
        ((100, 120, 400, 140), True),  # below
        ((100, 128, 400, 140), False),  # too far below
        ((140, 120, 400, 140), False),  # below something else
        ((190, 100, 400, 112), True),  # beside
        ((150, 112, 400, 112), True),  # a rule under what was filled in
        ((100, 124, 400, 124), True),  # a rule to write on
        ((100, 113, 400, 113), False),  # an underline
        ((80, 90, 400, 160), False),  # around it
        ((215, 100, 400, 112), False),  # too far beside
        ((100, 120, 100 + MIN_WIDTH_EM * EM - 1, 130), False),
        ((100, 120, 400, 121 + MAX_HEIGHT_EM * EM), False),  # the frame of a part of the page
    ],
)
def test_where_a_field_stands(field, is_label):
    assert kind(field) == (BlockKind.TEXT if is_label else BlockKind.TITLE)


def test_a_heading_without_a_colon_stays_one():
    assert kind((100, 120, 400, 140), "Name of the agency") is BlockKind.TITLE


def test_labels_of_a_drawn_form_are_text_and_its_heading_is_none():
    def draw(canvas):
        write(canvas, 72, 760, "Application for a card", size=16)
        write(canvas, 72, 720, *paragraph("first", 4))
        for row, label in enumerate(("Surname:", "First name:")):
            write(canvas, 72, 600 - 60 * row, label, font="Helvetica-Bold")
            canvas.rect(72, 570 - 60 * row, 300, 22)

    assert [kind for kind, _ in outline(pdf(draw))] == ["title", "text", "text", "text"]
