"""A reading counts by characters, and grows with its image."""

import pytest

from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.ocr.engine import OcrLine, OcrReading, OcrWord


def word(text: str, confidence: float) -> OcrWord:
    return OcrWord(text, BoxPx(0, 0, 10, 4), confidence)


def line(*words: OcrWord) -> OcrLine:
    return OcrLine(words, BoxPx(0, 0, 20, 4), 4.0, 0.0)


LONG_AND_SHORT = line(word("river", 0.9), word("a", 0.3))


def test_a_line_is_its_words():
    assert (LONG_AND_SHORT.text, LONG_AND_SHORT.n_chars) == ("river a", 6)


def test_confidence_is_the_mean_of_the_characters():
    assert LONG_AND_SHORT.confidence == pytest.approx((5 * 0.9 + 0.3) / 6)
    reading = OcrReading((LONG_AND_SHORT, line(word("no", 0.0))))
    assert reading.confidence == pytest.approx((5 * 0.9 + 0.3) / 8)


def test_a_reading_without_characters_is_not_trusted():
    assert (OcrReading(()).n_chars, OcrReading(()).confidence) == (0, 0.0)


def test_lines_that_are_denied_go_and_all_else_stays():
    reading = OcrReading((line(word("a", 1.0)), line(word("b", 1.0))), image_boxes=(BoxPx(0, 0, 1, 1),))
    kept = reading.only(lambda one: one.text == "b")
    assert [one.text for one in kept.lines] == ["b"]
    assert kept.image_boxes == reading.image_boxes


def test_every_place_grows_with_the_image():
    box = BoxPx(1, 2, 3, 4)
    one = OcrLine((OcrWord("a", box, 0.5),), box, 5.0, 0.1, turn=1, bold=True)
    (grown,) = OcrReading((one,), (box,), (box,)).scaled(2).lines
    assert (grown.box, grown.words[0].box, grown.baseline_px) == ((2, 4, 6, 8), (2, 4, 6, 8), 10.0)
    assert (grown.slope, grown.turn, grown.bold, grown.confidence) == (0.1, 1, True, 0.5)
    scaled = OcrReading((one,), (box,), (box,)).scaled(0.5)
    assert scaled.image_boxes == scaled.rules == ((0.5, 1, 1.5, 2),)
