"""Measures of images that are drawn so that the answer is known."""

import io

import numpy as np
import PIL.Image
import PIL.ImageDraw
import PIL.ImageFilter
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages.captions.rows import encoded, scene
from vlcorpus.stages.captions.colors import NAMES, chinese, color_shares
from vlcorpus.stages.captions.measure_image import (
    BORDER_TOLERANCE,
    SIDE_PX,
    banner_fraction,
    border_fraction,
    measure_image,
    small_copy,
    thumbnail_size,
)
from vlcorpus.stages.media.decode_image import decode


def plain(color, width=320, height=240):
    return PIL.Image.new("RGB", (width, height), color)


def measured(image):
    return measure_image(small_copy(image))


def test_one_colour_has_no_contrast_and_no_edge():
    measures = measured(plain("red"))
    assert (measures.sharpness, measures.contrast, measures.entropy_bits) == (0, 0, 0)
    assert measures.border_fraction == 1
    assert measures.colors == ["red"]


def test_halves_have_one_bit():
    image = plain("white")
    image.paste("black", (0, 0, 320, 120))
    measures = measured(image)
    assert measures.entropy_bits == pytest.approx(1, abs=0.1)  # but for the grey between them
    assert measures.contrast == pytest.approx(127.5, rel=0.02)
    assert (measures.top, measures.bottom) == ("black", "white")
    assert sorted(measures.colors) == ["black", "white"]


def test_blur_takes_sharpness_away_at_any_size():
    sharp, blurred = scene(1600, 1200), scene(1600, 1200).filter(PIL.ImageFilter.GaussianBlur(40))
    assert measured(sharp).sharpness > 20 * measured(blurred).sharpness
    assert measured(sharp).sharpness == pytest.approx(measured(scene(800, 600)).sharpness, rel=0.5)


@pytest.mark.parametrize(
    ("margins", "expected"),  # left, top, right, bottom
    [((0, 0, 0, 0), 0), ((0, 20, 0, 20), 0.2), ((50, 0, 0, 0), 0.25), ((50, 50, 50, 50), 0.75)],
)
def test_border_is_what_can_be_cut(margins, expected):
    left, top, right, bottom = margins
    image = np.full((200, 200, 3), 255, np.uint8)
    inner = image[top : 200 - bottom, left : 200 - right]
    inner[:] = np.random.default_rng(0).integers(0, 200, inner.shape, np.uint8)
    assert border_fraction(image) == pytest.approx(expected)


def test_a_border_may_ring_but_not_shade():
    image = np.asarray(scene(200, 200)).copy()
    image[:100] = 250
    image[:100:2] = 254
    assert border_fraction(image) == pytest.approx(0.5, abs=0.01)
    image[:100] = np.arange(100, dtype=np.uint8)[:, None, None]
    assert border_fraction(image) < 0.1


@pytest.mark.parametrize(
    ("rgb", "name"),
    [
        ((255, 0, 0), "red"),
        ((0, 0, 0), "black"),
        ((255, 255, 255), "white"),
        ((135, 206, 235), "light blue"),
        ((0, 100, 0), "dark green"),
        ((255, 165, 0), "orange"),
        ((68, 1, 84), "dark purple"),
        ((139, 0, 0), "dark red"),
    ],
)
def test_colours_have_the_names_that_people_give_them(rgb, name):
    shares = color_shares(np.full((4, 4, 3), rgb, np.uint8))
    assert dict(zip(NAMES, shares, strict=True))[name] == 1


def test_shares_add_up_and_every_name_is_chinese_too():
    assert color_shares(np.asarray(scene())).sum() == pytest.approx(1)
    assert len({chinese(name) for name in NAMES}) == len(NAMES)


def test_a_part_of_many_colours_has_none():
    assert (measured(scene()).top, measured(scene()).bottom) == (None, None)


def test_the_smallest_image_is_measured():
    assert measured(plain("white", 1, 1)).colors == ["white"]


def photograph(width=1280, height=960, seed=0):
    """Return many colours that run into each other, with the grain of a sensor."""
    rng = np.random.default_rng(seed)
    coarse = PIL.Image.fromarray(rng.integers(0, 256, (6, 8, 3), np.uint8))
    smooth = np.asarray(coarse.resize((width, height), PIL.Image.Resampling.BICUBIC))
    grain = rng.integers(-8, 9, (height, width, 1))
    return PIL.Image.fromarray(np.clip(smooth + grain, 0, 255).astype(np.uint8))


