"""Every key of the configuration decides something; every exercise ends as a sample or as a reject."""

import pytest

import vlcorpus
from tests.pipelines.keys import described, numbers, with_another
from vlcorpus.pipelines.config import load_config
from vlcorpus.pipelines.exercises.config import ExercisesConfig
from vlcorpus.pipelines.exercises.demo import EXERCISES, draw
from vlcorpus.pipelines.exercises.pipeline import exercises

INPUT = {"input": ["exercises.json"]}
KEYS = numbers(ExercisesConfig)
NO_CONTENT = {"limit", "max_reject_rate", *(key for key in KEYS if key.startswith("inference."))}


@pytest.mark.parametrize("key", KEYS)
def test_a_key_is_in_the_fingerprint_where_it_decides_content(key):
    usual = described(exercises(load_config(ExercisesConfig, None, INPUT)))
    config = with_another(ExercisesConfig, INPUT, key, KEYS[key])
    assert (described(exercises(config)) == usual) is (key in NO_CONTENT)


def test_the_demo_ends_as_samples_and_rejects_with_reasons(tmp_path):
    draw(tmp_path / "in")
    result = vlcorpus.run("exercises", input=tmp_path / "in", output=tmp_path / "out", license="CC0-1.0")
    assert result.samples.rows + result.samples.rejects == len(EXERCISES)
    assert result.reasons == {
        "answer_disputed": 1,
        "answer_missing": 1,
        "figure_missing": 1,
        "image_broken": 1,
        "step_wrong": 1,
    }
    corpus = vlcorpus.open_corpus(tmp_path / "out")
    assert corpus.verify(deep=True).ok
    answers = {
        sample.meta and sample.messages[-1].content[0].text.split("\n")[-1] for sample in corpus.samples()
    }
    assert "The answer is $\\boxed{60\\ \\text{cm}^{2}}$." in answers
