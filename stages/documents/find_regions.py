"""Have a layout model look at the page image."""

from dataclasses import dataclass

from schemas.document import PageRow
from stages.documents.roles import LayoutReader
from stages.stage import RowStage


@dataclass(frozen=True)
class FindRegions(RowStage):
    """Fill `regions` by `model`, in place of what the PDF reader's own layout model saw."""

    model: LayoutReader

    def each(self, row: PageRow) -> PageRow:
        row.regions, row.layout_engine = self.model.regions(row), self.model.engine
        return row
