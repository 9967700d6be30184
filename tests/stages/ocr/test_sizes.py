import pytest

from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.ocr.engine import OcrLine, OcrWord
from vlcorpus.stages.ocr.sizes import CAP_EM, DESCENDER_EM, X_EM, ink_em, page_sizes, weighted_median


@pytest.mark.parametrize(
    ("text", "em"),
    [
        ("sea", X_EM),
        ("Sky", CAP_EM + DESCENDER_EM),
        ("bold", CAP_EM),
        ("1954", CAP_EM),
        ("ape", X_EM + DESCENDER_EM),
        ("桥", 0.92),
        ("—", None),
        ("...", None),
    ],
)
def test_what_letters_take_of_an_em(text, em):
    assert ink_em(text) == em


def printed(*texts: str, size: float) -> OcrLine:
    """Return a line as an engine sees it: each word as high as its ink."""
    words = tuple(OcrWord(text, BoxPx(0, 0, 10, size * (ink_em(text) or 0.1)), 0.9) for text in texts)
    return OcrLine(words, BoxPx(0, 0, 10, size), size, 0.0)


def test_words_of_one_font_have_one_size_whatever_their_letters():
    sizes = page_sizes([printed("sea", "man", size=20), printed("Sky", size=21), printed("ape", size=19.5)])
    assert len(set(sizes)) == 1
    assert sizes[0] == pytest.approx(20, abs=1)


def test_a_heading_is_larger_than_the_text():
    heading, text = page_sizes([printed("Chapter", size=28), *[printed("of", "prose", size=20)] * 5][:2])
    assert heading == pytest.approx(28)
    assert text == pytest.approx(20)


def test_a_line_of_dashes_has_the_height_of_its_ink():
    assert page_sizes([printed("—", size=20)]) == [2]


def test_the_weighted_median():
    assert weighted_median([(1, 1), (2, 5), (9, 1)]) == 2
