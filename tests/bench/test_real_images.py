"""Images are found wherever they lie, each look once, and each label is of a filter."""

import base64
import io
import json
import tarfile
import zipfile

import numpy as np
import PIL.Image

from bench.captions_filters import OF_IMAGES
from bench.real_images import labels, real_images


def png(seed: int) -> bytes:
    soft = np.random.default_rng(seed).integers(0, 256, (6, 8, 3), np.uint8)
    out = io.BytesIO()
    PIL.Image.fromarray(soft).resize((160, 120)).save(out, "PNG")
    return out.getvalue()


def test_images_in_files_archives_notebooks_and_pages(tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    (data / "a.png").write_bytes(png(0))
    (data / "again.png").write_bytes(png(0))
    (data / "small.png").write_bytes(png(1)[:40])
    with zipfile.ZipFile(data / "b.epub", "w") as archive:
        archive.writestr("images/b.png", png(2))
        archive.writestr("text.html", "<p>")
    with tarfile.open(data / "c.tar", "w") as archive:
        member = tarfile.TarInfo("c.png")
        member.size = len(png(3))
        archive.addfile(member, io.BytesIO(png(3)))
    encoded = base64.b64encode(png(4)).decode()
    cell = {"outputs": [{"data": {"image/png": encoded}}]}
    (data / "d.ipynb").write_text(json.dumps({"cells": [cell]}))
    (data / "e.html").write_text(f'<img src="data:image/png;base64,{base64.b64encode(png(5)).decode()}">')
    (data / "f.zip").write_bytes(b"PK no archive")
    names = [found.name for found in real_images(tmp_path)]
    members = ["a.png", "b.epub#images/b.png", "c.tar#c.png", "d.ipynb#cell=0.0", "e.html#byte=10"]
    assert names == [f"data/{member}" for member in members]


def test_what_somebody_saw_is_a_fault_that_a_filter_looks_for():
    known = labels()
    assert len(known) > 700
    assert {fault for label in known.values() for fault in label.faults} <= {f.__name__ for f in OF_IMAGES}
    assert len({label.name for label in known.values()}) == len(known)
