"""Inputs for runs that are killed: of some partitions, or of one long one, with rejects among them."""

import io
import random
import tarfile
from pathlib import Path

import numpy as np
from PIL import Image

from bench.partitions import warc
from vlcorpus.pipelines.documents.demo import article, report, spam

SIDE_PX = (320, 240)
WORDS = (
    "a red boat on the calm lake near tall pines under grey clouds with two old fishermen and their small "
    "brown dog waiting by wooden pier at dawn while birds circle above"
)
PATTERNS = {"documents": "*.warc", "captions": "*.tar"}
ROWS = {"stem": 2500}  # of domains without inputs: these are three partitions


def draw_documents(folder: Path) -> None:
    """Write WARCs, each of which is a partition: six into `parts`, a long one into `whole`."""
    kinds = (article(), spam(), report(), b"no PDF")
    for name, sizes in {"parts": (2,) * 6, "whole": (16,)}.items():
        (folder / name).mkdir(parents=True)
        for number, size in enumerate(sizes):
            records = (warc(100 * number + n, kinds[(number + n) % len(kinds)]) for n in range(size))
            (folder / name / f"{number}.warc").write_bytes(b"".join(records))


def draw_captions(folder: Path) -> None:
    """Write tars of pairs into `parts`: so many small ones that they are six partitions."""
    (folder / "parts").mkdir(parents=True)
    for number in range(96):
        with tarfile.open(folder / f"parts/{number:05d}.tar", "w", format=tarfile.USTAR_FORMAT) as tar:
            for n in range(2):
                _add_pair(tar, 2 * number + n)


def _add_pair(tar: tarfile.TarFile, number: int) -> None:
    """Add an image with a text; of every eighth the image is cut."""
    rng = np.random.default_rng(number)
    soft = Image.fromarray(rng.integers(0, 256, (6, 8, 3), np.uint8)).resize(SIDE_PX)
    grain = rng.integers(0, 50, (*SIDE_PX[::-1], 3))
    out = io.BytesIO()
    Image.fromarray((np.asarray(soft) * 0.8 + grain).astype(np.uint8)).save(out, "JPEG", quality=85)
    image = out.getvalue()[:3000] if number % 8 == 7 else out.getvalue()
    text = " ".join(random.Random(number).sample(WORDS.split(), 9)).encode()
    for ending, content in (("jpg", image), ("txt", text)):
        member = tarfile.TarInfo(f"{number:07d}.{ending}")
        member.size = len(content)
        tar.addfile(member, io.BytesIO(content))
