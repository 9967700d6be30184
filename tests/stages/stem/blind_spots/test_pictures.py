import itertools
import math
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.schemas.stem.blind_spots import MARGIN
from vlcorpus.stages.stem.blind_spots.draft import Draft
from vlcorpus.stages.stem.blind_spots.pictures import BUILDS
from vlcorpus.stages.stem.segments import off_segment


def drafts(kind, count=60):
    for seed in range(count):
        draft = Draft(Random(seed))
        try:
            BUILDS[kind](draft)
        except Unfit:
            continue
        yield draft


def test_dots_keep_off_an_outline():
    for draft in drafts("dots and outline"):
        corners = draft.truth["outline"]
        for at in draft.truth["dots"].values():
            assert min(off_segment(at, corners[n - 1], corners[n]) for n in range(len(corners))) > MARGIN


def test_dots_keep_off_circles():
    for draft in drafts("dots in circles"):
        for x, y, radius in draft.truth["circles"].values():
            assert all(abs(math.dist(at, (x, y)) - radius) > MARGIN for at in draft.truth["dots"].values())


def test_one_dot_lies_on_a_line_and_others_clearly_do_not():
    for draft in drafts("Poggendorff line"):
        (ax, ay), (bx, by) = draft.truth["ray"]
        reach = math.hypot(bx - ax, by - ay)
        offs = sorted(
            abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / reach for x, y in draft.truth["dots"].values()
        )
        assert offs[0] == 0
        assert offs[1] > 3 * MARGIN


def test_a_circled_letter_is_one_of_its_word():
    for draft in drafts("circled letter"):
        word = draft.truth["word"]
        assert len(word["at"]) == len(word["text"]) > word["circled"]
        assert "".join(tag.text for tag in draft.things[0].tags) == word["text"]


def test_figures_of_a_stack_cover_each_other_in_their_order():
    for draft in drafts("stack of figures"):
        order = draft.truth["stack"]
        assert all(order.index(low) < order.index(high) for low, high in draft.truth["overlaps"])


def test_cells_are_wide_enough_to_be_counted():
    for draft in drafts("table"):
        for places in draft.truth["grid"].values():
            assert min(b - a for a, b in itertools.pairwise(places)) > MARGIN
