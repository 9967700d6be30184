from itertools import combinations
from random import Random

from vlcorpus.stages.stem.circuits.draft import draft
from vlcorpus.stages.stem.circuits.layout import BATTERY, laid_out
from vlcorpus.stages.stem.circuits.network import Parallel, Part, Series

LAMP, OTHER = Part("L1", "lamp"), Part("L2", "lamp")


def sheets():
    for seed in range(60):
        network, _ = draft(Random(seed))
        yield network, laid_out(network, battery_to_right=bool(seed % 2))


def test_lines_meet_in_nodes_alone():
    """No wire or component runs over another, or through a node that it does not end in."""
    for _, sheet in sheets():
        where = sheet.places
        lines = [*sheet.wires, *((start, end) for _, start, end in sheet.components.values())]
        for start, end in lines:
            (a, b), (c, d) = where[start], where[end]
            assert (a == c) != (b == d)
            for name, (x, y) in where.items():
                inside = min(a, c) <= x <= max(a, c) and min(b, d) <= y <= max(b, d)
                assert not inside or name in (start, end)
        assert len(set(map(frozenset, lines))) == len(lines)


def test_a_loop_has_no_junction_and_two_branches_have_two():
    assert laid_out(Series((LAMP, OTHER)), battery_to_right=False).junctions == []
    sheet = laid_out(Parallel((LAMP, OTHER)), battery_to_right=False)
    # Each rail of the branches, where it is joined to the battery.
    assert len(sheet.junctions) == 2


def test_the_positive_pole_is_on_the_side_that_is_asked_for():
    for to_right in (False, True):
        sheet = laid_out(Series((LAMP, OTHER)), battery_to_right=to_right)
        _, negative, positive = sheet.components[BATTERY]
        assert (sheet.places[positive][0] > sheet.places[negative][0]) == to_right


def test_components_do_not_overlap():
    for _, sheet in sheets():
        middles = []
        for _, start, end in sheet.components.values():
            (a, b), (c, d) = sheet.places[start], sheet.places[end]
            middles.append(((a + c) / 2, (b + d) / 2))
        for (a, b), (c, d) in combinations(middles, 2):
            assert abs(a - c) >= 4 or abs(b - d) >= 4
