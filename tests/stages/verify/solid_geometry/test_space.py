import pytest

from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.radicals import write_number
from vlcorpus.stages.verify.solid_geometry.space import are_parallel, cross, length, read_vector, twice_area


def vector(text):
    return read_vector(text.split())


def test_directions():
    assert cross(vector("1 0 0"), vector("0 1 0")) == vector("0 0 1")
    assert are_parallel(vector("1 2 3"), vector("-2 -4 -6"))
    assert not are_parallel(vector("1 2 3"), vector("1 2 4"))


def test_lengths_and_areas():
    assert write_number(length(vector("1 2 3"))) == "sqrt(14)"
    assert write_number(length(vector("sqrt(3) 1 0"))) == "2"
    with pytest.raises(Unknown):
        length(vector("1+sqrt(2) 0 1"))
    square = [vector(at) for at in ("0 0 0", "2 0 0", "2 2 0", "0 2 0")]
    assert twice_area(square) == vector("0 0 8")


@pytest.mark.parametrize("text", ["1 2", "1 2 3 4", "1 2 x"])
def test_what_is_no_point(text):
    with pytest.raises(ValueError, match=r"exact number|unpack"):
        vector(text)
