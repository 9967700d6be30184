"""Precision and recall of the filters of captions, on images and texts whose faults are known.

Images: real ones, each looked at by somebody (bench/real_images.py), faults made of the good ones, and one
thing that only looks like a fault (bench/damaged_images.py). Texts: found ones (bench/found_captions.py), and
ones of the rules' author (bench/caption_cases.py). A positive of a filter is what shall be rejected by it;
one that fires on anything else, be it a fault of another kind, is wrong, but for the filters before it in the
pipeline: the first that names a reason rejects.

Limits and rules are chosen on one half, and figures are of the other; what was made of an image is in its
half. Of each image filter's limit it is printed which values do best on the half to choose. The last line is
one JSON object: figures of all that is held out, under `real` of what nobody made for this benchmark, and
under `real_both_halves` the same of both halves, for real faults are few.

    python -m bench.captions_filters [--shared ../shared] [--more FOLDER] [--sheet out/faults.png]
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path

import numpy as np
from PIL import Image

from bench.caption_cases import Case, written_texts
from bench.damaged_images import Labelled, made_of
from bench.found_captions import found_texts
from bench.real_images import MORE, labels, real_images
from vlcorpus.filters.captions.caption import (
    caption_contradicts,
    caption_empty,
    caption_language,
    caption_repeats,
)
from vlcorpus.filters.captions.model_talk import caption_refuses, caption_tells_prompt
from vlcorpus.filters.image_quality import image_bannered, image_blurred, image_framed, image_uniform
from vlcorpus.filters.image_size import side_too_short
from vlcorpus.schemas.captions.caption import CaptionRow
from vlcorpus.stages.captions.measure_image import measure_image, small_copy

OF_IMAGES = (side_too_short, image_uniform, image_blurred, image_framed, image_bannered)
OF_TEXTS = (
    caption_empty,
    caption_refuses,
    caption_tells_prompt,
    caption_language,
    caption_repeats,
    caption_contradicts,
)
# The limit of each filter that is swept: its name, and the values.
LIMITS = {
    image_blurred: ("min_edge_sharpness", np.arange(0.1, 0.3, 0.01)),
    image_uniform: ("min_line_sharpness", np.arange(1.0, 40.1, 1.0)),
    image_framed: ("max_border_fraction", np.arange(0.4, 0.96, 0.05)),
    image_bannered: ("max_banner_fraction", np.arange(0.02, 0.2, 0.01)),
}
SHEET_SIDE_PX, SHEET_COLUMNS = 120, 16


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--more", type=Path, help=f"folder of check-outs owner+name of {list(MORE)}")
    parser.add_argument("--sheet", type=Path, help="where a sheet of a sample of all faults is written")
    arguments = parser.parse_args()
    images = list(_image_cases(arguments.shared, arguments.more, arguments.sheet))
    texts = [*found_texts(arguments.shared), *written_texts()]
    for filter, (limit, values) in LIMITS.items():
        print(f"{filter.__name__}: {limit} does best from {_best(images, filter, limit, values)}")
    print(json.dumps(_summary(images, texts)))


def _summary(images: list[Case], texts: list[Case]) -> dict:
    real = [case for case in images + texts if case.real]
    summary: dict = {"images": len(images), "captions": len(texts)}
    summary["real"] = {
        "images": sum(case.real for case in images),
        "captions": sum(case.real for case in texts),
    }
    summary["real_both_halves"] = {}
    for cases, filters in ((images, OF_IMAGES), (texts, OF_TEXTS)):
        for half in (True, False):
            print("to choose:" if half else "held out:")
            found = rates([case for case in cases if case.to_choose is half], filters, told=True)
            print(json.dumps(found))
        summary |= found
        own = [case for case in real if case in cases]
        summary["real"] |= rates([case for case in own if not case.to_choose], filters)
        summary["real_both_halves"] |= rates(own, filters)
    return summary


def _image_cases(shared: Path, more: Path | None, sheet: Path | None) -> Iterator[Case]:
    known, shown = labels(), defaultdict(list)
    here = 0
    for found in real_images(shared, more):
        label = known.get(found.key)
        if label is None:
            print(f"  not looked at: {found.name}")
            continue
        here += 1
        as_it_is = Labelled(found.name, found.image, label.faults)
        for one in (as_it_is, *(made_of(found.name, found.image) if not label.faults else ())):
            kind = next(iter(one.faults), one.name.partition("#")[2] or "as it is")
            if sheet:
                shown[kind].append(_thumbnail(one.image))
            yield Case(image_row(one), one.faults, one.name, _even(found.key), one is as_it_is)
    print(f"{here} real images; {len(known) - here} others that were looked at are not here")
    if sheet:
        _write_sheet(sheet, shown)


def image_row(one: Labelled) -> CaptionRow:
    return CaptionRow.origin(
        "bench",
        one.name,
        None,
        content=b"",
        format="PNG",
        width_px=one.image.width,
        height_px=one.image.height,
        exif_applied=False,
        text="",
        lang="und",
        measures=measure_image(small_copy(one.image)),
        perceptual_hash=0,
    )


def rates(
    cases: list[Case], filters: tuple[Callable, ...], *, told: bool = False
) -> dict[str, dict[str, float | None]]:
    """Return precision and recall of each filter, in the order in which they stand in the pipeline.

    `n` is how many it shall reject. A figure that nothing stands behind is null.
    """
    right: dict[str, int] = defaultdict(int)
    fired: dict[str, int] = defaultdict(int)
    wanted: dict[str, int] = defaultdict(int)
    for case in cases:
        reason = next((str(reason) for accept in filters if (reason := accept(case.row))), None)
        for fault in case.faults:
            wanted[fault] += 1
        if reason:
            fired[reason] += 1
            right[reason] += reason in case.faults
        if told and {reason} - {None} != case.faults:
            print(f"  wrong: {reason} of {'real ' * case.real}{case.name[:90]}")
    return {
        name: {
            "precision": round(right[name] / fired[name], 3) if fired[name] else None,
            "recall": round(right[name] / wanted[name], 3) if wanted[name] else None,
            "n": wanted[name],
        }
        for name in (filter.__name__ for filter in filters)
        if wanted[name] or fired[name]
    }


def _best(cases: list[Case], filter: Callable, limit: str, values: np.ndarray) -> str:
    """Return which values of a limit make the fewest mistakes on the half to choose."""
    own = [case for case in cases if case.to_choose and case.faults <= {filter.__name__}]
    mistakes = [
        sum(bool(filter(case.row, **{limit: float(value)})) != bool(case.faults) for case in own)
        for value in values
    ]
    best = values[np.flatnonzero(np.array(mistakes) == min(mistakes))]
    return f"{best.min():.2f} to {best.max():.2f} ({min(mistakes)} mistakes in {len(own)})"


def _even(name: str) -> bool:
    return blake2b(name.encode()).digest()[0] % 2 == 0


def _thumbnail(image: Image.Image) -> Image.Image:
    small = image.copy()
    small.thumbnail((SHEET_SIDE_PX - 4, SHEET_SIDE_PX - 4))
    return small


def _write_sheet(path: Path, shown: dict[str, list[Image.Image]]) -> None:
    """Write a row of images of each kind, for a person who looks whether the labels are right."""
    side = SHEET_SIDE_PX
    sheet = Image.new("RGB", (SHEET_COLUMNS * side, len(shown) * side), "magenta")
    for y, kind in enumerate(sorted(shown)):
        every = max(1, len(shown[kind]) // SHEET_COLUMNS)
        for x, image in enumerate(shown[kind][::every][:SHEET_COLUMNS]):
            sheet.paste(image, (x * side, y * side))
    path.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(path)


if __name__ == "__main__":
    main()
