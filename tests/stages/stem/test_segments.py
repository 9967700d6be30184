import pytest

from vlcorpus.stages.stem.segments import off_segment


def test_beside_a_segment_the_distance_is_square_to_it():
    assert off_segment((2, 3), (0, 0), (4, 0)) == 3


def test_beyond_its_end_the_distance_is_to_the_end():
    assert off_segment((7, 4), (0, 0), (4, 0)) == pytest.approx(5)
