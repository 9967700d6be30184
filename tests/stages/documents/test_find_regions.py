"""A layout model's regions reach the parse: tables that geometry alone does not see."""

from dataclasses import dataclass

from schemas.document import Region
from schemas.geometry import BoxPx
from schemas.page import BlockKind
from stages.documents.find_regions import FindRegions
from stages.documents.parse_layout import ParseLayout
from tests.stages.documents.drawing import paragraph, pdf, read, write

ROWS = [("Ash", "grey bark"), ("Birch", "white bark"), ("Cedar", "red bark")]


@dataclass(frozen=True)
class Model:
    kind: BlockKind
    box: BoxPx
    engine: str = "eyes-2"

    def regions(self, page):
        return [Region(self.kind, self.box)]


def draw(canvas):
    write(canvas, 72, 760, *paragraph("above", 4))
    for i, (name, bark) in enumerate(ROWS):
        write(canvas, 72, 680 - 16 * i, name)
        write(canvas, 150, 680 - 16 * i, bark)
    write(canvas, 72, 600, *paragraph("below", 4))


def tables(*stages):
    rows = read(pdf(draw))[:1]
    for stage in (*stages, ParseLayout()):
        rows = list(stage(rows))
    (page,) = rows
    found = [block.table for block in page.tree.blocks if block.kind is BlockKind.TABLE]
    return page, [[cell.text for cell in table.cells] for table in found]


def region(page) -> BoxPx:
    """Return the box of the rows, px."""
    own = [
        line.box for line in page.lines if line.text.split()[0] in {word for row in ROWS for word in row[0:1]}
    ]
    return BoxPx(own[0].x1 - 4, own[0].y1 - 4, own[0].x1 + 300, own[-1].y2 + 4)


def test_a_table_that_only_the_model_sees():
    page, without = tables()
    seen, found = tables(FindRegions(Model(BlockKind.TABLE, region(page))))
    assert (without, found) == ([], [[text for row in ROWS for text in row]])
    assert seen.layout_engine == "eyes-2"


def test_a_region_of_text_makes_no_table():
    page, _ = tables()
    assert tables(FindRegions(Model(BlockKind.TEXT, region(page))))[1] == []
