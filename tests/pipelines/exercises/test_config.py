import pytest

from vlcorpus.pipelines.config import load_config
from vlcorpus.pipelines.exercises.config import ExercisesConfig
from vlcorpus.schemas.errors import ConfigError


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"text_encoding": "utf-16"}, "text_encoding"),
        ({"solving.min_agreement": 2}, "solving.min_agreement"),
        ({"fields.qestion": "q"}, "question"),
    ],
)
def test_a_bad_value_is_told_by_its_key(settings, named):
    with pytest.raises(ConfigError, match=named):
        load_config(ExercisesConfig, None, {"input": ["a.json"], **settings})
