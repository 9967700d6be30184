"""From flags and a registry to the model that a stage asks."""

import json

import pytest

from pipelines.config import load_config
from pipelines.documents import DocumentsConfig
from pipelines.inference import CACHE, InferenceConfig
from schemas.errors import ConfigError
from stages.inference.model import EngineKind, Model


def test_without_an_engine_nobody_plays_a_role():
    assert InferenceConfig().fill("judge") == Model(role="judge")


def test_a_model_of_the_registry():
    model = InferenceConfig(engine=EngineKind.VLLM).fill("rollout")
    assert (model.name, model.context, model.sampling.n, model.cache) == (
        "Qwen/Qwen3-VL-8B-Instruct",
        65_536,
        16,
        CACHE,
    )


def test_one_model_for_all_roles():
    config = InferenceConfig(engine=EngineKind.TRANSFORMERS, model="/weights", revision="abc")
    assert {(config.fill(role).name, config.fill(role).revision) for role in ("judge", "layout")} == {
        ("/weights", "abc")
    }


def test_options_of_the_registry_and_of_the_run(tmp_path):
    file = tmp_path / "models.yaml"
    file.write_text("roles: {judge: {options: {enforce_eager: true, seed: 1}}}")
    model = InferenceConfig(engine=EngineKind.VLLM, registry=file, options={"seed": 2}).fill("judge")
    assert json.loads(model.serving.options) == {"enforce_eager": True, "seed": 2}


def test_settings_reach_it():
    config = load_config(
        DocumentsConfig, None, ["inference.engine=openai", "inference.base_url=http://h/v1"], input=("x",)
    )
    assert config.inference.fill("judge").serving.base_url == "http://h/v1"


def test_an_unknown_key_is_an_error_that_names_the_nearest():
    with pytest.raises(ConfigError, match=r"inference.enigne. Did you mean inference.engine\?"):
        load_config(DocumentsConfig, None, ["inference.enigne=vllm"], input=("x",))
