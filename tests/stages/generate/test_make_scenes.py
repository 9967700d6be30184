import io
import json
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from random import Random

import numpy as np
import pytest
from PIL import Image

from tests.stages.generate.scenes import maker, numbers, scenes
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.scenes.claims import claims_from_json
from vlcorpus.schemas.scenes.problem import problem_from_json
from vlcorpus.schemas.scenes.rows import Split
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.generate import make_scenes
from vlcorpus.stages.generate.disciplines import find_discipline
from vlcorpus.stages.generate.posing import find_posing

AGAIN = """
import sys
from collections import Counter
from tests.stages.generate.scenes import maker, numbers
for number in map(int, sys.argv[1:]):
    (row,) = maker()(numbers(1, start=number))
    print(number, hash_of(row))
"""
HASH = "from hashlib import sha256\nhash_of = lambda row: sha256(repr(row).encode()).hexdigest()\n"


def test_a_row_is_the_same_in_another_process_and_in_any_order():
    wanted = {}
    exec(HASH, wanted)
    known = {row.number: wanted["hash_of"](row) for row in scenes(12)}
    order = Random(1).sample(sorted(known), len(known))
    told = subprocess.run(
        [sys.executable, "-c", HASH + AGAIN, *map(str, order)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        env={"PYTHONPATH": ".", "PYTHONHASHSEED": "7"},
    )
    assert dict(line.split() for line in told.stdout.splitlines()) == {str(k): v for k, v in known.items()}


def test_a_new_style_changes_no_scene():
    other = list(maker(styles={"blackboard": 1.0})(numbers(12)))
    for one, two in zip(scenes(12), other, strict=True):
        assert json.loads(two.style)["family"] == "blackboard"
        if one.attempt == two.attempt:
            assert (one.truth, one.steps, one.structure) == (two.truth, two.steps, two.structure)
    assert sum(one.attempt == two.attempt for one, two in zip(scenes(12), other, strict=True)) > 8


def test_the_image_is_as_large_as_it_says_and_its_boxes_lie_in_it():
    for row in scenes(30):
        image = Image.open(io.BytesIO(row.image))
        assert (image.size, image.format) == ((row.width_px, row.height_px), row.format)
        for thing in row.things:
            x1, y1, x2, y2 = thing.bbox_px
            assert 0 <= x1 < x2 <= row.width_px
            assert 0 <= y1 < y2 <= row.height_px
            assert 0 < thing.visible <= 1


def test_every_named_point_lies_on_ink():
    """The pixels decide: a dot of another colour than the surface is where the point is said to be."""
    for row in scenes(30):
        pixels = np.asarray(Image.open(io.BytesIO(row.image)).convert("RGB"), np.int16)
        surface = np.array(json.loads(row.style)["surface"])
        lit = json.loads(row.style)["wear"] in ("light", "photo", "scan")
        for place in row.places:
            if json.loads(place.expression)[0] == "point":
                x, y = (round(value) for value in place.point_px)
                off = np.abs(pixels[y, x] - surface).max()
                assert off > (20 if lit else 40), (row.number, place.expression)


def test_what_is_claimed_can_be_seen():
    row = scenes(1)[0]
    some = find_discipline("plane_geometry").compose(row.stream("scene", row.attempt))
    assert len(claims_from_json(row.claims)) == len(some.claims)
    blind = next(iter(maker(min_visible=1.01)(numbers(1))))
    # What counts things that are not there shows nothing, so nothing can hide it.
    assert all(claim.value == "0" for claim in claims_from_json(blind.claims))


def test_a_draw_that_comes_to_nothing_is_a_reject_that_says_why(monkeypatch):
    def never(random):
        raise Unfit("it is ugly")

    broken = replace(find_discipline("plane_geometry"), compose=never)
    monkeypatch.setattr(make_scenes, "find_discipline", lambda name: broken)
    (reject,) = maker(max_attempts=3)(numbers(1))
    assert isinstance(reject, Rejection)
    assert reject.reason == "scene_unfit"
    assert "plane_geometry, 3 attempts: it is ugly (3)" in reject.detail


def test_what_is_held_out_is_in_one_split_only():
    held_out = ("plane_geometry/kite", "plane_geometry/square")
    split = {split: list(maker(split=split, held_out=held_out)(numbers(40))) for split in Split}
    families = {split: {row.family for row in rows} for split, rows in split.items()}
    assert families[Split.HELD_OUT] == {"kite", "square"}
    assert len(families[Split.TRAIN]) > 10
    assert not families[Split.TRAIN] & families[Split.HELD_OUT]
    assert all(row.split == name for name, rows in split.items() for row in rows)


def test_problems_of_held_out_families_are_in_one_split_only():
    held_out = tuple(f"plane_geometry/{family}" for family in find_posing("plane_geometry").held_out)
    rows = {split: list(maker(split=split, held_out=held_out, problems=1.0)(numbers(8))) for split in Split}
    families = {split: {f"plane_geometry/{row.family}" for row in made} for split, made in rows.items()}
    assert all(row.problem for made in rows.values() for row in made)
    assert families[Split.HELD_OUT] <= set(held_out)
    assert not families[Split.TRAIN] & set(held_out)


def test_a_split_without_families_of_problems_has_scenes_without():
    (row,) = maker(split=Split.HELD_OUT, held_out=("plane_geometry/pentagon",), problems=1.0)(numbers(1))
    assert row.problem is None


def test_a_scene_is_as_difficult_as_it_has_constructions_and_things():
    for row in scenes(12):
        labels = sum(thing.kind == "label" for thing in row.things)
        assert row.difficulty == len(row.steps) + len(row.things) - labels


def test_shares_decide_which_discipline_is_drawn():
    identity = find_discipline("plane_geometry").identity
    rows = list(maker(disciplines={identity: 1.0, "no_such/1": 0.0})(numbers(5)))
    assert {row.discipline for row in rows} == {"plane_geometry"}


@pytest.mark.parametrize("side", [224, 1024])
def test_sides_keep_to_their_limits(side):
    for row in maker(min_side_px=side, max_side_px=side)(numbers(4)):
        assert (row.width_px, row.height_px) == (side, side)


def test_a_family_that_is_less_wanted_comes_seldom_and_the_others_stay_as_they_are():
    rows = numbers(60)
    usual = list(maker()(rows))
    family = Counter(row.family for row in usual).most_common(1)[0][0]
    thinned = list(maker(families={f"plane_geometry/{family}": 0.05})(rows))
    assert sum(row.family == family for row in thinned) < sum(row.family == family for row in usual) / 2
    for before, after in zip(usual, thinned, strict=True):
        assert before.family == family or before == after


def test_problems_of_some_rows_move_no_others():
    plain, some = scenes(12), list(maker(problems=0.3)(numbers(12)))
    posed = [row for row in some if row.problem is not None]
    assert 0 < len(posed) < 12
    for before, after in zip(plain, some, strict=True):
        assert before.problem is None
        assert (before == after) is (after.problem is None)


def test_a_share_of_one_poses_a_problem_in_every_row():
    for row in maker(problems=1.0)(numbers(4, seed=3)):
        assert problem_from_json(row.problem).steps
        assert row.claims == "[]"
        assert len(row.structure) == len(scenes(1)[0].structure)
