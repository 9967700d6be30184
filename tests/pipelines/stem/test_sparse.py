"""What sparse clusters of another corpus want is made more often, and nothing else moves."""

from collections import Counter

import pytest

from tests.catalogs.reports.test_clusters_page import write_table
from vlcorpus.pipelines.config import load_config
from vlcorpus.pipelines.stem.config import StemConfig
from vlcorpus.pipelines.stem.pipeline import stem
from vlcorpus.pipelines.stem.sparse import demand, read_requests, words
from vlcorpus.schemas.clusters import ClusterRequest
from vlcorpus.schemas.errors import ConfigError
from vlcorpus.schemas.stem.disciplines import DISCIPLINES

FAMILIES = {
    "plane_geometry": ("kite", "right_triangle", "square"),
    "clocks": ("roman", "mirrored"),
    "venn": (),
}


def request(missing, *captions):
    return ClusterRequest(
        cluster=0,
        wanted=missing,
        from_pool=0,
        views=0,
        missing=missing,
        exemplars=[],
        captions=[*captions],
        colors=[],
    )


def test_what_is_missing_is_asked_of_what_captions_name():
    found = demand(
        [request(40, "Two kites and a Right Triangle"), request(10, "挂在墙上的钟面"), request(7, "a cat")],
        FAMILIES,
    )
    assert found.disciplines == {"plane_geometry": 40, "clocks": 10}
    assert found.families == {"plane_geometry/kite": 20, "plane_geometry/right_triangle": 20}


def test_a_caption_that_names_two_disciplines_asks_each_for_half():
    assert demand([request(30, "a clock"), request(8, "a clock in a triangle")], FAMILIES).disciplines == {
        "clocks": 34,
        "plane_geometry": 4,
    }


@pytest.mark.parametrize("text", ["clockwork", "rectangular", "a kitesurfer"])
def test_a_word_within_another_asks_for_nothing(text):
    assert demand([request(5, text)], FAMILIES).disciplines == {}


def test_the_most_wanted_gets_the_highest_boost_and_the_unwanted_keeps_its_share():
    found = demand([request(40, "a triangle"), request(10, "a clock")], FAMILIES)
    shares = found.shares({"plane_geometry": 2.0, "clocks": 1.0, "venn": 1.0}, max_boost=5)
    assert shares == {"plane_geometry": 10.0, "clocks": 2.0, "venn": 1.0}


def test_families_are_thinned_out_in_the_same_ratio():
    found = demand([request(40, "a kite, a polygon"), request(20, "one square, large")], FAMILIES)
    assert found.rates(FAMILIES, max_boost=4) == {
        "plane_geometry/kite": 1.0,
        "plane_geometry/right_triangle": 0.25,
        "plane_geometry/square": 0.625,
    }


def test_without_requests_nothing_changes():
    found = demand([], FAMILIES)
    assert found.shares({"clocks": 3.0}, 4.0) == {"clocks": 3.0}
    assert found.rates(FAMILIES, 4.0) == {}


def test_every_discipline_can_be_asked_for():
    assert set(DISCIPLINES) <= words().keys()


def test_requests_are_read_from_an_output_and_decide_what_is_made(tmp_path):
    write_table(
        tmp_path / "captions",
        "visual_requests",
        ClusterRequest,
        [request(9, "a polygon: a kite"), request(0, "a clock")],
    )
    assert [row.missing for row in read_requests([str(tmp_path)])] == [9, 0]
    made = stem(load_config(StemConfig, None, {"sparse.requests": [str(tmp_path)]})).samples.stages[0]
    usual = stem(load_config(StemConfig, None, {})).samples.stages[0]
    assert made.families["plane_geometry/kite"] == 1
    assert Counter(made.families.values())[0.25] == len(made.families) - 1
    assert (
        made.disciplines["plane_geometry/" + made_version(made)]
        == 4 * usual.disciplines["plane_geometry/" + made_version(usual)]
    )
    assert usual.families == {}


def made_version(stage):
    (name,) = [name for name in stage.disciplines if name.startswith("plane_geometry/")]
    return name.partition("/")[2]


def test_a_place_without_requests_is_told(tmp_path):
    with pytest.raises(ConfigError, match="holds no requests"):
        stem(load_config(StemConfig, None, {"sparse.requests": [str(tmp_path)]}))
