import pytest
from pydantic import BaseModel, ConfigDict

from vlcorpus.filters.captions.caption import FACETS, LENGTHS
from vlcorpus.pipelines.captions.config import CaptionQualityConfig
from vlcorpus.pipelines.config import PipelineConfig, load_config
from vlcorpus.schemas.captions.caption import Tier
from vlcorpus.schemas.errors import ConfigError


class Limits(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    cpu_s: float = 5.0


class Toy(PipelineConfig):
    dpi: int = 144
    limits: Limits = Limits()


def test_flags_win_over_settings_and_settings_over_the_file(tmp_path):
    file = tmp_path / "c.yaml"
    file.write_text("dpi: 100\nseed: 1\nlicense: MIT\n")
    config = load_config(
        Toy, file, ["seed=2", "limits.cpu_s=7", "license=BSD"], input=("a",), license="CC0-1.0"
    )
    assert (config.dpi, config.seed, config.license, config.limits.cpu_s) == (100, 2, "CC0-1.0", 7.0)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (["dpo=1"], "unknown configuration key dpo. Did you mean dpi?"),
        (["limits.cpu=1"], "unknown configuration key limits.cpu. Did you mean limits.cpu_s?"),
        (["dpi=many"], "dpi = 'many'"),
        (["dpi"], "write key=value"),
        (["max_reject_rate=2"], "max_reject_rate = 2"),
    ],
)
def test_a_wrong_setting_is_named(settings, message):
    with pytest.raises(ConfigError) as caught:
        load_config(Toy, None, settings, input=("a",))
    assert message in str(caught.value)


def test_no_input_says_how_to_give_one():
    with pytest.raises(ConfigError, match="--input"):
        load_config(Toy, None, [])


def test_an_unreadable_file_is_named(tmp_path):
    with pytest.raises(ConfigError, match=r"nowhere\.yaml"):
        load_config(Toy, tmp_path / "nowhere.yaml", [], input=("a",))


def test_a_limit_of_one_tier_leaves_the_others_as_they_are():
    quality = CaptionQualityConfig(lengths={Tier.SHORT: (5, 100)})
    assert quality.lengths == LENGTHS | {Tier.SHORT: (5, 100)}
    assert quality.facets == FACETS
