import pytest

from tests.stages.verify.solid_geometry.solids import UNKNOWN, say
from vlcorpus.stages.verify.oracle import Contradiction
from vlcorpus.stages.verify.solid_geometry.oracle import SolidGeometry


def net(*rows):
    """Return a net of rows of letters from above, with spaces where nothing is."""
    squares = {
        name: [column, row]
        for row, names in enumerate(reversed(rows))
        for column, name in enumerate(names)
        if name != " "
    }
    return {"net": squares}


CROSS = net(" E  ", "ABCD", " F  ")
STEPS = net("  EF", " CD ", "AB  ")


@pytest.mark.parametrize(
    ("truth", "expression", "value"),
    [
        (CROSS, ("opposite", "A"), "C"),
        (CROSS, ("opposite", "E"), "F"),
        (CROSS, ("neighbours", "A", "D"), "yes"),
        (CROSS, ("neighbours", "A", "C"), "no"),
        (CROSS, ("touch", "A", "D"), "no"),
        (CROSS, ("touch", "B", "F"), "yes"),
        (CROSS, ("neighbours", "A", "A"), UNKNOWN),
        (CROSS, ("row_of", "A"), "4"),
        (CROSS, ("row_of", "E"), "1"),
        (CROSS, ("row_of", "Z"), UNKNOWN),
        (STEPS, ("opposite", "A"), "D"),
        (STEPS, ("opposite", "B"), "E"),
        (STEPS, ("opposite", "C"), "F"),
    ],
)
def test_a_net_is_folded(truth, expression, value):
    assert say(truth, *expression) == value


@pytest.mark.parametrize("rows", [("ABCDEF",), ("ABC", "DEF"), ("AB", "CD"), ("ABC ", "   DE"), ("",)])
def test_what_does_not_fold_to_a_cube_is_refused(rows):
    with pytest.raises(Contradiction):
        SolidGeometry(net(*rows))


def test_the_middle_of_a_square():
    assert SolidGeometry(CROSS).where(("square", "E")) == (1.5, 2.5)
