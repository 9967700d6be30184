"""The demo's images: drawn here, the same each time, one for each way to fail."""

import io
import tarfile

import PIL.Image
import pytest

from vlcorpus.pipelines.captions.demo import PAIRS, draw


@pytest.fixture(scope="module")
def drawn(tmp_path_factory) -> bytes:
    folder = tmp_path_factory.mktemp("demo")
    draw(folder)
    return (folder / "pairs.tar").read_bytes()


def test_each_pair_is_an_image_and_its_text(drawn):
    with tarfile.open(fileobj=io.BytesIO(drawn)) as tar:
        names = tar.getnames()
        texts = {m.name: tar.extractfile(m).read().decode() for m in tar if m.name.endswith(".txt")}
    assert names == [f"{name}.{ending}" for name in PAIRS for ending in ("jpg", "txt")]
    assert texts["village.txt"] == PAIRS["village"][1]


def test_it_draws_the_same_bytes_each_time(drawn, tmp_path):
    draw(tmp_path / "new/folder")
    assert (tmp_path / "new/folder/pairs.tar").read_bytes() == drawn


@pytest.mark.parametrize("name", [name for name in PAIRS if name not in ("truncated", "web-page")])
def test_the_others_decode(name):
    with PIL.Image.open(io.BytesIO(PAIRS[name][0]())) as image:
        image.load()
