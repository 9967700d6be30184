import json
from collections import Counter
from dataclasses import dataclass, replace
from functools import partial

import pytest

from tests.pipelines.keys import input_of
from tests.pipelines.toys import SplitLines, ToSample
from vlcorpus.catalogs.sources.files import Files
from vlcorpus.catalogs.sources.source import Source
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.domains import DOMAINS, find_domain
from vlcorpus.pipelines.runtime.fingerprint import describe, describe_stage, fingerprint, require_same
from vlcorpus.schemas.errors import ConfigError, FingerprintMismatch, StageBug
from vlcorpus.schemas.prompts import prompts
from vlcorpus.schemas.row_types import name_of
from vlcorpus.stages.captions.recaption import RECAPTIONER, Recaption
from vlcorpus.stages.captions.to_samples import ToCaptionSamples
from vlcorpus.stages.inference.model import Model
from vlcorpus.stages.keep import Keep
from vlcorpus.stages.stage import Stage


def too_short(row, *, min_chars: int = 3):
    return None


def test_equal_parameters_have_equal_fingerprints_and_others_do_not():
    assert fingerprint(describe_stage(ToSample("x"))) == fingerprint(describe_stage(ToSample("x")))
    assert fingerprint(describe_stage(ToSample("x"))) != fingerprint(describe_stage(ToSample("y")))


def test_a_stage_goes_by_its_name_wherever_it_is_written(monkeypatch):
    before = describe_stage(ToSample())
    monkeypatch.setattr(ToSample, "__module__", "elsewhere")
    assert describe_stage(ToSample()) == before
    assert before["stage"] == "ToSample"


def test_a_new_version_of_a_stage_is_another_fingerprint(monkeypatch):
    before = fingerprint(describe_stage(SplitLines()))
    monkeypatch.setattr(SplitLines, "version", "2")
    assert fingerprint(describe_stage(SplitLines())) != before


def test_a_threshold_bound_to_a_filter_is_part_of_the_fingerprint():
    three, four = (describe_stage(Keep(partial(too_short, min_chars=n))) for n in (3, 4))
    assert three != four
    assert (
        describe(too_short)
        == describe(partial(too_short, min_chars=3))
        != describe(partial(too_short, min_chars=4))
    )


def test_new_words_of_a_prompt_are_another_fingerprint(monkeypatch):
    stage = Recaption(Model(role=RECAPTIONER))
    before = describe_stage(stage)
    others = tuple(replace(prompt, text=f"{prompt.text}!") for prompt in prompts())
    monkeypatch.setattr("vlcorpus.schemas.prompts.prompts", lambda: others)
    after = describe_stage(stage)
    assert sorted(before["prompts"]) == [
        "recaption_answer",
        "recaption_dense",
        "recaption_hint",
        "recaption_medium",
        "recaption_short",
    ]
    assert all(before["prompts"][task] != after["prompts"][task] for task in before["prompts"])


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_stage_of_a_domain_has_a_fingerprint_and_knows_its_prompts(domain, tmp_path):
    found = find_domain(domain)
    if not found.is_generated:
        found.draw_demo()(tmp_path)
    pipeline = found.builder()(found.config_type()(**input_of(found, str(tmp_path))))
    stages = [stage for table in pipeline.tables() for stage in table.stages]
    assert all(json.dumps(describe_stage(stage)) for stage in stages)
    assert pipeline.prompts()
    assert [table.name for table in pipeline.tables() if ":" in name_of(table.row)] == []


def test_no_two_stages_and_no_two_sources_have_one_name():
    """The name is all that a fingerprint says of a class."""
    for base in (Stage, Source):
        kinds = Counter(kind.__name__ for kind in _below(base) if kind.__module__.startswith("vlcorpus."))
        assert [name for name, n in kinds.items() if n > 1] == []


def test_a_tokenizer_is_known_by_its_content_and_not_by_where_it_lies(tmp_path):
    def identity(folder: str, content: str) -> dict:
        path = tmp_path / folder / "tokenizer.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(content)
        return describe_stage(ToCaptionSamples(tokenizer_path=str(path)))

    assert identity("here", "{}") == identity("there", "{}") != identity("here", "{ }")
    with pytest.raises(ConfigError, match=r"nowhere.*Name a tokenizer.json"):
        describe_stage(ToCaptionSamples(tokenizer_path="nowhere.json"))


def test_what_does_not_decide_content_is_no_part_of_it(tmp_path):
    (tmp_path / "a.pdf").touch()
    named, nameless = (
        Files(inputs=(str(tmp_path),), source="s", license=license) for license in ("CC-BY-4.0", None)
    )
    assert named.describe() == nameless.describe()


@pytest.mark.parametrize("value", [lambda row: None, object(), partial(too_short, 3)])
def test_a_parameter_without_a_stable_description_is_refused(value):
    with pytest.raises(StageBug):
        describe(value)


@dataclass(frozen=True)
class Nested:
    sides: tuple[int, ...] = (1, 2)
    by_name: tuple[tuple[str, float], ...] = (("a", 0.5),)


def test_nested_values_are_plain_json():
    assert describe(Nested()) == {"sides": [1, 2], "by_name": [["a", 0.5]]}


def test_a_mismatch_names_each_difference_and_the_ways_on():
    table = TableStore("s3://key:secret@bucket/out/documents/samples?region=us-east-1&scheme=http")
    with pytest.raises(FingerprintMismatch) as caught:
        require_same(table, {"stages": [{"dpi": 144}]}, {"stages": [{"dpi": 200}]})
    assert "s3://bucket/out/documents/samples was made differently" in str(caught.value)
    assert "stages[0].dpi: 144 → 200" in str(caught.value)
    assert "--fresh-from samples deletes" in str(caught.value)


def _below(base: type) -> set[type]:
    return {kind for child in base.__subclasses__() for kind in (child, *_below(child))}
