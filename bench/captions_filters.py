"""Precision and recall of the filters of captions, on images and texts whose faults are known.

Images: real ones, faults made of each, and one thing that only looks like a fault (bench/damaged_images.py).
Texts: bench/labelled_captions.yaml, and the captions of bench/near_duplicates.yaml, which are good; texts in
another language than they shall be, and numbers and names that differ from the hint's, are made of these. A
positive of a filter is what shall be rejected by it; a filter that fires on anything else, be it a fault of
another kind, is wrong, but for the filters before it in the pipeline: the first that names a reason rejects.

Half of the images, by their names, and every second text are what limits and rules are chosen on; figures are
of the others. Rules and texts are of one author, so that texts of others will show more mistakes. Of each
image filter's limit it is printed which values do best on the half to choose. The last line is one JSON
object.

    python -m bench.captions_filters [--shared ../shared/data] [--sheet out/faults.png]
"""

import argparse
import json
import sysconfig
from collections import defaultdict
from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import numpy as np
import yaml
from PIL import Image

from bench.damaged_images import Labelled, labelled, real_images
from vlcorpus.filters.captions.caption import (
    caption_contradicts,
    caption_empty,
    caption_language,
    caption_repeats,
)
from vlcorpus.filters.captions.model_talk import caption_refuses, caption_tells_prompt
from vlcorpus.filters.image_quality import image_bannered, image_blurred, image_framed, image_uniform
from vlcorpus.filters.image_size import side_too_short
from vlcorpus.schemas.captions.caption import Caption, CaptionedRow, CaptionRow, Tier
from vlcorpus.schemas.captions.pair import PairRow
from vlcorpus.schemas.sample import Generated, LabelSource
from vlcorpus.stages.captions.measure_image import measure_image, small_copy

TEXTS = Path(__file__).with_name("labelled_captions.yaml")
GOOD_TEXTS = Path(__file__).with_name("near_duplicates.yaml")
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
    image_blurred: ("min_sharpness", np.arange(0.5, 15.1, 0.5)),
    image_uniform: ("min_line_sharpness", np.arange(1.0, 40.1, 1.0)),
    image_framed: ("max_border_fraction", np.arange(0.4, 0.96, 0.05)),
    image_bannered: ("max_banner_fraction", np.arange(0.02, 0.2, 0.01)),
}
SHEET_SIDE_PX, SHEET_COLUMNS = 120, 16


class Case(NamedTuple):
    row: CaptionRow
    faults: frozenset[str]
    name: str
    to_choose: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"))
    parser.add_argument("--sheet", type=Path, help="where a sheet of a sample of all faults is written")
    arguments = parser.parse_args()
    images = list(_image_cases(arguments.shared, arguments.sheet))
    texts = list(_text_cases())
    for filter, (limit, values) in LIMITS.items():
        print(f"{filter.__name__}: {limit} does best from {_best(images, filter, limit, values)}")
    summary: dict = {"images": len(images), "captions": len(texts)}
    for cases, filters in ((images, OF_IMAGES), (texts, OF_TEXTS)):
        for half in (True, False):
            found = rates([case for case in cases if case.to_choose is half], filters)
            print("to choose" if half else "held out", json.dumps(found))
        summary |= found
    print(json.dumps(summary))


def _image_cases(shared: Path, sheet: Path | None) -> Iterator[Case]:
    shown: dict[str, list[Image.Image]] = defaultdict(list)
    for name, image in real_images(shared, Path(sysconfig.get_path("purelib"))):
        for one in labelled(name, image):
            kind = next(iter(one.faults), one.name.partition("#")[2] or "as it is")
            shown[kind].append(one.image)
            yield Case(image_row(one), one.faults, one.name, _even(name))
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


