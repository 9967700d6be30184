"""A strict reader says what was expected, where, and what stood there instead."""

import re

import pytest

from vlcorpus.schemas.qwenvl.scan import FormatError, Scanner, require_canonical

WORD = re.compile(r"[a-z]+")


def test_it_steps_over_what_stands_there():
    scanner = Scanner("ab,cd")
    assert scanner.match(WORD, "a word")[0] == "ab"
    assert not scanner.skip(";")
    assert scanner.skip(",")
    assert (scanner.at("cd"), scanner.at_end()) == (True, False)
    scanner.expect("cd")
    assert scanner.at_end()


@pytest.mark.parametrize(
    ("read", "told"),
    [
        (lambda s: s.expect("x"), r"character 3 \(line 2\): expected 'x', found '12'"),
        (lambda s: s.match(WORD, "a word"), r"character 3 \(line 2\): expected a word, found '12'"),
        (lambda s: s.until(">"), r"expected '>' further on"),
    ],
)
def test_what_is_not_there_is_told_with_its_place(read, told):
    scanner = Scanner("ab\n12")
    scanner.expect("ab\n")
    with pytest.raises(FormatError, match=told):
        read(scanner)
    assert scanner.position == 3


def test_the_end_of_the_text_is_told_as_such():
    with pytest.raises(FormatError, match="found the end of the text"):
        Scanner("").expect("x")


def test_it_reads_up_to_a_sign_and_stops_before_it():
    scanner = Scanner("ab>cd")
    assert scanner.until(">") == "ab"
    assert scanner.position == 2


@pytest.mark.parametrize(
    ("text", "rewritten", "position", "expected"),
    [("a  b", "a b", 2, "'b'"), ("ab", "abc", 2, "'c'"), ("abc", "ab", 2, "the end")],
)
def test_the_same_in_other_words_is_refused_where_it_differs(text, rewritten, position, expected):
    with pytest.raises(FormatError) as error:
        require_canonical(text, rewritten)
    assert (error.value.position, error.value.expected) == (position, expected)


def test_the_same_words_pass():
    require_canonical("a b", "a b")
