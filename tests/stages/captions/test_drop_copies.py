"""A copy is rejected with the id of the row that stays; all others go on."""

from dataclasses import replace

import pytest

from tests.stages.captions.rows import row
from vlcorpus.schemas.dedup import DuplicateDecision
from vlcorpus.schemas.errors import Reject
from vlcorpus.stages.captions.drop_copies import DropCopies

STAYS = "0" * 32


def decided(duplicate_of: str | None):
    found = row()
    similarity = 0.984375 if duplicate_of else None
    copy = DuplicateDecision(
        id=found.id,
        keep=not duplicate_of,
        group=STAYS,
        duplicate_of=duplicate_of,
        similarity=similarity,
    )
    return replace(found, copy=copy, thumbnail=b"small")


def test_a_copy_names_the_row_that_stays():
    with pytest.raises(Reject, match=f"image_copy: of {STAYS}, 0.984 alike"):
        DropCopies().each(decided(STAYS))


def test_what_stays_goes_on_without_its_thumbnail():
    assert DropCopies().each(decided(None)).thumbnail is None
    assert DropCopies().each(row()).copy is None


def test_a_copy_that_is_not_to_be_dropped_keeps_what_was_decided():
    assert DropCopies(drop=False).each(decided(STAYS)).copy.duplicate_of == STAYS
