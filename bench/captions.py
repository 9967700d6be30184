"""CPU seconds, memory and mistakes of dedup: images by pHash, beside a floor; captions by MinHash.

The floor is the same work in bare Pillow and NumPy. Each side runs in a process of its own, after which the
kernel says its CPU seconds and its peak memory; what a process costs that only imports and reads is taken
off the text's.
Images: decode at a reduced scale, limits, hash, pairs, survivors; the floor decodes grey and compares all
with all. Missed: copies that were kept; lost: distinct ones that were not. The last line is one JSON object.

    python -m bench.captions [--rounds 3]
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from bench.child import measured

GOALS = {
    "images": {"cpu_s_over_floor": 1.5},
    "text": {"cpu_s": 6.0, "missed_or_lost": 0.001},
    "peak_mb": 1200,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--side", choices=SIDES, help=argparse.SUPPRESS)
    parser.add_argument("--input", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.side:
        print(json.dumps(SIDES[arguments.side](arguments.input)))
        return
    with tempfile.TemporaryDirectory(prefix="vlcorpus-bench-") as folder:
        # In another process: a child's peak memory is no lower than its parent's was when it began.
        subprocess.run([sys.executable, "-m", "bench.caption_samples", folder], check=True)
        images = Path(folder) / "images"
        kilobytes = statistics.mean(path.stat().st_size for path in images.iterdir()) / 1000
        print(f"{len(list(images.iterdir()))} JPEGs of {kilobytes:.0f} KB")
        print(json.dumps(compare(images, Path(folder) / "captions.parquet", arguments.rounds)))


def compare(images: Path, captions: Path, rounds: int) -> dict:
    """Run all sides in turn, `rounds` times; return medians."""
    runs: dict[str, list[dict]] = {side: [] for side in SIDES}
    for _ in range(rounds):
        for side in SIDES:
            runs[side].append(
                measured("bench.captions", side, captions if side.startswith("text") else images)
            )
            print(side, json.dumps(runs[side][-1]), flush=True)
    cpu_s = {side: statistics.median(run["cpu_s"] for run in found) for side, found in runs.items()}
    peak_mb = {side: max(run["peak_mb"] for run in found) for side, found in runs.items()}
    seen, read = runs["images"][0], runs["text"][0]
    return {
        "images": {
            "cpu_s": round(cpu_s["images"], 2),
            "cpu_s_floor": round(cpu_s["images_floor"], 2),
            "cpu_s_over_floor": round(cpu_s["images"] / cpu_s["images_floor"], 3),
            "missed": seen["missed"],
            "lost": seen["lost"],
            "peak_mb": peak_mb["images"],
        },
        "text": {
            "cpu_s": round(cpu_s["text"] - cpu_s["text_start"], 2),
            "cpu_s_start": round(cpu_s["text_start"], 2),
            "missed": read["missed"],
            "lost": read["lost"],
            "missed_or_lost": (read["missed"] + read["lost"]) / read["n"],
            "peak_mb": peak_mb["text"],
        },
        "goals": GOALS,
    }


def images_side(folder: Path) -> dict:
    """Our step: the functions that the stages call."""
    import numpy as np

    from bench.caption_samples import contents
    from vlcorpus.filters.image_size import aspect_too_extreme, side_too_short
    from vlcorpus.schemas.image import ImageRow
    from vlcorpus.stages.captions.measure_image import DRAFT_PX
    from vlcorpus.stages.dedup.hamming import hamming_pairs
    from vlcorpus.stages.dedup.perceptual_hash import hash_greys, shrink
    from vlcorpus.stages.dedup.survivors import decide
    from vlcorpus.stages.media.decode_image import decode

    groups, greys = [], []
    for group, content in contents(folder):
        image = decode(content, draft_long_px=DRAFT_PX)
        row = ImageRow.origin(
            "bench",
            str(len(groups)),
            None,
            content=content,
            format=image.format,
            width_px=image.width_px,
            height_px=image.height_px,
            exif_applied=image.exif_applied,
        )
        if side_too_short(row) or aspect_too_extreme(row):
            continue
        groups.append(group)
        greys.append(shrink(image.pixels))
    ids = [f"{number:06d}" for number in range(len(groups))]
    decisions = decide(ids, np.zeros(len(ids)), hamming_pairs(hash_greys(np.stack(greys))))
    return _mistakes(groups, [decision.keep for decision in decisions])


def images_floor(folder: Path) -> dict:
    import io

    import numpy as np
    from PIL import Image

    from bench.caption_samples import contents

    cosines = np.cos(np.pi / 32 * np.arange(8)[:, None] * (np.arange(32) + 0.5))
    groups, hashes, keep = [], [], []
    for group, content in contents(folder):
        image = Image.open(io.BytesIO(content))
        if min(image.size) < 64 or max(image.size) > 200 * min(image.size):
            continue
        image.draft("L", (256, 256))
        grey = np.asarray(image.convert("L").resize((32, 32), Image.Resampling.LANCZOS), np.float64)
        low = cosines @ grey @ cosines.T
        own = np.packbits(low > np.median(low)).view(np.uint64)[0]
        near = np.bitwise_count(np.array(hashes, np.uint64) ^ own) <= 4
        groups.append(group)
        hashes.append(own)
        keep.append(not near.any())
    return _mistakes(groups, keep)


def text_side(path: Path) -> dict:
    texts, groups = _read_captions(path)
    import numpy as np

    from bench.text_dedup.text_pairs import text_pairs
    from vlcorpus.stages.dedup.survivors import decide

    ids = [f"{number:06d}" for number in range(len(texts))]
    decisions = decide(ids, np.zeros(len(ids)), text_pairs(texts))
    return _mistakes(groups, [decision.keep for decision in decisions])


def text_start(path: Path) -> dict:
    """What `text_side` imports and reads, and nothing else."""
    import bench.text_dedup.text_pairs  # noqa: F401

    return {"n": len(_read_captions(path)[0])}


def _read_captions(path: Path) -> tuple[list[str], list[int]]:
    import pyarrow.parquet as pq

    table = pq.read_table(path)
    return table["text"].to_pylist(), table["group"].to_pylist()


def _mistakes(groups: list, keep: list[bool]) -> dict:
    """Return missed: kept beyond one per group; lost: groups of which nothing was kept."""
    kept = Counter(group for group, stays in zip(groups, keep, strict=True) if stays)
    missed = sum(kept.values()) - len(kept)
    return {"n": len(groups), "kept": sum(kept.values()), "missed": missed, "lost": len({*groups} - {*kept})}


SIDES = {"images": images_side, "images_floor": images_floor, "text": text_side, "text_start": text_start}

if __name__ == "__main__":
    main()
