import json

from vlcorpus.schemas.qwenvl.places import places_json


def test_places_are_written_as_the_cookbook_has_them():
    boxes = places_json([((74, 361, 324, 808), "plate/dish"), ((0, 801, 102, 999), "碗")])
    assert boxes == (
        "```json\n[\n"
        '\t{"bbox_2d": [74, 361, 324, 808], "label": "plate/dish"},\n'
        '\t{"bbox_2d": [0, 801, 102, 999], "label": "碗"}\n'
        "]\n```"
    )
    assert places_json([((3, 4), "A")]) == '```json\n[\n\t{"point_2d": [3, 4], "label": "A"}\n]\n```'


def test_no_place_is_an_empty_list():
    assert places_json([]) == "```json\n[]\n```"


def test_what_a_label_holds_is_escaped():
    (line,) = json.loads(places_json([((3, 4), 'the "A"\n')]).split("\n", 1)[1].removesuffix("\n```"))
    assert line == {"point_2d": [3, 4], "label": 'the "A"\n'}
