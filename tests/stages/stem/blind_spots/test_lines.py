from collections import Counter
from itertools import pairwise
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.blind_spots.draft import Draft
from vlcorpus.stages.stem.blind_spots.lines import BUILDS, MIN_RATIO


def drafts(kind, count=60):
    for seed in range(count):
        draft = Draft(Random(seed))
        try:
            BUILDS[kind](draft)
        except Unfit:
            continue
        yield draft


def test_paths_share_no_piece_and_pass_no_station():
    for draft in drafts("paths between stations"):
        stations = {tuple(at) for at in draft.truth["stations"].values()}
        edges = Counter()
        for _, (start, end), corners in draft.truth["paths"]:
            assert corners[0] == draft.truth["stations"][start]
            assert corners[-1] == draft.truth["stations"][end]
            nodes = [tuple(corners[0])]
            for (ax, ay), (bx, by) in pairwise(corners):
                steps = max(abs(bx - ax), abs(by - ay)) // 150
                nodes += [
                    (ax + (bx - ax) * n // steps, ay + (by - ay) * n // steps) for n in range(1, steps + 1)
                ]
            assert not stations & set(nodes[1:-1])
            edges.update(frozenset(pair) for pair in pairwise(nodes))
        assert set(edges.values()) == {1}


def test_strings_join_left_and_right_one_to_one():
    for draft in drafts("tangle"):
        ends = [end for _, both, _ in draft.truth["paths"] for end in both]
        assert sorted(ends) == sorted(draft.truth["stations"])


def test_bars_are_equal_or_differ_by_what_people_see():
    found = Counter()
    for kind in ("Müller-Lyer bars", "Ponzo bars", "upright and level bars"):
        for draft in drafts(kind):
            lengths = [abs(b[0] - a[0]) + abs(b[1] - a[1]) for a, b in draft.truth["bars"].values()]
            assert lengths[0] == lengths[1] or max(lengths) > MIN_RATIO * min(lengths)
            found[lengths[0] == lengths[1]] += 1
    assert min(found.values()) > 50


def test_a_bar_with_tails_seems_longer():
    for draft in drafts("Müller-Lyer bars", 20):
        (operation, *names) = next(key for key in draft.priors if key[0] == "longer")
        seeming = draft.priors[operation, *names]
        fins = next(thing for thing in draft.things if thing.name == f"fins of {seeming}")
        xs = [x for x, _ in draft.truth["bars"][seeming]]
        reach = [x for shape in fins.shapes for x, _ in shape.path.points()]
        assert min(reach) < min(xs)
        assert max(reach) > max(xs)
