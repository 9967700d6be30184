import pytest
from hypothesis import given
from hypothesis import strategies as st

from vlcorpus.schemas.scenes.claims import (
    Claim,
    claims_from_json,
    claims_to_json,
    from_json,
    to_json,
    truth_value,
    written,
)

names = st.text(min_size=1, max_size=5)
expressions = st.recursive(
    names, lambda inner: st.builds(lambda name, rest: (name, *rest), names, st.lists(inner, max_size=3))
)


@given(expressions)
def test_an_expression_comes_back_from_json(expression):
    assert from_json(to_json(expression)) == expression


@pytest.mark.parametrize("text", ["3", "[]", "[[]]", '[["a"], "b"]', '{"a": 1}', '["a", null]'])
def test_what_is_no_expression_is_refused(text):
    with pytest.raises(ValueError, match="no expression"):
        from_json(text)


several = st.lists(names).map(tuple)


@given(st.lists(st.builds(Claim, expressions, names, several, several, st.none() | names)))
def test_claims_come_back_from_json(claims):
    assert claims_from_json(claims_to_json(claims)) == claims


def test_a_claim_reads_as_people_write_it():
    claim = Claim(("larger", ("angle", "A", "B", "C"), "right"), truth_value(True))
    assert str(claim) == "larger(angle(A, B, C), right) = yes"
    assert claim.operation == "larger"
    assert written("A") == "A"
