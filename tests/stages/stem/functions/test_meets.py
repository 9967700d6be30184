from tests.stages.stem.functions.test_graph import graph
from vlcorpus.stages.stem.functions.meets import meets


def test_all_common_points_are_found_from_the_left():
    parabola, line = graph("quadratic", 1, 0, 0), graph("linear", 1, 2)
    assert meets(parabola, line) == [(-1, 1), (2, 4)]
    assert meets(parabola, graph("linear", 2, -1)) == [(1, 1)]
    assert meets(parabola, graph("linear", 0, -1)) == []
    assert meets(graph("absolute value", 1, 0, 0), parabola) == [(-1, 1), (0, 0), (1, 1)]


def test_what_is_not_rational_is_there_without_a_place():
    assert meets(graph("quadratic", 1, 0, 0), graph("linear", 0, 2)) == [None, None]


def test_graphs_that_share_a_line_or_are_of_other_kinds_are_not_compared():
    assert meets(graph("absolute value", 1, 0, 0), graph("linear", 1, 0)) is None
    assert meets(graph("sine", 1, 4, 0, 0), graph("linear", 1, 0)) is None
