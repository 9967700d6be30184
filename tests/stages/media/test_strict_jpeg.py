"""Damage in the middle of a JPEG is seen, and no JPEG that is whole is refused."""

import io
import random
from pathlib import Path

import numpy as np
import PIL.Image
import pytest

from tests.stages.captions.rows import encoded, scene
from vlcorpus.schemas.errors import Reject
from vlcorpus.stages.media.decode_image import decode

DAMAGED_ON_PURPOSE = ("nasty", "nasty-media")


def whole_jpegs(folder: Path) -> list[bytes]:
    paths = [path for path in sorted(folder.rglob("*.jp*g")) if path.parent.name not in DAMAGED_ON_PURPOSE]
    return sorted({path.read_bytes() for path in paths if path.is_file()})


def damaged(content: bytes, n_bytes: int, rng: random.Random) -> bytes:
    """Return it with other bytes in its middle, well behind its headers and before its end."""
    at = rng.randrange(content.index(b"\xff\xda") + 600, len(content) - 600)
    return content[:at] + rng.randbytes(n_bytes) + content[at + n_bytes :]


def is_refused(content: bytes, *, strict: bool = True) -> bool:
    try:
        decode(content, draft_px=256, strict=strict)
    except Reject as reject:
        return reject.reason == "image_broken"
    return False


@pytest.mark.shared
def test_of_real_jpegs_none_that_is_whole_is_refused_and_most_that_are_damaged_are(shared):
    rng = random.Random(0)
    whole = [content for content in whole_jpegs(shared) if len(content) > 6000]
    assert len(whole) >= 100
    assert not any(map(is_refused, whole))
    broken = [damaged(content, 64, rng) for content in whole]
    n_strict = sum(map(is_refused, broken))
    n_lenient = sum(is_refused(content, strict=False) for content in broken)
    assert n_strict / len(broken) > 0.75  # measured: .83
    assert n_lenient / len(broken) < 0.3  # Pillow alone


@pytest.mark.parametrize("draft_px", [0, 100, 256])
@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"subsampling": 0}], ids=str)
def test_pixels_are_those_of_pillow(mode, options, draft_px):
    content = encoded(scene(643, 481).convert(mode), "JPEG", **options)
    lenient, strict = (decode(content, draft_px=draft_px, strict=strict) for strict in (False, True))
    assert np.array_equal(np.asarray(lenient.pixels), np.asarray(strict.pixels))


def test_a_turned_jpeg_stands_upright():
    exif = PIL.Image.Exif()
    exif[0x0112] = 6
    content = encoded(scene(), "JPEG", exif=exif)
    lenient, strict = (decode(content, strict=strict) for strict in (False, True))
    assert np.array_equal(np.asarray(lenient.pixels), np.asarray(strict.pixels))
    assert strict.pixels.size == (240, 320)


def test_a_damaged_cmyk_is_refused():
    content = encoded(scene(640, 480).convert("CMYK"), "JPEG", quality=95)
    middle = len(content) // 2
    assert is_refused(content[:middle] + bytes(range(7, 71)) + content[middle + 64 :])


@pytest.mark.parametrize("padding", [b"\0" * 50, b"\xff" * 50])
def test_a_file_that_is_filled_up_before_its_end_is_whole(padding):
    content = encoded(scene(), "JPEG")
    assert content.endswith(b"\xff\xd9")
    assert not is_refused(content[:-2] + padding + content[-2:])
    assert not is_refused(content + padding)
    assert is_refused(content[:-2] + random.Random(0).randbytes(50) + content[-2:])


def test_the_detail_says_what_libjpeg_says():
    content = encoded(scene(640, 480), "JPEG", quality=95)
    middle = len(content) // 2
    broken = content[:middle] + bytes(range(7, 71)) + content[middle + 64 :]
    PIL.Image.open(io.BytesIO(broken)).load()
    with pytest.raises(Reject, match=r"Corrupt JPEG data: .*its middle is damaged"):
        decode(broken, strict=True)
