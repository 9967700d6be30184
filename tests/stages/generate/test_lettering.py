from collections import Counter

import pytest

from tests.stages.generate.scenes import maker, numbers
from vlcorpus.schemas.scenes.scene import Scene, Tag, Thing
from vlcorpus.stages.generate.disciplines import find_discipline
from vlcorpus.stages.generate.lettering import language_of, lettered, lettering_of
from vlcorpus.stages.generate.phrasebook import read_phrasebook
from vlcorpus.stages.generate.say_scenes import SayScenes

MAPS = read_phrasebook(find_discipline("grid_maps").phrases)
CIRCUITS = read_phrasebook(find_discipline("circuits").phrases)


def test_who_is_asked_in_english_sees_english_words():
    both = {"en": 1.0, "zh": 1.0}
    found = Counter(
        (language_of(row, both), lettering_of(row, both, MAPS, share=0.5)) for row in numbers(2000)
    )
    assert found.keys() == {("en", "en"), ("zh", "en"), ("zh", "zh")}
    assert found["en", "en"] == pytest.approx(1000, abs=80)
    assert found["zh", "zh"] == pytest.approx(500, abs=80)


def test_where_no_picture_has_words_none_is_translated():
    assert {lettering_of(row, {"zh": 1.0}, CIRCUITS, share=1.0) for row in numbers(20)} == {"en"}


def test_words_change_and_names_stay():
    things = (Thing("landmark zoo", "landmark"), Thing("entry zoo", "entry", (), (Tag("zoo", (0, 0)),)))
    scene = Scene("", (), (), {"landmarks": {"zoo": "B2"}}, things, ())
    book = read_phrasebook(find_discipline("grid_maps").phrases, "zh")
    chinese = lettered(scene, book)
    assert [thing.name for thing in chinese.things] == ["landmark zoo", "entry zoo"]
    assert chinese.things[1].tags[0].text == "动物园"
    assert chinese.truth == scene.truth


def test_what_is_said_names_things_as_the_picture_does():
    rows = list(maker("grid_maps", languages={"zh": 1.0}, chinese=1.0)(numbers(12)))
    assert {row.lettering for row in rows} == {"zh"}
    said = [said for row in SayScenes(languages={"zh": 1.0})(rows) for said in row.said]
    assert said
    assert not any("（" in text.text and "zoo" in text.text for text in said)
    assert {text.lang for text in said} == {"zh"}
