"""Images whose label is known because they were made: of a good image a fault that the filters look for, and
something that only looks like one: a sparse drawing, a thing cut out on white or black, a colour wheel.
"""

import colorsys
import io
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

WORDS = ("Village Pictures", "stock 4711", "Image Agency", "www.example.org", "Photo: A. Smith", "PREVIEW")


@dataclass(frozen=True)
class Labelled:
    name: str
    image: Image.Image
    faults: frozenset[str]  # names of the filters that shall reject it


def made_of(name: str, image: Image.Image) -> Iterator[Labelled]:
    """Yield faults made of a good image, and one thing that only looks like a fault."""
    rng = random.Random(name)
    for fault, damaged in _damaged(image, rng):
        yield Labelled(f"{name}#{fault}", damaged, frozenset({fault}))
    yield Labelled(f"{name}#unusual", _unusual(image, rng), frozenset())


def _damaged(image: Image.Image, rng: random.Random) -> Iterator[tuple[str, Image.Image]]:
    width, height = image.size
    if _is_photograph(image):  # a drawing on a page is a drawing
        yield "image_framed", _framed(image, rng)
        yield "image_bannered", _bannered(image, rng)
    kind = rng.randrange(3)
    if kind == 0:
        sigma = rng.uniform(0.035, 0.08) * max(width, height)
        yield "image_blurred", image.filter(ImageFilter.GaussianBlur(sigma))
    elif kind == 1:
        yield "image_uniform", _uniform(image.size, rng)
    else:
        small = rng.uniform(8, 60) / min(width, height)
        sides = (max(1, round(width * small)), max(1, round(height * small)))
        yield "side_too_short", image.resize(sides)


def _is_photograph(image: Image.Image) -> bool:
    counts = np.array(image.convert("L").histogram(), float)
    shares = counts[counts > 0] / counts.sum()
    return float(-(shares * np.log2(shares)).sum()) > 6.5


def _framed(image: Image.Image, rng: random.Random) -> Image.Image:
    """Put the image on a page of one colour that is four fifths of it and more."""
    page = rng.choice(("white", "black", "white", "grey", "beige", "navy"))
    share = rng.uniform(0.08, 0.2)  # share of the area
    out = Image.new("RGB", (800, rng.choice((600, 800, 1000))), page)
    scale = (share * out.width * out.height / (image.width * image.height)) ** 0.5
    small = image.resize((max(8, int(image.width * scale)), max(8, int(image.height * scale))))
    small.thumbnail((out.width - 20, out.height - 20))
    left, top = (rng.randint(5, more - less - 5) for more, less in zip(out.size, small.size, strict=True))
    out.paste(small, (left, top))
    return out


def _uniform(size: tuple[int, int], rng: random.Random) -> Image.Image:
    color = tuple(rng.randrange(256) for _ in range(3))
    image = Image.new("RGB", size, color)
    if rng.random() < 0.5:  # what a camera writes with its lid on
        noise = np.random.default_rng(rng.randrange(10**6)).normal(0, 1.5, (*size[::-1], 3))
        image = Image.fromarray(np.clip(np.asarray(image) + noise, 0, 255).astype(np.uint8))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=rng.randint(30, 95))
    return Image.open(out).convert("RGB")


def _bannered(image: Image.Image, rng: random.Random) -> Image.Image:
    bar = round(image.height * rng.uniform(0.1, 0.2))
    dark = rng.random() < 0.5
    out = Image.new("RGB", (image.width, image.height + bar), "black" if dark else "white")
    at_top = rng.random() < 0.3
    out.paste(image, (0, bar if at_top else 0))
    draw = ImageDraw.Draw(out)
    y = (0 if at_top else image.height) + bar * 0.25
    ink = "white" if dark else "black"
    for left in (0.03, 0.5):
        draw.text((image.width * left, y), rng.choice(WORDS), fill=ink, font_size=max(10, bar * 0.5))
    return out


