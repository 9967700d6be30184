"""Faults that are made are of the kind that their label says, and each image has the same ones each time."""

import numpy as np
import PIL.Image

from bench.caption_cases import Case
from bench.captions_filters import OF_IMAGES, image_row, rates
from bench.damaged_images import made_of


def photograph(seed: int) -> PIL.Image.Image:
    rng = np.random.default_rng(seed)
    soft = PIL.Image.fromarray(rng.integers(0, 256, (8, 12, 3), np.uint8)).resize((480, 320))
    grain = rng.integers(0, 60, (320, 480, 3))
    return PIL.Image.fromarray((np.asarray(soft) * 0.7 + grain).astype(np.uint8))


def test_filters_find_what_was_made_and_nothing_else():
    cases = [
        Case(image_row(one), one.faults, one.name, True, False)
        for seed in range(12)
        for one in made_of(f"photograph {seed}", photograph(seed))
    ]
    found = rates(cases, OF_IMAGES)
    assert len(found) == len(OF_IMAGES)
    assert all(rate["precision"] == 1 for rate in found.values())
    assert all(rate["recall"] >= 0.8 for rate in found.values())


def test_the_same_name_has_the_same_faults():
    one, two = (list(made_of("a", photograph(0))) for _ in range(2))
    assert [(x.name, x.faults, x.image.tobytes()) for x in one] == [
        (x.name, x.faults, x.image.tobytes()) for x in two
    ]
