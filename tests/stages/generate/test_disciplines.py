import pytest

from vlcorpus.schemas.errors import ConfigError
from vlcorpus.schemas.stem.disciplines import DISCIPLINES
from vlcorpus.stages.generate.disciplines import find_discipline


@pytest.mark.parametrize("name", DISCIPLINES)
def test_a_discipline_goes_by_its_own_name(name):
    found = find_discipline(name)
    assert found.name == name
    assert found.identity == f"{name}/{found.version}"
    assert found.phrases.is_file()


def test_one_that_is_not_there_names_the_nearest():
    with pytest.raises(ConfigError, match="no discipline 'plane_geometri', is it plane_geometry"):
        find_discipline("plane_geometri")
