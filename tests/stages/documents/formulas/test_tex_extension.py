"""The characters of TeX's extension fonts, by their codes and by Adobe's names."""

import pytest

from vlcorpus.stages.documents.formulas.tex_extension import extension_char, is_extension, standard_char


@pytest.mark.parametrize(
    ("code", "char"),
    [
        (0x00, "("),
        (0x0D, "‖"),
        (0x20, "("),
        (0x29, "}"),
        (0x30, "⎛"),
        (0x43, "⎟"),
        (0x50, "∑"),
        (0x5A, "∫"),
        (0x69, "]"),
        (0x70, "√"),
        (0x76, "┌"),
        (0x7A, "\ufffd"),  # a quarter of a horizontal brace
        (0xF8EB, "⎛"),
    ],
)
def test_a_code_is_a_character(code, char):
    assert extension_char(chr(code)) == char


def test_pieces_of_brackets_have_characters_of_their_own_today():
    assert [standard_char(char) for char in "\uf8eb\uf8fea"] == ["⎛", "⎭", "a"]


@pytest.mark.parametrize("font", ["CMEX10", "LMMathExtension10-Regula", "txexs", "Fourier-Math-Extension"])
def test_extension_fonts_are_known_by_name(font):
    assert is_extension(font)


@pytest.mark.parametrize("font", ["CMSY10", "Helvetica-Extended", "txsys"])
def test_others_are_none(font):
    assert not is_extension(font)
