"""Tars of image-text pairs, good and bad, for tests."""

import json
import tarfile

import pyarrow as pa

from vlcorpus.catalogs.sources.webdataset import WebDataset
from vlcorpus.schemas.rejection import Rejection

BLOCK = 512
END = bytes(2 * BLOCK)


def header(name: str | bytes, size: int, kind: bytes = tarfile.REGTYPE, link: str = "") -> bytes:
    info = tarfile.TarInfo(name.decode("utf-8", "surrogateescape") if isinstance(name, bytes) else name)
    info.size, info.type, info.linkname = size, kind, link
    return info.tobuf(tarfile.GNU_FORMAT, "utf-8", "surrogateescape")


def members(*named: tuple[str | bytes, bytes]) -> bytes:
    return b"".join(header(name, len(body)) + body + bytes(-len(body) % BLOCK) for name, body in named)


def sample(key: str, image: bytes = b"JPG", text: bytes | None = b"a cat", **fields) -> bytes:
    parts = [(f"{key}.jpg", image)]
    parts += [(f"{key}.txt", text)] if text is not None else []
    return members(*parts, (f"{key}.json", json.dumps(fields).encode()))


def tars(folder, content: bytes | None = None, name: str = "00000.tar", **parameters) -> WebDataset:
    if content is not None:
        (folder / name).write_bytes(content)
    return WebDataset(inputs=(str(folder),), source="web", **parameters)


def outcomes(rows) -> list[tuple[str, str]]:
    return [
        (row.source_key.partition("#")[2], str(row.reason) if isinstance(row, Rejection) else "row")
        for row in rows
    ]


def zstd(content: bytes) -> bytes:
    return pa.Codec("zstd").compress(content, asbytes=True)
