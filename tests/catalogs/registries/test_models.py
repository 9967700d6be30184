"""The registry of models: every role of the report has an entry, and a user's file comes before ours."""

import re
from pathlib import Path

import pytest

from vlcorpus.catalogs.registries.models import find_role, roles
from vlcorpus.schemas.errors import ConfigError
from vlcorpus.stages.documents.roles import LAYOUT, REGION_READER


def write(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "models.yaml"
    file.write_text(text)
    return file


def test_the_roles_that_stages_ask_are_there():
    assert {LAYOUT, REGION_READER, "ocr", "recaptioner", "judge", "rollout"} <= set(roles())


def test_every_role_says_who_played_it_for_the_report():
    assert [role for role, entry in roles().items() if not entry.report] == []


def test_the_models_that_the_report_names_are_named():
    """Source: Qwen3-VL report §3.2.1, §3.2.3, §4.2, §4.4."""
    named = {
        "Qwen2.5-VL-32B",
        "Qwen2.5-VL-7B",
        "Qwen2.5-VL-72B",
        "Qwen3-30B",
        "Qwen3-32B",
        "Qwen3-VL-235B-A22B",
    }
    said = " ".join(entry.report for entry in roles().values())
    assert [name for name in named if name not in said] == []


def test_a_rollout_draws_sixteen_answers_and_what_reads_is_greedy():
    assert find_role("rollout").sampling.n == 16
    assert find_role(REGION_READER).sampling.temperature == 0


def test_a_file_of_the_user_comes_first_key_by_key(tmp_path):
    file = write(
        tmp_path,
        "defaults: {model: mine, context: 9}\nroles:\n  judge: {sampling: {n: 3}}\n  sage: {model: old}\n",
    )
    assert find_role("layout", file).model == "mine"
    assert (find_role("judge", file).context, find_role("judge", file).sampling.n) == (9, 3)
    assert find_role("sage", file).model == "old"
    assert find_role("recaptioner", file).max_pixels == find_role("recaptioner").max_pixels


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("roles: {judge: {modell: x}}", "role judge: modell"),
        ("roles: {judge: {sampling: {temperature: -1}}}", "role judge: sampling.temperature"),
        ("models: {}", "keys `defaults` and `roles`"),
        ("{", "not a registry of models"),
    ],
)
def test_a_mistake_is_named(tmp_path, text, message):
    with pytest.raises(ConfigError, match=re.escape(message)):
        roles(write(tmp_path, text))


def test_an_unknown_role_is_answered_with_those_there_are():
    with pytest.raises(ConfigError, match="no model role 'jugde'; there are: recaptioner"):
        find_role("jugde")
