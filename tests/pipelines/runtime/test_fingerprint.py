from dataclasses import dataclass
from functools import partial

import pytest

from tests.pipelines.toys import SplitLines, ToSample
from vlcorpus.pipelines.runtime.fingerprint import describe, describe_stage, fingerprint, require_same
from vlcorpus.schemas.errors import FingerprintMismatch, StageBug
from vlcorpus.stages.keep import Keep


def too_short(row, *, min_chars: int = 3):
    return None


def test_equal_parameters_have_equal_fingerprints_and_others_do_not():
    assert fingerprint(describe_stage(ToSample("x"))) == fingerprint(describe_stage(ToSample("x")))
    assert fingerprint(describe_stage(ToSample("x"))) != fingerprint(describe_stage(ToSample("y")))
    assert describe_stage(ToSample())["stage"] == "tests.pipelines.toys.ToSample"


def test_a_new_version_of_a_stage_is_another_fingerprint(monkeypatch):
    before = fingerprint(describe_stage(SplitLines()))
    monkeypatch.setattr(SplitLines, "version", "2")
    assert fingerprint(describe_stage(SplitLines())) != before


def test_a_threshold_bound_to_a_filter_is_part_of_the_fingerprint():
    three, four = (describe_stage(Keep(partial(too_short, min_chars=n))) for n in (3, 4))
    assert three != four
    assert describe(too_short) == "tests.pipelines.runtime.test_fingerprint.too_short"


@pytest.mark.parametrize("value", [lambda row: None, object()])
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
    with pytest.raises(FingerprintMismatch) as caught:
        require_same("out/samples", {"stages": [{"dpi": 144}]}, {"stages": [{"dpi": 200}]})
    assert "stages[0].dpi: 144 → 200" in str(caught.value)
    assert "--fresh" in str(caught.value)
