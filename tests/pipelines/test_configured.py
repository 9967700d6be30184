import pytest

from vlcorpus.pipelines.configured import configure
from vlcorpus.schemas.errors import ConfigError
from vlcorpus.stages.inference.model import EngineKind


def test_settings_win_over_the_file_and_short_keys_are_known(tmp_path):
    file = tmp_path / "c.yaml"
    file.write_text("seed: 1\nlicense: MIT\n")
    made = configure("documents", file, {"input": tmp_path, "seed": 2, "engine": "openai", "model": "m"})
    assert (made.config.seed, made.config.license, made.pipeline.name) == (2, "MIT", "documents")
    assert (made.config.inference.engine, made.config.inference.model) == (EngineKind.OPENAI, "m")


def test_an_unknown_domain_is_named_with_those_there_are():
    with pytest.raises(ConfigError, match=r"documnets.*documents"):
        configure("documnets", None, {"input": "x"})
