"""Read the samples of a corpus as a trainer does: Parquet, one row group in memory, images as PIL.

`python examples/read_shards.py out/demo/documents`. It needs pyarrow and Pillow, and nothing of vlcorpus.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
from PIL import Image

COLUMNS = ["id", "task", "messages", "images", "n_tokens", "n_loss_tokens", "trainable"]


def read(corpus: Path, rank: int = 0, world: int = 1) -> Iterator[dict]:
    """Yield the trainable samples of every `world`-th shard from `rank` on, their images opened."""
    for shard in sorted(corpus.glob("*/samples/data/*.parquet"))[rank::world]:
        file = pq.ParquetFile(shard)
        for group in range(file.num_row_groups):
            for sample in file.read_row_group(group, columns=COLUMNS).to_pylist():
                if sample["trainable"]:
                    images = [Image.open(io.BytesIO(image["bytes"])) for image in sample["images"]]
                    yield sample | {"images": images}


def as_text(sample: dict) -> Iterator[tuple[str, str, bool]]:
    """Yield role, text and whether the loss sees it; an image stands as `[image 640 x 480]`."""
    for message in sample["messages"]:
        parts = []
        for part in message["content"]:
            if part["type"] == "text":
                parts.append(part["text"])
            else:
                parts.append("[image {} x {}]".format(*sample["images"][part["media"]].size))
        yield message["role"], "".join(parts), message["train"]


def main(corpus: Path) -> None:
    n_samples = n_loss_tokens = 0
    for sample in read(corpus):
        n_samples += 1
        n_loss_tokens += sample["n_loss_tokens"]
        if n_samples == 1:
            for role, text, trained in as_text(sample):
                print(f"{role}{' (trained)' if trained else ''}: {text[:200]}")
    print(f"{n_samples} samples to train on, {n_loss_tokens} tokens in the loss")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
