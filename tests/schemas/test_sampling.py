"""Sampling is one definition: a registry's values are checked against it, and an unknown key is an error."""

import json

import pytest
from pydantic import TypeAdapter, ValidationError

from vlcorpus.schemas.sampling import Sampling

READ = TypeAdapter(Sampling)


def test_a_registry_may_name_any_of_it():
    assert READ.validate_python({"temperature": 0.7, "stop": ["\n"]}) == Sampling(
        temperature=0.7, stop=("\n",)
    )


@pytest.mark.parametrize(
    "wrong", [{"top_p": 0}, {"top_p": 1.1}, {"max_tokens": 0}, {"n": 0}, {"logprobs": -1}, {"temprature": 1}]
)
def test_a_value_out_of_range_and_an_unknown_key_are_errors(wrong):
    with pytest.raises(ValidationError):
        READ.validate_python(wrong)


def test_it_is_recorded_as_json_with_every_field():
    recorded = json.loads(Sampling(seed=3, stop=("a",)).as_json())
    assert recorded["seed"] == 3
    assert recorded["stop"] == ["a"]
    assert recorded["max_tokens"] == 2048


def test_what_came_later_counts_for_the_key_of_an_answer_where_it_is_set():
    assert "min_p" not in Sampling().identity()
    assert Sampling(min_p=0.1).identity()["min_p"] == 0.1
    assert Sampling().identity()["top_k"] == 0
