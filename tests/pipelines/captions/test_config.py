"""What a user may say of captions."""

import pytest

from vlcorpus.filters.captions.caption import FACETS, LENGTHS
from vlcorpus.pipelines.captions.config import CaptionQualityConfig, CaptionsConfig
from vlcorpus.pipelines.config import load_config
from vlcorpus.schemas.captions.caption import Tier
from vlcorpus.schemas.errors import ConfigError


def test_a_limit_of_one_tier_leaves_the_others_as_they_are():
    quality = CaptionQualityConfig(lengths={Tier.SHORT: (5, 100)})
    assert quality.lengths == LENGTHS | {Tier.SHORT: (5, 100)}
    assert quality.facets == FACETS


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"quality.lengths": {"shrot": [1, 2]}}, "quality.lengths"),
        ({"images.max_border_fraction": 1.1}, "images.max_border_fraction"),
        ({"chinese_share": -0.1}, "chinese_share"),
        ({"shares": [0.5, 0.5]}, "shares"),
        ({"text_encoding": "utf-16"}, "text_encoding.*ASCII does not stand for itself"),
        ({"text_encoding": "klingon"}, "text_encoding.*no text encoding is called"),
    ],
)
def test_a_value_out_of_its_range_is_named(settings, named):
    with pytest.raises(ConfigError, match=named):
        load_config(CaptionsConfig, None, {"input": "a", **settings})
