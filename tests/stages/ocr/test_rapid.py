"""RapidOCR's answers as readings; the test that runs it is skipped, loudly, where it is missing."""

import importlib.util
import sys

import numpy as np
import pytest

from tests.stages.ocr.scans import LINES, draw_text, png
from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure
from vlcorpus.stages.ocr.rapid import RapidOcr, line_of

needs_rapidocr = pytest.mark.skipif(
    importlib.util.find_spec("rapidocr") is None,
    reason="RapidOCR is absent: pip install 'vlcorpus[ocr-rapid]'",
)
INK = np.zeros((100, 200), bool)
INK[20:34, 10:50] = True  # "Sky", with a descender
INK[20:30, 60:90] = True  # "bold"


def quad(x1, y1, x2, y2):
    return [[x1, y1], [x2, y1], [x2, y2], [x1, y2]]


def test_words_get_the_boxes_of_their_ink_and_the_line_its_baseline():
    words = [
        ("Sky", 0.9, quad(10, 10, 50, 40)),
        (" ", 0.9, quad(50, 10, 60, 40)),
        ("bold", 0.8, quad(60, 10, 90, 40)),
    ]
    line = line_of(quad(10, 10, 90, 40), "Sky bold", 0.85, words, INK)
    assert [(word.text, word.box) for word in line.words] == [
        ("Sky", (10, 20, 50, 34)),
        ("bold", (60, 20, 90, 30)),
    ]
    assert (line.baseline_px, line.turn) == (30, 0)


def test_a_line_on_its_side_is_one_word():
    line = line_of(quad(10, 0, 30, 90), "side ways", 0.85, [], INK)
    assert [word.text for word in line.words] == ["sideways"]
    assert line.turn == 1


def test_a_line_without_text_is_none():
    assert line_of(quad(0, 0, 9, 9), " ", 0.9, [], INK) is None


def test_a_line_without_words_is_one_word():
    line = line_of(quad(10, 10, 90, 40), "Skybold", 0.85, (), INK)
    assert [(word.text, word.confidence) for word in line.words] == [("Skybold", 0.85)]


def test_a_language_whose_letters_it_lacks_is_a_mistake_of_the_configuration():
    with pytest.raises(ConfigError, match="ru"):
        RapidOcr().open(("en", "ru"))


def test_a_missing_package_names_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    with pytest.raises(EnvironmentFailure, match=r"pip install 'vlcorpus\[ocr-rapid\]'"):
        RapidOcr().open(("en",))


@needs_rapidocr
def test_it_reads_print():
    engine = RapidOcr()
    engine.open(("en",))
    reading = engine.read(png(draw_text()), ("en",))
    assert [line.text.lower() for line in reading.lines] == [line.lower() for line in LINES]
    assert engine.name.startswith("rapidocr-")
    assert engine.read(png(draw_text([])), ("en",)).lines == ()
