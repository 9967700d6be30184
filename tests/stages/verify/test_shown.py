from dataclasses import replace

import pytest

from tests.stages.generate.scenes import scenes
from vlcorpus.schemas.scenes.rows import Place, Said, SeenThing
from vlcorpus.stages.verify.reader import Reading
from vlcorpus.stages.verify.shown import misshown


def thing(name, x):
    return SeenThing(
        name=name, kind="", bbox_px=[x, 10.0, x + 10, 20.0], point_px=[x + 5, 15.0], n_pixels=9, visible=1.0
    )


ROW = replace(scenes(1)[0], things=[thing("a", 0.0), thing("b", 50.0)], width_px=100, height_px=200)
PLACE = Place(expression="", exact=[], point_px=[30.0, 30.0])


def said(*things, place=None):
    return Said(kind="", style="", lang="en", text="", claims="", things=list(things), place=place)


@pytest.mark.parametrize(
    ("text", "read", "n_faults"),
    [
        (said("a"), Reading(), 0),
        (said("a"), Reading(thing="a", shown=((0, 50, 100, 100),)), 0),
        (said("a"), Reading(thing="b", shown=((0, 50, 100, 100),)), 1),
        (said("a"), Reading(thing="a", shown=((0, 50, 100, 101),)), 1),
        (said("b"), Reading(thing="b", shown=((0, 50, 100, 100),)), 1),
        (said("a", "b"), Reading(shown=((50, 75), (550, 75))), 0),
        (said("a", "b"), Reading(shown=((550, 75), (50, 75))), 1),
        (said("a", "b"), Reading(shown=((50, 75),)), 1),
        (said("a", "b"), Reading(shown=()), 1),
        (said(), Reading(shown=()), 0),
        (said(place=PLACE), Reading(shown=((300, 150),)), 0),
        (said(place=PLACE), Reading(shown=((300, 151),)), 1),
    ],
)
def test_what_is_shown_is_what_is_seen(text, read, n_faults):
    assert len(list(misshown(ROW, text, read))) == n_faults
