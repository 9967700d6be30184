import numpy as np
import PIL.Image
import pytest

from tests.stages.ocr.scans import draw_text
from vlcorpus.stages.ocr.lighting import even_light

CLEAN = draw_text()


def lit(light) -> PIL.Image.Image:
    image = PIL.Image.fromarray((np.asarray(CLEAN) * light).astype(np.uint8))
    image.info |= CLEAN.info
    return image


def ink_and_paper(image: PIL.Image.Image) -> tuple[float, float]:
    grey, ink = np.asarray(image), np.asarray(CLEAN) < 64
    return float(np.median(grey[ink])), float(np.quantile(grey[np.asarray(CLEAN) == 255], 0.02))


def test_a_clean_scan_is_left_as_it_is():
    assert even_light(CLEAN) is CLEAN


def test_a_shadow_is_lifted():
    shaded = lit(np.linspace(0.3, 1, CLEAN.width)[None, :])
    assert ink_and_paper(shaded)[1] < 100
    ink, paper = ink_and_paper(even_light(shaded))
    assert ink < 40
    assert paper > 215


def test_faint_print_becomes_black():
    faint = CLEAN.point(lambda grey: 255 - (255 - grey) * 0.25)
    ink, paper = ink_and_paper(even_light(faint))
    assert ink < 60
    assert paper == 255


@pytest.mark.parametrize("grey", [255, 128, 0])
def test_a_page_without_print_is_not_torn_apart(grey):
    empty = PIL.Image.new("L", (400, 300), grey)
    assert np.ptp(np.asarray(even_light(empty))) == 0


def test_what_the_scan_knows_of_itself_is_kept():
    assert even_light(lit(0.5)).info["dpi"] == CLEAN.info["dpi"]
