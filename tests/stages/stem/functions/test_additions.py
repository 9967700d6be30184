from random import Random

import pytest

from tests.stages.stem.functions.plots import plot
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.functions.additions import ADDITIONS, GRAPH_ADDITIONS, VECTOR_ADDITIONS
from vlcorpus.stages.stem.functions.meets import meets


def added(name, make):
    """Return what some draws make of a picture."""
    found = []
    for seed in range(40):
        made = make()
        made.random = Random(f"{name} {seed}")
        try:
            ADDITIONS[name](made)
        except Unfit:
            continue
        found.append(made)
    assert found
    return found


@pytest.mark.parametrize("name", GRAPH_ADDITIONS)
def test_an_addition_adds_to_graphs(name):
    for made in added(name, lambda: plot(("quadratic", 1, 0, -2), ("linear", 1, 1), points={"A": (1, 3)})):
        assert len(made.graphs) + len(made.points) + len(made.regions) == 4


@pytest.mark.parametrize("name", VECTOR_ADDITIONS)
def test_an_addition_adds_to_vectors(name):
    for made in added(name, lambda: plot(vectors=[((0, 0), 2, 1)])):
        assert len(made.vectors) == 2


def test_lines_have_the_slopes_that_their_names_promise():
    for made in added("parallel_line", lambda: plot(("linear", 2, 1), unit=5)):
        assert made.graphs["g"].parameters[0] == 10
    for made in added("perpendicular_line", lambda: plot(("linear", 2, 1))):
        assert made.graphs["g"].parameters[0] * 2 == -1
    for made in added("tangent", lambda: plot(("quadratic", 1, 1, -3), unit=2)):
        assert len(meets(made.graphs["f"], made.graphs["g"])) == 1
    for made in added("secant", lambda: plot(("quadratic", 1, 1, -3), unit=2)):
        assert len(meets(made.graphs["f"], made.graphs["g"])) == 2


def test_vectors_are_what_their_names_promise():
    def parts(made, name):
        start, tip = made.vectors[name]
        return tip[0] - start[0], tip[1] - start[1]

    for made in added("equal_vector", lambda: plot(vectors=[((0, 0), 2, 1)])):
        assert parts(made, "v") == (2, 1)
    for made in added("perpendicular_vector", lambda: plot(vectors=[((0, 0), 2, 1)])):
        assert parts(made, "v") == (-1, 2)
