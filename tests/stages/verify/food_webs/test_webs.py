import pytest

from tests.stages.verify.food_webs.foods import CHAIN, WEB
from vlcorpus.stages.verify.food_webs.oracle import ORACLE
from vlcorpus.stages.verify.oracle import Unknown


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("eats", "bug", "grass"), "yes"),
        (("eats", "grass", "bug"), "no"),
        (("prey", "bug"), "2"),
        (("predators", "rabbit"), "2"),
        (("only_prey", "fox"), "rabbit"),
        (("only_predator", "bug"), "bird"),
        (("shared_prey", "fox", "hawk"), "rabbit"),
        (("shared_predator", "rabbit", "bird"), "hawk"),
        (("compete", "rabbit", "bug"), "yes"),
        (("compete", "fox", "bird"), "no"),
        (("producer", "tree"), "yes"),
        (("top_predator", "hawk"), "yes"),
        (("top_predator", "bird"), "no"),
        (("diet", "bird"), "omnivore"),
        (("diet", "fox"), "carnivore"),
        (("consumer", "fox"), "secondary"),
        (("reaches", "tree", "hawk"), "yes"),
        (("reaches", "hawk", "tree"), "no"),
        (("chain", "grass", "bug", "bird", "hawk"), "yes"),
        (("chain", "grass", "bird", "hawk"), "no"),
        (("loses_all", "rabbit", "fox"), "yes"),
        (("loses_all", "rabbit", "hawk"), "no"),
        (("chains",), "5"),
        (("longest",), "4"),
        (("count", "consumers"), "5"),
        (("count", "omnivores"), "1"),
        (("count", "herbivores"), "2"),
        (("count", "arrows"), "8"),
    ],
)
def test_values(expression, value):
    assert ORACLE(WEB).value(expression) == value


@pytest.mark.parametrize(
    "expression",
    [
        ("only_prey", "bug"),
        ("shared_prey", "fox", "bug"),
        ("compete", "grass", "bug"),
        ("diet", "tree"),
        ("consumer", "tree"),
        ("level", "hawk"),
        ("most_prey",),
        ("next", "grass"),
        ("eats", "bug", "bug"),
        ("chain", "grass", "bug"),
        ("count", "plants"),
        ("energy", "grass"),
    ],
)
def test_what_people_would_not_answer(expression):
    with pytest.raises(Unknown):
        ORACLE(WEB).value(expression)


def test_a_chain_has_an_order():
    chain = ORACLE(CHAIN)
    assert [chain.value((name,)) for name in ("first", "last")] == ["grass", "bird"]
    assert chain.value(("next", "grass")) == "bug"
    with pytest.raises(Unknown):
        chain.value(("next", "bird"))
