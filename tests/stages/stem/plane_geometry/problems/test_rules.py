"""What holds of every rule, and of how they are read."""

import re

import pytest

from vlcorpus.schemas.stem.plane_geometry_problems import RELATIONS, VALUED
from vlcorpus.stages.stem.plane_geometry.problems.plans import LIE
from vlcorpus.stages.stem.plane_geometry.problems.rules import Premise, read_rules

RULES = list(read_rules().values())


def test_there_are_more_than_two_hundred_of_more_than_a_hundred_theorems():
    assert len(RULES) > 200
    assert len({rule.name.partition("/")[0] for rule in RULES}) > 100


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_premise_speaks_of_points_that_those_before_it_found(rule):
    found, numbers = set(), set()
    for premise in rule.premises:
        if not isinstance(premise, Premise):
            continue
        if premise.operation in VALUED or premise.operation in LIE:
            assert set(premise.letters) <= found, premise
        if premise.operation in ("same", "same_angle"):
            assert set(premise.groups[0]) <= found, premise
        found |= set(premise.letters)
        numbers |= {premise.value} - {None}
    assert set(rule.conclusion.letters) <= found
    assert rule.conclusion.operation in (VALUED if rule.value else RELATIONS)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_its_words_speak_of_what_it_concludes_in_both_languages(rule):
    for words in rule.words.values():
        assert words.count("$") % 2 == 0
        math = " ".join(re.findall(r"\$([^$]*)\$", words))
        assert "v" in re.sub(r"\\[a-z]+", "", math) or rule.value is None or "^\\circ" in math
    assert rule.words["en"].endswith(".")
    assert rule.words["zh"].endswith("。")


def test_two_rules_of_one_name_are_refused(tmp_path):
    text = "r:\n  if: [on A O]\n  then: length OA = 1\n  en: a\n  zh: b\n"
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(text)
    with pytest.raises(ValueError, match="already"):
        read_rules(tmp_path)
