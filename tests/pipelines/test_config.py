from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from vlcorpus.pipelines.config import InputConfig, load_config, parse_settings
from vlcorpus.schemas.errors import ConfigError


class Limits(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    cpu_s: float = 5.0
    wall_s: float = 9.0


class Toy(InputConfig):
    dpi: int = 144
    limits: Limits = Limits()


def test_flags_win_over_settings_and_settings_over_the_file(tmp_path):
    file = tmp_path / "c.yaml"
    file.write_text("dpi: 100\nseed: 1\nlicense: MIT\n")
    settings = parse_settings(["seed=2", "limits.cpu_s=7", "license=BSD"])
    config = load_config(Toy, file, {**settings, "input": "a", "license": "CC0-1.0"})
    assert (config.dpi, config.seed, config.license, config.limits.cpu_s) == (100, 2, "CC0-1.0", 7.0)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (["dpo=1"], "unknown configuration key dpo. Did you mean dpi?"),
        (["limits.cpu=1"], "unknown configuration key limits.cpu. Did you mean limits.cpu_s?"),
        (["dpi=many"], "dpi = 'many'"),
        (["dpi"], "write key=value"),
        (["dpi=[1"], "--set dpi=[1: the value is no YAML"),
        (["seed=1", "seed.x=2"], "seed = {'x': 2}"),
        (["max_reject_rate=2"], "max_reject_rate = 2"),
        (["license=foo"], "license = 'foo': Unknown license"),
    ],
)
def test_a_wrong_setting_is_named(settings, message):
    with pytest.raises(ConfigError) as caught:
        load_config(Toy, None, {"input": "a", **parse_settings(settings)})
    assert message in str(caught.value)


def test_no_input_says_how_to_give_one():
    with pytest.raises(ConfigError, match="--input"):
        load_config(Toy, None, {})


@pytest.mark.parametrize("settings", [{"limits.cpu_s": 7.0}, {"limits": {"cpu_s": 7.0}}])
def test_a_nested_key_leaves_its_neighbours_as_the_file_has_them(settings, tmp_path):
    file = tmp_path / "c.yaml"
    file.write_text("limits: {cpu_s: 1, wall_s: 2}\ninput: [a, b]\n")
    config = load_config(Toy, file, settings)
    assert (config.limits, config.input) == (Limits(cpu_s=7.0, wall_s=2.0), ("a", "b"))


@pytest.mark.parametrize("input", ["a", Path("a"), ["a"], (Path("a"),)])
def test_an_input_is_a_text_or_a_path_or_several(input):
    assert load_config(Toy, None, {"input": input}).input == ("a",)


def test_an_unreadable_file_is_named(tmp_path):
    with pytest.raises(ConfigError, match=r"nowhere\.yaml"):
        load_config(Toy, tmp_path / "nowhere.yaml", {"input": "a"})
