"""A parsed page is a row like any other: it can be committed as a table and read back whole."""

import io

import pyarrow.parquet as pq

from tests.factories import file_row
from vlcorpus.catalogs.tables.shards import write_shard
from vlcorpus.pipelines.documents.demo import report
from vlcorpus.schemas.arrow import from_record
from vlcorpus.schemas.documents.document import ParsedPage
from vlcorpus.stages.documents.parse_layout import ParseLayout
from vlcorpus.stages.documents.read_pdf import ReadPdf


def test_a_page_comes_back_from_a_shard_equal_with_its_tree_and_boxes():
    reader = ReadPdf()
    (read,) = reader.each(file_row("report.pdf", report()))
    reader.close()
    page = ParseLayout().each(read)
    assert any(block.table for block in page.tree.blocks)
    shard = io.BytesIO()
    write_shard(shard, ParsedPage, [page])
    assert [from_record(ParsedPage, record) for record in pq.read_table(shard).to_pylist()] == [page]
