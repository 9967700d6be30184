from tests.stages.stem.drawn import drawn
from vlcorpus.schemas.needs import RDKIT
from vlcorpus.stages.stem.molecules.discipline import DISCIPLINE


def test_scenes_are_named_by_what_they_begin_with():
    for scene in drawn(DISCIPLINE.compose, 20):
        assert scene.family == scene.steps[0]
        assert set(scene.truth["marks"]) <= set(scene.names)


def test_it_says_that_it_needs_rdkit():
    assert DISCIPLINE.needs == (RDKIT,)
