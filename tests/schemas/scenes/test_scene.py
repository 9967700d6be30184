from vlcorpus.schemas.scenes.scene import Scene, Thing


def scene(steps, n_things):
    things = tuple(Thing(f"thing {number}", "dot") for number in range(n_things))
    return Scene("family", steps, names=(), truth={}, things=things, claims=())


def test_a_scene_is_one_more_difficult_for_each_construction_and_each_thing():
    assert scene(("square",), 4).difficulty == 5
    assert scene(("square", "diagonal"), 4).difficulty == 6
    assert scene(("square", "diagonal"), 5).difficulty == 7
