"""Letters are counted by their script, and a language has one."""

import pytest

from vlcorpus.schemas.scripts import n_other_letters, script_counts, script_of


def test_scripts_are_counted_by_letters():
    assert script_counts("abc 12 где 中") == {"latin": 3, "cyrillic": 3, "han": 1}
    assert script_counts("12 + 3") == {}


def test_letters_of_scripts_without_a_name_are_counted_too():
    assert n_other_letters("abc где 中") == 0
    assert n_other_letters("abc Քանզի") == 5


@pytest.mark.parametrize(
    ("language", "script"), [("de", "latin"), ("zh", "han"), ("ja", "kana"), ("ru", "cyrillic"), ("xx", None)]
)
def test_the_script_of_a_language(language, script):
    assert script_of(language) == script
