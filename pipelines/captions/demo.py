"""Images with texts for the demo: a WebDataset tar of drawn scenes, and of what is not good enough."""

import io
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageDraw, ImageFilter

WIDTH, HEIGHT = 480, 320


def scene(sky: str, ground: str, sun: str, n_houses: int) -> Image.Image:
    """Return a landscape: a sky with a sun, a ground, and houses with doors and windows."""
    image = Image.new("RGB", (WIDTH, HEIGHT), sky)
    draw = ImageDraw.Draw(image)
    draw.ellipse((370, 30, 440, 100), fill=sun)
    draw.polygon([(0, 200), (110, 110), (230, 205), (340, 130), (480, 200)], fill="slategrey")
    draw.rectangle((0, 200, WIDTH, HEIGHT), fill=ground)
    for number in range(n_houses):
        left = 40 + number * 110
        draw.rectangle((left, 190, left + 70, 260), fill=("firebrick", "linen", "peru", "navy")[number % 4])
        draw.polygon([(left - 8, 190), (left + 35, 150), (left + 78, 190)], fill="saddlebrown")
        draw.rectangle((left + 26, 225, left + 44, 260), fill="black")
        for x in (left + 8, left + 48):
            draw.rectangle((x, 200, x + 14, 216), fill="lightyellow", outline="black")
    return image


def _jpeg(image: Image.Image, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=90, **options)
    return out.getvalue()


def _village() -> bytes:
    return _jpeg(scene("skyblue", "forestgreen", "gold", 3))


def _turned() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    return _jpeg(
        scene("lightsteelblue", "khaki", "orange", 1).transpose(Image.Transpose.ROTATE_90), exif=exif
    )


def _framed() -> bytes:
    image = Image.new("RGB", (WIDTH, HEIGHT), "white")
    image.paste(scene("skyblue", "forestgreen", "gold", 3).resize((220, 146)), (130, 87))
    return _jpeg(image)


def _bannered() -> bytes:
    light = Image.radial_gradient("L").resize((WIDTH, HEIGHT))  # soft light makes a photograph of a drawing
    image = Image.new("RGB", (WIDTH, HEIGHT + 50), "black")
    photograph = ImageChops.add(scene("skyblue", "forestgreen", "gold", 3), light.convert("RGB"), scale=2)
    image.paste(photograph, (0, 0))
    draw = ImageDraw.Draw(image)
    draw.text((20, HEIGHT + 12), "Village Pictures", fill="white", font_size=24)
    draw.text((330, HEIGHT + 16), "Image 4711", fill="white", font_size=18)
    return _jpeg(image)


# name: image, text
PAIRS: dict[str, tuple[Callable[[], bytes], str]] = {
    "village": (_village, "Three houses in a village at the foot of two mountains"),
    "same-words": (
        lambda: _jpeg(scene("thistle", "seagreen", "gold", 3).resize((240, 160))),
        "three houses in a village, at the foot of two mountains!",
    ),
    "evening": (
        lambda: _jpeg(scene("darkorange", "darkolivegreen", "red", 4)),
        "Four houses in the evening sun",
    ),
    "winter": (lambda: _jpeg(scene("lightgrey", "white", "lightyellow", 2)), "冬天的两座房子，远处是山"),
    "turned": (_turned, "One house by the sea of sand &amp; stone"),
    "cmyk": (lambda: _jpeg(scene("skyblue", "tan", "gold", 2).convert("CMYK")), "Two houses, made for print"),
    "copy": (_village, "DSC_0007.jpg"),
    "no-text": (lambda: _jpeg(scene("thistle", "seagreen", "gold", 1)), "IMG_0042.jpg"),
    "repeating": (
        lambda: _jpeg(scene("steelblue", "darkkhaki", "ivory", 4)),
        "village village village village village village",
    ),
    "framed": (_framed, "A small picture of three houses on a large page"),
    "bannered": (_bannered, "Three houses, and who sells pictures of them"),
    "blurred": (
        lambda: _jpeg(scene("skyblue", "forestgreen", "gold", 3).filter(ImageFilter.GaussianBlur(40))),
        "Three houses that nobody can see",
    ),
    "blank": (lambda: _jpeg(Image.new("RGB", (WIDTH, HEIGHT), "white")), "Nothing at all on a white page"),
    "small": (
        lambda: _jpeg(scene("skyblue", "forestgreen", "gold", 3).resize((48, 32))),
        "A few houses",
    ),
    "truncated": (lambda: _village()[:4000], "Half of a file with three houses"),
    "web-page": (lambda: b"<html><body>404 Not Found</body></html>", "A page instead of a picture"),
}


def draw(folder: Path) -> None:
    """Write `pairs.tar` into `folder`. The same bytes each time."""
    folder.mkdir(parents=True, exist_ok=True)
    with tarfile.open(folder / "pairs.tar", "w", format=tarfile.USTAR_FORMAT) as tar:
        for name, (drawn, text) in PAIRS.items():
            for ending, content in (("jpg", drawn()), ("txt", text.encode())):
                member = tarfile.TarInfo(f"{name}.{ending}")
                member.size = len(content)
                tar.addfile(member, io.BytesIO(content))
