"""What a look at the inputs makes of a table's partitions."""

from dataclasses import dataclass, replace

import pytest

from vlcorpus.catalogs.sources.growth import Growth, grow
from vlcorpus.catalogs.sources.limit import Limited
from vlcorpus.catalogs.sources.source import Item, Partition, Source, split


@dataclass(frozen=True)
class Listed(Source):
    """Items as told; two make a partition, and an item yields `<key>0`, `<key>1` …"""

    listed: tuple[Item, ...]

    def list_items(self) -> list[Item]:
        return list(self.listed)

    def partitions(self, items: list[Item]) -> list[Partition]:
        return split(items, max_items=2, max_bytes=100)

    def read(self, partition: Partition):
        for item in partition.items:
            assert item == item.as_read()
            yield from (f"{item.key}{number}" for number in range(item.n_bytes))

    def parameters(self) -> dict:
        return {}


def items(*keys: str, stamp: str = "1", n_rows: int | None = 3) -> tuple[Item, ...]:
    return tuple(Item(key, f"/{key}", n_bytes=3, stamp=stamp, n_rows=n_rows) for key in keys)


def source(*keys: str, n_rows: int | None = 3, **stamps: str) -> Listed:
    listed = items(*keys, n_rows=n_rows)
    return Listed(tuple(replace(item, stamp=stamps.get(item.key, "1")) for item in listed))


def kept(grown: Growth) -> dict[int, Partition]:
    return {partition.index: partition for partition in grown.partitions}


def keys(grown: Growth) -> list[str]:
    return ["".join(item.key for item in partition.items) for partition in grown.partitions]


def rows(of: Source, grown: Growth) -> list[str]:
    return [row for partition in grown.partitions for row in of.rows(partition)]


def test_the_first_look_splits_the_listing():
    grown = grow(source("a", "b", "c"), {}, ())
    assert keys(grown) == ["ab", "c"]
    assert [partition.index for partition in grown.noted] == [0, 1]


def test_what_is_new_goes_behind_and_tops_up_nothing():
    before = kept(grow(source("b", "d", "f"), {}, ()))
    grown = grow(source("a", "b", "c", "d", "e", "f"), before, {0})
    assert keys(grown) == ["bd", "f", "ac", "e"]
    assert [partition.index for partition in grown.noted] == [2, 3]
    assert (grown.n_new, [item.key for item in grown.added]) == (2, ["a", "c", "e"])
    assert grown.refusal("out/t") is None


def test_nothing_new_is_nothing_to_note():
    before = kept(grow(source("a", "b"), {}, ()))
    grown = grow(source("a", "b"), before, {0})
    assert (kept(grown), grown.noted, grown.added) == (before, (), ())


def test_a_listing_that_knows_other_places_is_the_same_listing():
    before = kept(grow(source("a"), {}, ()))
    moved = Listed((replace(items("a")[0], uri="/elsewhere/a", input=1),))
    grown = grow(moved, before, ())
    assert grown.partitions[0].items == moved.listed
    assert grown.noted == ()


def test_what_changed_or_vanished_in_committed_partitions_is_named_and_refused():
    before = kept(grow(source("a", "b", "c", "d"), {}, ()))
    grown = grow(source("a", "c", "d", a="2"), before, {0, 1})
    assert (grown.changed, grown.vanished) == (("a",), ("b",))
    message = str(grown.refusal("out/t"))
    assert message.startswith(
        "out/t: since it was committed, 1 of its inputs changed: a; 1 of its inputs vanished: b."
    )
    assert "--changed keep" in message
    assert kept(grown) == before


def test_another_row_count_alone_is_a_change():
    before = kept(grow(source("a"), {}, ()))
    assert grow(source("a", n_rows=4), before, {0}).changed == ("a",)
    assert grow(source("a", n_rows=None), before, {0}).changed == ()


def test_of_many_only_the_first_are_named():
    names = [chr(ord("a") + n) for n in range(8)]
    before = kept(grow(source(*names), {}, ()))
    grown = grow(source("z"), before, {0, 1, 2, 3})
    assert "8 of its inputs vanished: a, b, c, d, e, …" in str(grown.refusal("t"))


def test_keep_leaves_committed_partitions_and_adds_what_is_new():
    before = kept(grow(source("a", "b"), {}, ()))
    grown = grow(source("a", "c", a="2"), before, {0}, "keep")
    assert keys(grown) == ["ab", "c"]
    assert grown.partitions[0] == before[0]


def test_remake_takes_what_is_there_now_and_leaves_other_partitions():
    before = kept(grow(source("a", "b", "c", "d", "e"), {}, ()))
    grown = grow(source("a", "c", "d", "f", a="2"), before, {0, 1, 2}, "remake")
    assert keys(grown) == ["a", "cd", "", "f"]
    assert [partition.index for partition in grown.noted] == [0, 2, 3]
    assert grown.partitions[0].items[0].stamp == "2"
    assert grown.partitions[1] == before[1]


def test_what_was_planned_and_never_committed_is_read_as_it_is_now():
    before = kept(grow(source("a", "b", "c"), {}, ()))
    grown = grow(source("a", "c", a="2"), before, {1})
    assert grown.refusal("t") is None
    assert keys(grown) == ["a", "c"]
    assert [partition.index for partition in grown.noted] == [0]


@pytest.mark.parametrize("n_rows", [3, None])
def test_a_limit_that_grows_reads_each_row_once(n_rows):
    everything = source("a", "b", "c", n_rows=n_rows)
    expected, held = [f"{key}{number}" for key in "abc" for number in range(3)], {}
    for limit in (1, 2, 4, 4, 3, 6, 8):
        limited = Limited(everything, limit)
        grown = grow(limited, held, set(held))
        held = kept(grown)
        assert sorted(rows(limited, grown)) == expected[: max(limit, len(rows(limited, grown)))]
        assert len(rows(limited, grown)) == (4 if limit == 3 else limit)
    grown = grow(everything, held, set(held))
    assert sorted(rows(everything, grown)) == expected
    assert list(kept(grown).values())[: len(held)] == list(held.values())
    again = grow(everything, kept(grown), set(kept(grown)))
    assert again.noted == ()


def test_a_limit_after_everything_adds_nothing():
    before = kept(grow(source("a", "b"), {}, ()))
    grown = grow(Limited(source("a", "b", "c"), 2), before, {0})
    assert kept(grown) == before


def test_a_limit_goes_on_into_new_inputs():
    before = kept(grow(Limited(source("b"), 2), {}, ()))
    limited = Limited(source("a", "b"), 4)
    assert rows(limited, grow(limited, before, {0})) == ["b0", "b1", "a0", "a1"]


def test_a_changed_item_that_was_cut_is_made_again_piece_by_piece():
    before = kept(grow(Limited(source("a"), 2), {}, ()))
    before = kept(grow(source("a"), before, {0}))
    changed = Listed((replace(items("a")[0], stamp="2", n_bytes=5, n_rows=5),))
    grown = grow(changed, before, {0, 1}, "remake")
    assert [list(changed.rows(partition)) for partition in grown.partitions] == [
        ["a0", "a1"],
        ["a2", "a3", "a4"],
    ]
    assert grown.changed == ("a", "a")
