import pytest

from tests.stages.exercises.rows import read
from vlcorpus.filters.exercises.solution import solution_mixes_languages, solution_repeats

ENGLISH = ["We add the two sides and get the perimeter of the triangle ABC.", "So $AB+BC=12$ cm."]
CHINESE = ["因为三角形ABC是等腰三角形，所以AB=AC。", "由勾股定理得$AB=5$ cm。"]


@pytest.mark.parametrize(
    ("lang", "steps", "is_mixed"),
    [
        ("en", ENGLISH, False),
        ("zh", CHINESE, False),
        ("zh", [*CHINESE, *ENGLISH], True),
        ("en", [*ENGLISH, *CHINESE], True),
        ("zh", ["$x=\\text{the number of apples in the basket}$，所以$x=3$。"], False),
        ("en", [], False),
        ("fr", ENGLISH, False),  # nothing is known of languages of one script
    ],
)
def test_two_languages_in_one_solution(lang, steps, is_mixed):
    assert (solution_mixes_languages(read(lang=lang, steps=steps)) is not None) is is_mixed


def test_a_solution_that_goes_round():
    again = ["Let us try x equal to two and see whether the equation holds for this value."]
    assert solution_repeats(read(steps=again * 4)) == "solution_repeats"
    assert solution_repeats(read(steps=ENGLISH)) is None
    cases = [
        f"If x is {n}, then the left side is {n * n + 1} and the right side is {n + 7}." for n in range(9)
    ]
    assert solution_repeats(read(steps=cases)) is None
