"""A captioned row goes through a shard and comes back with its caption and what was decided of it."""

from dataclasses import replace

from tests.stages.captions.rows import captioned
from vlcorpus.schemas.arrow import from_record, record_batch
from vlcorpus.schemas.captions.caption import CaptionRow
from vlcorpus.schemas.dedup import DuplicateDecision


def back(row: CaptionRow) -> CaptionRow:
    (record,) = record_batch(CaptionRow, [row]).to_pylist()
    return from_record(CaptionRow, record)


def test_a_caption_comes_back_with_its_quotes_and_its_measures():
    row = captioned("A red boat.", quotes={"attributes": "red"})
    found = back(row)
    assert (found.caption, found.generated) == (row.caption, row.generated)
    assert found.measures.colors == row.measures.colors
    assert found.perceptual_hash == row.perceptual_hash == 0x0123456789ABCDEF


def test_the_largest_hash_comes_back():
    row = replace(captioned("A red boat."), perceptual_hash=2**64 - 1, attribute_signature=2**64 - 1)
    assert (back(row).perceptual_hash, back(row).attribute_signature) == (2**64 - 1, 2**64 - 1)


def test_what_was_decided_comes_back_and_nothing_is_null():
    decided = DuplicateDecision(id="a", keep=False, group="g", duplicate_of="b", similarity=0.875)
    assert back(replace(captioned("A."), duplicate=decided)).duplicate == decided
    assert back(captioned("A.")).duplicate is None


def test_a_person_looks_at_its_image():
    row = captioned("A.")
    assert row.preview_image() == row.content
