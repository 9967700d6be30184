import math
from itertools import pairwise
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.schemas.stem.blind_spots import MARGIN
from vlcorpus.stages.stem.blind_spots.circles import BUILDS
from vlcorpus.stages.stem.blind_spots.draft import Draft
from vlcorpus.stages.stem.blind_spots.facts import relation_of


def drafts(kind, count=60):
    for seed in range(count):
        draft = Draft(Random(seed))
        try:
            BUILDS[kind](draft)
        except Unfit:
            continue
        yield draft


def test_two_circles_lie_as_they_were_wanted():
    wanted = set()
    for draft in drafts("two circles"):
        one, other = draft.truth["circles"].values()
        try:
            relation = relation_of(one, other)
        except Unfit:
            continue
        assert draft.steps == [f"circles {relation}"]
        wanted.add(relation)
    assert wanted == {"apart", "touching", "overlapping", "nested"}


def test_squares_lie_in_each_other_with_a_margin():
    for draft in drafts("nested squares"):
        for (x, y, inner), (a, b, outer) in pairwise(draft.truth["squares"]):
            assert max(abs(x - a), abs(y - b)) + inner / 2 <= outer / 2 - MARGIN


def test_what_surrounds_ebbinghaus_circles_covers_nothing():
    for draft in drafts("Ebbinghaus circles", 20):
        circles = list(draft.truth["circles"].items())
        for n, (name, (x, y, r)) in enumerate(circles):
            for other, (a, b, s) in circles[:n]:
                assert math.dist((x, y), (a, b)) > r + s, (name, other)
