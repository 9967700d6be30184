"""How a table follows what it is made of: inputs that are added, changed or gone, tables that grew.

A partition is made of items (files, tars, row groups, WARCs, shards of other tables), each with a size and
a stamp. A commit keeps the digest of its partition's items, `made_of`. One rule holds for every table: a
partition whose commit says what its items are now is done; every other one is to be made, after its commit,
if it has one, was dropped.

A table of inputs keeps the list of its partitions (`catalogs/sources/partition_list.py`). What is listed now
is compared with it, key by key. Known items stay where they are; new ones, and the rest of an item that a
limit had cut, make new partitions behind the last one. An item with another size or stamp is changed, one
that is not listed any more has vanished: a run is refused, unless it is told to `keep` what was committed,
or to `remake` the partitions that hold such items. What was planned and never committed is simply read as
it is now.

A table that is made of tables of its own pipeline keeps no list, for its items are their shards: partition
i of a row-wise table is made of shard i, the one partition of a global step of all shards it reads. Where a
table grew or was made again, other items come out, and so exactly what depends on them is made again.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from vlcorpus.catalogs.sources.source import Item, Partition, Source
from vlcorpus.schemas.errors import InputsChanged

OnChange = Literal["refuse", "keep", "remake"]
_NAMED = 5  # inputs in a message


@dataclass(frozen=True)
class Growth:
    """What a table's partitions are, after a look at what is there now."""

    partitions: list[Partition]  # all of them, by index
    noted: tuple[Partition, ...] = ()  # those of them that the kept list does not hold yet
    added: tuple[Item, ...] = ()  # items that no partition held
    n_new: int = 0  # number of partitions that hold the added items: the last ones
    changed: tuple[str, ...] = ()  # keys of items in committed partitions
    vanished: tuple[str, ...] = ()  # keys of items that are gone from committed partitions

    def refusal(self, uri: str) -> InputsChanged | None:
        """Return why a run that was not told what to do does nothing."""
        if not (self.changed or self.vanished):
            return None
        said = [
            f"{len(keys):,} of its inputs {what}: {_some(keys)}"
            for keys, what in ((self.changed, "changed"), (self.vanished, "vanished"))
            if keys
        ]
        return InputsChanged(
            f"{uri}: since it was committed, {'; '.join(said)}.\n"
            "--changed keep leaves what was made of them as it is, --changed remake makes their partitions "
            "again of what is there now."
        )


def follow(source: Source) -> Growth:
    """Return the partitions of a table that is made of tables of its own pipeline."""
    return Growth(source.partitions(source.items()))


def grow(
    source: Source, kept: Mapping[int, Partition], committed: Collection[int], on_change: OnChange = "refuse"
) -> Growth:
    """Compare what a source lists with the kept partitions. `committed` are those that are done."""
    listed = {item.key: item for item in source.everything()}
    changed: list[str] = []
    vanished: list[str] = []
    read: list[Partition] = []  # what the kept partitions hold now
    again: dict[str, list[Item]] = {}  # pieces of items that are others now
    stay: set[str] = set()  # items of which a committed piece stays as it was
    for partition in kept.values():
        stays = partition.index in committed and on_change != "remake"
        items = []
        for item in partition.items:
            now = listed.get(item.key)
            is_same = now is not None and _is_same(item, now)
            if not is_same and partition.index in committed:
                (vanished if now is None else changed).append(item.key)
            if now is None and not stays:
                continue
            items.append(item if stays or now is None else _as_it_is(item, now))
            if stays:
                stay.add(item.key)
            elif not is_same:
                again.setdefault(item.key, []).append(items[-1])
        read.append(replace(partition, items=tuple(items)))
    cut = _recut(source, {key: pieces for key, pieces in again.items() if key not in stay})
    partitions = [
        replace(partition, items=tuple(now for item in partition.items if (now := cut.get(item, item))))
        for partition in read
    ]
    noted = [now for now, was in zip(partitions, kept.values(), strict=True) if now.made_of != was.made_of]
    held: dict[str, Item] = {}  # the last piece of each item
    for item in (item for partition in partitions for item in partition.items):
        if item.key not in held or item.first_row >= held[item.key].first_row:
            held[item.key] = item
    known = [item for partition in partitions for item in partition.items]
    rest = [left for item in listed.values() if (left := _left_of(item, held.get(item.key)))]
    added = source.admit(rest, known)
    after = max(kept, default=-1) + 1
    new = [
        replace(partition, index=after + number)
        for number, partition in enumerate(source.partitions(added) if added else [])
    ]
    return Growth(
        partitions=[*partitions, *new],
        noted=(*noted, *new),
        added=tuple(added),
        n_new=len(new),
        changed=tuple(changed),
        vanished=tuple(vanished),
    )


def _recut(source: Source, again: dict[str, list[Item]]) -> dict[Item, Item | None]:
    """Return for pieces of items that are others now, of which several come, the pieces in their place."""
    cut: dict[Item, Item | None] = {}
    for pieces in again.values():
        if len(pieces) > 1:
            ordered = sorted(pieces, key=lambda piece: piece.first_row)
            cut.update(zip(ordered, source.recut(ordered), strict=True))
    return cut


def _is_same(piece: Item, now: Item) -> bool:
    """Say whether the listed item has the content that the piece was cut from."""
    if (piece.n_bytes, piece.stamp) != (now.n_bytes, now.stamp):
        return False
    if piece.stop is not None or piece.n_rows is None or now.n_rows is None:
        return True
    return piece.first_row + piece.n_rows == max(now.n_rows, piece.first_row)


def _as_it_is(piece: Item, now: Item) -> Item:
    """Return a kept piece of the item that is listed now."""
    if not _is_same(piece, now):
        return _piece(now, piece.first_row, piece.stop)
    if (piece.uri, piece.input) == (now.uri, now.input):
        return piece
    return replace(piece, uri=now.uri, input=now.input)


def _left_of(item: Item, last: Item | None) -> Item | None:
    """Return what no partition holds of a listed item, whose last piece that one does is `last`."""
    if last is None:
        return item
    if last.stop is None or (item.n_rows is not None and item.n_rows <= last.stop):
        return None
    return _piece(item, last.stop, None)


def _piece(item: Item, first_row: int, stop: int | None) -> Item:
    n_rows = item.n_rows
    if n_rows is not None:
        n_rows = max(0, (n_rows if stop is None else min(stop, n_rows)) - first_row)
    return replace(item, first_row=first_row, stop=stop, n_rows=n_rows)


def _some(keys: Collection[str]) -> str:
    shown = ", ".join(list(dict.fromkeys(keys))[:_NAMED])
    return f"{shown}, …" if len(keys) > _NAMED else shown
