"""A pair as a source has it."""

from tests.stages.captions.rows import pair
from vlcorpus.schemas.arrow import from_record, record_batch
from vlcorpus.schemas.captions.pair import PairRow


def test_a_pair_comes_back_from_a_shard_with_its_image():
    row = pair("船 \u0000", content=b"\xff\x00")
    (record,) = record_batch(PairRow, [row]).to_pylist()
    assert from_record(PairRow, record) == row
    assert row.preview_image() == b"\xff\x00"
