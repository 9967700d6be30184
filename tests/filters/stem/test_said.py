from dataclasses import replace

from tests.stages.generate.scenes import scenes
from vlcorpus.filters.stem.said import scene_unsaid
from vlcorpus.stages.generate.say_scenes import SayScenes


def test_a_scene_of_which_nothing_is_said_is_none():
    (row,) = SayScenes()(scenes(1))
    assert scene_unsaid(row) is None
    assert scene_unsaid(replace(row, said=[])) == "scene_unsaid"
