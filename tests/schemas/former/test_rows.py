"""Rows that an earlier version wrote are shown as those of today."""

from vlcorpus.schemas.clusters import Coverage
from vlcorpus.schemas.former.rows import Coverage1, as_of_today


def test_a_former_row_has_todays_names():
    former = Coverage1(subset="all", n=7, n_regions=3, effective_regions=2.5, vendi=1.5)
    assert as_of_today(former) == Coverage(subset="all", n=7, n_clusters=3, effective_clusters=2.5, vendi=1.5)


def test_a_row_of_today_stays_as_it_is():
    row = Coverage(subset="all", n=7, n_clusters=3, effective_clusters=2.5, vendi=1.5)
    assert as_of_today(row) is row
