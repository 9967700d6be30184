"""More captions of images that have few like them: which rows want one, and of which tier."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from vlcorpus.catalogs.sources.source import Item, Partition
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.steps.columns import chosen_rows, read_columns
from vlcorpus.pipelines.steps.step import Step, index_of, interleaved, items_of, one_by_one
from vlcorpus.schemas.captions.caption import CaptionRow
from vlcorpus.stages.captions.views import views_of


@dataclass(frozen=True)
class WantViews(Step):
    """The images of sparse clusters again, without a caption, once for each further tier that is wanted.

    Those of `captioned` by what `places` and `duplicates` say of them: a row that is dropped as a duplicate
    gets none. Those of `filled` carry their place. Row groups without such a row are not read.
    """

    captioned: TableStore
    duplicates: TableStore
    places: TableStore
    filled: TableStore | None = None
    drop_duplicates: bool = True

    def partitions(self, items: list[Item]) -> list[Partition]:
        """Return a task for each partition of `captioned`, and of `filled`."""
        own = one_by_one(items, self.captioned, beside=(self.duplicates, self.places))
        return interleaved(own, one_by_one(items, self.filled)) if self.filled else own

    def read(self, partition: Partition) -> Iterator[CaptionRow]:
        item, *_ = partition.items
        if not item.n_rows:
            return
        if self.filled is not None and items_of(self.filled, [item]):
            rows = _of_filled(self.filled, item)
        else:
            rows = self._of_captioned(item)
        for row in rows:
            yield from views_of(row)

    def _of_captioned(self, item: Item) -> Iterator[CaptionRow]:
        wanted = read_columns(self.places, item, "views")["views"].to_numpy() > 0
        if self.drop_duplicates and wanted.any():
            wanted &= np.asarray(read_columns(self.duplicates, item, "keep")["keep"])
        tables = (self.captioned, self.duplicates, self.places)
        chosen = [chosen_rows(table, index_of(item), wanted) for table in tables]
        for row, duplicate, place in zip(*chosen, strict=True):
            row.duplicate, row.place = duplicate, place
            yield row


def _of_filled(filled: TableStore, item: Item) -> Iterator[CaptionRow]:
    place = read_columns(filled, item, "place")["place"].combine_chunks()
    wanted = place.field("views").to_numpy(zero_copy_only=False) > 0
    yield from chosen_rows(filled, index_of(item), wanted)
