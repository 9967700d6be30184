"""From flags and a registry to the model that a stage asks."""

import json
from dataclasses import replace

import pytest

from vlcorpus.pipelines.config import load_config
from vlcorpus.pipelines.documents.config import DocumentsConfig
from vlcorpus.pipelines.inference import CACHE, InferenceConfig
from vlcorpus.pipelines.runtime.dag import segments
from vlcorpus.schemas.errors import ConfigError
from vlcorpus.stages.inference.engines import without_role
from vlcorpus.stages.inference.infer import Infer
from vlcorpus.stages.inference.model import EngineKind, Model


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


def test_gpus_of_a_role_of_the_registry_and_of_the_run(tmp_path):
    file = tmp_path / "models.yaml"
    file.write_text("roles: {judge: {gpus: 0.25}}")
    own, of_run = ({"registry": file}, {"registry": file, "gpus": 0})
    configs = [InferenceConfig(engine=EngineKind.VLLM, **values) for values in (own, of_run)]
    found = [[config.fill(role).serving.gpus for role in ("judge", "layout")] for config in configs]
    assert found == [[0.25, 1], [0, 0]]


@pytest.mark.parametrize("gpus", [-1, 1.5, "half"])
def test_gpus_are_whole_or_a_part_of_one(gpus, tmp_path):
    with pytest.raises(ConfigError, match=r"inference\.gpus = "):
        load_config(DocumentsConfig, None, {"input": "x", "inference.gpus": gpus})
    file = tmp_path / "models.yaml"
    file.write_text(f"roles: {{judge: {{gpus: {gpus}}}}}")
    with pytest.raises(ConfigError, match=rf"{file}, role judge: gpus: "):
        InferenceConfig(engine=EngineKind.VLLM, registry=file).fill("judge")


def test_what_is_no_number_of_gpus_is_told_what_is():
    with pytest.raises(ConfigError, match=r"1\.5 is neither a part of one GPU, as 0\.5, nor a whole number"):
        load_config(DocumentsConfig, None, {"input": "x", "inference.gpus": 1.5})


@pytest.mark.parametrize(("changes", "n_operators"), [({"role": "judge"}, 1), ({"name": "other"}, 2)])
def test_neighbours_share_an_operator_and_its_gpu_where_they_share_an_engine(changes, n_operators):
    model = InferenceConfig(engine=EngineKind.VLLM, gpus=0.5).fill("layout")
    parts = segments((Infer(model), Infer(replace(model, **changes))))
    assert [need.gpus for need, _ in parts] == [0.5] * n_operators


def test_settings_reach_it():
    asked = {"input": "x", "inference.engine": "openai", "inference.base_url": "http://h/v1"}
    config = load_config(DocumentsConfig, None, asked)
    assert config.inference.fill("judge").serving.base_url == "http://h/v1"


def test_an_unknown_key_is_an_error_that_names_the_nearest():
    with pytest.raises(ConfigError, match=r"inference.enigne. Did you mean inference.engine\?"):
        load_config(DocumentsConfig, None, {"input": "x", "inference.enigne": "vllm"})


def test_a_role_has_an_engine_a_server_and_a_manner_of_its_own():
    asked = {
        "input": "x",
        "inference.engine": "vllm",
        "inference.in_flight": 32,
        "inference.options": {"enforce_eager": True},
        "inference.roles.judge.engine": "openai",
        "inference.roles.judge.base_url": "http://a/v1 http://b/v1",
        "inference.roles.judge.in_flight": 8,
        "inference.roles.judge.headers": {"X-Team": "corpus"},
        "inference.roles.judge.extra_body": {"reasoning_effort": "low"},
        "inference.roles.judge.sampling.top_k": 0,
        "inference.roles.layout": {"lora": "adapter", "priority": -1, "options": {"max_lora_rank": 64}},
    }
    config = load_config(DocumentsConfig, None, asked).inference
    judge, layout, other = (config.fill(role) for role in ("judge", "layout", "ocr"))
    assert (judge.engine, judge.serving.base_urls) == ("openai", ("http://a/v1", "http://b/v1"))
    assert (judge.serving.in_flight, json.loads(judge.serving.headers)) == (8, {"X-Team": "corpus"})
    assert (json.loads(judge.extra_body), judge.lora) == ({"reasoning_effort": "low"}, None)
    assert (layout.engine, layout.lora, layout.serving.priority) == ("vllm", "adapter", -1)
    assert json.loads(layout.serving.options) == {"enforce_eager": True, "max_lora_rank": 64}
    assert (other.engine, other.lora, other.serving.in_flight) == ("vllm", None, 32)


def test_sampling_of_the_run_and_of_a_role_come_before_that_of_the_registry():
    sampling = {"top_k": 0, "min_p": 0.05}
    roles = {"judge": {"sampling": {"min_p": 0.1}}}
    config = InferenceConfig(engine=EngineKind.VLLM, sampling=sampling, roles=roles)
    writer, judge = (config.fill(role).sampling for role in ("recaptioner", "judge"))
    assert (writer.top_k, writer.min_p, writer.temperature) == (0, 0.05, 0.7)
    assert (judge.top_k, judge.min_p, judge.temperature) == (0, 0.1, 0)


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"inference.roles.juge": {"engine": "vllm"}}, "no model role 'juge'"),
        ({"inference.roles.judge": {"enigne": "vllm"}}, r"judge\.enigne"),
        ({"inference.roles.judge": {"in_flight": 0}}, r"judge\.in_flight"),
        ({"inference.roles.judge": {"roles": {}}}, "neither roles nor a registry"),
    ],
)
def test_a_wrong_role_is_refused_when_it_is_read(settings, told):
    with pytest.raises(ConfigError, match=told):
        load_config(DocumentsConfig, None, {"input": "x"} | settings)


def test_a_wrong_sampling_is_told_by_its_key():
    config = InferenceConfig(engine=EngineKind.VLLM, sampling={"top_p": 2})
    with pytest.raises(ConfigError, match=r"inference\.sampling\.top_p: "):
        config.fill("judge")


def test_a_registry_may_name_an_adapter_and_arguments_of_the_template(tmp_path):
    file = tmp_path / "models.yaml"
    file.write_text("roles: {judge: {lora: tuned, chat_template: {enable_thinking: false}}}")
    model = InferenceConfig(engine=EngineKind.VLLM, registry=file).fill("judge")
    assert (model.lora, json.loads(model.chat_template)) == ("tuned", {"enable_thinking": False})
    other = InferenceConfig(engine=EngineKind.VLLM, registry=file, model="other").fill("judge")
    assert other.lora is None  # an adapter is one of its own model


def test_the_order_of_text_and_image_of_the_registry_and_of_the_run(tmp_path):
    file = tmp_path / "models.yaml"
    file.write_text("roles: {judge: {text_first: true}}")
    own, of_run = ({"registry": file}, {"registry": file, "text_first": False})
    configs = [InferenceConfig(engine=EngineKind.VLLM, **values) for values in (own, of_run)]
    found = [[config.fill(role).text_first for role in ("judge", "layout")] for config in configs]
    assert found == [[True, False], [False, False]]
    assert without_role(configs[0].fill("judge")) == without_role(configs[0].fill("layout"))


def test_how_media_are_prepared_reaches_the_engine():
    config = InferenceConfig(engine=EngineKind.VLLM, preparers=2, roles={"judge": {"prepared_gib": 0.5}})
    judge, layout = (config.fill(role).serving for role in ("judge", "layout"))
    assert [(one.preparers, one.prepared_gib) for one in (judge, layout)] == [(2, 0.5), (2, 4)]