def bar(height, *, background="black", ink="white", text="Village Pictures - image 4711", width=1280):
    """Return a strip with a line of text in its middle half."""
    strip = PIL.Image.new("RGB", (width, height), background)
    PIL.ImageDraw.Draw(strip).text((60, height // 4), text, fill=ink, font_size=height // 2)
    return strip


def stacked(*parts):
    out = PIL.Image.new("RGB", (parts[0].width, sum(part.height for part in parts)))
    y = 0
    for part in parts:
        out.paste(part, (0, y))
        y += part.height
    return out


def banner_of(image):
    """Measure as a file's: through a JPEG and the small copy."""
    return banner_fraction(small_copy(PIL.Image.open(io.BytesIO(encoded(image, "JPEG", quality=75)))))


@pytest.mark.parametrize("height", [80, 120, 240])
@pytest.mark.parametrize("colors", [("black", "white"), ("white", "black"), ("navy", "gold")])
def test_a_bar_with_text_beside_a_photograph_is_measured(height, colors):
    strip = bar(height, background=colors[0], ink=colors[1])
    share = pytest.approx(height / (960 + height), abs=0.015)
    assert banner_of(stacked(photograph(), strip)) == share
    assert banner_of(stacked(strip, photograph())) == share


def test_bars_at_both_ends_add_up():
    assert banner_of(stacked(bar(120), photograph(), bar(120))) == pytest.approx(0.2, abs=0.03)


def test_beyond_four_tenths_of_the_height_it_is_no_bar():
    assert banner_of(stacked(photograph(), bar(600))) == pytest.approx(0.385, abs=0.015)
    assert banner_of(stacked(photograph(), bar(700))) == 0


def test_a_border_without_text_is_no_banner():
    assert banner_of(stacked(photograph(), bar(120, text=""))) == 0


def test_text_on_the_photograph_itself_is_no_banner():
    image = photograph()
    PIL.ImageDraw.Draw(image).text((60, 860), "Village Pictures - image 4711", fill="white", font_size=60)
    assert banner_of(image) == 0


def test_where_no_straight_line_ends_it_it_is_a_sky():
    image = stacked(bar(200, background="white", ink="black"), photograph())
    assert banner_of(image) > 0.1
    draw = PIL.ImageDraw.Draw(image)
    for x in range(0, 1280, 160):  # hills into it
        draw.polygon([(x, 200), (x + 80, 160 - x // 10), (x + 160, 200)], fill="darkgreen")
    assert banner_of(image) == 0


def test_birds_over_a_straight_horizon_are_no_text():
    sky = PIL.Image.new("RGB", (1280, 300), "white")
    draw = PIL.ImageDraw.Draw(sky)
    for x, y in ((200, 60), (420, 150), (900, 90)):
        draw.line((x - 30, y - 15, x, y, x + 30, y - 15), fill="black", width=8)
    assert banner_of(stacked(sky, photograph())) == 0


def test_a_shaded_sky_with_text_is_a_sky():
    shades = np.repeat(np.linspace(230, 250, 200).astype(np.uint8)[:, None, None], 1280, 1).repeat(3, 2)
    sky = PIL.Image.fromarray(shades)
    PIL.ImageDraw.Draw(sky).text((60, 60), "Village Pictures - image 4711", fill="black", font_size=60)
    assert banner_of(stacked(sky, photograph())) == 0


def test_a_studio_has_no_line_below_its_text():
    image = PIL.Image.new("RGB", (1280, 960), "white")
    image.paste(photograph(500, 700), (390, 230))
    PIL.ImageDraw.Draw(image).text((60, 60), "Village Pictures - image 4711", fill="black", font_size=60)
    assert banner_of(image) == 0


def page(width=1280, height=900):
    """Return lines of text on white, as a screen or a document has them."""
    paper = PIL.Image.new("RGB", (width, height), "white")
    for y in range(40, height - 40, 40):
        PIL.ImageDraw.Draw(paper).text(
            (40, y), "A line of a document on a screen " * 3, fill="black", font_size=24
        )
    return paper


def test_the_bar_of_a_screen_and_the_head_of_a_page_stand_beside_no_photograph():
    assert banner_of(stacked(page(), bar(100))) == 0
    assert banner_of(stacked(bar(100, background="teal"), page())) == 0
    chart = PIL.Image.new("RGB", (1280, 900), "seashell")
    PIL.ImageDraw.Draw(chart).rectangle((200, 300, 500, 900), fill="steelblue")
    assert banner_of(stacked(bar(100, background="teal"), chart)) == 0


def test_a_heading_over_a_line_is_no_bar_though_a_photograph_follows():
    heading = bar(100, background="white", ink="black")
    line, space = (
        PIL.Image.new("RGB", (1280, height), color) for height, color in ((20, "black"), (200, "white"))
    )
    assert banner_of(stacked(heading, line, space, photograph())) == 0


BARE = ("datacarpentry_cat.jpg", "datacarpentry_board.jpg", "datacarpentry_colonies-01.jpg")


@pytest.mark.shared
def test_the_bar_of_a_real_photograph_is_found_and_none_where_there_is_none(shared):
    def fraction(name):
        return banner_fraction(small_copy(decode((shared / name).read_bytes(), draft_px=256).pixels))

    assert fraction("knowledge/pictures/african_elephants.jpg") > 0
    assert [fraction(f"alt/{name}") for name in BARE] == [0, 0, 0]


@given(width=st.integers(1, 3000), height=st.integers(1, 3000))
def test_a_small_copy_has_the_size_of_a_thumbnail_of_pillow(width, height):
    image = PIL.Image.new("1", (width, height))
    image.thumbnail((SIDE_PX, SIDE_PX))
    assert thumbnail_size(width, height, SIDE_PX) == image.size


def test_a_small_copy_is_a_thumbnail_of_pillow():
    image = scene(1600, 1200)
    copy = image.copy()
    copy.thumbnail((SIDE_PX, SIDE_PX))
    assert np.array_equal(small_copy(image), np.asarray(copy))


def lines_of_one_colour(lines):
    """Return how many rows or columns from the start are of one colour."""
    for n in range(len(lines)):
        seen = lines[: n + 1].reshape(-1, 3).astype(int)
        if (seen.max(axis=0) - seen.min(axis=0)).max() > BORDER_TOLERANCE:
            return n
    return len(lines)


@pytest.mark.parametrize("n_rows", [1, 7, 8, 9, 63, 64, 65, 100])
@pytest.mark.parametrize("side", ["top", "bottom", "left", "right"])
def test_a_border_ends_at_the_first_line_of_another_colour(n_rows, side):
    rng = np.random.default_rng(n_rows)
    image = rng.integers(0, 256, (130, 110, 3), np.uint8)
    turned = {"top": image, "bottom": image[::-1], "left": image.transpose(1, 0, 2)}
    turned["right"] = turned["left"][::-1]
    turned[side][:n_rows] = rng.integers(100, 100 + BORDER_TOLERANCE, turned[side][:n_rows].shape)
    assert lines_of_one_colour(turned[side]) == n_rows
    assert border_fraction(image) == pytest.approx(n_rows / len(turned[side]))


def on_a_page(width: int, height: int, mask: PIL.Image.Image | None = None, color: str = "white"):
    page = PIL.Image.new("RGB", (800, 800), color)
    thing = scene(width, height)
    page.paste(thing, ((800 - width) // 2, (800 - height) // 2), mask)
    return measure_image(small_copy(page))


def test_an_image_on_a_page_has_a_border_and_a_thing_has_none():
    assert on_a_page(300, 200).border_fraction == pytest.approx(0.9, abs=0.02)
    assert on_a_page(800, 200).border_fraction == pytest.approx(0.75, abs=0.02)
    round_thing = PIL.Image.new("L", (300, 300), 0)
    PIL.ImageDraw.Draw(round_thing).ellipse((0, 0, 299, 299), 255)
    for color in ("white", "black"):
        assert on_a_page(300, 300, round_thing, color).border_fraction == 0
        assert on_a_page(150, 700, color=color).border_fraction == 0  # a tall box, as large as it can be


def test_edges_of_colour_alone_are_sharp():
    """Red beside a green of its luminance: grey has no edge there."""
    pixels = np.zeros((100, 100, 3), np.uint8)
    pixels[:, :50, 0], pixels[:, 50:, 1] = 200, 102
    assert measure_image(pixels).sharpness > 100


def test_thin_lines_on_white_are_sharp_although_they_have_no_entropy():
    image = PIL.Image.new("RGB", (640, 480), "white")
    PIL.ImageDraw.Draw(image).line([(60, 40), (60, 430), (600, 430)], "black", 3)
    measures = measure_image(small_copy(image))
    assert measures.entropy_bits < 1
    assert measures.sharpness > 100


def test_sharpness_is_the_variance_of_the_channel_that_varies_most():
    rgb = np.random.default_rng(3).integers(0, 256, (200, 256, 3), np.uint8) // np.array([1, 2, 3], np.uint8)
    red = np.pad(rgb[..., 0].astype(float), 1, mode="reflect")
    edges = red[:-2, 1:-1] + red[2:, 1:-1] + red[1:-1, :-2] + red[1:-1, 2:] - 4 * red[1:-1, 1:-1]
    assert measure_image(rgb).sharpness == pytest.approx(edges.var(), rel=1e-9)


def test_a_word_or_a_box_on_a_page_is_no_image_with_a_border():
    paper = PIL.Image.new("RGB", (600, 800), "white")
    word, box = paper.copy(), paper.copy()
    PIL.ImageDraw.Draw(word).text((200, 100), "habibi", fill="black", font_size=20)
    PIL.ImageDraw.Draw(box).rectangle((100, 100, 300, 250), "black")
    assert [measured(image).border_fraction for image in (word, box)] == [0, 0]
    paper.paste(scene(200, 150), (100, 100))
    assert measured(paper).border_fraction == pytest.approx(0.94, abs=0.01)


def test_a_blurred_image_of_much_contrast_has_no_sharp_edge():
    blurred = scene(1600, 1200).filter(PIL.ImageFilter.GaussianBlur(24))
    assert measured(blurred).sharpness > 5  # by its contrast alone it would pass
    assert measured(blurred).edge_sharpness < 0.29 < measured(scene(1600, 1200)).edge_sharpness
