"""Fonts tell by their names what their characters are."""

import pytest

from vlcorpus.stages.documents.page.fonts import is_math_font, is_sign_font


@pytest.mark.parametrize(
    "name",
    ["CMMI10", "ABCDEF+CMSY7", "LatinModernMath-Regular", "MTMI", "STIXSizeOneSym", "txsy"],
)
def test_fonts_of_formulas(name):
    assert is_math_font(name)


@pytest.mark.parametrize("name", ["Wingdings", "ZapfDingbats", "Webdings", "SymbolMT"])
def test_fonts_of_signs(name):
    assert is_sign_font(name)


@pytest.mark.parametrize("name", ["Helvetica", "CMR10", "TimesNewRoman", "CMTI12", ""])
def test_fonts_of_text_are_neither(name):
    assert not is_math_font(name)
    assert not is_sign_font(name)
