from tests.stages.stem.drawn import drawn
from vlcorpus.schemas.stem.apparatus import KINDS
from vlcorpus.stages.stem.apparatus.setups import MAKERS, setup_scene


def test_truth_tells_every_part_with_whole_numbers():
    for scene in drawn(setup_scene, 60):
        parts = scene.truth["parts"]
        drawn_parts = [thing for thing in scene.things if thing.kind in ("part", "one of several")]
        assert len(parts) == len(drawn_parts)
        assert {part["kind"] for part in parts} <= set(KINDS)
        assert all(str(int(text)) == text for part in parts for text in part["at"])
        assert set(scene.truth["labels"].values()) <= set(range(len(parts)))


def test_all_kinds_of_setups_come():
    purposes = {scene.truth["purpose"] for scene in drawn(setup_scene, 300)}
    assert len(purposes) > len(MAKERS) - 2


def test_places_are_where_lines_end():
    for scene in drawn(setup_scene, 20):
        for (_, letter), point in scene.places.items():
            assert list(point.exact) == scene.truth["parts"][scene.truth["labels"][letter]]["at"]
