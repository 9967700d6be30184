"""The first rows of a source, counted where the listing does not know them."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.factories import file_row
from vlcorpus.catalogs.sources.limit import Limited
from vlcorpus.catalogs.sources.source import Item, Partition, Source, split
from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure, Reject
from vlcorpus.schemas.rejection import Rejection


@dataclass(frozen=True)
class Counted(Source):
    """Items of so many rows; a negative number is one that the listing does not know."""

    sizes: tuple[int, ...] = (3, -2, 4)
    busy: bool = False

    def list_items(self) -> list[Item]:
        return [
            Item(key=f"{i}", uri=f"{i}", n_bytes=abs(n), n_rows=n if n >= 0 else None)
            for i, n in enumerate(self.sizes)
        ]

    def partitions(self, items) -> list[Partition]:
        return split(items, max_items=2, max_bytes=100)

    def read(self, partition) -> Iterator:
        for item in partition.items:
            if self.busy:
                yield Rejection.of(
                    file_row(item.key), "Counted", Reject("file_unreadable", "busy", retryable=True)
                )
                continue
            yield from (file_row(f"{item.key}.{n}") for n in range(item.n_bytes))

    def parameters(self) -> dict:
        return {"sizes": list(self.sizes)}


def keys(source: Source) -> list[str]:
    return [row.source_key for part in source.partitions(source.items()) for row in source.read(part)]


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 5, 6, 8, 9, 10])
def test_the_first_rows_are_those_of_the_whole(limit, read_all):
    found = [row.source_key for row in read_all(Limited(Counted(), limit))]
    assert found == keys(Counted())[:limit]


def test_items_behind_the_last_row_are_not_listed():
    assert [item.n_rows for item in Limited(Counted(), 4).items()] == [3, 1]


def test_what_another_run_may_read_is_not_counted():
    with pytest.raises(EnvironmentFailure, match="The limit counts its rows"):
        Limited(Counted((-2,), busy=True), 1).items()


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_is_at_least_one_row(limit):
    with pytest.raises(ConfigError, match=f"limit={limit}"):
        Limited(Counted(), limit)


def test_it_is_called_what_it_limits_and_a_limit_is_no_identity():
    limited = Limited(Counted(), 4)
    assert (limited.name, limited.describe()) == ("Counted", Counted().describe())
