from tests.stages.stem.mechanics.parts import drawn, parts, value
from vlcorpus.stages.stem.mechanics.beams import balance, lever


def test_a_lever_tips_to_the_side_of_the_larger_moment():
    met = set()
    for part in parts(lever, 150):
        moments = {"left": 0, "right": 0}
        for name, place in part.truth["arms"]:
            moment = int(value(part, "moment", name))
            assert moment == abs(int(place)) * 10 * part.masses[name]
            assert value(part, "distance", name) == str(abs(int(place)))
            moments["left" if int(place) < 0 else "right"] += moment
        tips = value(part, "tips", "lever")
        met.add(tips)
        assert tips == ("balanced" if moments["left"] == moments["right"] else max(moments, key=moments.get))
    assert met == {"left", "right", "balanced"}


def test_the_lower_pan_is_the_heavier_one():
    for part in parts(balance):
        left, right = (
            min(y for _, y in drawn(part)[f"{side} pan"].shapes[1].path.points())
            for side in ("left", "right")
        )
        heavier = value(part, "heavier_side", "balance")
        assert heavier == ("equal" if left == right else "left" if left < right else "right")
