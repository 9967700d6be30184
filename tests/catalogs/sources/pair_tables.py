"""Tables of image-text pairs, and the images that they name, for tests."""

import pyarrow as pa
import pyarrow.parquet as pq

from vlcorpus.catalogs.sources.pair_table import PairTable

PNG = b"\x89PNG"
# Header and record of each form.
GOOD = {
    "t.csv": (b"image,text\n", b"a.png,good\n"),
    "t.tsv": (b"image\ttext\n", b"a.png\tgood\n"),
    "t.jsonl": (b"", b'{"image": "a.png", "text": "good"}\n'),
}


def fill(folder):
    for name in ("a.png", "img/b.png"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(PNG + name.encode())
    return folder


def save(folder, name: str, content: bytes | str, **parameters) -> PairTable:
    fill(folder)
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return tables(folder, **parameters)


def tables(*inputs, **parameters) -> PairTable:
    return PairTable(inputs=tuple(map(str, inputs)), source="test", **parameters)


def parquet(folder, columns: dict, name: str = "t.parquet", **options) -> PairTable:
    fill(folder)
    pq.write_table(pa.table(columns), folder / name, **options)
    return tables(folder)
