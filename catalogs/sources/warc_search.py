"""Find where a WARC can be read again behind a damaged stretch.

A record begins with its version line; in a compressed WARC every record is a gzip member of its own (WARC
1.1, annex D).
"""

import re
import zlib
from typing import BinaryIO

_BEGINNING = re.compile(rb"\x1f\x8b\x08|WARC/1\.\d\r\n")
_LINE = b"WARC/1."
_STEP_BYTES = 1 << 20
_OVERLAP_BYTES = 512  # enough to inflate the first line of a member that begins at the end of a step


def next_record(stream: BinaryIO, start: int) -> int | None:
    """Return the offset of the first record that begins at `start` or later; None where there is none."""
    stream.seek(start)
    window, at = stream.read(_STEP_BYTES), start
    while window:
        more = stream.read(_STEP_BYTES)
        reach = window + more[:_OVERLAP_BYTES]
        for beginning in _BEGINNING.finditer(reach):
            if beginning.start() < len(window) and _is_record(reach[beginning.start() :][:_OVERLAP_BYTES]):
                return at + beginning.start()
        at += len(window)
        window = more
    return None


def rest_after(stream: BinaryIO, start: int) -> int | None:
    """Return where the gzip member ends that begins at `start`, if something but zeros follows it.

    None where nothing follows, and where no whole member begins there.
    """
    stream.seek(start)
    member = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        while not member.eof:
            if not (part := stream.read(_STEP_BYTES)):
                return None
            while part and not member.eof:  # what comes out is not wanted: never more of it than a step
                member.decompress(part, _STEP_BYTES)
                part = member.unconsumed_tail
    except zlib.error:
        return None
    end = stream.tell() - len(member.unused_data)
    stream.seek(end)
    while part := stream.read(_STEP_BYTES):
        if part.strip(b"\0"):
            return end
    return None


def _is_record(head: bytes) -> bool:
    if head.startswith(_LINE):
        return True
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, len(_LINE)) == _LINE
    except zlib.error:
        return False
