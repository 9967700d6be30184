"""Image-text pairs in JSON files: arrays of records, as LLaVA writes them, and COCO's captions."""

from dataclasses import dataclass
from io import BufferedReader

from vlcorpus.catalogs.sources.json_records import JsonRecords
from vlcorpus.catalogs.sources.pair_table import PairTable
from vlcorpus.catalogs.sources.record_json import RecordJson
from vlcorpus.schemas.captions.pair import PairRow

_ANNOTATIONS = "annotations"  # the folder in which COCO keeps its JSON


@dataclass(frozen=True, kw_only=True)
class PairJson(RecordJson[PairRow], PairTable):
    """One row for each record of an array, or image of COCO. Its key is `<file>#row=<index>`.

    Columns are those of a table. Of COCO's captions the first is the text, and all are in `meta`; images lie
    where a table's may lie, and for `annotations/captions_val2017.json` in `val2017`, `images/val2017` and
    `images` beside `annotations`. A file without such records is left out, and said in the log.
    """

    def records_in(self, stream: BufferedReader) -> JsonRecords:
        return JsonRecords(stream, self.text_encoding)

    def folders_of_images(self, table: str) -> tuple[str, ...]:
        folder, _, name = table.rpartition("/")
        above, _, last = f"/{folder}".rpartition("/")
        if last != _ANNOTATIONS:
            return super().folders_of_images(table)
        subset = name.rpartition(".")[0].rpartition("_")[2]
        others = (f"{above}/{subset}", f"{above}/images/{subset}", f"{above}/images")
        return (*super().folders_of_images(table), *(other.lstrip("/") for other in others))
