import pytest

from tests.stages.stem.plane_geometry.problems.figures import circle, right_triangle
from vlcorpus.stages.stem.plane_geometry.problems.measures import angle, length, measures
from vlcorpus.stages.stem.plane_geometry.problems.seen import Seen


def found(sketch, *, of_lengths):
    return {
        (one.operation, one.arguments): str(one.value)
        for one in measures(sketch, Seen(sketch), of_lengths=of_lengths)
    }


def test_a_figure_of_lengths_has_them_and_right_angles():
    measured = found(right_triangle(), of_lengths=True)
    assert measured["length", ("AB",)] == "4"
    assert measured["length", ("BC",)] == "5"
    assert measured["area", ("ABC",)] == "6"
    assert measured["perimeter", ("ABC",)] == "12"
    assert list(measured.values()).count("90") == 3
    assert ("length", ("AD",)) not in measured, "12/5 is no length that is given"


def test_a_figure_of_angles_has_no_lengths():
    measured = found(circle(), of_lengths=False)
    assert measured["angle", ("AOB",)] == "80"
    assert measured["arc", ("AB", "O")] == "80"
    assert {operation for operation, _ in measured} == {"angle", "arc"}


def test_a_length_of_directions_is_told_by_its_square():
    sketch = circle()
    sketch.begin("more")
    d = sketch.polar("O", 5, 60)
    assert str(length(sketch, "A", d)) == "5"
    assert str(length(sketch, d, sketch.polar("O", 5, 180))) == "5*sqrt(3)"
    assert length(sketch, "A", "B") is None
    assert angle(sketch, "A", "O", "C") == pytest.approx(160)
