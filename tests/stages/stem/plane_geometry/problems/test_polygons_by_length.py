import pytest

from tests.stages.stem.plane_geometry.problems.bases import assert_sound
from vlcorpus.stages.stem.plane_geometry.problems.polygons_by_length import BASES


@pytest.mark.parametrize("name", BASES)
def test_a_base_is_clear_in_some_draws_and_gives_what_can_be_measured(name):
    assert_sound(name, BASES[name], of_lengths=True)
