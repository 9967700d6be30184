import math

from tests.stages.stem.plane_geometry.problems.figures import circle, right_triangle
from tests.stages.stem.plane_geometry.problems.posed import posed
from vlcorpus.schemas.scenes.claims import YES, Claim
from vlcorpus.stages.stem.plane_geometry.problems.draw import can_be_drawn
from vlcorpus.stages.stem.plane_geometry.problems.seen import Seen


def drawable(sketch, *claim):
    *expression, value = claim
    return can_be_drawn(Seen(sketch), sketch, Claim(tuple(expression), value))


def test_a_label_stands_beside_a_part_of_a_line_and_not_beside_the_whole():
    assert drawable(right_triangle(), "length", "AB", "4")
    assert not drawable(right_triangle(), "length", "BC", "5"), "D parts it"
    assert not drawable(right_triangle(), "length", "AB", "4*sqrt(2)"), "fonts have no roots"


def test_a_label_stands_in_a_corner_that_no_line_parts():
    assert drawable(circle(), "angle", "AOB", "80")
    assert not drawable(right_triangle(), "angle", "BAC", "90"), "AD parts it"
    assert drawable(right_triangle(), "angle", "ADB", "90")


def test_areas_and_relations_without_marks_are_told():
    assert not drawable(right_triangle(), "area", "ABC", "6")
    assert not drawable(right_triangle(), "midpoint", "D", "BC", YES)
    assert drawable(right_triangle(), "equal", "AB", "AC", YES)


def test_labels_of_angles_stay_inside_their_corner():
    for scene in posed():
        points = {thing.name[-1]: thing.shapes[0].at for thing in scene.things if thing.kind == "point"}
        for thing in scene.things:
            if thing.kind != "angle mark" or not thing.tags:
                continue
            arm, vertex, other = (points[name] for name in thing.name[-3:])
            for spot in thing.tags[0].spots:
                ways = [math.atan2(p[1] - vertex[1], p[0] - vertex[0]) for p in (arm, spot, other)]
                turns = [(ways[n] - ways[1] + math.pi) % math.tau - math.pi for n in (0, 2)]
                assert turns[0] * turns[1] < 0
