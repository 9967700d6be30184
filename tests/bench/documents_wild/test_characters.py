"""The benchmark's count of characters that nobody would write."""

import pytest

from bench.documents_wild.characters import detached_accents, replacement_characters


@pytest.mark.parametrize("text", ["J´an", "J ´an", "Erd˝os", "Schr¨ odinger", "na¨ıve", "caf e´ au lait"])
def test_an_accent_beside_its_letter_is_counted(text):
    assert detached_accents(text) == 1


@pytest.mark.parametrize(
    "text", ["Ján, Erdős, naïve", "x^2 and `code` ~ 3", "A\u0301 composed", "12 ° C", "~user"]
)
def test_letters_with_their_accents_and_signs_of_code_are_none(text):
    assert detached_accents(text) == 0


def test_replacement_characters_are_counted():
    assert replacement_characters("a \ufffd b \ufffd\ufffd") == 3
