from vlcorpus.schemas.scenes.scene import Role
from vlcorpus.stages.stem.solid_geometry.body import Body
from vlcorpus.stages.stem.solid_geometry.draw_bodies import clear, things

CONE = Body("cone", 3, 6, (0, 4), "A")
CYLINDER = Body("cylinder", 3, 4, (0, 0), "ground", measures=("radius", "height"))


def test_hidden_halves_of_circles_are_dashed():
    alone = things({"A": CYLINDER})[0]
    covered = things({"A": CYLINDER, "B": CONE})[0]
    dashed = [sum(shape.role == Role.DASHED for shape in thing.shapes) for thing in (alone, covered)]
    assert dashed == [1, 2]


def test_measures_are_things_of_their_own_with_their_number():
    found = {thing.name: thing for thing in things({"A": CYLINDER})}
    assert found["radius A"].tags[0].text == "r=3"
    assert found["height A"].tags[0].text == "h=4"


def test_names_stand_between_the_lines():
    for body in (CONE, CYLINDER, Body("sphere", 2, 4, (0, 0), "ground")):
        low, high = clear(body)
        assert body.at[1] < low < high <= body.top
