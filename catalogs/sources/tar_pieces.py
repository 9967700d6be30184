"""Cut a large tar into pieces, so that one file is work for many cores and a retry repeats little of it.

Only the headers are read, from each to the next. A piece begins with the first member of a sample, at a byte
of its own, and ends where the next one begins. A tar stays whole where pieces would not give the rows of the
whole: where it is compressed, and where the key of a sample comes again, which must be told of the second.
"""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BufferedReader

from vlcorpus.catalogs.sources.source import Item
from vlcorpus.catalogs.sources.tar_reader import TarReader
from vlcorpus.schemas.errors import Reject

MAX_MEMBERS = (
    3_000_000  # ours: of a tar on a local disk; the keys of its samples are in memory, as in reading
)
MAX_REMOTE_MEMBERS = 1000  # ours: each of them may cost a request, 30 ms
_BUFFER_BYTES = 8 << 10  # ours: small members of a sample stand side by side, and are seen at once
_FORESEEN_AFTER = 64  # ours: members by which it is foreseen how many there are

KeyOf = Callable[[str], str]  # gives the key of a member's sample by its name, empty for none


class _StaysWhole(Exception):
    """The tar is not to be cut."""


def cut_tar(
    item: Item, stream: BufferedReader, key_of: KeyOf, *, piece_bytes: int, max_members: int
) -> list[Item]:
    """Return the pieces of a tar, of `piece_bytes` or more each; the item alone where it is not to be cut.

    A tar of more than `max_members` is not cut. One that is broken is cut before the break, so that its last
    piece ends in it. Takes the stream over. Raises Reject where it cannot be read.
    """
    try:
        with _by_headers(stream) as tar:
            starts = _starts(item, _first_bytes(item, tar, key_of, max_members), piece_bytes)
    except _StaysWhole:
        return [item]
    if not starts or starts[0][0] != item.first_row:
        starts.insert(0, (item.first_row, 0))
    stops = [row for row, _ in starts[1:]]
    return [
        _piece(item, row, byte, stop) for (row, byte), stop in zip(starts, [*stops, item.stop], strict=True)
    ]


def recut_tar(
    pieces: list[Item], stream: BufferedReader, key_of: KeyOf, *, max_members: int
) -> list[Item | None]:
    """Return the pieces of a tar that is another now, by their rows, each with the byte at which it begins.

    What lies behind the last sample, and all of a tar that is not to be cut, is left to the piece before: by
    pieces, each read from the beginning, it would cost the square of what it holds. Takes the stream over.
    Raises Reject where it cannot be read.
    """
    wanted, begins, row = {piece.first_row for piece in pieces}, {}, 0
    try:
        with _by_headers(stream) as tar:
            for row, byte in enumerate(_first_bytes(pieces[0], tar, key_of, max_members)):
                if row in wanted:
                    begins[row] = byte
    except _StaysWhole:
        begins = {}
    left: dict[int, Item] = {}
    last = 0
    for number, piece in enumerate(pieces):
        if number and not (piece.first_row in begins and piece.first_row < row):
            left[last] = _up_to(left[last], piece)
        else:
            left[number] = replace(piece, first_byte=begins.get(piece.first_row, 0))
            last = number
    return [left.get(number) for number in range(len(pieces))]


def keys_before(stream: BufferedReader, first_byte: int, key_of: KeyOf) -> set[str]:
    """Return the keys of the samples before the byte at which a piece begins. Takes the stream over."""
    keys = set()
    with _by_headers(stream) as tar:
        for member in tar:
            if member.offset >= first_byte:
                break
            keys.add(key_of(member.name))
    return keys


@contextmanager
def _by_headers(stream: BufferedReader) -> Iterator[TarReader]:
    """Read no more than headers: what lies between them is not to be fetched for a large buffer."""
    headers: BufferedReader = io.BufferedReader(stream.detach(), _BUFFER_BYTES)
    with headers:
        yield TarReader(headers, seeks=True)


def _first_bytes(item: Item, tar: TarReader, key_of: KeyOf, max_members: int) -> Iterator[int]:
    """Yield the byte at which each sample begins, up to the end of the tar or to where it is broken."""
    if not tar.is_plain:
        raise _StaysWhole
    seen: set[str] = set()
    key = ""
    try:
        for number, member in enumerate(tar):
            foreseen = item.n_bytes * number // max(1, member.offset) if number == _FORESEEN_AFTER else number
            if foreseen >= max_members:
                raise _StaysWhole
            if member.offset + member.n_bytes > item.n_bytes:
                return  # its content is cut, or its header lies
            of_sample = key_of(member.name)
            if not of_sample or of_sample == key:
                continue
            if of_sample in seen:
                raise _StaysWhole
            seen.add(key := of_sample)
            yield member.offset
    except Reject:
        return


def _starts(item: Item, first_bytes: Iterator[int], piece_bytes: int) -> list[tuple[int, int]]:
    """Return the rows and the bytes at which pieces begin, where the item itself does not begin."""
    starts: list[tuple[int, int]] = []
    row = last = 0
    for row, byte in enumerate(first_bytes):
        if row == item.stop:
            break
        if (row > item.first_row and byte - last >= piece_bytes) or row == item.first_row > 0:
            starts.append((row, byte))
            last = byte
    # A piece has two samples: of the last one before a break, the one before it tells whether it is whole.
    return [start for start in starts if start[0] < row]


def _piece(item: Item, first_row: int, first_byte: int, stop: int | None) -> Item:
    n_rows = None if item.n_rows is None else item.first_row + item.n_rows - first_row
    if stop is not None:
        n_rows = stop - first_row
    return replace(item, first_row=first_row, stop=stop, n_rows=n_rows, first_byte=first_byte)


def _up_to(piece: Item, last: Item) -> Item:
    """Return a piece that ends where `last` ends, which follows it."""
    n_rows = None if piece.n_rows is None or last.n_rows is None else piece.n_rows + last.n_rows
    return replace(piece, stop=last.stop, n_rows=n_rows)
