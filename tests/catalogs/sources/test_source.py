from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vlcorpus.catalogs.sources.source import Item, listing_digest, split

sizes = st.lists(st.integers(0, 100), max_size=60)
ITEM = Item(key="a", uri="/x/a", n_bytes=1, stamp="s", n_rows=2, input=0)


def listing(sizes: list[int]) -> list[Item]:
    return [Item(key=f"{i:03d}", uri=f"/{i}", n_bytes=n) for i, n in enumerate(sizes)]


@given(sizes, st.integers(1, 8), st.integers(1, 150))
def test_a_split_keeps_every_item_once_in_order_within_both_limits_and_wastes_no_partition(
    sizes, max_items, max_bytes
):
    items = listing(sizes)
    partitions = split(items, max_items=max_items, max_bytes=max_bytes)
    assert [item for p in partitions for item in p.items] == items
    assert [p.index for p in partitions] == list(range(len(partitions)))
    for partition in partitions:
        assert 1 <= len(partition.items) <= max_items
        assert partition.n_bytes <= max_bytes or len(partition.items) == 1
    for one, following in pairwise(partitions):
        full = len(one.items) == max_items or one.n_bytes + following.items[0].n_bytes > max_bytes
        assert full


@pytest.mark.parametrize("change", [{"key": "b"}, {"n_bytes": 2}, {"stamp": "t"}, {"n_rows": 3}])
def test_the_digest_notices_every_change_of_content(change):
    assert listing_digest([replace(ITEM, **change)]) != listing_digest([ITEM])


def test_the_digest_does_not_depend_on_where_the_files_lie():
    assert listing_digest([replace(ITEM, uri="/y/a", input=1)]) == listing_digest([ITEM])


def test_the_digest_is_of_items_not_of_their_text_run_together():
    one, two = replace(ITEM, key="a", stamp="b,c"), replace(ITEM, key="a,b", stamp="c")
    assert listing_digest([one]) != listing_digest([two])
    assert listing_digest([ITEM, ITEM]) != listing_digest([ITEM])
