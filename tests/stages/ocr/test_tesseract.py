"""Tesseract's answers as readings; the tests that run it are skipped, loudly, where it is missing."""

import sys

import pytest

from tests.patience import PATIENCE_S
from tests.stages.ocr.scans import LINES, draw_text, needs_tesseract, png
from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure, Reject
from vlcorpus.stages.ocr.tesseract import Tesseract, parse_hocr

HOCR = b"""<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml"><body><div class='ocr_page' title='image ""; bbox 0 0 900 900'>
<div class='ocr_carea' title="bbox 10 10 200 40"><p class='ocr_par' title="bbox 10 10 200 40">
<span class='ocr_line' title="bbox 10 10 200 40; baseline 0.01 -7; x_size 30; x_descenders 7; x_ascenders 8">
<span class='ocrx_word' title='bbox 10 10 90 40; x_wconf 96'>Every</span>
<span class='ocrx_word' title='bbox 100 12 200 38; x_wconf 50'><em>word</em></span>
<span class='ocrx_word' title='bbox 100 12 200 38; x_wconf 50'> </span></span>
<span class='ocr_header' title="bbox 300 10 320 200; x_size 20"><span class='ocrx_word'
 title='bbox 300 10 320 200; x_wconf 90'>down</span></span>
<span class='ocr_caption' title="bbox 400 10 420 200; textangle 90"><span class='ocrx_word'
 title='bbox 400 10 420 200; x_wconf 90'>up</span></span></p></div>
<div class='ocr_photo' title="bbox 0 500 900 800"></div>
<div class='ocr_separator' title="bbox 10 450 890 452"></div></div></body></html>"""


def test_hocr_is_read_with_baselines_and_images():
    reading = parse_hocr(HOCR)
    line, down, up = reading.lines
    assert [(word.text, word.confidence) for word in line.words] == [("Every", 0.96), ("word", 0.5)]
    assert (line.box, line.baseline_px, line.slope, line.turn) == ((10, 10, 200, 40), 33, 0.01, 0)
    assert (down.turn, up.turn) == (1, 3)
    assert reading.image_boxes == ((0, 500, 900, 800),)
    assert reading.confidence == pytest.approx((5 * 0.96 + 4 * 0.5 + 4 * 0.9 + 2 * 0.9) / 15)


def test_a_missing_binary_names_what_to_install():
    with pytest.raises(EnvironmentFailure, match="apt-get install tesseract-ocr"):
        Tesseract(binary="no-such-tesseract").open(("en",))


def test_a_language_that_it_never_has_is_a_mistake_of_the_configuration():
    with pytest.raises(ConfigError, match="xx"):
        Tesseract().open(("xx",))


def script(tmp_path, program: str) -> Tesseract:
    """Return an engine whose binary is a Python program."""
    binary = tmp_path / "tesseract"
    binary.write_text(f"#!{sys.executable}\nimport os, sys, time\n{program}\n")
    binary.chmod(0o755)
    return Tesseract(binary=str(binary), wall_s=PATIENCE_S)


def test_missing_data_of_a_language_names_its_package(tmp_path):
    engine = script(tmp_path, "print('List of available languages (2):\\neng\\nosd')")
    engine.open(("en",))
    with pytest.raises(EnvironmentFailure, match="apt-get install tesseract-ocr-chi-sim"):
        engine.open(("en", "zh"))


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        ("time.sleep(3600)", "wall_limit"),
        ("os.abort()", "crash"),
        ("sys.exit('Error during processing.')", "ocr_failed"),
    ],
)
def test_whatever_it_dies_of_is_a_reject(tmp_path, program, reason):
    engine = script(tmp_path, program)
    if reason == "wall_limit":
        engine = Tesseract(engine.binary, wall_s=0.5)
    with pytest.raises(Reject) as caught:
        engine.read(b"png", ("en",))
    assert caught.value.reason == reason


@needs_tesseract
def test_it_reads_print():
    engine = Tesseract()
    engine.open(("en",))
    reading = engine.read(png(draw_text()), ("en",))
    assert [line.text.lower() for line in reading.lines] == [line.lower() for line in LINES]
    assert reading.confidence > 0.85
    first = reading.lines[0]
    assert first.box.x1 == pytest.approx(60, abs=4)
    assert first.turn == 0
    assert engine.name.startswith("tesseract-")


@needs_tesseract
def test_the_second_way_reads_the_same():
    reading = Tesseract().read(png(draw_text()), ("en",), second=True)
    assert [line.text.lower() for line in reading.lines] == [line.lower() for line in LINES]


@needs_tesseract
def test_an_empty_image_has_no_lines_and_no_orientation():
    blank = png(draw_text([]))
    assert Tesseract().read(blank, ("en",)).lines == ()
    assert Tesseract().orientation(blank) is None


@needs_tesseract
@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_it_tells_how_a_page_is_turned(turn):
    image = draw_text(LINES * 6, width=1000, height=1200)
    found = Tesseract().orientation(png(image.rotate(-90 * turn, expand=True)))
    assert (found.turn, found.script) == (turn, "latin")
