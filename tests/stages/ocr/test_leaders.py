import PIL.ImageChops
import PIL.ImageDraw
import pytest

from tests.stages.ocr.scans import draw_text, line
from vlcorpus.stages.ocr.engine import OcrReading
from vlcorpus.stages.ocr.leaders import erase, find_leaders, put_back


def dotted(n_dots=40, pitch=9, x=400, y=88, radius=2):
    image = draw_text(["Contents", "of the book"])
    drawing = PIL.ImageDraw.Draw(image)
    for n in range(n_dots):
        drawing.rectangle((x + n * pitch, y, x + n * pitch + radius, y + radius), fill=0)
    return image


def test_a_row_of_dots_is_a_leader():
    (leader,) = find_leaders(dotted())
    assert leader.n_dots == pytest.approx(40, abs=1)
    assert leader.box.x1 == pytest.approx(400, abs=2)
    assert leader.box.x2 == pytest.approx(400 + 39 * 9 + 3, abs=2)


def test_print_has_no_leaders():
    assert (
        find_leaders(draw_text(["illimitable minim ......", "a row of words: tomorrow, worm, vanilla"])) == []
    )


@pytest.mark.parametrize("image", [dotted(n_dots=7), dotted(pitch=40), dotted(radius=9, pitch=20)])
def test_few_far_or_large_dots_are_none(image):
    assert find_leaders(image) == []


def test_erasing_leaves_the_letters():
    image = dotted()
    clean = erase(image, find_leaders(image))
    letters = draw_text(["Contents", "of the book"])
    assert PIL.ImageChops.difference(clean, letters).getbbox() is None
    assert clean.info["dpi"] == image.info["dpi"]
    assert erase(clean, []) is clean


def test_it_is_put_back_between_what_it_joins():
    leaders = find_leaders(dotted())
    title, number = line("Contents", x=260, y=68, size=28), line("7", x=780, y=68, size=28)
    other = line("Elsewhere", x=100, y=200)
    joined, last = put_back(OcrReading((title, number, other)), leaders).lines
    assert joined.text == f"Contents {'.' * leaders[0].n_dots} 7"
    assert joined.box.x2 == number.box.x2
    assert last == other


def test_a_leader_beside_nothing_is_left_out():
    reading = OcrReading((line("Elsewhere", x=100, y=300),))
    assert put_back(reading, find_leaders(dotted())) == reading
