"""What a user may say of generated diagrams, and what is told where it makes no sense."""

import pytest

from vlcorpus.pipelines.config import load_config
from vlcorpus.pipelines.stem.config import StemConfig
from vlcorpus.schemas.errors import ConfigError


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"disciplines": {"plane_geometri": 1.0}}, "is it plane_geometry"),
        ({"disciplines": {"plane_geometry": -1.0}}, "disciplines"),
        ({"disciplines": {"plane_geometry": 0.0}}, "above 0"),
        ({"disciplines": {"plane_geometry": "many"}}, "disciplines"),
        ({"style.families": {"blackbord": 1.0}}, "is it blackboard"),
        ({"style.families": {"poster": 0.0}}, "above 0"),
        ({"languages": {"fr": 1.0}}, "there are en and zh"),
        ({"languages": {}}, "above 0"),
        ({"kinds": ["points"]}, "there are caption, question, point"),
        ({"style.min_side_px": 700, "style.max_side_px": 500}, "max_side_px"),
        ({"rows": 0}, "rows"),
        ({"split": "test"}, "split"),
        ({"held_out": {"plane_geometry": ["kites"]}}, "has no family 'kites', is it kite"),
        ({"held_out": {"plane_geometri": ["kite"]}}, "is it plane_geometry"),
        (
            {"split": "held_out", "held_out": {"plane_geometry": []}},
            "no family of plane_geometry is held out",
        ),
        ({"input": "x"}, "input"),
    ],
)
def test_what_makes_no_sense_is_told(settings, told):
    with pytest.raises(ConfigError, match=told):
        load_config(StemConfig, None, settings)


def test_without_a_word_every_discipline_is_drawn_in_both_languages():
    config = load_config(StemConfig, None, {})
    assert set(config.languages) == {"en", "zh"}
    assert all(share == 1 for share in config.shares.values())


def test_a_family_of_each_discipline_is_held_out_unless_others_are_named():
    config = load_config(StemConfig, None, {})
    assert all(config.families_held_out(name) for name in config.shares)
    other = load_config(StemConfig, None, {"held_out": {"plane_geometry": ["kite", "square"]}})
    assert other.families_held_out("plane_geometry") == ("kite", "square")
