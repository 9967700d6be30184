from tests.stages.stem.drawn import drawn
from vlcorpus.stages.stem.periodic_table.discipline import DISCIPLINE


def test_all_pictures_and_many_constructions_come():
    made = list(drawn(DISCIPLINE.compose, 300))
    assert {scene.truth["picture"] for scene in made} == {"table", "shells", "boxes", "nuclides"}
    assert len({step for scene in made for step in scene.steps}) >= 25
    assert set(DISCIPLINE.held_out) < {scene.family for scene in made}
