from random import Random

from tests.stages.stem.pedigrees.families import cousins, person, three_generations
from vlcorpus.schemas.scenes.scene import Role
from vlcorpus.stages.stem.pedigrees.draw import things


def drawn(made):
    return {thing.name: thing for thing in things(made, Random(0))}


def roles(thing):
    return [shape.role for shape in thing.shapes]


def corners(thing):
    return [letter for letter, _ in thing.shapes[0].path.commands].count("L")


def test_symbols():
    made = three_generations()
    person(made, "I-1").deceased = True
    person(made, "II-4").carrier = True
    found = drawn(made)
    assert roles(found["person II-1"]) == [Role.LINE]
    assert roles(found["person II-3"]) == [Role.LINE, Role.FULL]
    assert roles(found["person I-1"]) == [Role.LINE, Role.LINE]
    assert roles(found["person II-4"]) == [Role.LINE, Role.FULL]
    assert corners(found["person II-1"]) == 3  # a square
    assert corners(found["person II-3"]) == 0  # a circle
    assert found["person II-3"].tags[0].text == "3"
    half = [x for x, _ in found["person II-4"].shapes[1].path.points()]
    whole = [x for x, _ in found["person II-4"].shapes[0].path.points()]
    assert max(half) - min(half) == (max(whole) - min(whole)) / 2


def n_lines(thing):
    return [letter for letter, _ in thing.shapes[0].path.commands].count("M")


def test_lines_of_a_family():
    found = drawn(three_generations())
    assert n_lines(found["family I-1 I-2"]) == 3 + 3  # between the partners, down, across, and to each child
    assert n_lines(drawn(cousins())["family III-1 III-2"]) == 2 + 1 + 1  # double; a child right below


def test_twins_hang_from_one_point_and_identical_ones_are_joined():
    made = three_generations()
    made.twins.append((person(made, "III-1"), person(made, "III-2"), True))
    path = drawn(made)["family II-2 II-3"].shapes[0].path
    points = list(path.points())
    tops = [point for point in points if points.count(point) > 1]
    assert ((person(made, "III-1").x + person(made, "III-2").x) / 2, person(made, "III-1").y + 105) in tops
    assert n_lines(drawn(made)["family II-2 II-3"]) == 2 + 2 + 1  # none across, where there are no others


def test_an_arrow_points_at_the_proband():
    made = three_generations(proband=None)
    assert "proband arrow" not in drawn(made)
    made.proband = person(made, "III-1")
    tip = next(iter(drawn(made)["proband arrow"].shapes[1].path.points()))
    assert made.proband.x - 50 < tip[0] < made.proband.x - 30