def _text_cases() -> Iterator[Case]:
    """Yield texts with their faults; what a good text is paired with makes the last two faults of it."""
    given = yaml.safe_load(TEXTS.read_text("utf-8"))
    for fault, texts in given.items():
        for number, text in enumerate(texts):
            faults = frozenset() if fault == "good" else frozenset({fault})
            yield _text_case(text, _language(text), faults, number)
    for number, entry in enumerate(yaml.safe_load(GOOD_TEXTS.read_text("utf-8"))["captions"]):
        english, chinese = entry["text"], entry["zh"]
        yield _text_case(english, "en", frozenset(), number)
        yield _text_case(chinese, "zh", frozenset(), number)
        wrong = (english, "zh") if number % 4 < 2 else (chinese, "en")
        yield _text_case(*wrong, frozenset({"caption_language"}), number)
        year = 1900 + number % 100
        dated = f"{english.rstrip('.')}, photographed in {year} by Margarete Schneider."
        yield _text_case(dated, "en", frozenset(), number, f"Margarete Schneider, {year}")
        other = f"Margarethe Schneider, {year}" if number % 4 < 2 else f"Margarete Schneider, {year + 1}"
        if number % 4 < 2 or year % 10 < 9:
            yield _text_case(dated, "en", frozenset({"caption_contradicts"}), number, other)


def _language(text: str) -> str:
    return "zh" if sum("\u3400" <= char <= "\u9fff" for char in text) * 3 > len(text) else "en"


def _text_case(text: str, lang: str, faults: frozenset[str], number: int, hint: str = "") -> Case:
    pair = PairRow.origin("bench", f"{text} {lang} {hint}", None, uri="", content=b"", text=hint)
    caption = Caption(text=text, tier=Tier.SHORT, lang=lang, label_source=LabelSource.MODEL, engine="bench")
    row = CaptionedRow(
        id=pair.id,
        source=pair.source,
        source_key=pair.source_key,
        license=None,
        content=b"",
        format="PNG",
        width_px=1,
        height_px=1,
        exif_applied=False,
        text=hint,
        lang=lang,
        measures=measure_image(np.zeros((4, 4, 3), np.uint8)),
        perceptual_hash=0,
        caption=caption,
        generated=[_SAID],
    )
    return Case(row, faults, text, number % 2 == 0)


_SAID = Generated(
    role="recaptioner",
    model_id="bench",
    model_revision=None,
    prompt_sha256="0" * 64,
    sampling="{}",
    seed=0,
    finish_reason="stop",
    n_out_tokens=1,
)


def rates(cases: list[Case], filters: tuple[Callable, ...]) -> dict[str, dict[str, float]]:
    """Return precision and recall of each filter, in the order in which they stand in the pipeline."""
    wrong: list[str] = []
    right, fired, wanted = defaultdict(int), defaultdict(int), defaultdict(int)
    for case in cases:
        reason = next((str(reason) for accept in filters if (reason := accept(case.row))), None)
        for fault in case.faults:
            wanted[fault] += 1
        if reason:
            fired[reason] += 1
            right[reason] += reason in case.faults
        if {reason} - {None} != case.faults:
            wrong.append(f"{reason} of {case.name[:90]}")
    for line in wrong:
        print("  wrong:", line)
    return {
        name: {
            "precision": round(right[name] / fired[name], 3) if fired[name] else 1.0,
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


def _write_sheet(path: Path, shown: dict[str, list[Image.Image]]) -> None:
    """Write a row of images of each kind, for a person who looks whether the labels are right."""
    side = SHEET_SIDE_PX
    sheet = Image.new("RGB", (SHEET_COLUMNS * side, len(shown) * side), "magenta")
    for y, kind in enumerate(sorted(shown)):
        every = max(1, len(shown[kind]) // SHEET_COLUMNS)
        for x, image in enumerate(shown[kind][::every][:SHEET_COLUMNS]):
            image = image.copy()
            image.thumbnail((side - 4, side - 4))
            sheet.paste(image, (x * side, y * side))
    path.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(path)


if __name__ == "__main__":
    main()
