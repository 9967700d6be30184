from random import Random

import pytest

from tests.stages.stem.food_webs.webs import meadow, pyramid
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.food_webs.draw import arrow_name, body_of, check_web, room, things


def test_arrows_end_at_the_names_of_those_who_eat():
    drawn = {thing.name: thing for thing in things(meadow(), Random(0))}
    _, head = drawn[arrow_name("vole", "owl")].shapes
    (_, y), *_ = head.path.points()
    bottom = 400 - body_of("owl").half_height
    assert bottom - 20 < y < bottom
    assert drawn["species owl"].tags[0].text == "owl"
    assert len(drawn) == 6 + 6


def test_a_web_in_which_an_arrow_passes_a_name_is_unfit():
    web = meadow()
    check_web(web)
    web.places["rabbit"] = (0, 100)
    with pytest.raises(Unfit):
        check_web(web)


def test_the_energies_of_a_pyramid_stand_in_the_image():
    steps = things(pyramid(), Random(0))
    assert [thing.tags[1].text for thing in steps] == ["20000 kJ", "2500 kJ", "250 kJ"]
    widths = [max(x for x, _ in thing.shapes[0].path.points()) for thing in steps]
    assert widths == sorted(widths, reverse=True)
    energy = steps[0].tags[1]
    assert energy.at[0] + energy.room[0] / 2 <= max(x for x, _ in room(pyramid()))
    assert energy.at[0] - energy.room[0] / 2 > widths[0]
    assert room(meadow()) == ()
