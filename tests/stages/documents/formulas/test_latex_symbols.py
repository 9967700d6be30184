"""Every character of a formula has one command, or none."""

import re
import unicodedata

import pytest

from vlcorpus.stages.documents.formulas.latex_symbols import (
    ACCENTS,
    FENCES,
    FUNCTIONS,
    LIMIT_WORDS,
    OPERATIONS,
    RELATIONS,
    SYMBOLS,
    symbol,
)


@pytest.mark.parametrize(
    ("char", "command"),
    [
        ("α", r"\alpha"),
        ("≤", r"\leq"),
        ("∣", "|"),
        ("‖", r"\|"),
        ("{", r"\{"),
        ("a", "a"),
        ("+", "+"),
        ("é", None),
        ("中", None),
    ],
)
def test_the_command_of_a_character(char, command):
    assert symbol(char) == command


def test_every_key_is_one_character_and_every_command_can_be_written():
    assert {len(char) for char in SYMBOLS} == {1}
    pattern = r"(?:\\[a-zA-Z]+|\\[{}|%$#&_]|[-|*:/]|\^\{\\circ\})+(?:\\[a-zA-Z]+)*"
    assert [command for command in SYMBOLS.values() if not re.fullmatch(pattern, command)] == []


def test_greek_letters_have_the_command_of_their_name():
    for char in "αβγδζηθικλμνξπρστυχψωΓΔΘΛΞΠΣΥΦΨΩ":
        name = unicodedata.name(char).rsplit(" ", 1)[1].replace("LAMDA", "LAMBDA")
        assert SYMBOLS[char] == "\\" + (name.capitalize() if char.isupper() else name.lower())


def test_a_sign_is_a_relation_or_an_operation_and_never_both():
    assert RELATIONS.isdisjoint(OPERATIONS)
    assert {r"\leq", "=", ":", r"\in"} <= RELATIONS
    assert {"+", r"\times", ","} <= OPERATIONS


def test_words_with_limits_are_functions_but_for_those_that_latex_does_not_know():
    assert {"argmax", "argmin"} == LIMIT_WORDS - FUNCTIONS


def test_accents_and_fences_are_characters():
    assert {len(char) for char in [*ACCENTS, *FENCES]} == {1}