def _unusual(image: Image.Image, rng: random.Random) -> Image.Image:
    kind = rng.randrange(5)
    if kind == 0:
        return _wheel(rng)
    if kind <= 2 or not _is_photograph(image):
        return _drawing(rng)
    return _cut_out(image, rng)


def _drawing(rng: random.Random) -> Image.Image:
    """Draw axes and a line, some boxes with lines between them, or the outline of a thing: thin, on white."""
    size, ink = rng.choice(((640, 480), (800, 600), (1000, 1000))), rng.choice(("black", "navy", "dimgrey"))
    image = Image.new("RGB", size, rng.choice(("white", "white", "ivory")))
    draw, thick = ImageDraw.Draw(image), rng.randint(2, 4)
    w, h = size
    kind = rng.randrange(3)
    if kind == 0:
        draw.line([(w * 0.1, h * 0.1), (w * 0.1, h * 0.9), (w * 0.9, h * 0.9)], ink, thick)
        points = [(w * (0.1 + 0.08 * n), h * rng.uniform(0.2, 0.85)) for n in range(11)]
        draw.line(points, rng.choice(("red", "black", "green")), thick)
    elif kind == 1:
        boxes = [(w * rng.uniform(0.05, 0.75), h * rng.uniform(0.05, 0.8)) for _ in range(rng.randint(3, 6))]
        for (x, y), (u, v) in pairwise(boxes):
            draw.line([(x, y), (u, v)], ink, thick)
        for x, y in boxes:
            draw.rectangle((x, y, x + w * 0.18, y + h * 0.12), "white", ink, thick)
    else:
        corners = [
            (w / 2 + w * rng.uniform(0.2, 0.4) * np.cos(a), h / 2 + h * rng.uniform(0.2, 0.4) * np.sin(a))
            for a in np.linspace(0, 2 * np.pi, rng.randint(5, 14), endpoint=False)
        ]
        draw.polygon(corners, outline=ink, width=thick)
    return image


def _wheel(rng: random.Random) -> Image.Image:
    """Draw all hues around a centre, of one brightness: edges are of colour alone."""
    side, n = rng.choice((300, 512, 700)), rng.choice((0, 0, 6, 12))
    y, x = (np.mgrid[:side, :side] - side / 2 + 0.5) / (side / 2)
    hue = np.arctan2(y, x) / (2 * np.pi) % 1
    hue = np.floor(hue * n) / n if n else hue
    table = np.array([colorsys.hsv_to_rgb(k / 360, 1, 1) for k in range(360)]) * 255
    pixels = table[(hue * 360).astype(int) % 360]
    pixels[np.hypot(x, y) > 0.95] = 255
    return Image.fromarray(pixels.astype(np.uint8))


def _cut_out(image: Image.Image, rng: random.Random) -> Image.Image:
    """Cut a thing out of the image, on white or black, as shops show what they sell."""
    side = 800
    thing = image.resize((int(side * rng.uniform(0.2, 0.45)), int(side * rng.uniform(0.35, 0.7))))
    mask = Image.new("L", thing.size, 0)
    w, h = thing.size
    draw = ImageDraw.Draw(mask)
    kind = rng.randrange(3)
    if kind == 0:
        draw.ellipse((0, 0, w - 1, h - 1), 255)
    elif kind == 1:  # a bottle
        draw.rectangle((w * 0.38, 0, w * 0.62, h * 0.35), 255)
        draw.rounded_rectangle((0, h * 0.3, w - 1, h - 1), w * 0.2, 255)
    else:
        angles = np.linspace(0, 2 * np.pi, 12, endpoint=False)
        spots = [
            (w / 2 * (1 + rng.uniform(0.6, 1) * np.cos(a)), h / 2 * (1 + rng.uniform(0.6, 1) * np.sin(a)))
            for a in angles
        ]
        draw.polygon(spots, 255)
    out = Image.new("RGB", (side, side), rng.choice(("white", "white", "black")))
    out.paste(thing, ((side - w) // 2, (side - h) // 2), mask)
    return out
