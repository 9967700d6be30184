import pytest

from vlcorpus.catalogs.tables.licences import state_licences
from vlcorpus.pipelines.config import InputConfig
from vlcorpus.pipelines.configured import configure
from vlcorpus.pipelines.domains import DOMAINS, Domain
from vlcorpus.pipelines.runtime.dag import Pipeline, Table
from vlcorpus.schemas.errors import ConfigError
from vlcorpus.stages.inference.model import EngineKind


class OwnConfig(InputConfig):
    engine: str = "wind"


def no_pipeline(cfg: OwnConfig) -> Pipeline:
    return Pipeline("own", Table("samples", cfg.open_source(patterns=("*",), content_types=())))


def test_settings_win_over_the_file_and_short_keys_are_known(tmp_path):
    file = tmp_path / "c.yaml"
    file.write_text("seed: 1\nlicense: MIT\n")
    made = configure("documents", file, {"input": tmp_path, "seed": 2, "engine": "openai", "model": "m"})
    assert (made.config.seed, made.config.license, made.pipeline.name) == (2, "MIT", "documents")
    assert (made.config.inference.engine, made.config.inference.model) == (EngineKind.OPENAI, "m")


def test_a_short_key_is_the_domains_own_where_it_has_one(monkeypatch, tmp_path):
    monkeypatch.setitem(DOMAINS, "own", Domain("", f"{__name__}:OwnConfig", f"{__name__}:no_pipeline"))
    assert configure("own", None, {"input": tmp_path, "engine": "steam"}).config.engine == "steam"


def test_an_unknown_domain_is_named_with_those_there_are():
    with pytest.raises(ConfigError, match=r"documnets.*documents"):
        configure("documnets", None, {"input": "x"})


def test_sources_of_which_no_licence_is_said_are_named(tmp_path):
    def unsaid(**settings) -> list[str]:
        made = configure("documents", None, {"input": tmp_path, "source": "papers", **settings})
        return made.sources_without_licence(str(tmp_path / "out"))

    assert unsaid() == ["papers"]
    assert unsaid(license="MIT") == []
    assert unsaid(columns={"license": "terms"}) == []
    state_licences(str(tmp_path / "out"), {"papers": "MIT"})
    assert unsaid() == []
