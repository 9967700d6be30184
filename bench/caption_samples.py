"""What dedup is measured with, the same on every run: images and captions with known copies.

As for docs/measurements.md §3: 2,000 JPEGs of about 84 KB, 1,500 of them distinct; 50,000 captions,
40,000 of them distinct.

    python -m bench.caption_samples FOLDER
"""

import io
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from PIL import Image, ImageDraw

DISTINCT, COPIES, OUTSIDE = 1500, 300, 200  # images; outside: a side below 64 px, or an aspect above 200
BASES, EXACT, EDITED = 40_000, 5_000, 5_000  # captions

SUBJECTS = "dog cat woman man child cyclist farmer vendor dancer nurse heron fox tractor tram kite lantern"
ADJECTIVES = "red blue old small bright wooden narrow quiet wet dusty striped broken tall soft pale heavy"
VERBS = "crosses watches carries follows repairs nears paints guards lifts passes holds sweeps"
PLACES = "bridge market harbour orchard station courtyard library field rooftop canal stairway workshop"
TIMES = "at dawn|at noon|in the evening|after the rain|in thick fog|on a winter day|under street lamps"
FRAMES = (
    "A {a} {s} {v} a {b} {t} near the {p} {w}.",
    "In the foreground a {a} {s} {v} the {b} {t}, and behind it the {p} is seen {w}.",
    "The {p} is {a}, and a {b} {s} {v} a {t} {w}.",
    "To the left of the {p} there is a {a} {t} that a {b} {s} {v} {w}.",
)


def draw_images(folder: Path) -> None:
    """Write `{group}-{n}.jpg`: two files are copies if their group is one; group `outside` breaks a limit."""
    folder.mkdir()
    for group in range(DISTINCT):
        rng = np.random.default_rng(group)
        scene = _scene(rng, int(rng.integers(560, 960)), int(rng.integers(420, 760)))
        (folder / f"{group:05d}-0.jpg").write_bytes(_jpeg(scene, 88))
        if group < COPIES:
            scale = float(rng.uniform(0.4, 1.3)) if group % 2 else 1.0
            size = (round(scene.width * scale), round(scene.height * scale))
            copy = scene.resize(size, Image.Resampling.BICUBIC) if group % 2 else scene
            (folder / f"{group:05d}-1.jpg").write_bytes(_jpeg(copy, int(rng.integers(45, 80))))
    for number in range(OUTSIDE):
        rng = np.random.default_rng(DISTINCT + number)
        width, height = ((900, 60), (50, 300), (2600, 12), (40, 40))[number % 4]
        (folder / f"outside-{number}.jpg").write_bytes(_jpeg(_scene(rng, width, height), 88))


def write_captions(path: Path) -> None:
    """Write a table of `text` and `group`, shuffled: two captions are copies if their group is one."""
    rng = random.Random(0)
    bases = [_caption(rng) for _ in range(BASES)]
    rows = [(text, group) for group, text in enumerate(bases)]
    copied = rng.sample(range(BASES), EXACT + EDITED)
    rows += [(bases[group], group) for group in copied[:EXACT]]
    rows += [(_edited(rng, bases[group]), group) for group in copied[EXACT:]]
    rng.shuffle(rows)
    texts, groups = zip(*rows, strict=True)
    pq.write_table(pa.table({"text": texts, "group": groups}), path)


def _scene(rng: np.random.Generator, width: int, height: int) -> Image.Image:
    """Return smooth light, shapes in front of it, stripes, and the grain of a camera."""
    cells = rng.integers(3, 9, 2)
    coarse = rng.integers(0, 256, (*cells, 3), dtype=np.uint8)
    image = Image.fromarray(coarse).resize((width, height), Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(image)
    for _ in range(rng.integers(3, 12)):
        x, y = rng.integers(0, width), rng.integers(0, height)
        w, h = rng.integers(width // 12 + 1, width // 3 + 2), rng.integers(height // 12 + 1, height // 3 + 2)
        shape = (draw.ellipse, draw.rectangle)[rng.integers(2)]
        shape((x - w // 2, y - h // 2, x + w // 2, y + h // 2), fill=tuple(rng.integers(0, 256, 3).tolist()))
    for _ in range(rng.integers(0, 20)):
        ends = rng.integers(0, (width, height), (2, 2)).ravel().tolist()
        draw.line(ends, fill=tuple(rng.integers(0, 256, 3).tolist()), width=int(rng.integers(2, 9)))
    grain = rng.normal(0, 4.7, (height, width, 1)).astype(np.float32)
    return Image.fromarray(np.clip(np.asarray(image) + grain, 0, 255).astype(np.uint8))


def _jpeg(image: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()


def _caption(rng: random.Random) -> str:
    """Return two to four sentences, 27 words at least, which other captions share in their frame."""
    subjects, times = SUBJECTS.split(), TIMES.split("|")
    adjectives, verbs, places = ADJECTIVES.split(), VERBS.split(), PLACES.split()
    sentences: list[str] = []
    while len(sentences) < rng.randrange(2, 5) or sum(len(s.split()) for s in sentences) < 27:
        a, b = rng.sample(adjectives, 2)
        s, v, p, w = (rng.choice(words) for words in (subjects, verbs, places, times))
        sentences.append(rng.choice(FRAMES).format(a=a, b=b, s=s, v=v, t=rng.choice(subjects), p=p, w=w))
    return " ".join(sentences)


def _edited(rng: random.Random, text: str) -> str:
    words = text.split()
    words[rng.randrange(len(words))] = rng.choice(["gleaming", "distant", "crooked", "velvet"])
    return " ".join(words)


def contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.iterdir()):
        yield path.stem.split("-")[0], path.read_bytes()


if __name__ == "__main__":
    draw_images(Path(sys.argv[1]) / "images")
    write_captions(Path(sys.argv[1]) / "captions.parquet")
